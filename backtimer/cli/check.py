"""`backtimer check`: everything that is wrong with a file, without opening a screen."""

import argparse
from pathlib import Path

from backtimer.cli.output import print_error, print_lines
from backtimer.plan.find import suggestion
from backtimer.plan.session_file import session_from_text
from backtimer.toml.read import BadFileError, bytes_of, text_of
from backtimer.workout.compile import compile_session
from backtimer.workout.length import length_text

OTHER_KINDS = {
    "config.toml": "settings",
    "cues.toml": "cue theme",
    "languages/*.toml": "language",
    "logs/*.toml": "log",
    "????-??-??T????-*.toml": "log",
}
"""The kinds of files that are no sessions, told by what their paths end with."""


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
        print_error(f"{error}{suggestion(Path(name))}")
        return 2
    print_lines([f"{name}: ok, {summary}"])
    return 0


def _summary(name: str) -> str:
    """What is in a file, whose name stands for it in complaints. Raises BadFileError."""
    path = Path(name).absolute()
    if kind := next((kind for ends, kind in OTHER_KINDS.items() if path.match(ends)), None):
        # Settings, sound and logs: sessions are checked in two thirds of the time without them.
        from backtimer.cli.check_other import SUMMARIES

        return SUMMARIES[kind](name)
    return _session(name)


def _session(name: str) -> str:
    session = session_from_text(text_of(bytes_of(Path(name)), name), name)
    timeline = compile_session(session)
    number = len(tuple(session.exercises()))
    exercises = "1 exercise" if number == 1 else f"{number} exercises"
    return f"{length_text(timeline.total, is_open=timeline.is_open)}, {exercises}"
