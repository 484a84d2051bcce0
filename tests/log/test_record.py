"""The log file: plain text that its owner can read and edit, and that loses nothing."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields

from backtimer.log.record import (
    CompletedRound,
    CompletedSession,
    CompletedSet,
    Pause,
    Status,
    TimeBreakdown,
    to_toml,
)
from backtimer.log.record_file import from_toml
from backtimer.plan.session import Section
from backtimer.toml.read import MOST_PARTS, BadFileError
from backtimer.workout.events import Ending
from backtimer.workout.target import SetKind
from tests.log.workouts import Someone, a_record, a_set

SMALLEST = """\
format = 2
session = "day-a"
title = "Day A"
started = 2026-11-21T18:30:00+01:00
ended = 2026-11-21T19:00:00+01:00
outcome = "finished"
"""

texts = st.text(max_size=30)
numbers = st.integers(0, 10_000)
seconds = st.floats(0, 1e6)
instants = st.datetimes(
    datetime(1990, 1, 1),
    datetime(2200, 1, 1),
    timezones=st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m))),
)
completed_sets = st.builds(
    CompletedSet,
    exercise=texts,
    section=st.sampled_from(Section),
    status=st.sampled_from(Status),
    set=numbers,
    sets=texts,
    side=texts,
    rounds=st.lists(
        st.builds(CompletedRound, title=texts, round=numbers, of=texts), max_size=2
    ).map(tuple),
    is_optional=st.booleans(),
    later=st.booleans(),
    target=texts,
    kind=st.sampled_from(SetKind),
    item=numbers,
    at=st.none() | seconds,
    plan_load=texts,
    target_rest_low=st.none() | seconds,
    target_reps_low=st.none() | numbers,
    target_seconds_high=st.none() | seconds,
    reps=st.none() | numbers,
    seconds=st.none() | seconds,
    load=texts,
    rpe=st.none() | st.floats(0, 10),
    note=texts,
    rest=st.none() | seconds,
    paused=st.none() | seconds,
)
records = st.builds(
    CompletedSession,
    format=st.just(2),
    session=texts,
    title=texts,
    file=texts,
    started=instants,
    ended=instants,
    outcome=st.sampled_from(Ending),
    feeling=st.none() | st.integers(1, 5),
    note=texts,
    seconds=st.builds(
        TimeBreakdown, working=seconds, resting=seconds, paused=seconds, total=seconds
    ),
    sets=st.lists(completed_sets, max_size=3).map(tuple),
)


@given(records)
def test_what_is_written_is_what_is_read(record: CompletedSession) -> None:
    assert from_toml(to_toml(record), "log") == record


def test_a_real_workout_reads_like_a_diary() -> None:
    someone = Someone()
    someone.does(31.44, reps=9, load="42.5 kg", rpe=7.5, note="smooth")
    someone.stops()
    text = to_toml(someone.record())
    assert text.startswith("""\
format = 2
session = "day-a"
title = "Pull and brace"
file = "/home/ada/day-a.toml"
fingerprint = "sha256:0123456789abcdef"
started = 2026-11-21 18:30:05+01:00
ended = 2026-11-21 18:30:36+01:00
outcome = "finished early"

[seconds]
working = 31.4
resting = 0.0
paused = 0.0
total = 31.4

[[sets]]
exercise = "Pulldown"
section = "main"
status = "done"
item = 1
set = 1
sets = "2"
at = 0.0
target = "6 to 10 reps, 40 kg"
target_reps_low = 6
target_reps_high = 10
target_load = "40 kg"
plan_load = "40 kg"
reps = 9
seconds = 31.4
load = "42.5 kg"
rpe = 7.5
note = "smooth"

[[sets]]
""")


def test_little_is_needed() -> None:
    record = from_toml(SMALLEST, "log")
    assert (record.sets, record.feeling, record.seconds) == ((), None, TimeBreakdown())


@pytest.mark.parametrize("key", ["x_weather", "heart_rate"])
def test_keys_of_ones_own_and_of_later_versions_are_let_be(key: str) -> None:
    assert from_toml(f'{SMALLEST}{key} = "rain"\n', "log") == from_toml(SMALLEST, "log")


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        (("format = 2", "format = 3"), "log: written by a newer backtimer (format 3): update"),
        (('"finished"', '"finishd"'), 'log:6: outcome: "finishd": write'),
        (("outcome", "outcom"), '"outcome" is missing'),
        (('title = "Day A"\n', ""), '"title" is missing'),
        (("+01:00\nended", "\nended"), "log:4: started: expected `datetime` with a timezone"),
        (("format", "feeling = 6\nformat"), "log:1: feeling: expected a number <= 5"),
        (("format = 2", "format = "), "log:1: not TOML"),
    ],
)
def test_a_slip_of_the_pen_is_pointed_out(changed: tuple[str, str], complaint: str) -> None:
    with pytest.raises(BadFileError) as caught:
        from_toml(SMALLEST.replace(*changed), "log")
    assert complaint in str(caught.value)


def test_every_slip_is_pointed_out_at_once() -> None:
    text = to_toml(a_record(a_set(reps=8, seconds=30.0), a_set(reps=7)))
    text = text.replace("reps = 8\n", 'reps = "eight"\n').replace("seconds = 30.0", "seconds = nan")
    with pytest.raises(BadFileError) as caught:
        from_toml(text, "log")
    found = [(each.key, each.message.split(";")[0]) for each in caught.value.complaints]
    assert found == [
        ("sets[1].reps", "expected a number, got text"),
        ("sets[1].seconds", "expected a number >= 0.0"),
    ]
    lines = text.splitlines()
    assert [lines[each.line - 1] for each in caught.value.complaints] == [
        'reps = "eight"',
        "seconds = nan",
    ]


def test_no_number_is_negative_or_unreal() -> None:
    for number in ("-1", "nan", "inf"):
        with pytest.raises(BadFileError, match=r"seconds\.total"):
            from_toml(f"{SMALLEST}[seconds]\ntotal = {number}\n", "log")


def test_a_number_beyond_all_belief_is_refused() -> None:
    text = to_toml(a_record(a_set(reps=9))).replace("reps = 9\n", f"reps = 1{'0' * 400}\n")
    with pytest.raises(BadFileError, match=r"sets\[1\]\.reps"):
        from_toml(text, "log")


def test_what_is_written_of_thousands_of_sets_can_be_read() -> None:
    round_ = CompletedRound(title="C", round=1, of="2 to 3")
    each = a_set(rounds=(round_, round_), side="left", reps=8, seconds=30.5, rpe=7.5, load="20 kg")
    text = to_toml(a_record(*[each] * 3_500))
    assert sum(map(text.count, "=,.[{")) > MOST_PARTS
    assert len(from_toml(text, "log").sets) == 3_500


def test_a_record_that_is_made_of_far_too_much_is_refused_at_once() -> None:
    with pytest.raises(BadFileError, match="log: too much in it"):
        from_toml(SMALLEST + "sets = [" + "0," * 500_000 + "]", "log")
    with pytest.raises(BadFileError, match="log: sets: more sets than any session has"):
        from_toml(SMALLEST + "[[sets]]\n" * 30_000, "log")


def test_the_document_of_the_format_names_every_key() -> None:
    document = (Path(__file__).parents[2] / "docs" / "log-format.md").read_text()
    for table in (CompletedSession, CompletedSet, TimeBreakdown, Pause):
        for field in fields(table):
            assert f"`{field.encode_name}`" in document
