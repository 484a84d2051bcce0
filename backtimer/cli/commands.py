"""The tables of commands: the one place that lists them, and what runs the one that was named.

No command is imported here. Help is printed from the tables alone, and of the commands only the
module of the one that was named is loaded.
"""

from argparse import Namespace
from collections.abc import Mapping
from typing import Protocol, cast

from backtimer.cli.parser import Parser
from backtimer.cli.startup import load
from backtimer.text.suggest import did_you_mean

COMMANDS = {
    "run": "do a session",
    "resume": "go on with a workout that was cut off",
    "list": "list the sessions",
    "show": "show a session, step by step",
    "check": "say what is wrong with a session or another file of yours",
    "log": "show what you did, put it right, delete it",
    "stats": "show what you did by week, month or year",
    "exercise": "show how one exercise went, and its bests",
    "report": "make a page with charts of what you did",
    "export": "hand workouts on to other programs",
    "import": "bring in workouts from Hevy or Strong",
    "sound": "try out the sound",
    "render": "make a session into a sound file",
}
"""Every command with its one line of help, in the order in which help lists them."""

LOG_COMMANDS = {
    "show": "show one workout in full",
    "edit": "open one in your own editor, and check it afterwards",
    "delete": "move one to the bin",
    "restore": "bring one back from the bin; without ID list what is there",
}
"""The commands of `backtimer log`."""

SOUND_COMMANDS = {"test": "play every cue once and say what it means"}
"""The commands of `backtimer sound`."""

_RENAMED = {"import": "import_", "list": "list_"}
"""The modules of commands whose names mean something in Python."""


class Command(Protocol):
    """What the module of a command has in it."""

    def add_arguments(self, parser: Parser) -> None:
        """Give the command's parser its options and arguments."""

    def run(self, args: Namespace) -> int:
        """Carry it out. Returns the exit code; raises UserError."""


def run_command(prog: str, args: Namespace, known: Mapping[str, str]) -> int:
    """Run the command of `prog` that `args.command` names, with all that stands after its name.

    Returns the exit code. Raises UserError, and SystemExit if there is no such command.
    """
    name, *arguments = args.command or [""]
    if name not in known:
        hint = did_you_mean(name, known) or f"; choose from {', '.join(known)}"
        Parser(prog).error((f'no command "{name}"' if name else "no command") + hint)
    command, parser = _load(prog, name), Parser(f"{prog} {name}")
    command.add_arguments(parser)
    return command.run(parser.parse_args(arguments, args))


def _load(prog: str, name: str) -> Command:
    """Import the module of a command: that of `backtimer log show` is log_show."""
    words = (*prog.split()[1:], _RENAMED.get(name, name))
    return cast("Command", load(f"backtimer.cli.{'_'.join(words)}"))
