"""One value in the settings file changed, and nothing else in it."""

import codecs
from pathlib import Path
from typing import Any

from backtimer.plan.lines import comments
from backtimer.plan.read import (
    BadFileError,
    Complaint,
    bytes_of,
    data_from_text,
    draft_from_text,
    text_of,
)
from backtimer.settings.files import is_missing, write
from backtimer.settings.first import first_config
from backtimer.settings.settings import Settings

Value = str | int | float
"""What can be written: an enumeration's member counts as its word, a Quiet as its text."""


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
    write(path, _like(before, text))
    return draft_from_text(text, str(path), Settings)[0]


def changed(text: str, key: str, value: Value, name: str) -> str:
    """The text of a settings file with one value changed; `name` stands for the file.

    Raises BadFileError if the value is not allowed or anything else would be lost.
    """
    table, setting = key.split(".")
    _refuse_wrong(text, name, {table})
    wanted: dict[str, Any] = data_from_text(text, name)
    wanted[table] = wanted.get(table, {}) | {setting: value}
    edited = _edited(text, table, setting, value)
    found = _data_if_any(edited)
    if found is not None:
        _refuse_wrong(edited, name, {table, key})
    if found != wanted or comments(edited) != comments(text):
        message = "cannot be changed without harm to the rest; change it by hand"
        raise BadFileError([Complaint(name, 0, key, message)])
    return edited


def _refuse_wrong(text: str, name: str, keys: set[str]) -> None:
    """Raise BadFileError if anything is wrong with one of the keys; the rest is not asked about."""
    wrong = [each for each in draft_from_text(text, name, Settings)[1] if each.key in keys]
    if wrong:
        raise BadFileError(wrong)


def _data_if_any(text: str) -> dict[str, object] | None:
    """What a text says; None if it is not TOML any more."""
    try:
        return data_from_text(text, "")
    except BadFileError:
        return None


def _edited(text: str, table: str, key: str, value: Value) -> str:
    """The text with the value in it; the text itself where the library cannot cope with it."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document: Any = tomlkit.parse(text)
        if table not in document:
            document.append(table, tomlkit.table())
        if key in document[table]:
            document[table][key] = value
        else:
            _add(document[table], key, value)
        return tomlkit.dumps(document)
    except (TOMLKitError, RecursionError):
        return text


def _add(table: Any, key: str, value: Value) -> None:
    """Put a key after the last one, before the empty lines and comments that end a table."""
    from tomlkit.items import Table

    if not isinstance(table, Table):  # in one line, or in several places
        table[key] = value
        return
    body, after = table.value.body, []
    while body and body[-1][0] is None:
        after.append(body.pop())
    table.append(key, value)
    body.extend(reversed(after))


def _data(path: Path) -> bytes:
    return first_config().encode() if is_missing(path) else bytes_of(path)


def _like(before: bytes, text: str) -> bytes:
    """A text as bytes, with the mark at its start and the line ends that the file had before."""
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    ends = "\r\n" if b"\r\n" in before else "\n"
    return mark + text.replace("\n", ends).encode()
