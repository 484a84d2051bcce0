"""Day A led from end to end, and the ways out of the program."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from backtimer.log.logbook import Logbook
from backtimer.workout.events import Ending
from tests.journeys.terminal import Terminal

CTRL_Q = "\x11"


@pytest.fixture
def opened() -> Iterator[list[Terminal]]:
    """Terminals, each closed in the end."""
    terminals: list[Terminal] = []
    yield terminals
    for terminal in terminals:
        terminal.close()


def test_day_a_is_led_from_end_to_end(home: Path, opened: list[Terminal]) -> None:
    terminal = Terminal(home, "run", "day-a", "--speed", "600", "--log", "--no-sound")
    opened.append(terminal)
    own_pace = ["REPS +Arm circles", "REPS +Band pull-apart"]
    own_pace += [f"REPS +Lat pulldown.*set {number} of 3" for number in (1, 2, 3)]
    row = "Single-arm dumbbell row"
    sides = ("left", "right")
    own_pace += [f"REPS +{side}: {row}.*set {n} of 3" for n in (1, 2, 3) for side in sides]
    for wanted in own_pace:
        terminal.wait_for(wanted)
        terminal.press("enter")
    terminal.wait_for("Well done: all of it")
    terminal.leave_summary()
    assert terminal.end() == 0
    assert terminal.is_restored()
    [record] = Logbook(home / "logs").records()
    assert (record.session, record.outcome) == ("day-a", Ending.FINISHED)
    done = [(each.exercise, each.set, each.side) for each in record.sets if each.is_done]
    assert len(done) == len(set(done)) == 3 + 3 + 6 + 3 + 3, "every set once"
    assert record.sets[0].seconds == 480, "the warm-up ran to its upper end by itself"
    planks = [each.seconds for each in record.sets if each.exercise == "Plank"]
    assert planks == [60, 60, 60]


@pytest.mark.parametrize("key", ["q", CTRL_Q])
def test_home_is_left_as_it_was_entered(home: Path, opened: list[Terminal], key: str) -> None:
    terminal = Terminal(home, "--no-sound")
    opened.append(terminal)
    terminal.wait_for("Day A")
    terminal.press(key)
    assert terminal.end() == 0
    assert terminal.is_restored()
