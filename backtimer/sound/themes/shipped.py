"""The themes that come with backtimer."""

from functools import cache
from pathlib import Path

import msgspec

from backtimer.sound.themes.compose import tunes_of
from backtimer.sound.themes.format import DEFAULT_NAME, FILE_NAME, ThemeFile
from backtimer.sound.themes.theme import Theme

SHIPPED = Path(__file__).parent
"""The folder of the shipped themes."""


@cache
def shipped_theme(name: str) -> Theme:
    """Give the shipped theme called `name`, which must be one; it has notes for every cue.

    The tests hold these files to all rules, so here they are taken at their word: loading what
    finds mistakes would delay the first sound by 50 ms.
    """
    data = (SHIPPED / name / FILE_NAME).read_bytes()
    file = msgspec.toml.decode(data, type=ThemeFile)
    return Theme(name, file.title, tunes_of(file))


def default_theme() -> Theme:
    """Give the theme that is used unless another is chosen."""
    return shipped_theme(DEFAULT_NAME)
