"""Words from files and people, made safe to show."""

import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode's kinds of characters that act instead of being seen: C0 and C1 controls (escape codes
start with one), bidirectional and zero-width marks, lone surrogates, line separators."""


def plain(text: str) -> str:
    """`text` on one line with nothing in it that a terminal would obey.

    Line breaks and tabs become spaces, every other unseen character becomes a replacement mark.
    """
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def ago(seconds: float) -> str:
    """How long ago something was, for people: "just now", "12 minutes ago", "2 days ago"."""
    for size, unit in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if count := int(seconds // size) if seconds > 0 else 0:
            return f"{count} {unit}{'s' if count > 1 else ''} ago"
    return "just now"


def _shown(character: str) -> str:
    if unicodedata.category(character) not in _UNSEEN:
        return character
    return " " if character.isspace() else "\N{REPLACEMENT CHARACTER}"
