"""Whatever is in the file, nothing comes of it but a theme that plays, or a BadFileError."""

import string
import tempfile
from array import array
from contextlib import suppress
from pathlib import Path
from typing import Any

import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from backtimer.sound.pcm import LOUDEST, RATE
from backtimer.sound.themes.format import FILE_NAME, NoteLine, SoundFile, ThemeFile
from backtimer.sound.themes.read import read_theme
from backtimer.sound.themes.theme import SHIPPED
from backtimer.toml.read import BadFileError
from backtimer.workout.signals import Signal
from tests.sound.themes.own import write

KEYS = st.sampled_from(
    [
        *ThemeFile.__struct_fields__,
        *Signal,
        *NoteLine.__struct_fields__,
        *SoundFile.__struct_fields__,
        "x_own",
        "bogus",
    ]
)
SCRAPS = (
    st.integers()
    | st.floats()
    | st.booleans()
    | st.sampled_from(["A4", "soft", "bell.wav", "cues.toml", "..", "/", "", "\0", "a/b\\c"])
    | st.text(string.printable, max_size=20)
)
VALUES = st.recursive(
    SCRAPS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=12,
)
NOTES = st.lists(st.dictionaries(st.sampled_from(NoteLine.__struct_fields__), SCRAPS), max_size=3)
ENTRIES = NOTES | st.fixed_dictionaries({"file": SCRAPS}) | VALUES
THEMES = st.dictionaries(KEYS, VALUES) | st.fixed_dictionaries(
    {"format": st.just(1), "title": st.just("T")},
    optional={
        "level": SCRAPS,
        "harmonics": st.lists(SCRAPS, max_size=3),
        "cues": st.dictionaries(
            st.sampled_from([signal.value for signal in Signal]), ENTRIES, max_size=4
        ),
    },
)


@given(THEMES)
def test_tables_of_every_kind(table: dict[str, Any]) -> None:
    text = tomli_w.dumps(table)
    with tempfile.TemporaryDirectory() as folder:
        play_if_it_can_be_read(write(Path(folder), text))


@given(st.text())
def test_any_text(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        play_if_it_can_be_read(write(Path(folder), text))


@given(st.data())
def test_a_theme_with_a_piece_torn_out_or_put_in(data: st.DataObject) -> None:
    text = (SHIPPED / "soft" / FILE_NAME).read_text()
    start, end = sorted(data.draw(st.integers(0, len(text))) for _ in range(2))
    piece = data.draw(st.sampled_from(["", "[", "}", '"', "=", "9", "-", "e9", "\n", "x_"]))
    kept = end if data.draw(st.booleans()) else start
    with tempfile.TemporaryDirectory() as folder:
        play_if_it_can_be_read(write(Path(folder), text[:start] + piece + text[kept:]))


def play_if_it_can_be_read(folder: Path) -> None:
    with suppress(BadFileError):
        theme = read_theme(folder)
        for signal in Signal:
            pcm = theme.tone(signal)
            assert isinstance(pcm, array)
            assert 0 < len(pcm) <= 5 * RATE
            assert max(map(abs, pcm)) <= LOUDEST + 1
