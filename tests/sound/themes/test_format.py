import pytest

from backtimer.sound.themes.format import hertz


@pytest.mark.parametrize(
    ("written", "pitch"),
    [
        (440, 440),
        (659.3, 659.3),
        ("A4", 440),
        ("a4", 440),
        ("C5", 523),
        ("C#5", 554),
        ("Db5", 554),
        ("B4", 494),
        ("b4", 494),
        ("Bb4", 466),
        ("Cb5", 494),
        ("B#4", 523),
        ("G6", 1568),
        ("A1", 55),
        ("D#9", 9956),
    ],
)
def test_a_pitch_is_hertz_or_a_note(written: float | str, pitch: float) -> None:
    assert hertz(written) == pitch


@pytest.mark.parametrize("word", ["", "H5", "A", "A44", "A##4", "440", "A-1", "A\u0664"])
def test_other_words_are_told_what_to_write(word: str) -> None:
    with pytest.raises(ValueError, match='write Hz, such as 440, or a note, such as "A4"'):
        hertz(word)


@pytest.mark.parametrize("pitch", [49.9, 10_000.1, -440, 0, "G1", "E9", float("nan"), float("inf")])
def test_what_small_speakers_or_ears_cannot_do_is_refused(pitch: float | str) -> None:
    with pytest.raises(ValueError, match="not between 50 and 10000 Hz"):
        hertz(pitch)
