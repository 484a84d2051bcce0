"""`backtimer run`: do one session."""

import argparse

from backtimer.cli.launch import launch_app
from backtimer.cli.options import add_app_options, speed
from backtimer.cli.output import UserError
from backtimer.cli.session_file import load_session
from backtimer.files import folders
from backtimer.log.journal import running_elsewhere_text
from backtimer.log.recovery import running_elsewhere
from backtimer.text.suggest import did_you_mean
from backtimer.workout.compile import compile_session
from backtimer.workout.timeline import Step, Timeline
from backtimer.workout.walk import walk

_MOST_DIGITS = 9


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said after `backtimer run`."""
    parser.add_argument("session", metavar="NAME|FILE", help='a name from "list", or a file')
    parser.add_argument(
        "--speed", type=speed, default=1.0, metavar="N", help="rehearse N times faster, unlogged"
    )
    parser.add_argument(
        "--from", dest="start", metavar="STEP", help='start at a number from "show" or an exercise'
    )
    parser.add_argument("--log", action="store_true", help="keep a log even of a rehearsal")
    add_app_options(parser)


def run(args: argparse.Namespace) -> int:
    """Do one session. Returns the exit code; raises UserError if it cannot be done."""
    file = load_session(args.session)
    start = position(compile_session(file.session), args.start) if args.start is not None else 0
    keep_log = args.log or args.speed == 1
    if keep_log and (title := running_elsewhere(folders.journals())):
        raise UserError(f"backtimer: {running_elsewhere_text(title)}: one at a time")
    return launch_app(args, file, start=start, keep_log=keep_log)


def position(timeline: Timeline, wanted: str) -> int:
    """Where in the steps a number from "show", or an exercise's name, stands.

    Raises UserError if there is no such step.
    """
    steps = [walked.step for walked in walk(timeline) if walked.number]
    if wanted.isdecimal() and len(wanted) < _MOST_DIGITS:
        number = int(wanted)
        if not 1 <= number <= len(steps):
            raise UserError(
                f"backtimer: --from {number}: the steps are numbered from 1 to {len(steps)}"
            )
        return timeline.steps.index(steps[number - 1])
    names = {name: step for step in reversed(steps) for name in _names(step)}
    if step := names.get(" ".join(wanted.casefold().split())):
        return timeline.steps.index(step)
    hint = did_you_mean(wanted.casefold(), names) or "; name an exercise or give a step's number"
    raise UserError(f'backtimer: --from "{wanted}": no such exercise in this session{hint}')


def _names(step: Step) -> set[str]:
    """What its exercise may be called, in small letters: each way to do it, and its title."""
    ways = (option.exercise for option in step.exercise.options)
    return {name.casefold() for name in (step.exercise.title, *ways)}
