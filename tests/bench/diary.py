"""Believable logs of years of training: `python -m tests.bench.diary FOLDER COUNT`.

Three sessions a week up to now, with weeks missed, loads that grow, days that go badly.
"""

import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from backtimer.log.logbook import Logbook
from backtimer.log.record import (
    CompletedRound,
    CompletedSession,
    CompletedSet,
    Status,
    TimeBreakdown,
)
from backtimer.plan.session import Section
from backtimer.workout.events import Ending

DAYS = (0, 2, 4)
"""Days of the week on which somebody trains."""
NOTES = ("left shoulder stiff", "felt strong", "short of time", "grip gave out first", "")
LIFTS = {
    "day-a": (("Lat pulldown", 35), ("Single-arm dumbbell row", 12)),
    "day-b": (("Cable row", 30), ("Straight-arm pulldown", 15)),
    "day-c": (("Chest-supported row", 20), ("Face pull", 10)),
}


def diary(count: int, until: datetime) -> Iterator[CompletedSession]:
    """So many workouts, the newest first; the same ones for the same arguments."""
    chance = random.Random(7)  # noqa: S311 - nothing secret
    day, made = until, 0
    while made < count:
        if day.weekday() in DAYS and chance.random() < 0.9:
            yield workout(chance, day, count - made, sorted(LIFTS)[(count - made) % 3])
            made += 1
        day -= timedelta(days=1)


def keep(book: Logbook, count: int, until: datetime) -> Logbook:
    """Write such a diary into a logbook, and give that."""
    for record in diary(count, until):
        book.save(record)
    return book


def workout(
    chance: random.Random, started: datetime, number: int, session: str
) -> CompletedSession:
    """One of them; the loads grow with its number."""
    sets = [a_set("Arm circles", Section.WARM_UP, 1, 1, reps=chance.randint(10, 20))]
    for name, base in LIFTS[session]:
        load = f"{base + 0.5 * (number // 12 % 60):g} kg"
        for n in range(1, 4):
            bad = chance.random() < 0.03
            sets.append(
                a_set(
                    name, Section.MAIN, n, 3, load=load, rest=float(chance.randint(60, 100)),
                    **({"status": Status.SKIPPED} if bad else {"reps": chance.randint(7, 12)}),
                )
            )  # fmt: skip
    for n in range(1, 4):
        held = min(60.0, 20 + number % 200 / 5 + chance.uniform(-4, 4))
        sets.append(
            CompletedSet(
                exercise="Plank", section=Section.MAIN, status=Status.DONE, set=n, sets="3",
                target="20 to 60 s", target_seconds_low=20, target_seconds_high=60,
                seconds=round(held, 1), rest=60,
            )
        )  # fmt: skip
    for n in range(1, 7):
        for effort, length in (("hard", 45.0), ("easy", 75.0)):
            sets.append(
                CompletedSet(
                    exercise=f"Row {effort}", section=Section.COOL_DOWN, status=Status.DONE, set=1,
                    rounds=(CompletedRound(title="Rowing", round=n, of="6"),), effort=effort,
                    target=f"{length:g} s", target_seconds_low=length,
                    target_seconds_high=length, seconds=length,
                )
            )  # fmt: skip
    working, resting = float(chance.randint(900, 1500)), float(chance.randint(700, 1200))
    return CompletedSession(
        format=2,
        session=session,
        title=session.replace("-", " ").title(),
        started=started,
        ended=started + timedelta(seconds=working + resting),
        outcome=Ending.FINISHED if chance.random() < 0.95 else Ending.EARLY,
        feeling=chance.randint(2, 5),
        note=chance.choice(NOTES),
        seconds=TimeBreakdown(working=working, resting=resting, total=working + resting),
        sets=tuple(sets),
    )


def a_set(name: str, section: Section, number: int, sets: int, **more: object) -> CompletedSet:
    """A set of 8 to 12 reps that was done, unless said otherwise."""
    known: dict[str, object] = {"status": Status.DONE, "target": "8 to 12 reps", **more}
    return CompletedSet(
        exercise=name, section=section, set=number, sets=f"{sets}",
        target_reps_low=8, target_reps_high=12,
        **known,  # type: ignore[arg-type] # as said
    )  # fmt: skip


if __name__ == "__main__":
    now = datetime.now(UTC).replace(hour=18, minute=30, microsecond=0)
    keep(Logbook(Path(sys.argv[1])), int(sys.argv[2]), now)
