"""The settings file in, settings and every complaint about it out."""

from pathlib import Path

from backtimer.settings.files import is_missing
from backtimer.settings.settings import Settings
from backtimer.toml.read import BadFileError, bytes_of, draft_from_text, table_from_text, text_of


def read_settings(path: Path) -> Settings:
    """What a settings file says, the defaults if there is none.

    Raises BadFileError with every complaint, each with its line and key.
    """
    settings, error = usable_settings(path)
    if error:
        raise error
    return settings


def usable_settings(path: Path) -> tuple[Settings, BadFileError | None]:
    """What can be used of a settings file, and what is wrong with the rest, if anything is.

    Whatever is wrong has its default: no mistake in here keeps anybody from a workout.
    """
    try:
        text = "" if is_missing(path) else text_of(bytes_of(path), str(path))
        settings, complaints = draft_from_text(text, str(path), Settings)
    except BadFileError as error:
        return Settings(), error
    return settings, BadFileError(complaints) if complaints else None


def settings_from_text(text: str, name: str) -> Settings:
    """Read settings from TOML text; `name` stands for the file. Raises BadFileError."""
    return table_from_text(text, name, Settings)
