"""`backtimer check`: everything that is wrong with a file, without opening a screen."""

import argparse
from pathlib import Path

from backtimer.cli.output import print_error, print_lines
from backtimer.plan.session_file import session_from_text
from backtimer.text.humanize import length_text, plural
from backtimer.toml.read import BadFileError, bytes_of, text_of
from backtimer.workout.compile import compile_session

_BY_NAME = {"config.toml": "settings", "cues.toml": "cue theme"}
_BY_FOLDER = {"languages": "language", "logs": "log"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said after `backtimer check`."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a session file, a log, config.toml, a theme's cues.toml, or a file in languages",
    )


def run(args: argparse.Namespace) -> int:
    """Check every file. Returns 2 if any has a problem, else 0."""
    return max([_check(name) for name in args.files])


def _check(name: str) -> int:
    try:
        summary = _summary(name)
    except BadFileError as error:
        from backtimer.plan.find import suggestion  # what is right needs none, and starts sooner

        print_error(f"{error}{suggestion(Path(name))}")
        return 2
    print_lines([f"{name}: ok, {summary}"])
    return 0


def _summary(name: str) -> str:
    """What is in a file, whose name stands for it in complaints. Raises BadFileError."""
    if kind := _other_kind(Path(name).absolute()):
        # Settings, sound and logs: sessions are checked in two thirds of the time without them.
        from backtimer.cli.check_other import SUMMARIES

        return SUMMARIES[kind](name)
    return _session(name)


def _other_kind(path: Path) -> str | None:
    """What a file is if it is no session, told by its name and by the folder that it is in."""
    if path.suffix != ".toml":
        return None
    by_place = _BY_NAME.get(path.name) or _BY_FOLDER.get(path.parent.name)
    return by_place or ("log" if _is_dated(path.name) else None)


def _is_dated(name: str) -> bool:
    """Whether a name begins as those of logs do: "2026-11-20T1830-"."""
    return name[4:11:3] == "--T" and name[15:16] == "-"


def _session(name: str) -> str:
    session = session_from_text(text_of(bytes_of(Path(name)), name), name)
    timeline = compile_session(session)
    length = length_text(timeline.total, is_open=timeline.is_open)
    return f"{length}, {plural(len(tuple(session.exercises())), 'exercise')}"
