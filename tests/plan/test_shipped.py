"""The shipped sessions: each one reads, teaches the format, and can be followed."""

from pathlib import Path

import pytest

from backtimer.plan.session import Exercise, Session
from backtimer.plan.session_file import read_session
from backtimer.workout.compile import compile_session
from backtimer.workout.timeline import total

FOLDER = Path(__file__).parents[2] / "sessions"
PATHS = sorted(FOLDER.glob("*.toml"))
NAMES = [path.stem for path in PATHS]
shipped = pytest.mark.parametrize("path", PATHS, ids=NAMES)

NO_WARM_UP = {"cardio-choice", "posture", "recovery", "row-steady", "stretches"}
"""Easy from the start, or the very thing one warms up with."""
NO_COOL_DOWN = {"cardio-choice", "day-a", "day-b", "day-c", "row-intervals", "row-steady"}
"""Guide A asks for none."""


def session(path: Path) -> Session:
    return read_session(path).session


def test_what_is_shipped_is_what_is_meant_to_be() -> None:
    assert [
        *("bands", "bodyweight", "cardio-choice", "day-a", "day-b", "day-c", "full-back"),
        *("hiit-circuit", "home-back", "kettlebells", "lower-back", "middle-back", "posture"),
        *("recovery", "row-intervals", "row-steady", "sprint-walk", "stretches", "taste"),
        "upper-back",
    ] == NAMES


@shipped
def test_each_points_editors_to_the_schema_and_explains_itself(path: Path) -> None:
    first, second, *_ = path.read_text().split("\n")
    assert first == "#:schema ./session.schema.json"
    assert second.startswith("# ")


@shipped
def test_each_has_a_name_and_a_line_that_fits_a_list(path: Path) -> None:
    assert len(session(path).title) <= 24
    assert 0 < len(session(path).summary) <= 50


def test_no_two_have_the_same_name() -> None:
    assert len({session(path).title for path in PATHS}) == len(PATHS)


@shipped
def test_each_begins_and_ends_gently_where_it_should(path: Path) -> None:
    assert bool(session(path).warm_up) == (path.stem not in NO_WARM_UP)
    assert bool(session(path).cool_down) == (path.stem not in NO_COOL_DOWN)


@shipped
def test_what_comes_next_is_there(path: Path) -> None:
    assert session(path).next in ("", *NAMES)


@shipped
def test_every_exercise_has_cues_that_can_be_read_from_afar(path: Path) -> None:
    for exercise in session(path).exercises():
        assert exercise.cues, exercise.title
        for option in exercise.options:
            assert all(len(cue) <= 48 for cue in (*option.cues, *exercise.cues))


@shipped
def test_every_exercise_names_its_muscles_but_the_general_warm_up(path: Path) -> None:
    for exercise in session(path).exercises():
        named = all(option.muscles for option in exercise.options)
        assert named or exercise.title == "Get warm", exercise.title


@pytest.mark.parametrize("name", sorted({*NAMES} - {"taste"}))
def test_every_item_but_our_own_warm_up_says_which_prescription_it_follows(name: str) -> None:
    for _, items in session(FOLDER / f"{name}.toml").sections:
        for item in items:
            assert item.source or (isinstance(item, Exercise) and item.title == "Get warm")


def test_the_taste_has_one_of_each_kind() -> None:
    taste = session(FOLDER / "taste.toml")
    exercises = list(taste.exercises())
    assert any(each.is_paced for each in exercises)
    assert any(each.hold and each.hold.is_range and not each.reps for each in exercises)
    assert any(each.length is None and not each.is_paced for each in exercises)
    assert [each.title for each in exercises if each.labels] == ["Cross-body shoulder stretch"]
    assert [each.effort for each in exercises[:2]] == ["hard", "easy"]
    assert taste.equipment == ()


def test_the_taste_takes_three_minutes() -> None:
    length = total(compile_session(session(FOLDER / "taste.toml")).steps)
    assert 150 <= length.low <= 180 <= length.high <= 195
