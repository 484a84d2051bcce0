"""The settings file, config.toml: read with every complaint, changed key by key, first written.

Reading is lenient, because no mistake in this file may keep anybody from a workout. Writing is
strict: one value changes, and comments, order and formatting stay as the person wrote them.
"""

from pathlib import Path
from typing import Any

from backtimer.files.atomic import replace_file
from backtimer.settings.settings import Settings
from backtimer.toml.annotations import description_of, fields_of
from backtimer.toml.edit import Value, bytes_like, with_values
from backtimer.toml.read import (
    BadFileError,
    bad_file,
    bytes_of,
    draft_from_text,
    table_from_text,
    text_of,
)
from backtimer.toml.table import Table

_TOP = """\
# The settings of backtimer: change what you like. What is left out has its default.
# "backtimer check config.toml" tells every mistake.
"""


def usable_settings(path: Path) -> tuple[Settings, BadFileError | None]:
    """The settings in a file, and an error with all that is wrong with it; None if nothing is.

    What is missing or wrong has its default, and so has everything where there is no file.
    """
    try:
        text = "" if _is_missing(path) else text_of(bytes_of(path), str(path))
        settings, complaints = draft_from_text(text, str(path), Settings)
    except BadFileError as error:
        return Settings(), error
    return settings, BadFileError(complaints) if complaints else None


def settings_from_text(text: str, name: str) -> Settings:
    """Read settings from TOML text, strictly; `name` stands for the file in complaints.

    Raises BadFileError with every complaint, each with its line and key.
    """
    return table_from_text(text, name, Settings)


def change(path: Path, key: str, value: Value) -> Settings:
    """Set one key, such as "sound.volume", in a settings file; return the settings it has then.

    Comments, order and formatting stay as they are; a file, table or key that is missing is added.
    Raises BadFileError, the file then being unchanged, if the value is not allowed, the file
    cannot be read or written, or anything else in it would be lost.
    """
    # Compare and swap: an editor may write the file while the new text is made from the old one.
    while True:
        before = _data(path)
        text = changed(text_of(before, str(path)), key, value, str(path))
        if _data(path) == before:
            break
    try:
        replace_file(path, bytes_like(before, text))
    except OSError as error:
        raise bad_file(path, f"cannot be written: {error.strerror}") from None
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


def default_config() -> str:
    """The text of the first settings file: every key with its default, under a comment on it."""
    head, tables = [_TOP], []
    for key, field in fields_of(Settings).items():
        if isinstance(field.default, Table):
            tables.append(f"\n[{key}]  # {description_of(field.type)}\n{_keys(field.default)}")
        else:
            head.append(_line(key, field.default))
    return "".join((*head, *tables))


def _is_missing(path: Path) -> bool:
    """Whether there is no such file; where that cannot be told, reading it says what is wrong."""
    try:
        path.lstat()  # a link to nowhere is a mistake to be told of, not a missing file
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False


def _data(path: Path) -> bytes:
    return default_config().encode() if _is_missing(path) else bytes_of(path)


def _refuse_wrong(text: str, name: str, keys: set[str]) -> None:
    """Raise BadFileError if one of the keys is wrong; mistakes in other keys may stay."""
    wrong = [each for each in draft_from_text(text, name, Settings)[1] if each.key in keys]
    if wrong:
        raise BadFileError(wrong)


def _keys(table: Table) -> str:
    return "".join(
        f"# {description_of(field.type)}\n{_line(key, field.default)}"
        for key, field in fields_of(type(table)).items()
    )


def _line(key: str, value: Any) -> str:
    import tomli_w  # needed only where there is no settings file yet

    return tomli_w.dumps({key: value if isinstance(value, int | float) else str(value)})
