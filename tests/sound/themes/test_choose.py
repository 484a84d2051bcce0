import subprocess
import sys
from pathlib import Path

import pytest

from backtimer.sound.themes.choose import theme_or_default
from backtimer.sound.themes.theme import default_theme, shipped_theme
from backtimer.workout.signals import Signal


def test_a_shipped_one_is_given(tmp_path: Path) -> None:
    assert theme_or_default("gym-loud", tmp_path) == (shipped_theme("gym-loud"), None)


def test_ones_own_is_given(tmp_path: Path) -> None:
    mine = tmp_path / "soft" / "cues.toml"
    mine.parent.mkdir()
    mine.write_text('format = 1\ntitle = "My soft"\n[cues]\ngo = [{ pitch = 440, length = 1 }]')
    theme, error = theme_or_default("soft", tmp_path)
    assert error is None
    assert theme.title == "My soft"
    assert theme.length_of(Signal.GO) == pytest.approx(1.04)


def test_a_broken_one_is_reported_and_the_default_used(tmp_path: Path) -> None:
    mine = tmp_path / "mine" / "cues.toml"
    mine.parent.mkdir()
    mine.write_text('format = 1\ntitle = "Mine"\n[cues]\ngo = { file = "bell.wav" }')
    theme, error = theme_or_default("mine", tmp_path)
    assert theme is default_theme()
    assert str(error) == f'{mine}:4: cues.go.file: "bell.wav": no such file'


def test_so_is_one_that_is_not_there(tmp_path: Path) -> None:
    theme, error = theme_or_default("softer", tmp_path)
    assert theme is default_theme()
    assert str(error) == '"softer": no cue theme has that name; did you mean "soft"?'


def test_a_shipped_one_is_had_without_loading_what_finds_mistakes(tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
from backtimer.sound.themes.choose import theme_or_default
theme_or_default("soft", Path(sys.argv[1]))
print([name for name in ("backtimer.toml.read", "miniaudio") if name in sys.modules])
"""
    command = [sys.executable, "-c", program, str(tmp_path)]
    assert subprocess.check_output(command, text=True) == "[]\n"
