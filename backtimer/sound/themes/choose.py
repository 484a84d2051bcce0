"""The theme that was chosen by name; if it is no good, the default one and the reason why."""

from pathlib import Path
from typing import TYPE_CHECKING

from backtimer.sound.themes.find import find_theme, theme_folders
from backtimer.sound.themes.theme import SHIPPED, Theme, default_theme, shipped_theme

if TYPE_CHECKING:
    from backtimer.toml.read import BadFileError


def theme_or_default(name: str, own_folder: Path) -> "tuple[Theme, BadFileError | None]":
    """The theme called `name` and None, or the default and what is wrong with that one."""
    folder = theme_folders(own_folder).get(name)
    if folder is not None and folder.parent == SHIPPED:
        return shipped_theme(name), None

    # A shipped theme is read without what finds mistakes, which takes a while to load.
    from backtimer.sound.themes.read import read_theme
    from backtimer.toml.read import BadFileError

    try:
        return read_theme(find_theme(name, own_folder)), None
    except BadFileError as error:
        return default_theme(), error
