"""FIT files, decoded by the reader of those who made the format."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fit_tool.profile.profile_type import ExerciseCategory
from garmin_fit_sdk import Decoder, Stream

from backtimer.exchange.fit import category, fit_bytes
from backtimer.log.record import CompletedSession, Pause, Status, TimeBreakdown
from tests.bench.diary import diary
from tests.log.workouts import a_hold, a_record, a_set

BEGAN = datetime(2026, 11, 1, 18, 30, tzinfo=UTC)


def decoded(record: CompletedSession) -> dict[str, list[dict[str, Any]]]:
    """The messages of the FIT file of a record, by their kind."""
    data = bytearray(fit_bytes(record))
    assert Decoder(Stream.from_byte_array(data)).check_integrity(), "its checksums are right"
    messages: Any
    messages, errors = Decoder(Stream.from_byte_array(data)).read()
    assert errors == []
    return dict(messages)


def test_the_sets_are_there_with_what_was_done() -> None:
    record = a_record(
        a_set("Dumbbell row", reps=8, load="22.5 kg", seconds=30.0, rest=60.0),
        a_set("Dumbbell row", reps=7, load="50 lb", seconds=25.0),
        a_set("Pull-up", status=Status.SKIPPED),
        a_set("Pull-up", reps=4, load="assisted 15 kg", seconds=12.5),
        a_hold("Plank", seconds=45.0),
    )
    messages = decoded(record)
    first, rest, second, pull_up, plank = messages["set_mesgs"]
    assert (first["set_type"], first["repetitions"], first["weight"]) == ("active", 8, 22.5)
    assert (first["category"], first["weight_display_unit"]) == ("row", "kilogram")
    assert (rest["set_type"], rest["duration"]) == ("rest", 60.0)
    assert second["weight"] == pytest.approx(50 * 0.45359237, abs=1 / 16)
    assert second["weight_display_unit"] == "pound"
    assert "weight" not in pull_up, "help is no weight moved"
    assert (plank["category"], plank["duration"]) == ("plank", 45.0)
    assert "repetitions" not in plank
    assert [each["message_index"] for each in messages["set_mesgs"]] == list(range(5))


def test_where_no_set_says_when_it_began_they_are_laid_end_to_end() -> None:
    record = a_record(
        a_set(reps=8, seconds=30.0, rest=60.0), a_set(reps=8, seconds=20.0), a_hold(seconds=45.0)
    )
    starts = [each["start_time"] for each in decoded(record)["set_mesgs"]]
    assert starts == [BEGAN + timedelta(seconds=after) for after in (0, 30, 90, 110)]


def test_sets_rests_and_pauses_are_where_they_were() -> None:
    record = a_record(
        a_set(reps=8, at=10.0, seconds=30.0, rest=60.0),
        a_set(reps=8, at=130.0, seconds=20.0),
        a_hold(at=300.0, seconds=45.0),
        pauses=(Pause(at=20.0, seconds=25.0), Pause(at=310.0, seconds=5.0)),
    )
    messages = decoded(record)
    spans = [
        ((each["start_time"] - BEGAN).total_seconds(), (each["timestamp"] - BEGAN).total_seconds())
        for each in messages["set_mesgs"]
    ]
    assert spans == [(10, 65), (65, 125), (130, 150), (300, 350)], "with the pauses in them"
    assert [each["duration"] for each in messages["set_mesgs"]] == [30, 60, 20, 45]
    timer = [
        ((each["timestamp"] - BEGAN).total_seconds(), each["event_type"])
        for each in messages["event_mesgs"]
    ]
    assert timer[1:-1] == [(20, "stop"), (45, "start"), (310, "stop"), (315, "start")]


def test_exercises_have_the_names_they_have_here() -> None:
    record = a_record(a_set("Einarmiges Rudern", reps=8), a_set("\u00dcber" * 30, reps=1))
    messages = decoded(record)
    titles = {
        each["exercise_name"]: each["wkt_step_name"] for each in messages["exercise_title_mesgs"]
    }
    named = [titles[each["category_subtype"]] for each in messages["set_mesgs"]]
    assert named == ["Einarmiges Rudern", ("\u00dcber" * 30)[:48]]


def test_it_is_a_strength_activity_of_its_length() -> None:
    record = a_record(a_set(reps=8), seconds=TimeBreakdown(paused=100.0, total=2400.0))
    messages = decoded(record)
    assert messages["file_id_mesgs"][0]["type"] == "activity"
    (session,) = messages["session_mesgs"]
    assert (session["sport"], session["sub_sport"]) == ("training", "strength_training")
    assert session["start_time"] == BEGAN
    assert (session["total_elapsed_time"], session["total_timer_time"]) == (2400.0, 2300.0)
    (activity,) = messages["activity_mesgs"]
    assert activity["timestamp"] == BEGAN + timedelta(minutes=40)


def test_an_empty_workout_and_a_long_name_do_no_harm() -> None:
    assert "set_mesgs" not in decoded(a_record(title="\u202e" + "x" * 10_000))


@pytest.mark.parametrize("record", diary(6, datetime(2026, 11, 20, tzinfo=UTC)))
def test_workouts_as_people_do_them(record: CompletedSession) -> None:
    done = [each for each in record.sets if each.has_result]
    sets = [each for each in decoded(record)["set_mesgs"] if each["set_type"] == "active"]
    assert [each.get("repetitions") for each in sets] == [each.reps for each in done]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Single-arm dumbbell row", ExerciseCategory.ROW),
        ("Rowing machine", ExerciseCategory.CARDIO),
        ("Lat pulldown", ExerciseCategory.PULL_UP),
        ("Side plank", ExerciseCategory.PLANK),
        ("Superman", ExerciseCategory.HYPEREXTENSION),
        ("Cat-cow", ExerciseCategory.UNKNOWN),
    ],
)
def test_categories(name: str, kind: ExerciseCategory) -> None:
    assert category(a_set(name)) is kind


def test_intervals_are_cardio_whatever_their_name() -> None:
    assert category(a_set("Row hard", effort="hard")) is ExerciseCategory.CARDIO
