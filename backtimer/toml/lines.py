"""A scanner of TOML texts that finds the line of each key, which no TOML library says.

It is no parser: `key_lines` is asked only of texts that tomli has parsed, so that it may trust them
to be valid, and only has to tell keys from values. The other functions are about texts that tomli
would take too long for, or refuses without a line; they look at tokens alone.
"""

import re
from collections import Counter

import tomli

from backtimer.toml.decode import KeyPath

# A token, and the blanks after it. It is made not to backtrack, with possessive quantifiers (`++`)
# and a match for whatever is not closed: hostile files, too, are scanned in linear time.
_LEXEME = (
    r"(?:(?P<comment>#[^\n]*)|(?P<newline>\n\s*)|(?P<space>[ \t\r]+)"
    # A string that is never closed is one token up to the end: were its first quote a token of its
    # own, each later quote would be tried as a beginning again, in quadratic time.
    r'|(?P<string>"""(?:\\.|[^\\])*?(?:"""(?!")|\\?\Z)|\'\'\'.*?(?:\'\'\'(?!\')|\Z)'
    r'|"(?:[^"\\\n]++|\\[^\n])*+"?|\'[^\'\n]*\'?)'
    r'|(?P<mark>[\[\]{}=,.])|(?P<bare>[^\s\[\]{}=,.#"\']+))[ \t\r]*+'
)


def key_lines(text: str) -> dict[KeyPath, int]:
    """The line (from 1) of every key, table and list entry of a *valid* TOML text."""
    scan = _Scan(text)
    scan.document()
    return scan.lines


def comments(text: str) -> list[str]:
    """Every comment of a text in order, each from its "#" on."""
    found = (
        match for match in re.finditer(_LEXEME, text, re.DOTALL) if match.lastgroup == "comment"
    )
    return [match[0].rstrip() for match in found]


def has_longer_key(text: str, most: int) -> bool:
    """Whether a dotted key or number in a text has more than `most` parts. It need not be TOML."""
    # A dotted key stands on one line, and hardly any line has so many dots, so that most texts need
    # not be scanned.
    has_dots = any(line.count(".") >= most for line in text.split("\n"))
    return has_dots and longest_key(text) > most


def longest_key(text: str) -> int:
    """The parts of the longest dotted key or number in a text, which need not be valid TOML."""
    longest, parts, before = 1, 1, ""
    for _, mark, _ in _tokenised(text):
        if mark == ".":
            parts += 1
        elif before != ".":
            parts = 1
        longest, before = max(longest, parts), mark
    return longest


def line_of_depth(text: str, most: int) -> int:
    """The first line on which more than `most` brackets are open; 0 if there is none."""
    depth = 0
    for kind, mark, line in _tokenised(text):
        if kind == "mark":
            depth += (mark in "[{") - (mark in "]}")
        if depth > most:
            return line
    return 0


def line_of_digits(text: str, most: int) -> int:
    """The first line with a number of more than `most` digits; 0 if there is none."""
    for kind, word, line in _tokenised(text):
        if kind == "bare" and len(word) > most and sum(map(str.isdecimal, word)) > most:
            return line
    return 0


def line_of(lines: dict[KeyPath, int], path: KeyPath) -> int:
    """The line of a path, or of the innermost table around it that has one; else 1."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _tokenised(text: str) -> list[tuple[str, str, int]]:
    """The kind, text and line of each token but comments and blanks; at last one of kind "end"."""
    tokens, line = [], 1
    for match in re.finditer(_LEXEME, text, re.DOTALL):
        kind = match.lastgroup or ""
        word = match[kind]
        if kind not in ("comment", "space"):
            tokens.append((kind, word, line))
        if kind in ("newline", "string"):
            line += word.count("\n")
    return [*tokens, ("end", "", line)]


class _Scan:
    """One pass over the tokens of a valid text: recursive descent, without looking at values."""

    def __init__(self, text: str) -> None:
        self.lines: dict[KeyPath, int] = {}
        self._tokens = _tokenised(text)
        self._at = 0
        self._entries: Counter[KeyPath] = Counter()

    def document(self) -> None:
        """Scan all statements: headers, and keys with their values."""
        table: KeyPath = ()
        while self._kind() != "end":
            if self._kind() == "newline":
                self._at += 1
            elif self._mark() == "[":
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> KeyPath:
        """Scan a header, [a.b] or [[a.b]]; return the path of the table that it opens."""
        line, opened = self._line(), self._at
        while self._mark() == "[":
            self._at += 1
        is_list = self._at - opened == 2
        # "[[a]]" appends a table to the list `a`; in "[a.b]" after it, `a` means the last of them.
        *outer, last = self._keys()
        path: KeyPath = ()
        for key in outer:
            self.lines.setdefault((*path, key), line)
            path = self._entered((*path, key))
        path = (*path, last)
        if is_list:
            self._entries[path] += 1
            self.lines.setdefault(path, line)
            path = self._entered(path)
        self.lines.setdefault(path, line)
        while self._mark() == "]":
            self._at += 1
        return path

    def _entered(self, path: KeyPath) -> KeyPath:
        """The table that a path means in a header: of a list of tables, the last one so far."""
        return (*path, self._entries[path] - 1) if path in self._entries else path

    def _pair(self, table: KeyPath) -> None:
        """Scan a key, which may be dotted, "=", and its value."""
        line = self._line()
        path = table
        for key in self._keys():
            path = (*path, key)
            self.lines.setdefault(path, line)
        self._at += 1
        self._value(path)

    def _keys(self) -> list[str]:
        """Scan the parts of a dotted key."""
        keys = []
        while True:
            kind, text, _ = self._tokens[self._at]
            # tomli undoes the escapes of a quoted key.
            keys.append(tomli.loads(f"key = {text}")["key"] if kind == "string" else text)
            self._at += 1
            if self._mark() != ".":
                return keys
            self._at += 1

    def _value(self, path: KeyPath) -> None:
        """Scan a value: into lists and inline tables, past anything else."""
        if self._mark() == "[":
            self._list(path)
        elif self._mark() == "{":
            self._inline_table(path)
        else:
            while self._mark() not in tuple(",]}") and self._kind() not in ("newline", "end"):
                self._at += 1

    def _list(self, path: KeyPath) -> None:
        self._at += 1
        number = 0
        while self._mark() != "]":
            if self._kind() == "newline":
                self._at += 1
            elif self._mark() == ",":
                number += 1
                self._at += 1
            else:
                self.lines[*path, number] = self._line()
                self._value((*path, number))
        self._at += 1

    def _inline_table(self, path: KeyPath) -> None:
        self._at += 1
        while self._mark() != "}":
            if self._mark() == "," or self._kind() == "newline":
                self._at += 1
            else:
                self._pair(path)
        self._at += 1

    def _kind(self) -> str:
        return self._tokens[self._at][0]

    def _mark(self) -> str:
        kind, text, _ = self._tokens[self._at]
        return text if kind == "mark" else ""

    def _line(self) -> int:
        return self._tokens[self._at][2]
