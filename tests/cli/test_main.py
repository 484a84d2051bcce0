import os
import subprocess
import sys
from pathlib import Path

import pytest

from backtimer import __version__
from backtimer.cli import main
from tests.cli.conftest import Backtimer

PYTHON = [sys.executable, "-m", "backtimer"]
ROOT = Path(__file__).parents[2]


@pytest.fixture
def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}


def test_the_version(backtimer: Backtimer) -> None:
    assert backtimer("--version") == (0, f"backtimer {__version__}\n", "")


@pytest.mark.parametrize(
    "args",
    [
        ["chek", "x"],
        ["check"],
        ["run", "taste", "--speed", "0"],
        ["run", "taste", "--speed", "601"],
        ["run", "taste", "--speed", "nan"],
        ["run", "taste", "--speed", "quick"],
        ["run", "taste", "--volume", "101"],
        ["--volume=-1"],
        ["sound"],
        ["list", "--\x1b[31m"],
    ],
)
def test_wrong_usage_is_one_clear_line(args: list[str], backtimer: Backtimer) -> None:
    ran = backtimer(*args)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("backtimer")
    assert ran.err.count("\n") == 1
    assert "\x1b" not in ran.err


def test_ctrl_c_is_no_error(monkeypatch: pytest.MonkeyPatch, backtimer: Backtimer) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("backtimer.cli.list_.all_sessions", interrupted)
    assert backtimer("list") == (130, "", "")


def test_whoever_reads_may_stop_reading(environment: dict[str, str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ran = subprocess.run(
        [*PYTHON, "list"], stdout=writer, stderr=subprocess.PIPE, env=environment, check=False
    )
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_clear_line(environment: dict[str, str]) -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [*PYTHON, "list"], stdout=full, stderr=subprocess.PIPE, env=environment, check=False
        )
    assert ran.returncode == 2
    assert ran.stderr.startswith(b"backtimer: the output cannot be written: ")
    assert ran.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that can close streams")
@pytest.mark.parametrize(
    ("line", "code", "out"),
    [
        ("list >&-", 0, ""),
        ("list 2>&-", 0, "day-a"),
        ("<&-", 2, "a workout needs a terminal"),
        ("run taste >&-", 2, "a workout needs a terminal"),
        ("run taste 2>&-", 2, ""),
        ("check nope 2>&-", 2, ""),
        ("check nope 2>/dev/full", 2, ""),
        ("chek 2>/dev/full", 2, ""),
        ("check nope >/dev/full 2>&1", 2, ""),
        ("list >/dev/full 2>&1", 2, ""),
        ("--help >/dev/full", 2, "the output cannot be written"),
        ("list <&- >&- 2>&-", 0, ""),
    ],
)
def test_streams_that_are_closed_or_full_bring_nothing_down(
    line: str, code: int, out: str, environment: dict[str, str], tmp_path: Path
) -> None:
    environment.pop("PYTHONUNBUFFERED", None)  # with it argparse itself hides what goes wrong
    ran = subprocess.run(
        ["sh", "-c", f'"$0" -m backtimer {line}', sys.executable],
        capture_output=True,
        env=environment,
        cwd=tmp_path,
        check=False,
        text=True,
    )
    told = ran.stdout + ran.stderr
    assert "Traceback" not in told
    assert "Exception" not in told
    assert ran.returncode == code
    assert out in told


def test_an_old_terminal_gets_what_it_can_show(environment: dict[str, str]) -> None:
    environment["PYTHONIOENCODING"] = "ascii"
    ran = subprocess.run(
        [*PYTHON, "list"], capture_output=True, env=environment, check=True, text=True
    )
    assert "day-a" in ran.stdout
    assert "?" in ran.stdout


@pytest.mark.parametrize("command", ["check", "list", "show", "log", "report"])
def test_commands_for_text_never_load_the_screen_or_the_sound(
    command: str, environment: dict[str, str], tmp_path: Path
) -> None:
    files = {
        "check": [str(ROOT / "sessions/taste.toml")],
        "show": ["taste"],
        "report": ["-o", str(tmp_path / "report.html")],
    }
    code = (
        "import sys; from backtimer.cli import main; code = main(sys.argv[1:]);"
        "print(*{part for name in sys.modules for part in (name.partition('.')[0], name)},"
        " file=sys.stderr); sys.exit(code)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, command, *files.get(command, [])],
        capture_output=True,
        env=environment,
        check=True,
        text=True,
    )
    loaded = set(ran.stderr.split())
    assert {"backtimer", "argparse"} <= loaded
    assert not loaded & {"textual", "rich.console", "rich.text", "miniaudio", "tomlkit"}
    if command != "report":
        assert not loaded & {"jinja2", "leather", "asyncio", "backtimer.settings"}


def test_a_command_before_its_options_or_after_them(
    backtimer: Backtimer, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert backtimer("--no-sound", "sound", "test") == backtimer("sound", "test", "--no-sound")
    monkeypatch.setattr(sys, "argv", ["backtimer", "--version"])
    with pytest.raises(SystemExit, match="0"):
        main()
