"""Format-preserving edits of TOML: values change, and comments, order and formatting stay.

tomlkit makes the edit. Its result is verified rather than trusted: the data have to be those that
were wanted, and all comments still there.
"""

import codecs
from collections.abc import Callable, Mapping
from typing import Any

from backtimer.toml.decode import KeyPath
from backtimer.toml.lines import comments
from backtimer.toml.read import BadFileError, bad_file, data_from_text, key_text

Value = str | int | float
"""What can be written; a member of a string enumeration is its word."""


def with_values(
    text: str,
    place: KeyPath,
    values: Mapping[str, Value | None],
    name: str,
    check: Callable[[str], object] = lambda _: None,
) -> str:
    """A TOML text with values set in the table at `place`; the value None removes a key.

    A missing key is added after the last one of the table, a missing table at the end. `name` is
    the file's in complaints, and `check` may raise BadFileError to refuse the edited text. Raises
    BadFileError as well if the text is not TOML, or if the edit would lose anything else.
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
    """A text as bytes, with the byte order mark and the line ends that the file had before."""
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    ends = "\r\n" if b"\r\n" in before else "\n"
    return mark + text.replace("\n", ends).encode()


def _data_if_any(text: str) -> dict[str, object] | None:
    """The data in a text; None if it is not TOML."""
    try:
        return data_from_text(text, "")
    except BadFileError:
        return None


def _edited(text: str, place: KeyPath, values: Mapping[str, Value | None]) -> str:
    """The edited text; the text as it was if tomlkit cannot cope with it."""
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
    """Add a key after the last one, but before the blank lines and comments that end the table.

    tomlkit would put it after them, where a comment is often about the next table.
    """
    from tomlkit.items import Table

    if not isinstance(table, Table):  # in one line, in several places, or the whole document
        table[key] = value
        return
    body, after = table.value.body, []
    while body and body[-1][0] is None:
        after.append(body.pop())
    table.append(key, value)
    body.extend(reversed(after))
