"""Opening the app from the command line: as a screen or line by line, and in which colours."""

import argparse
import os
import sys
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from backtimer.cli.options import LOUDEST
from backtimer.cli.output import UserError
from backtimer.cli.startup import without_garbage_collection
from backtimer.files import folders
from backtimer.plain.mode import VARIABLE, is_plain
from backtimer.runtime.context import Options
from backtimer.text.suggest import did_you_mean

if TYPE_CHECKING:  # plain `backtimer` comes by here before its first paint, which needs no session
    from backtimer.log.journal import JournalContents
    from backtimer.plan.session_file import SessionFile
    from backtimer.settings.settings import Settings


def launch_app(
    args: argparse.Namespace,
    file: "SessionFile | None",
    *,
    start: int = 0,
    keep_log: bool = True,
    cut_off: "JournalContents | None" = None,
) -> int:
    """Open the app. Returns the exit code; raises UserError if it cannot be opened so."""
    options = Options(
        speed=getattr(args, "speed", 1.0),
        start=start,
        keep_log=keep_log,
        sound=not args.no_sound,
        volume=None if args.volume is None else args.volume / LOUDEST,
    )
    settings = cache(_settings)  # read once, and only if need be
    try:
        plain = is_plain(
            args.plain, os.environ.get(VARIABLE, ""), lambda: _is_set_plain(settings())
        )
    except ValueError as error:
        raise UserError(f"backtimer: {error}") from None
    if plain:
        return _lead_plainly(file, options, cut_off)
    # Textual draws on the error output: sent to a file, it would leave nothing to see.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise UserError("backtimer: a workout needs a terminal; --plain leads it without one")
    with without_garbage_collection():
        from backtimer.tui.app import launch  # Textual: longer than all the rest together

    return launch(file, options._replace(theme=_theme(args.theme, settings)), cut_off)


def _lead_plainly(
    file: "SessionFile | None", options: Options, cut_off: "JournalContents | None"
) -> int:
    """Lead line by line. Returns the exit code; raises UserError if nothing can begin."""
    from backtimer.plain.app import launch_plain  # the screen needs none of it
    from backtimer.runtime.begin_workout import CannotBeginError

    try:
        return launch_plain(file, options, cut_off)
    except CannotBeginError as error:
        raise UserError(f"backtimer: {error}") from None


def _theme(wanted: str | None, settings: "Callable[[], Settings | None]") -> str | None:
    """The colours asked for, else those of the settings if there are such; None for the usual.

    Raises UserError if there are none of the name asked for.
    """
    from backtimer.tui.themes import theme_names  # Textual

    names = theme_names()
    if wanted is None:
        found = settings()
        return found.screen.theme if found and found.screen.theme in names else None
    if wanted not in names:
        hint = did_you_mean(wanted, names) or f"; there are {', '.join(names)}"
        raise UserError(f'backtimer: --theme "{wanted}": no such theme{hint}')
    return wanted


def _is_set_plain(settings: "Settings | None") -> bool:
    return settings is not None and settings.screen.plain


def _settings() -> "Settings | None":
    """The settings, if there are any."""
    path = folders.config_file()
    if not path.exists():
        return None
    from backtimer.settings.settings_file import usable_settings  # msgspec, before the first paint

    return usable_settings(path)[0]
