"""A changed setting is heard: the latest only, as soon as it can be."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from backtimer.files import folders
from backtimer.runtime.sound_preview import SIGNALS, SoundPreview, source_of
from backtimer.settings.settings import Settings
from backtimer.settings.settings_file import settings_from_text
from backtimer.sound.interface import Silent
from backtimer.sound.setup import Setup
from backtimer.sound.speaker import Speaker
from tests.sound.processes import eventually


def speaker_with(folder: Path, engine: str) -> Speaker:
    setup = Setup(output="none", engine=engine, phrases=folder / "phrases")
    return Speaker(on_trouble=lambda _: None, setup=setup)


@pytest.fixture
def speaker(tmp_path: Path) -> Iterator[Speaker]:
    """A speaker with a voice, and no device."""
    with closing(speaker_with(tmp_path, "espeak")) as speaker:
        yield speaker


def begun(speaker: Speaker) -> int:
    return speaker.health.begun if speaker.health else 0


def test_a_cue_theme_is_heard_in_a_few_cues_once_sound_runs(speaker: Speaker) -> None:
    preview = SoundPreview()
    preview.play("sound.theme", Settings(), speaker)
    assert not speaker._plan
    speaker.start()
    assert speaker.wait_until_settled(10)
    preview.poll(speaker)
    assert [each.signal for each in speaker._plan] == [cue for _, cue in SIGNALS]
    assert eventually(lambda: begun(speaker) == 1)
    first = speaker._plan
    preview.poll(speaker)
    assert speaker._plan == first, "it is heard once"
    preview.play("sound.theme", Settings(), speaker)
    assert len(speaker._plan) == len(SIGNALS), "and again in the place of what was left"
    preview.play("screen.theme", Settings(), speaker)
    assert not speaker._plan


def test_a_voice_says_a_few_words_once_it_has_made_them(speaker: Speaker) -> None:
    speaker.start()
    assert speaker.wait_until_settled(10)
    preview = SoundPreview()
    preview.play("voice.speed", Settings(), speaker)
    assert eventually(lambda: speaker.voice.get("Plank. 20 seconds."))
    preview.poll(speaker)
    assert eventually(lambda: begun(speaker) == 1)
    assert preview.trouble == ""


def test_a_language_that_is_broken_is_told_and_english_is_spoken() -> None:
    folders.languages().mkdir(parents=True)
    (folders.languages() / "mine.toml").write_text("format = 1\n")
    preview = SoundPreview()
    settings = settings_from_text('[voice]\nlanguage = "mine"\n', "t")
    preview.play("voice.language", settings, Silent())
    assert "mine.toml" in preview.trouble
    assert preview.trouble.endswith("English is spoken instead.")
    preview.play("sound.theme", settings, Silent())
    assert preview.trouble == ""


def test_what_is_heard_through_what_is_told(speaker: Speaker, tmp_path: Path) -> None:
    assert source_of("screen.theme", speaker) == ""
    assert source_of("voice.engine", Silent()) == "There is no sound."
    assert source_of("sound.theme", speaker) == "", "nobody knows yet"
    speaker.start()
    assert eventually(lambda: source_of("voice.engine", speaker).startswith("Spoken by: espeak"))
    assert eventually(lambda: source_of("sound.theme", speaker).startswith("Heard through: "))
    speaker.muted = True
    assert source_of("sound.theme", speaker) == "The sound is off now."
    with closing(speaker_with(tmp_path, "none")) as tones:
        assert source_of("voice.level", tones) == "The voice is turned off."
