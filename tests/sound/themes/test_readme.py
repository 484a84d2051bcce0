"""The themes' README: its example works, and it has every key with its default."""

import re
from pathlib import Path

from msgspec.structs import fields

from backtimer.sound.score import MEANING
from backtimer.sound.themes.format import NoteLine, SoundFile, ThemeFile
from backtimer.sound.themes.read import read_theme
from backtimer.sound.themes.theme import SHIPPED
from backtimer.workout.signals import Signal
from tests.sound.recordings import write_wav
from tests.sound.themes.own import write

README = (SHIPPED / "README.md").read_text(encoding="utf-8")


def table(heading: str) -> dict[str, str]:
    """The rows below a heading by the keys they explain."""
    section = README.partition(f" {heading}\n")[2].partition("\n#")[0]
    rows = re.findall(r"^\| (`.*?) \| (.*) \|$", section, re.MULTILINE)
    return {key: row for keys, row in rows for key in re.findall(r"`\[?(\w+)\]?`", keys)}


def test_its_example_is_a_theme(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    write_wav(tmp_path / "mine" / "bell.wav")
    theme = read_theme(write(tmp_path / "mine", example))
    assert theme.title == "Mine: a bell for work"


def test_it_explains_every_key_with_its_default() -> None:
    for kind, heading in ((ThemeFile, "The file"), (NoteLine, "Notes"), (SoundFile, "Sound files")):
        rows = table(heading)
        assert list(rows) == [field.name for field in fields(kind)]
        for field in fields(kind):
            said = rows[field.name].rsplit(" | ", 1)[-1].strip("`")
            if field.required:
                assert said == "must be there"
            elif isinstance(field.default, float):
                assert float(said) == field.default
            elif isinstance(field.default, tuple):
                assert said == str(list(field.default))


def test_it_tells_every_signal_in_the_words_of_the_sound_test() -> None:
    rows = table("The cues")
    assert list(rows) == [signal.value for signal in Signal]
    led = {Signal.LIFT, Signal.HOLD, Signal.LOWER}
    assert all(rows[signal].startswith(MEANING[signal]) for signal in Signal if signal not in led)
