"""Correcting a set with a few keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backtimer.quantity import Load
from backtimer.workout.events import Result
from backtimer.workout.set_editor import Field, SetEditor
from tests.workout.sessions import timeline_of

REPS = 'reps = "6-10"'
HOLD = 'hold = "20-60s"'


def editor(dose: str = REPS, **said: object) -> SetEditor:
    step = timeline_of(f'[[main]]\nexercise = "Row"\n{dose}\n').steps[0]
    return SetEditor(0, step.target, Result(**said))  # type: ignore[arg-type] # it is as typed there


def typed(editor: SetEditor, text: str) -> SetEditor:
    for character in text:
        editor = editor.type("" if character == "<" else character)
    return editor


@pytest.mark.parametrize(
    ("dose", "first"),
    [(REPS, Field.REPS), (HOLD, Field.SECONDS), ('time = "9s"', Field.SECONDS),
     ('reps = 3\nhold = "2s"', Field.REPS)],
)  # fmt: skip
def test_what_a_set_has_to_correct(dose: str, first: Field) -> None:
    assert editor(dose).fields == (first, Field.LOAD, Field.RPE, Field.NOTE)


def test_the_arrows_go_round() -> None:
    assert [editor().move(by).field for by in (0, 1, 2, 3, 4, -1)] == [
        Field.REPS, Field.LOAD, Field.RPE, Field.NOTE, Field.REPS, Field.NOTE,
    ]  # fmt: skip


def test_reps_that_nobody_has_said_start_at_the_usual_number() -> None:
    assert editor().change(1).result.reps == 6
    assert editor(reps=0).change(-1).result.reps == 0
    assert editor(reps=8).change(1).result.reps == 9
    assert editor('reps = "max"').change(1).result.reps == 1


def test_seconds_effort_and_load_have_ends() -> None:
    assert editor(HOLD, seconds=0.4).change(-1).result.seconds == 0
    assert editor(HOLD, seconds=42.6).change(1).result.seconds == 44
    effort = editor().move(2)
    assert effort.change(1).result.rpe == 7
    assert [effort.change(by).change(9).result.rpe for by in (1, -1)] == [10, 10]
    assert effort.change(1).change(-9).result.rpe == 1
    load = editor(load="20 kg").move(1)
    assert load.change(1).result.load == "22.5 kg"
    assert load.change(-8).result.load == "", "nothing left is no load"
    assert editor(load="assisted 20 kg").move(1).change(-1).result.load == "assisted 17.5 kg"
    assert editor().move(1).change(1).result.load == "2.5 kg"
    assert typed(editor().move(1), "2001").change(1).result.load == "2000 kg"


@pytest.mark.parametrize(
    ("keys", "reps"),
    [("12", 12), ("1<", None), ("12<", 1), ("123456", 1234), ("9.", 9), (".", None)],
)
def test_digits_are_typed_and_taken_back(keys: str, reps: int | None) -> None:
    assert typed(editor(reps=8), keys).result.reps == reps


def test_typing_takes_the_place_of_what_stood_there() -> None:
    assert typed(editor(load="20 kg").move(1), "17.5").result.load == "17.5 kg"
    assert typed(editor().move(2), "8.5").result.rpe == 8.5
    assert typed(editor().move(2), "11").result.rpe == 10
    assert typed(editor().move(2), "0").result.rpe is None
    assert typed(editor(HOLD, seconds=20).move(0), "43").result.seconds == 43
    assert typed(editor(note="n").move(3), "5").result.note == "n", "notes are written, not typed"


def test_another_number_starts_afresh() -> None:
    again = typed(typed(editor(), "1").move(1).move(-1), "2")
    assert again.result.reps == 2


def test_what_is_shown() -> None:
    shown = editor(reps=8, load="20 kg", rpe=8.5, note="hi")
    assert [shown.text(field) for field in Field] == ["8", "0 s", "20 kg", "8.5", "hi"]
    assert [editor().text(field) for field in Field] == ["?", "0 s", "none", "?", "none"]


def test_a_note_is_trimmed() -> None:
    assert editor().note(f"  {'x' * 600} ").result.note == "x" * 500


@given(
    st.sampled_from((REPS, HOLD)),
    st.lists(st.sampled_from(["left", "right", "up", "down", *"0123456789.<"]), max_size=25),
)
def test_whatever_is_pressed_a_result_stays_possible(dose: str, keys: list[str]) -> None:
    at = editor(dose)
    moves = {"left": -1, "right": 1}
    changes = {"up": 1, "down": -1}
    for key in keys:
        if key in moves:
            at = at.move(moves[key])
        elif key in changes:
            at = at.change(changes[key])
        else:
            at = typed(at, key)
        result = at.result
        assert result.reps is None or result.reps >= 0
        assert result.seconds >= 0
        assert result.rpe is None or 0 < result.rpe <= 10
        assert not result.load or str(Load.parse(result.load)) == result.load
        assert all(at.text(field) for field in Field)


def test_a_load_taken_back_and_typed_anew_keeps_its_unit() -> None:
    step = timeline_of('[[main]]\nexercise = "Row"\nreps = 8\n').steps[0]
    editor = SetEditor(0, step.target, Result(seconds=9, reps=8, load="25 lb")).choose(Field.LOAD)
    for key in ("2", "5", "", "", "3", "0"):
        editor = editor.type(key)
    assert editor.result.load == "30 lb"


def test_effort_is_never_below_one() -> None:
    step = timeline_of('[[main]]\nexercise = "Row"\nreps = 8\n').steps[0]
    editor = SetEditor(0, step.target, Result(seconds=9, reps=8)).choose(Field.RPE)
    assert editor.type(".").type("5").result.rpe == 1


def test_a_load_that_is_none_gives_way_to_one_that_is_typed() -> None:
    """Somebody may have written anything into a log, and it comes back as last time's load."""
    odd = editor(load="as heavy as I could, " * 3).move(1)
    assert odd.change(1).result.load == "2.5 kg"
    assert typed(odd, "20").result.load == "20 kg"
