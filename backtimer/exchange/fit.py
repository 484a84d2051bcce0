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
"""Categories by a word in the name of an exercise: the first that is in it."""
_OWN_NAMES = 1_000
"""Exercise numbers from here on are for our own names: the lists of the profile are shorter."""
_LONGEST_NAME = 60
"""The longest name in bytes; a field has room for 255."""
_EPOCH = 631_065_600
"""The epoch of FIT, 1989-12-31 00:00 UTC, in seconds since 1970."""


FIRST_YEAR = 1990
"""The first year that FIT times can express."""


def can_be_fit(record: CompletedSession) -> bool:
    """Whether a workout began at a time that FIT can express."""
    return record.started.astimezone(UTC).year >= FIRST_YEAR


def fit_bytes(record: CompletedSession) -> bytes:
    """A FIT activity file of a workout for which `can_be_fit` is true: sets, rests and pauses."""
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
    """A name cut to the bytes that a field has room for."""
    return name.encode()[:_LONGEST_NAME].decode(errors="ignore")


def category(done: CompletedSet) -> ExerciseCategory:
    """The category of a set in the FIT profile; sets with an intended effort are cardio."""
    if done.effort:
        return ExerciseCategory.CARDIO
    name = done.exercise.casefold()
    found = (kind for word, kind in _CATEGORIES.items() if word in name)
    return next(found, ExerciseCategory.UNKNOWN)


def _sets(record: CompletedSession, numbers: dict[str, int]) -> Iterator[tuple[float, DataMessage]]:
    """A message for each set and each rest, with its beginning in seconds since the start."""
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
    """The end of what began `at` and took some seconds, pauses in it not counted."""
    end = at + seconds
    for pause in record.pauses:
        if at <= pause.at < end:
            end += pause.seconds
    return end


def _span(record: CompletedSession, start: float, end: float) -> tuple[datetime, datetime]:
    """Two times in seconds since the start of a workout, as instants."""
    return record.started + timedelta(seconds=start), record.started + timedelta(seconds=end)


def _pauses(record: CompletedSession) -> Iterator[tuple[float, DataMessage]]:
    """Messages that the timer stopped and started, with their times in seconds since the start."""
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
    """Fill in a message about a span of time: its ends in milliseconds, its lengths in seconds."""
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
