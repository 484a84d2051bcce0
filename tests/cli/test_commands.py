"""The tables of commands: complete, in order, and all that is loaded to print help."""

import json
import subprocess
import sys
from importlib import import_module
from pkgutil import iter_modules

import pytest

import backtimer.cli
from backtimer.cli.commands import COMMANDS, LOG_COMMANDS, SOUND_COMMANDS
from tests.cli.conftest import Backtimer

EVERY_COMMAND = [
    *((name,) for name in COMMANDS),
    *(("log", name) for name in LOG_COMMANDS),
    *(("sound", name) for name in SOUND_COMMANDS),
]
LOADED = """
import json, sys
from backtimer.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(json.dumps([name for name in sys.modules if hasattr(sys.modules[name], "add_arguments")]))
print(json.dumps(list(sys.modules)))
"""


def modules_of(command: tuple[str, ...]) -> set[str]:
    """The modules of a command and of the one that it is a part of."""
    names = ["_".join(command[:count]) for count in range(1, len(command) + 1)]
    return {f"backtimer.cli.{name}{'_' * (name in ('import', 'list'))}" for name in names}


def loaded_by(*arguments: str) -> tuple[set[str], set[str]]:
    """The modules of commands that a program with these arguments loads, and all its modules."""
    ran = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments], capture_output=True, check=True, text=True
    )
    commands, every = map(json.loads, ran.stdout.splitlines()[-2:])
    return set(commands), set(every)


def test_every_module_of_a_command_is_in_a_table_and_the_other_way_round() -> None:
    listed = set().union(*map(modules_of, EVERY_COMMAND))
    names = (f"backtimer.cli.{each.name}" for each in iter_modules(backtimer.cli.__path__))
    assert {name for name in names if hasattr(import_module(name), "add_arguments")} == listed
    assert all(callable(import_module(name).run) for name in listed)


@pytest.mark.parametrize(
    ("command", "table"), [((), COMMANDS), (("log",), LOG_COMMANDS), (("sound",), SOUND_COMMANDS)]
)
def test_help_lists_the_commands_in_order_with_a_line_each(
    command: tuple[str, ...], table: dict[str, str], backtimer: Backtimer
) -> None:
    ran = backtimer(*command, "--help")
    listed = ran.out.partition("\ncommands:\n")[2].splitlines()
    assert (ran.code, ran.err) == (0, "")
    assert [line.split(maxsplit=1) for line in listed] == [[*item] for item in table.items()]


@pytest.mark.parametrize("command", EVERY_COMMAND, ids=" ".join)
def test_every_command_has_help_that_fits_a_terminal(
    command: tuple[str, ...], backtimer: Backtimer
) -> None:
    ran = backtimer(*command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"usage: backtimer {' '.join(command)}")
    assert max(map(len, ran.out.splitlines())) <= 80


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["stat"]])
def test_without_a_command_none_is_loaded(arguments: list[str]) -> None:
    commands, every = loaded_by(*arguments)
    assert not commands
    assert not every & {"msgspec", "pathlib", "textual", "backtimer.cli.launch"}


@pytest.mark.parametrize("command", EVERY_COMMAND, ids=" ".join)
def test_of_the_commands_only_the_named_one_is_loaded(command: tuple[str, ...]) -> None:
    commands, every = loaded_by(*command, "--help")
    assert commands == modules_of(command)
    assert not every & {
        "textual",
        "rich.console",
        "plotext",
        "leather",
        "jinja2",
        "fit_tool",
        "miniaudio",
    }


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["stat"], 'backtimer: no command "stat"; did you mean "stats"?'),
        (["chek", "x"], 'backtimer: no command "chek"; did you mean "check"?'),
        (
            ["--no-sound", "exercises"],
            'backtimer: no command "exercises"; did you mean "exercise"?',
        ),
        (["log", "shwo"], 'backtimer log: no command "shwo"; did you mean "show"?'),
        (["sound", "tset"], 'backtimer sound: no command "tset"; did you mean "test"?'),
    ],
)
def test_a_near_miss_gets_a_suggestion(words: list[str], told: str, backtimer: Backtimer) -> None:
    ran = backtimer(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(told)
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["xyzzy"], f'backtimer: no command "xyzzy"; choose from {", ".join(COMMANDS)} '),
        (
            ["log", "xyzzy"],
            f'backtimer log: no command "xyzzy"; choose from {", ".join(LOG_COMMANDS)} ',
        ),
        (["sound"], "backtimer sound: no command; choose from test "),
        (["\x1b[31m"], 'backtimer: no command "\ufffd[31m"; choose from '),
    ],
)
def test_what_is_like_no_command_gets_a_list_of_them(
    words: list[str], told: str, backtimer: Backtimer
) -> None:
    ran = backtimer(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(told)
    assert ran.err.count("\n") == 1
