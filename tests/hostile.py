"""Words that somebody might put into a file to do harm with them, and what is left of them."""

import unicodedata
from itertools import groupby

WORDS = {
    "markup": "[red][/] [@click=app.quit]x[/] [$y] [link='z']",
    "escapes": "\x1b[2J\x1b]52;c;b3duZWQ=\x07\x1bP\x9b31m\x9d0;x\x9c\x7f\x00",
    "line ends": "one\ntwo\r\nthree\u2028four\x85five\tsix",
    "directions": "\u202eabc\u2066def\u2069\u200f",
    "zero width": "a\u200bb\u200dc\ufeffd\u00ade",
    "accents": "Z" + "\u0301\u0336" * 90,
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f3cb\ufe0f\U0001f1ec\U0001f1e7",
    "parents": "../../../x",
    "a device": "CON",
    "a device with an ending": "NUL.txt",
    "dots": "...",
    "a path": "C:\\Windows\\x:y*?<>|\"'",
    "letters": "x" * 200,
    "a template": "{0} {name} %s %(x)d $y ${z}",
}
"""All are short enough to be a name in a session."""


def is_harmless(text: str) -> bool:
    """Whether nothing in a text acts on a terminal, or covers the lines around it."""
    heaps = groupby(text, lambda each: unicodedata.category(each) in ("Mn", "Me"))
    return all(each.isprintable() or each == "\n" for each in text) and all(
        len(list(heap)) <= 4 for is_marks, heap in heaps if is_marks
    )
