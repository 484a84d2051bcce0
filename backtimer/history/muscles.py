"""The training of each muscle: a set counts whole for main muscles, half for secondary ones."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from backtimer.log.record import CompletedSession, CompletedSet
from backtimer.log.review import volume_kg
from backtimer.plan.session import Section, Session

SECONDARY = 0.5
"""The share of a set that counts for its secondary muscles."""
HARD_FROM = 6.0
"""The RPE from which a set is hard. A set without an RPE is taken to be hard."""

UNKNOWN = "not known"
"""The muscle of exercises of which no session file names any."""


class Trains(Struct, frozen=True):
    """The muscles that an exercise trains."""

    main: frozenset[str] = frozenset()
    secondary: frozenset[str] = frozenset()


class Dose(Struct, frozen=True):
    """The training of a muscle."""

    hard_sets: float = 0
    volume_kg: float = 0


def trained_by(sessions: Iterable[Session]) -> dict[str, Trains]:
    """The muscles of each exercise and option in session files, by its case-folded name.

    If files name different muscles, all of them count; one that is main anywhere is main.
    """
    found: dict[str, Trains] = {}
    for exercise in (each for session in sessions for each in session.exercises()):
        for way in exercise.options:
            name = way.exercise.casefold()
            before = found.get(name, Trains())
            main = before.main | frozenset(way.muscles)
            secondary = before.secondary | frozenset(exercise.muscles_secondary)
            found[name] = Trains(main, secondary - main)
    return found


def by_muscle(records: Iterable[CompletedSession], trains: Mapping[str, Trains]) -> dict[str, Dose]:
    """The hard sets and the volume of each muscle, the most trained first, `UNKNOWN` last."""
    sets: defaultdict[str, float] = defaultdict(float)
    volumes: defaultdict[str, float] = defaultdict(float)
    for each in (each for record in records for each in record.sets if each.has_result):
        known = trains.get(each.exercise.casefold(), Trains())
        if not known.main | known.secondary:
            known = Trains(frozenset({UNKNOWN}))
        shares = {**dict.fromkeys(known.secondary, SECONDARY), **dict.fromkeys(known.main, 1.0)}
        for muscle, share in shares.items():
            sets[muscle] += share * hard_sets(each)
            volumes[muscle] += share * volume_kg(each)
    given = (muscle for muscle in sets if sets[muscle] or volumes[muscle])
    order = sorted(given, key=lambda muscle: (muscle == UNKNOWN, -sets[muscle], muscle))
    return {muscle: Dose(sets[muscle], round(volumes[muscle], 1)) for muscle in order}


def hard_sets(done: CompletedSet) -> float:
    """1 for a hard working set of the main section, a half for one side of it; else 0.

    A set with an intended effort, such as an interval, is no strength set and counts 0.
    """
    is_hard = done.rpe is None or done.rpe >= HARD_FROM
    if (
        done.section is not Section.MAIN
        or not done.is_work
        or not done.is_done
        or done.effort
        or not is_hard
    ):
        return 0.0
    return 0.5 if done.side else 1.0
