"""A player on a session of a few lines, and a clock that the tests turn."""

import math

from backtimer.plan.session_file import session_from_text
from backtimer.workout.compile import compile_session
from backtimer.workout.events import (
    AnyEvent,
    StepEnded,
)
from backtimer.workout.player import Player


def player_of(main: str, away_after: float = math.inf) -> Player:
    text = f'format = 1\ntitle = "Test"\n{main}'
    return Player(compile_session(session_from_text(text, "test.toml")), away_after=away_after)


PLANK = '[[main]]\nexercise = "Plank"\nhold = "20-60s"\nsets = "2-3"\n'
PULL = '[[main]]\nexercise = "Pull-up"\nreps = "max"\nsets = 2\nrest = "90s"\n'
ROW = """
[[main]]
intervals = "Rowing"
rounds = 10
steps = [{ exercise = "Hard", time = "45s" }, { exercise = "Easy", time = "75s", effort = "easy" }]
"""


def run_to(player: Player, until: float, tick: float = 1.0) -> list[AnyEvent]:
    """Tick from the last look until a time."""
    happened: list[AnyEvent] = []
    now = player._seen or 0.0
    while now < until:
        now = min(now + tick, until)
        happened += player.advance(now)
    return happened


def ended(events: list[AnyEvent]) -> list[StepEnded]:
    return [event for event in events if isinstance(event, StepEnded)]
