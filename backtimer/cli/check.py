"""`backtimer check`: everything that is wrong with session files, without opening a screen."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from backtimer.cli.output import complain, say

if TYPE_CHECKING:
    from backtimer.plan.session import Session


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register `backtimer check`."""
    parser = commands.add_parser("check", help="say what is wrong with session files")
    parser.add_argument("files", nargs="+", metavar="FILE", help="a session file")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check every file. Returns 2 if any has a problem, else 0."""
    return max([_check(name) for name in args.files])


def _check(name: str) -> int:
    from backtimer.plan.read import BadFileError, bytes_of, session_from_text, text_of

    path = Path(name)
    try:
        session = session_from_text(text_of(bytes_of(path), name), name)
    except BadFileError as error:
        from backtimer.plan.find import suggestion

        complain(f"{error}{suggestion(path)}")
        return 2
    say([f"{name}: ok, {_summary(session)}"])
    return 0


def _summary(session: "Session") -> str:
    from backtimer.workout.length import length_text
    from backtimer.workout.unfold import unfold

    timeline = unfold(session)
    number = len(tuple(session.exercises()))
    exercises = "1 exercise" if number == 1 else f"{number} exercises"
    return f"{length_text(timeline.total, is_open=timeline.is_open)}, {exercises}"
