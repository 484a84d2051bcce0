from pathlib import Path

import pytest
from msgspec import structs

from backtimer.history.muscles import UNKNOWN, Dose, Trains, by_muscle, hard_sets, trained_by
from backtimer.log.record import Status
from backtimer.plan.session import Section
from backtimer.plan.session_file import read_session, session_from_text
from tests.log.workouts import a_record, a_set

SESSIONS = Path(__file__).parents[2] / "sessions"
ROW = Trains(frozenset({"lats"}), frozenset({"biceps"}))


def test_a_secondary_muscle_counts_half() -> None:
    record = a_record(a_set(reps=10, load="20 kg"), a_set(reps=8, load="20 kg"))
    assert by_muscle([record, record], {"row": ROW}) == {
        "lats": Dose(4, 720),
        "biceps": Dose(2, 360),
    }


def test_an_exercise_that_no_file_describes_is_counted_last_as_not_known() -> None:
    record = a_record(a_set("Curl", reps=8), a_set("Curl", reps=8), a_set("Row", reps=8))
    found = by_muscle([record], {"row": ROW})
    assert list(found)[-1] == UNKNOWN
    assert found[UNKNOWN] == Dose(hard_sets=2)
    assert by_muscle([a_record(a_set("Jog", effort="easy"))], {}) == {}, "no set for strength"
    assert by_muscle([a_record(a_set(reps=8, rpe=3.0))], {"row": ROW}) == {}, "nor one too easy"


@pytest.mark.parametrize(
    ("more", "count"),
    [
        ({}, 1),
        ({"side": "left"}, 0.5),
        ({"rpe": 8.0}, 1),
        ({"rpe": 5.0}, 0),
        ({"section": Section.WARM_UP}, 0),
        ({"effort": "hard"}, 0),
        ({"status": Status.SKIPPED}, 0),
    ],
)
def test_hard_sets_are_those_of_the_main_part_that_took_effort(
    more: dict[str, object], count: float
) -> None:
    done = structs.replace(a_set(reps=8), **more)
    assert hard_sets(done) == count


def test_session_files_say_what_an_exercise_trains() -> None:
    known = trained_by([read_session(SESSIONS / "day-a.toml").session])
    assert known["single-arm dumbbell row"] == Trains(
        frozenset({"lats", "rhomboids"}), frozenset({"rear delts", "biceps"})
    )
    assert known["assisted pull-up"].main == {"lats"}


def test_a_muscle_that_one_file_calls_main_is_main() -> None:
    texts = ('muscles = ["lats"]\nmuscles_secondary = ["biceps"]', 'muscles = ["biceps"]')
    sessions = [
        session_from_text(
            f'format = 1\ntitle = "T"\n[[main]]\nexercise = "Row"\nreps = 5\n{text}', "t"
        )
        for text in texts
    ]
    assert trained_by(sessions) == {"row": Trains(frozenset({"lats", "biceps"}), frozenset())}
