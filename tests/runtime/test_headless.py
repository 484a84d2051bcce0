"""A workout needs no screen: keys and seconds go in, a log comes out, and no Textual is loaded."""

import subprocess
import sys
from pathlib import Path

from backtimer.log.logbook import Logbook
from backtimer.workout.events import Ending
from tests.runtime import headless

DAY_A = """
510s enter 20s enter                     # warm, arms and band
40s enter 9 60s  40s enter 8 60s         # two sets of pulldowns, put right while resting
40s enter space 120s space 90s           # the phone rings after the third
45s enter 5s 45s enter 60s               # rows, left and right
45s enter 5s x 60s                       # the right arm is tired
45s enter b 45s enter 5s 45s enter 90s   # left once more: that one did not count
88s 60s 88s 60s 88s 90s                  # bridges, which run by themselves
60s 60s 43s enter x                      # planks: the second is short, the third left out
"""
LOGGED = """
Brisk walk, set 1: done, 480 s
Arm circles, set 1: done, 20 s
Band pull-apart, set 1: done, 20 s
Lat pulldown, set 1: done, 9 reps in 40 s
Lat pulldown, set 2: done, 8 reps in 40 s
Lat pulldown, set 3: done, 6 reps in 40 s
Single-arm dumbbell row, left, set 1: done, 8 reps in 45 s
Single-arm dumbbell row, right, set 1: done, 8 reps in 45 s
Single-arm dumbbell row, left, set 2: done, 8 reps in 45 s
Single-arm dumbbell row, right, set 2: skipped
Single-arm dumbbell row, left, set 3: done, 8 reps in 45 s
Single-arm dumbbell row, right, set 3: done, 8 reps in 45 s
Bridge, set 1: done, 8 reps in 88 s
Bridge, set 2: done, 8 reps in 88 s
Bridge, set 3: done, 8 reps in 88 s
Plank, set 1: done, 60 s
Plank, set 2: done, 43 s
Plank, set 3: left out
"""


def test_day_a_is_walked_to_its_log(home: Path) -> None:
    keys = [key for line in DAY_A.splitlines() for key in line.partition("#")[0].split()]
    root = Path(headless.__file__).parents[2]
    subprocess.run([sys.executable, "-m", headless.__name__, *keys], cwd=root, check=True)
    [record] = Logbook(home / "logs").records()
    assert (record.session, record.outcome) == ("day-a", Ending.FINISHED)
    assert (record.seconds.paused, record.seconds.total) == (120, _seconds(keys))
    assert [
        f"{each.exercise}{each.side and f', {each.side}'}, set {each.set}: {each.status}"
        f"{f', {each.reps} reps in' if each.reps else ',' if each.seconds else ''}"
        f"{f' {each.seconds:g} s' if each.seconds else ''}"
        for each in record.sets
    ] == LOGGED.strip().splitlines()
    assert not list((home / "state" / "journals").iterdir()), "all of it is in the log"


def _seconds(keys: list[str]) -> float:
    return sum(float(key[:-1]) for key in keys if key.endswith("s"))
