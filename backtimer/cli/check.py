"""`backtimer check`: everything that is wrong with a file, without opening a screen."""

import argparse
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from backtimer.cli.output import complain, say

if TYPE_CHECKING:
    from backtimer.settings.settings import Settings
    from backtimer.toml.read import Complaint


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register `backtimer check`."""
    parser = commands.add_parser(
        "check", help="say what is wrong with a session or another file of yours"
    )
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a session file, a log, config.toml, a theme's cues.toml, or a file in languages",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check every file. Returns 2 if any has a problem, else 0."""
    return max([_check(name) for name in args.files])


def _check(name: str) -> int:
    from backtimer.toml.read import BadFileError, bytes_of, text_of

    path = Path(name)
    kind = next((kind for ends, kind in KINDS.items() if path.absolute().match(ends)), _session)
    try:
        summary = kind(text_of(bytes_of(path, _most_bytes(kind)), name), name)
    except BadFileError as error:
        from backtimer.plan.find import suggestion

        complain(f"{error}{suggestion(path)}")
        return 2
    say([f"{name}: ok, {summary}"])
    return 0


def _most_bytes(kind: Callable[[str, str], str]) -> int:
    """How long a file of a kind may be, in bytes: logs are of any session's length."""
    from backtimer.toml.read import MOST_BYTES

    if kind is not _log:
        return MOST_BYTES
    from backtimer.log.logbook import MOST_BYTES as LONGEST_LOG

    return LONGEST_LOG


def _session(text: str, name: str) -> str:
    from backtimer.plan.session_file import session_from_text
    from backtimer.workout.compile import compile_session
    from backtimer.workout.length import length_text

    session = session_from_text(text, name)
    timeline = compile_session(session)
    number = len(tuple(session.exercises()))
    exercises = "1 exercise" if number == 1 else f"{number} exercises"
    return f"{length_text(timeline.total, is_open=timeline.is_open)}, {exercises}"


def _settings(text: str, name: str) -> str:
    from backtimer.settings.read import settings_from_text
    from backtimer.toml.read import BadFileError

    settings = settings_from_text(text, name)
    if complaints := list(_unknown_names(settings, text, name)):
        raise BadFileError(complaints)
    return "settings"


def _unknown_names(settings: "Settings", text: str, name: str) -> "Iterator[Complaint]":
    """What settings name that is not there, beside their file or shipped."""
    from backtimer.sound.themes.find import theme_names
    from backtimer.speech.language import language_names
    from backtimer.toml.decode import did_you_mean
    from backtimer.toml.lines import key_lines
    from backtimer.toml.read import Complaint

    beside, lines = Path(name).parent, key_lines(text)
    known: dict[tuple[str, str], Collection[str]] = {
        ("sound", "theme"): theme_names(beside / "cues"),
        ("voice", "language"): language_names(beside / "languages"),
    }
    if settings.screen.theme:
        from backtimer.tui.app import BacktimerApp

        known["screen", "theme"] = BacktimerApp().available_themes
    for (table, key), names in known.items():
        value = getattr(getattr(settings, table), key)
        if value and value not in names:
            message = f'there is no "{value}"{did_you_mean(value, names)}'
            yield Complaint(name, lines.get((table, key), 0), f"{table}.{key}", message)


def _cue_theme(text: str, name: str) -> str:
    from backtimer.sound.themes.read import read_theme

    del text  # a theme is its folder: what it is based on and its sound files are in it
    return f'cue theme "{read_theme(Path(name).parent).title}"'


def _language(text: str, name: str) -> str:
    from backtimer.speech.language import language_from_text

    return f'language "{language_from_text(text, name).title}"'


def _log(text: str, name: str) -> str:
    from backtimer.log.record_file import from_toml

    record = from_toml(text, name)
    count = len(record.sets)
    sets = "1 set" if count == 1 else f"{count} sets"
    return f'log of "{record.title}" on {record.started:%Y-%m-%d}, {sets}'


KINDS: dict[str, Callable[[str, str], str]] = {
    "config.toml": _settings,
    "cues.toml": _cue_theme,
    "languages/*.toml": _language,
    "logs/*.toml": _log,
    "????-??-??T????-*.toml": _log,
}
"""The kinds of files that are no sessions, told by what their paths end with.

Each gives the summary of a file's text; the file's name stands for it in complaints. May raise
BadFileError.
"""
