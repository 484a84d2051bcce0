"""Day A without a screen: `python -m tests.runtime.headless KEY...`, and a log is written.

A word like "60s" turns the clock; any other is a key. Fails if Textual was loaded on the way.
"""

import sys
from collections.abc import Iterable
from operator import methodcaller

from backtimer.plan.find import find
from backtimer.plan.session_file import read_session
from backtimer.runtime.begin_workout import begin_workout
from backtimer.runtime.clock import Clock
from backtimer.runtime.context import AppContext, Options
from tests.runtime.frontend import Notices

TICK = 0.5
"""Seconds."""


def walk(words: Iterable[str]) -> None:
    """Walk Day A as the words say, and write its log."""
    seconds = 0.0
    context = AppContext(Notices(), Options(sound=False), lambda: Clock(source=lambda: seconds))
    workout = begin_workout(context, read_session(find("day-a")), {})
    runner, player = workout.runner, workout.runner.player
    commands = {"enter": player.next, "space": player.pause, "x": player.skip, "b": player.back}
    runner.begin()
    for word in words:
        if word.endswith("s"):
            end = seconds + float(word[:-1])
            while seconds < end:
                seconds += TICK
                runner.tick()
        elif word.isdecimal():
            runner.update_editor(methodcaller("type", word))
        else:
            runner.do(commands[word])
    workout.save()
    context.close()


if __name__ == "__main__":
    walk(sys.argv[1:])
    sys.exit("Textual was loaded" if "textual" in sys.modules else 0)
