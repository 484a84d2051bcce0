"""What the screen says of the sound."""

from pathlib import Path

import pytest

from backtimer.runtime.context import Options
from backtimer.sound.outputs import OUTPUT_VARIABLE
from tests.tui.stage import on_stage, written


@pytest.fixture
def missing_voice(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """The settings ask for a voice that this machine has not."""
    home.mkdir()
    (home / "config.toml").write_text('[voice]\nengine = "system"\n')
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv(OUTPUT_VARIABLE, "none")


@pytest.mark.usefixtures("missing_voice")
async def test_a_voice_that_was_asked_for_and_is_missing_is_told_of_on_the_screen(
    tmp_path: Path,
) -> None:
    file = written(tmp_path, 'title = "Short"\n[[main]]\nexercise = "Plank"\nhold = "10s"\n')
    async with on_stage(file, options=Options()) as stage:
        await stage.comes_to_show("pip install hibari-tts")
        assert len(stage.told) == 1
