"""Opening the app from the command line: whether it can be opened, and in which colours."""

import argparse
import sys
from typing import TYPE_CHECKING

from backtimer.cli.options import LOUDEST
from backtimer.cli.output import UserError
from backtimer.cli.startup import without_garbage_collection
from backtimer.files import folders
from backtimer.runtime.context import Options
from backtimer.text.suggest import did_you_mean

if TYPE_CHECKING:  # plain `backtimer` comes by here before its first paint, which needs no session
    from backtimer.log.journal import JournalContents
    from backtimer.plan.session_file import SessionFile


def launch_app(
    args: argparse.Namespace,
    file: "SessionFile | None",
    *,
    start: int = 0,
    keep_log: bool = True,
    cut_off: "JournalContents | None" = None,
) -> int:
    """Open the app. Returns the exit code; raises UserError if it cannot be opened so."""
    # Textual draws on the error output: sent to a file, it would leave nothing to see.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise UserError(
            'backtimer: a workout needs a terminal; "backtimer show NAME" prints its plan'
        )
    with without_garbage_collection():
        from backtimer.tui.app import launch  # Textual: longer than all the rest together

    options = Options(
        speed=getattr(args, "speed", 1.0),
        start=start,
        keep_log=keep_log,
        sound=not args.no_sound,
        volume=None if args.volume is None else args.volume / LOUDEST,
        theme=_theme(args.theme),
    )
    return launch(file, options, cut_off)


def _theme(wanted: str | None) -> str | None:
    """The colours asked for, else those of the settings if there are such; None for the usual.

    Raises UserError if there are none of the name asked for.
    """
    from backtimer.tui.themes import theme_names  # Textual

    names = theme_names()
    if wanted is None:
        usual = _theme_of_settings()
        return usual if usual in names else None
    if wanted not in names:
        hint = did_you_mean(wanted, names) or f"; there are {', '.join(names)}"
        raise UserError(f'backtimer: --theme "{wanted}": no such theme{hint}')
    return wanted


def _theme_of_settings() -> str | None:
    """The theme that the settings name, if there are settings."""
    path = folders.config_file()
    if not path.exists():
        return None
    from backtimer.settings.settings_file import usable_settings  # msgspec, before the first paint

    return usable_settings(path)[0].screen.theme
