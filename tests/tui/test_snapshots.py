"""How the screens look, kept as pictures; `--snapshot-update` draws them anew."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from backtimer.files import folders
from backtimer.log.logbook import Logbook
from backtimer.runtime.context import Options
from tests.log.test_page import WORKOUT
from tests.tui.stage import QUIET, Stage, app_for, written
from tests.tui.texts import INTERVALS, LED, LONG_NAMES, MOST, PLANK, ROWS, SIDES

Snap = Callable[..., bool]

WIDE, USUAL, LOW, NARROW, LINE = (100, 30), (80, 24), (60, 15), (40, 12), (60, 4)

SCENES = {
    "get ready": (INTERVALS, USUAL, 2, ()),
    "work": (INTERVALS, WIDE, 22, ()),
    "easy": (INTERVALS, LOW, 45, ()),
    "hold past enough": (PLANK, USUAL, 23, ()),
    "reps": (ROWS, NARROW, 5, ()),
    "led reps": (LED, USUAL, 13, ()),
    "switch": (SIDES, USUAL, 32, ()),
    "rest with the set just done": (ROWS, USUAL, 5, ("enter", "right", "up")),
    "as many as possible": (MOST, WIDE, 5, ("enter",)),
    "one line": (PLANK, LINE, 23, ()),
    "stopping": (ROWS, USUAL, 5, ("s",)),
    "a long name in a narrow rest": (LONG_NAMES, NARROW, 5, ("enter", "right")),
    "advice in a low terminal": (LONG_NAMES, NARROW, 5, ("s", "down", "down", "enter")),
    "help": (ROWS, WIDE, 5, ("question_mark",)),
}


@pytest.mark.parametrize("name", SCENES)
def test_a_moment_of_a_workout(name: str, tmp_path: Path, snap_compare: Snap) -> None:
    assert snapped(SCENES[name], QUIET, tmp_path, snap_compare)


def test_a_light_theme(tmp_path: Path, snap_compare: Snap) -> None:
    assert snapped(
        SCENES["work"], Options(sound=False, theme="textual-light"), tmp_path, snap_compare
    )


@pytest.mark.parametrize("size", [USUAL, NARROW])
def test_a_past_set_that_is_put_right(size: tuple[int, int], snap_compare: Snap) -> None:
    Logbook(folders.logs()).save(WORKOUT)
    app, turned = app_for()

    async def play(pilot: Pilot[None]) -> None:
        stage = Stage(pilot, turned)
        await stage.settles()
        await stage.press("h", "enter", "down", "down", "e", "right")

    assert snap_compare(app, terminal_size=size, run_before=play)


def snapped(
    view: tuple[str, tuple[int, int], float, tuple[str, ...]],
    options: Options,
    folder: Path,
    snap_compare: Snap,
) -> bool:
    """Whether a workout looks as it did, some seconds in and after some keys."""
    text, size, seconds, keys = view
    app, turned = app_for(written(folder, text), options)

    async def play(pilot: Pilot[None]) -> None:
        stage = Stage(pilot, turned)
        await stage.settles()
        await stage.waits(seconds)
        if keys:
            await stage.press(*keys)

    return snap_compare(app, terminal_size=size, run_before=play)
