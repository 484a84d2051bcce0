"""Words from files and people, made safe to show."""

import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode's kinds of characters that act instead of being seen: C0 and C1 controls (escape codes
start with one), bidirectional and zero-width marks, lone surrogates, line separators."""

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_MARKS = frozenset({"Mn", "Me"})
"""Unicode's kinds of characters that are put onto the one before: accents."""
_MOST_MARKS = 4
"""As many of them as any script needs; a thousand would cover the lines around them."""


def sanitize(text: str) -> str:
    """`text` on one line with nothing in it that a terminal would obey.

    Line breaks and tabs become spaces, every other unseen character becomes a replacement mark, as
    do accents heaped upon one another.
    """
    if text.isascii() and text.isprintable():
        return text
    shown, marks = [], 0
    for character in text:
        kind = unicodedata.category(character)
        marks = marks + 1 if kind in _MARKS else 0
        if kind in _UNSEEN:
            shown.append(" " if character.isspace() else _REPLACEMENT)
        else:
            shown.append(character if marks <= _MOST_MARKS else _REPLACEMENT)
    return "".join(shown)
