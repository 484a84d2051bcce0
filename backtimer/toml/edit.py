"""Values in a TOML text changed, and nothing else: comments, order and formatting stay."""

import codecs
from collections.abc import Callable, Mapping
from typing import Any

from backtimer.toml.decode import KeyPath
from backtimer.toml.lines import comments
from backtimer.toml.read import BadFileError, bad_file, data_from_text, key_text

Value = str | int | float
"""What can be written: an enumeration's member counts as its word, a Quiet as its text."""


def with_values(
    text: str,
    place: KeyPath,
    values: Mapping[str, Value | None],
    name: str,
    check: Callable[[str], object] = lambda _: None,
) -> str:
    """A TOML text with some keys of one table set, or taken out where None; `name` is the file's.

    A key that is missing goes after the last one, a table that is missing to the end. `check`
    raises BadFileError if the text as it is then may not be. Raises BadFileError as well if it is
    not TOML, or if anything else would be lost.
    """
    wanted = data_from_text(text, name)
    table: Any = wanted
    for part in place:
        table = table[part] if isinstance(part, int) else table.setdefault(part, {})
    for key, value in values.items():
        if value is None:
            table.pop(key, None)
        else:
            table[key] = value
    edited = _edited(text, place, values)
    found = _data_if_any(edited)
    if found is not None:
        check(edited)
    if found != wanted or comments(edited) != comments(text):
        message = "cannot be changed without harm to the rest; change it by hand"
        raise bad_file(name, message, key=key_text((*place, *values)))
    return edited


def bytes_like(before: bytes, text: str) -> bytes:
    """A text as bytes, with the mark at its start and the line ends that a file had before."""
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    ends = "\r\n" if b"\r\n" in before else "\n"
    return mark + text.replace("\n", ends).encode()


def _data_if_any(text: str) -> dict[str, object] | None:
    """What a text says; None if it is not TOML any more."""
    try:
        return data_from_text(text, "")
    except BadFileError:
        return None


def _edited(text: str, place: KeyPath, values: Mapping[str, Value | None]) -> str:
    """The text with the values in it; the text itself where the library cannot cope with it."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document: Any = tomlkit.parse(text)
        table = document
        for part in place:
            if isinstance(part, str) and part not in table:
                table.append(part, tomlkit.table())
            table = table[part]
        for key, value in values.items():
            _set(table, key, value)
        return tomlkit.dumps(document)
    except (TOMLKitError, RecursionError):
        return text


def _set(table: Any, key: str, value: Value | None) -> None:
    if value is None:
        table.pop(key, None)
    elif key in table:
        table[key] = value
    else:
        _add(table, key, value)


def _add(table: Any, key: str, value: Value) -> None:
    """Put a key after the last one, before the empty lines and comments that end a table."""
    from tomlkit.items import Table

    if not isinstance(table, Table):  # in one line, in several places, or the whole document
        table[key] = value
        return
    body, after = table.value.body, []
    while body and body[-1][0] is None:
        after.append(body.pop())
    table.append(key, value)
    body.extend(reversed(after))
