"""What `backtimer check` says of files that are no sessions: settings, themes, languages, logs."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from backtimer.log.record_file import MOST_BYTES as LONGEST_LOG
from backtimer.log.record_file import from_toml
from backtimer.settings.settings import Settings
from backtimer.settings.settings_file import settings_from_text
from backtimer.sound.themes.find import theme_names as cue_theme_names
from backtimer.sound.themes.read import read_theme
from backtimer.speech.language import language_from_text, language_names
from backtimer.text.humanize import plural
from backtimer.text.suggest import did_you_mean
from backtimer.toml.lines import key_lines
from backtimer.toml.read import BadFileError, Complaint, bytes_of, text_of


def _settings(name: str) -> str:
    text = text_of(bytes_of(Path(name)), name)
    settings = settings_from_text(text, name)
    if complaints := list(_unknown_names(settings, text, name)):
        raise BadFileError(complaints)
    return "settings"


def _unknown_names(settings: Settings, text: str, name: str) -> Iterator[Complaint]:
    """What settings name that is not there, beside their file or shipped."""
    beside, lines = Path(name).parent, key_lines(text)
    known: dict[tuple[str, str], Collection[str]] = {
        ("sound", "theme"): cue_theme_names(beside / "cues"),
        ("voice", "language"): language_names(beside / "languages"),
    }
    if settings.screen.theme:
        from backtimer.tui.themes import theme_names  # Textual

        known["screen", "theme"] = theme_names()
    for (table, key), names in known.items():
        value = getattr(getattr(settings, table), key)
        if value and value not in names:
            message = f'there is no "{value}"{did_you_mean(value, names)}'
            yield Complaint(name, lines.get((table, key), 0), f"{table}.{key}", message)


def _cue_theme(name: str) -> str:
    text_of(bytes_of(Path(name)), name)  # the rest of the theme is in the folder around it
    return f'cue theme "{read_theme(Path(name).parent).title}"'


def _language(name: str) -> str:
    language = language_from_text(text_of(bytes_of(Path(name)), name), name)
    return f'language "{language.title}"'


def _log(name: str) -> str:
    record = from_toml(text_of(bytes_of(Path(name), LONGEST_LOG), name), name)
    sets = plural(len(record.sets), "set")
    return f'log of "{record.title}" on {record.started:%Y-%m-%d}, {sets}'


SUMMARIES: dict[str, Callable[[str], str]] = {
    "settings": _settings,
    "cue theme": _cue_theme,
    "language": _language,
    "log": _log,
}
"""What sums up a file of each kind; its name stands for it in complaints.

Each may raise BadFileError.
"""
