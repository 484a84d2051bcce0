"""One value in the settings file changed, and nothing else in it."""

from pathlib import Path

from backtimer.settings.default_config import default_config
from backtimer.settings.files import is_missing, write
from backtimer.settings.settings import Settings
from backtimer.toml.edit import Value, bytes_like, with_values
from backtimer.toml.read import BadFileError, bytes_of, draft_from_text, text_of


def change(path: Path, key: str, value: Value) -> Settings:
    """Set one key, such as "sound.volume", in a settings file; returns what can be used of it then.

    Comments, order and formatting stay as they are; a file, table or key that is missing is added.
    Raises BadFileError, the file then being as it was, if the value is not allowed, the file
    cannot be read or written, or anything else in it would be lost.
    """
    while True:
        before = _data(path)
        text = changed(text_of(before, str(path)), key, value, str(path))
        if _data(path) == before:  # else somebody has just changed it
            break
    write(path, bytes_like(before, text))
    return draft_from_text(text, str(path), Settings)[0]


def changed(text: str, key: str, value: Value, name: str) -> str:
    """The text of a settings file with one value changed; `name` stands for the file.

    Raises BadFileError if the value is not allowed or anything else would be lost.
    """
    table, setting = key.split(".")
    _refuse_wrong(text, name, {table})
    return with_values(
        text,
        (table,),
        {setting: value},
        name,
        check=lambda edited: _refuse_wrong(edited, name, {table, key}),
    )


def _refuse_wrong(text: str, name: str, keys: set[str]) -> None:
    """Raise BadFileError if anything is wrong with one of the keys; the rest is not asked about."""
    wrong = [each for each in draft_from_text(text, name, Settings)[1] if each.key in keys]
    if wrong:
        raise BadFileError(wrong)


def _data(path: Path) -> bytes:
    return default_config().encode() if is_missing(path) else bytes_of(path)
