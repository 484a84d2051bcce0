"""A workout as a FIT file: a strength activity with its sets, as Garmin's watches write them.

Messages and their fields are those of the FIT profile (Garmin's FIT SDK, "Activity File"). Sets,
rests and pauses are where they really were. Of records that do not say when a set began (those of
format 1, and of other programs) sets and rests are laid end to end from the workout's start.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from fit_tool.data_message import DataMessage
from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.activity_message import ActivityMessage
from fit_tool.profile.messages.event_message import EventMessage
from fit_tool.profile.messages.exercise_title_message import ExerciseTitleMessage
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.lap_message import LapMessage
from fit_tool.profile.messages.session_message import SessionMessage
from fit_tool.profile.messages.set_message import SetMessage
from fit_tool.profile.profile_type import (
    Activity,
    Event,
    EventType,
    ExerciseCategory,
    FileType,
    FitBaseUnit,
    Manufacturer,
    SetType,
    Sport,
    SubSport,
)

from backtimer.log.record import CompletedSession, CompletedSet
from backtimer.quantity import Load, LoadMode, load_of

_CATEGORIES = {
    "warm-up": ExerciseCategory.WARM_UP,
    "rowing": ExerciseCategory.CARDIO,
    "pull-up": ExerciseCategory.PULL_UP,
    "chin-up": ExerciseCategory.PULL_UP,
    "pulldown": ExerciseCategory.PULL_UP,
    "push-up": ExerciseCategory.PUSH_UP,
    "sit-up": ExerciseCategory.SIT_UP,
    "crunch": ExerciseCategory.CRUNCH,
    "plank": ExerciseCategory.PLANK,
    "deadlift": ExerciseCategory.DEADLIFT,
    "squat": ExerciseCategory.SQUAT,
    "lunge": ExerciseCategory.LUNGE,
    "bridge": ExerciseCategory.HIP_RAISE,
    "hip thrust": ExerciseCategory.HIP_RAISE,
    "superman": ExerciseCategory.HYPEREXTENSION,
    "back extension": ExerciseCategory.HYPEREXTENSION,
    "bird dog": ExerciseCategory.HIP_STABILITY,
    "dead bug": ExerciseCategory.HIP_STABILITY,
    "shrug": ExerciseCategory.SHRUG,
    "fly": ExerciseCategory.FLYE,
    "lateral raise": ExerciseCategory.LATERAL_RAISE,
    "shoulder press": ExerciseCategory.SHOULDER_PRESS,
    "overhead press": ExerciseCategory.SHOULDER_PRESS,
    "bench press": ExerciseCategory.BENCH_PRESS,
    "curl": ExerciseCategory.CURL,
    "carry": ExerciseCategory.CARRY,
    "row": ExerciseCategory.ROW,
}
"""By words in an exercise's name, the first that fits."""
_OWN_NAMES = 1_000
"""Numbers from here on stand for names of our own: the profile's lists of exercises are shorter."""
_LONGEST_NAME = 60
"""Bytes of a name; a field has room for 255."""
_EPOCH = 631_065_600
"""Seconds from 1970 to the end of 1989 in UTC, from where FIT counts."""


FIRST_YEAR = 1990
"""Workouts before it cannot be in a FIT file: its time begins there."""


def can_be_fit(record: CompletedSession) -> bool:
    """Whether a workout was at a time that FIT knows."""
    return record.started.astimezone(UTC).year >= FIRST_YEAR


def fit_bytes(record: CompletedSession) -> bytes:
    """A FIT activity file of one workout that can be one: what was done of it, and the rests."""
    builder = FitFileBuilder(auto_define=True)
    for message in _messages(record):
        builder.add(message)
    return bytes(builder.build_bytes())


def _messages(record: CompletedSession) -> Iterator[DataMessage]:
    started = _milliseconds(record.started)
    ended = max(started, _milliseconds(record.ended))
    exercises = {each.exercise: each for each in record.sets if each.has_result}
    numbers = {name: _OWN_NAMES + index for index, name in enumerate(exercises)}
    yield _file_id(started)
    yield _timer(started, EventType.START)
    yield from (_title(exercises[name], number) for name, number in numbers.items())
    timed_messages = [*_sets(record, numbers), *_pauses(record)]
    yield from (message for _, message in sorted(timed_messages, key=lambda pair: pair[0]))
    yield _timer(ended, EventType.STOP_ALL)
    elapsed, timed = (ended - started) / 1_000, record.seconds.total - record.seconds.paused
    yield _lap(started, ended, elapsed, timed)
    yield _session(record, started, ended, elapsed, timed)
    yield _activity(record, ended, timed)


def _milliseconds(at: datetime) -> int:
    """Milliseconds since 1970 in UTC, which is how the library takes times."""
    return round(at.timestamp() * 1_000)


def _file_id(started: int) -> DataMessage:
    message = FileIdMessage()
    message.type = FileType.ACTIVITY
    message.manufacturer = Manufacturer.DEVELOPMENT.value
    message.product = 0
    message.serial_number = started // 1_000 % 0xFFFF_FFFF or 1  # tells one file from another
    message.time_created = started
    return message


def _timer(at: int, kind: EventType) -> DataMessage:
    message = EventMessage()
    message.event = Event.TIMER
    message.event_type = kind
    message.timestamp = at
    return message


def _title(done: CompletedSet, number: int) -> DataMessage:
    message = ExerciseTitleMessage()
    message.message_index = number - _OWN_NAMES
    message.exercise_category = category(done).value
    message.exercise_name = number
    message.workout_step_name = _short(done.exercise)
    return message


def _short(name: str) -> str:
    """A name of as many bytes as there is room for."""
    return name.encode()[:_LONGEST_NAME].decode(errors="ignore")


def category(done: CompletedSet) -> ExerciseCategory:
    """What kind of exercise the FIT profile would call a set's; those with an effort are cardio."""
    if done.effort:
        return ExerciseCategory.CARDIO
    name = done.exercise.casefold()
    found = (kind for word, kind in _CATEGORIES.items() if word in name)
    return next(found, ExerciseCategory.UNKNOWN)


def _sets(record: CompletedSession, numbers: dict[str, int]) -> Iterator[tuple[float, DataMessage]]:
    """Each set and each rest with when it begins, in seconds since the start."""
    at, index = 0.0, 0
    for each in record.sets:
        if not each.has_result:
            continue
        at = at if each.at is None else each.at
        ended = _end(at, each.seconds or 0, record)
        yield at, _set(each, numbers[each.exercise], _span(record, at, ended), index)
        at, index = ended, index + 1
        if each.rest:
            ended = _end(at, each.rest, record)
            span = _span(record, at, ended)
            yield at, _timed(SetType.REST, span, each.rest, index)
            at, index = ended, index + 1


def _end(at: float, seconds: float, record: CompletedSession) -> float:
    """When what began `at` a second is over: the time of pauses in it is none of its own."""
    end = at + seconds
    for pause in record.pauses:
        if at <= pause.at < end:
            end += pause.seconds
    return end


def _span(record: CompletedSession, start: float, end: float) -> tuple[datetime, datetime]:
    """Seconds since the start of a workout as instants."""
    return record.started + timedelta(seconds=start), record.started + timedelta(seconds=end)


def _pauses(record: CompletedSession) -> Iterator[tuple[float, DataMessage]]:
    """The timer stopped and started again, each with when that was, in seconds since the start."""
    for pause in record.pauses:
        stopped, started = _span(record, pause.at, pause.at + pause.seconds)
        yield pause.at, _timer(_milliseconds(stopped), EventType.STOP)
        yield pause.at + pause.seconds, _timer(_milliseconds(started), EventType.START)


def _set(
    done: CompletedSet, number: int, span: tuple[datetime, datetime], index: int
) -> DataMessage:
    message = _timed(SetType.ACTIVE, span, done.seconds or 0, index)
    message.category = [category(done).value]
    message.category_subtype = [number]
    if done.reps and done.unit == "reps":
        message.repetitions = done.reps
    load = load_of(done.load) or Load()
    if load.kg is not None and load.mode in (LoadMode.EXTERNAL, LoadMode.BODYWEIGHT):
        message.weight = load.kg
        unit = FitBaseUnit.KILOGRAM if load.unit == "kg" else FitBaseUnit.POUND
        message.weight_display_unit = unit
    return message


def _timed(
    kind: SetType, span: tuple[datetime, datetime], seconds: float, index: int
) -> SetMessage:
    message = SetMessage()
    message.set_type = kind
    message.start_time, message.timestamp = map(_milliseconds, span)
    message.duration = seconds
    message.message_index = index
    return message


def _lap(started: int, ended: int, elapsed: float, timed: float) -> DataMessage:
    return _spanning(LapMessage(), started, ended, elapsed, timed)


def _spanning(message: Any, started: int, ended: int, elapsed: float, timed: float) -> Any:
    """A message of a stretch of time, the first of its kind: milliseconds, and seconds."""
    message.message_index = 0
    message.start_time = started
    message.timestamp = ended
    message.total_elapsed_time = elapsed
    message.total_timer_time = timed
    return message


def _session(
    record: CompletedSession, started: int, ended: int, elapsed: float, timed: float
) -> DataMessage:
    message = _spanning(SessionMessage(), started, ended, elapsed, timed)
    message.sport = Sport.TRAINING
    message.sub_sport = SubSport.STRENGTH_TRAINING
    message.sport_profile_name = _short(record.title)
    message.first_lap_index = 0
    message.num_laps = 1
    return message


def _activity(record: CompletedSession, ended: int, timed: float) -> DataMessage:
    message = ActivityMessage()
    message.timestamp = ended
    offset = record.ended.utcoffset() or timedelta()
    local = ended / 1_000 + offset.total_seconds() - _EPOCH
    message.local_timestamp = round(local)  # the one time that the library does not convert
    message.total_timer_time = timed
    message.num_sessions = 1
    message.type = Activity.MANUAL
    message.event = Event.ACTIVITY
    message.event_type = EventType.STOP
    return message
