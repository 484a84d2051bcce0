"""What is said of a set, put into what is noted of it."""

import pytest

from backtimer.plain.commands import Said
from backtimer.plain.corrections import corrected
from backtimer.workout.events import Result
from backtimer.workout.set_editor import SetEditor
from backtimer.workout.timeline import Step
from tests.workout.sessions import timeline_of

ROW = timeline_of('[[main]]\nexercise = "Row"\nreps = 8\nunit = "pulls"\n').steps[0]
PLANK = timeline_of('[[main]]\nexercise = "Plank"\nhold = "20-60s"\n').steps[0]


def opened(step: Step, result: Result) -> SetEditor:
    return SetEditor(step.id, step.target, result)


def row(said: Said, result: Result) -> Result:
    return corrected(opened(ROW, result), said).result


def test_what_is_not_said_stays() -> None:
    before = Result(seconds=30, reps=8, load="40 kg", rpe=7, note="easy")
    assert row(Said(), before) == before
    assert row(Said(9), before).reps == 9
    assert row(Said(rpe=8.5), before).rpe == 8.5
    assert row(Said(note=" left knee "), before).note == "left knee"


@pytest.mark.parametrize(
    ("before", "said", "after"),
    [
        ("40 kg", "42.5", "42.5 kg"),
        ("20 lb", "25", "25 lb"),
        ("assisted 20 kg", "15", "assisted 15 kg"),
        ("", "40", "40 kg"),
        ("40 kg", "0", ""),
        ("40 kg", "", ""),
        ("20 lb", "10 kg", "10 kg"),
        ("40 kg", "band red", "band red"),
    ],
)
def test_a_bare_number_is_a_load_of_the_kind_there_is(before: str, said: str, after: str) -> None:
    assert row(Said(load=said), Result(reps=8, load=before)).load == after


def test_a_hold_takes_seconds_and_reps_take_none() -> None:
    plank = opened(PLANK, Result(seconds=60))
    assert corrected(plank, Said(43)).result.seconds == 43
    assert corrected(plank, Said(65, is_time=True)).result.seconds == 65
    with pytest.raises(ValueError, match="This set counts pulls: type how many"):
        row(Said(43, is_time=True), Result())
