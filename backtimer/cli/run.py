"""`backtimer run`, and `backtimer` alone: the workouts themselves."""

import argparse
import sys
from typing import TYPE_CHECKING

from backtimer.cli.options import LOUDEST, add_app_options, speed
from backtimer.cli.output import UserError

if TYPE_CHECKING:
    from backtimer.log.journal import JournalContents
    from backtimer.plan.session_file import SessionFile
    from backtimer.workout.timeline import Step, Timeline

_MOST_DIGITS = 9


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register `backtimer run`."""
    parser = commands.add_parser("run", help="do a session")
    parser.add_argument("session", metavar="NAME|FILE", help='a name from "list", or a file')
    parser.add_argument(
        "--speed", type=speed, default=1.0, metavar="N", help="rehearse N times faster, unlogged"
    )
    parser.add_argument(
        "--from", dest="start", metavar="STEP", help='start at a number from "show" or an exercise'
    )
    parser.add_argument("--log", action="store_true", help="keep a log even of a rehearsal")
    add_app_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do one session. Returns the exit code; raises UserError if it cannot be done."""
    from backtimer.cli.files import load
    from backtimer.workout.compile import compile_session

    file = load(args.session)
    start = position(compile_session(file.session), args.start) if args.start is not None else 0
    keep_log = args.log or args.speed == 1
    if keep_log:
        _check_alone()
    return launch_app(args, file, start=start, keep_log=keep_log)


def home(args: argparse.Namespace) -> int:
    """Open the app where sessions are chosen. Returns the exit code; may raise UserError."""
    return launch_app(args, None)


def position(timeline: "Timeline", wanted: str) -> int:
    """Where in the steps a number from "show", or an exercise's name, stands.

    Raises UserError if there is no such step.
    """
    from backtimer.toml.decode import did_you_mean
    from backtimer.workout.walk import walk

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


def _names(step: "Step") -> set[str]:
    """What its exercise may be called, in small letters: each way to do it, and its title."""
    ways = (option.exercise for option in step.exercise.options)
    return {name.casefold() for name in (step.exercise.title, *ways)}


def _check_alone() -> None:
    """Raise UserError if another backtimer is leading a workout."""
    from backtimer.files import folders

    if folders.journals().exists():
        from backtimer.cli.resume import led_in_another_window
        from backtimer.log.scan import led_elsewhere

        if title := led_elsewhere(folders.journals()):
            raise UserError(led_in_another_window(title))


def launch_app(
    args: argparse.Namespace,
    file: "SessionFile | None",
    *,
    start: int = 0,
    keep_log: bool = True,
    cut_off: "JournalContents | None" = None,
) -> int:
    """Open the app. Returns the exit code; raises UserError if there is no terminal for it."""
    # Textual draws on the error output: sent to a file, it would leave nothing to see.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise UserError(
            'backtimer: a workout needs a terminal; "backtimer show NAME" prints its plan'
        )
    from backtimer.runtime.context import Options
    from backtimer.tui.app import launch

    if args.theme is not None:
        _check_theme(args.theme)
    options = Options(
        speed=getattr(args, "speed", 1.0),
        start=start,
        keep_log=keep_log,
        sound=not args.no_sound,
        volume=None if args.volume is None else args.volume / LOUDEST,
        theme=args.theme or _theme_of_settings(),
    )
    return launch(file, options, cut_off)


def _theme_of_settings() -> str | None:
    """The colours that the settings ask for, if there are settings and such colours."""
    from backtimer.files import folders

    path = folders.config_file()
    if not path.exists():  # for the first paint's sake, nothing is loaded to find that out
        return None
    from backtimer.settings.read import usable_settings
    from backtimer.tui.app import BacktimerApp

    name = usable_settings(path)[0].screen.theme
    return name if name in BacktimerApp().available_themes else None


def _check_theme(name: str) -> None:
    from backtimer.toml.decode import did_you_mean
    from backtimer.tui.app import BacktimerApp

    themes = BacktimerApp().available_themes
    if name not in themes:
        hint = did_you_mean(name, themes) or f"; there are {', '.join(themes)}"
        raise UserError(f'backtimer: --theme "{name}": no such theme{hint}')
