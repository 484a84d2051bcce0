"""Themes of one's own, for tests."""

from pathlib import Path

import pytest

from backtimer.sound.themes.format import FILE_NAME
from backtimer.sound.themes.read import read_theme
from backtimer.toml.read import BadFileError

HEAD = 'format = 1\ntitle = "Mine"\n'


def write(folder: Path, text: str) -> Path:
    """Write a theme's file; give its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE_NAME).write_text(text, encoding="utf-8")
    return folder


def complaints(folder: Path) -> list[str]:
    """What is said, without the name of the file in front."""
    with pytest.raises(BadFileError) as caught:
        read_theme(folder)
    files = {each.file for each in caught.value.complaints}
    assert files == {str(folder / FILE_NAME)}
    return [str(each).removeprefix(f"{folder / FILE_NAME}:") for each in caught.value.complaints]
