"""The journal: what happened is on disk at once, and stays readable whatever goes wrong."""

import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from backtimer.log.journal import Header, Journal, read_journal
from backtimer.plan.session_file import SessionFile, read_session, session_from_text
from backtimer.toml.read import BadFileError
from backtimer.workout.compile import compile_session
from backtimer.workout.events import (
    AnyEvent,
    Began,
    Ending,
    GetReadySkipped,
    Heartbeat,
    Noted,
    OptionalDeclined,
    Paused,
    Result,
    Skipped,
    StepEnded,
    Stopped,
    Suspended,
)
from tests.log.workouts import STARTED, TEXT, Someone, header

SET = StepEnded(at=31.5, step=0, result=Result(seconds=31.5, reps=8, load="40 kg"), by_key=True)

GOOD = '{"type":"Paused","at":5}'

Start = Callable[..., Journal]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts journals, and closes them when the test is over."""
    opened: list[Journal] = []

    def start(*args: Any, **more: Any) -> Journal:
        opened.append(Journal(*args, **more))
        return opened[-1]

    yield start
    for journal in opened:
        journal.close()


@contextmanager
def full_disk(most_bytes: int) -> Iterator[None]:
    """Let no file grow beyond some bytes, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def header_of(file: SessionFile) -> Header:
    return Header.of(file, STARTED, compile_session(file.session))


def path_of(journal: Journal) -> Path:
    assert journal.path is not None
    return journal.path


def test_events_can_be_read_while_the_workout_runs(start: Start, tmp_path: Path) -> None:
    journal = start(tmp_path / "state" / "journals", header(), clock=lambda: STARTED)
    journal.append([Began(at=0)])
    journal.append([SET, Paused(at=40)])

    read = read_journal(path_of(journal))
    assert read.header == header()
    assert read.events == (Began(at=0), SET, Paused(at=40))
    assert {line.wall for line in read.lines} == {STARTED}
    assert not read.is_torn
    assert journal.trouble is None


def test_every_kind_of_event_comes_back(start: Start, tmp_path: Path) -> None:
    someone = Someone()
    someone.does(30, reps=8, rpe=7.5, note='"good"\nreally')
    someone.took(someone.player.choose(someone.now, 0, 1))
    someone.took(someone.player.adjust(someone.now, 15))
    someone.took(someone.player.later(someone.now))
    someone.took(someone.player.undo(someone.now))
    someone.took(someone.player.pause(someone.now))
    someone.skips()
    someone.took(someone.player.back(someone.now))
    someone.stops(Ending.PAIN)
    someone.took(someone.player.note(someone.now, "knee", 2))

    rare = GetReadySkipped(at=1), OptionalDeclined(at=2, step=3), Suspended(at=3, seconds=9)
    events = [*someone.events, *rare, Skipped(at=10, step=4), Heartbeat(at=12)]
    assert {type(event) for event in events} == set(get_args(AnyEvent)), "a new event comes here"

    journal = start(tmp_path, someone.header)
    journal.append(events)
    assert list(read_journal(path_of(journal)).events) == events


def test_the_session_can_be_rebuilt_though_its_file_changed(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "day-a.toml"
    file.write_text(TEXT)
    read = read_session(file)
    journal = start(tmp_path, header_of(read))
    file.write_text("now something else")

    kept = read_journal(path_of(journal)).header
    assert session_from_text(kept.text, kept.path) == read.session
    assert (kept.session, kept.path, kept.fingerprint) == ("day-a", str(file), read.fingerprint)


def test_a_file_name_of_any_bytes_is_no_trouble(start: Start, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"caf\xe9.toml")
    file.write_text(TEXT)
    journal = start(tmp_path / "journals", header_of(read_session(file)))
    assert journal.trouble is None
    assert read_journal(path_of(journal)).header.session == "caf?"


def test_a_torn_last_line_is_dropped_and_said_so(start: Start, tmp_path: Path) -> None:
    journal = start(tmp_path, header())
    journal.append([Began(at=0), Paused(at=5)])
    whole = path_of(journal).read_bytes()
    last = whole.rstrip(b"\n").rindex(b"\n") + 1
    torn = tmp_path / "torn"
    for end in range(last + 1, len(whole) - 1):
        torn.write_bytes(whole[:end])
        read = read_journal(torn)
        assert read.is_torn
        assert read.events == (Began(at=0),)

    torn.write_bytes(whole[:-1])  # only the line's end is missing: nothing is lost
    assert read_journal(torn).events == (Began(at=0), Paused(at=5))


def test_nothing_after_an_unreadable_line_is_believed(start: Start, tmp_path: Path) -> None:
    journal = start(tmp_path, header())
    journal.append([Began(at=0), Paused(at=5), SET])
    lines = path_of(journal).read_bytes().splitlines()
    lines[2] = b"\0" * len(lines[2])
    path_of(journal).write_bytes(b"\n".join(lines))
    read = read_journal(path_of(journal))
    assert read.events == (Began(at=0),)
    assert read.dropped == 2


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"\n", b"{}", b"[2]", b'{"format": 1}', b"\xff\xfe", b"\0\0\0"),
        b'{"deep":' + b"[" * 5000 + b"]" * 5000 + b"}",
        msgspec.json.encode(header()).replace(b"+01:00", b""),
        msgspec.json.encode(header()).replace(b"Pull and brace", b"P" * 10_000),
    ],
)
def test_a_file_that_is_no_journal_is_told_from_one(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(data)
    with pytest.raises(BadFileError, match=r"x\.jsonl:1: not the journal of a workout"):
        read_journal(path)


def test_a_newer_journal_is_told_from_a_broken_one(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"format":3,"what":"nobody knows yet"}\n')
    with pytest.raises(BadFileError, match=r"newer backtimer \(format 3\): update backtimer"):
        read_journal(path)


@pytest.mark.parametrize(
    "event",
    [
        '{"type":"WentBack","at":1,"position":-7}',
        '{"type":"Paused","at":-1}',
        '{"type":"Paused","at":1e300}',
        '{"type":"Noted","at":1,"feeling":6}',
        '{"type":"StepEnded","at":1,"step":0,"result":{"reps":-1}}',
        '{"type":"Paused","at":' + "[" * 5000 + "]" * 5000 + "}",
    ],
)
def test_what_cannot_have_happened_is_not_believed(tmp_path: Path, event: str) -> None:
    path = tmp_path / "x.jsonl"
    lines = (f'{{"wall":"2026-11-21T18:30:05Z","event":{each}}}' for each in (GOOD, event, GOOD))
    path.write_text("\n".join([msgspec.json.encode(header()).decode(), *lines]))
    read = read_journal(path)
    assert (read.events, read.dropped) == ((Paused(at=5),), 2)


def test_an_event_without_the_time_zone_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    line = f'{{"wall":"2026-11-21T18:30:05","event":{GOOD}}}'
    path.write_text(f"{msgspec.json.encode(header()).decode()}\n{line}")
    assert read_journal(path).events == ()


def test_a_journal_that_is_gone_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(BadFileError, match="no such file"):
        read_journal(tmp_path / "x.jsonl")


def test_no_journal_overwrites_another_and_their_names_sort_by_time(
    start: Start, tmp_path: Path
) -> None:
    first, second = start(tmp_path, header()), start(tmp_path, header(name="day-a"))
    first.append([Began(at=1)])
    second.append([Began(at=2)])
    assert [path_of(journal).name for journal in (first, second)] == [
        "2026-11-21T183005-day-a.jsonl",
        "2026-11-21T183005-day-a-2.jsonl",
    ]
    assert read_journal(path_of(first)).events == (Began(at=1),)


def test_on_a_full_disk_events_are_kept_and_written_once_there_is_room(
    start: Start, tmp_path: Path
) -> None:
    journal = start(tmp_path, header())
    journal.append([Began(at=0)])
    room = path_of(journal).stat().st_size + 20
    with full_disk(room):
        journal.append([SET])
        assert journal.trouble is not None
        assert "File too large" in journal.trouble
        journal.append([Paused(at=40)])
        assert journal.trouble is not None
        torn = read_journal(path_of(journal))  # what a crash now would leave
        assert (torn.events, torn.is_torn) == ((Began(at=0),), True)

    journal.append([Noted(at=50, note="phew")])
    assert journal.trouble is None
    read = read_journal(path_of(journal))
    assert read.events == (Began(at=0), SET, Paused(at=40), Noted(at=50, note="phew"))
    assert not read.is_torn


def test_closing_tries_a_last_time(start: Start, tmp_path: Path) -> None:
    journal = start(tmp_path, header())
    with full_disk(path_of(journal).stat().st_size):
        journal.append([Began(at=0)])
    journal.close()
    assert journal.trouble is None
    assert read_journal(path_of(journal)).events == (Began(at=0),)


def test_closing_twice_on_a_full_disk_is_no_trouble(start: Start, tmp_path: Path) -> None:
    journal = start(tmp_path, header())
    with full_disk(path_of(journal).stat().st_size):
        journal.append([Began(at=0)])
        journal.close()
        journal.close()
        assert journal.trouble


def test_a_mark_tries_again_what_a_full_disk_refused(start: Start, tmp_path: Path) -> None:
    journal = start(tmp_path, header())
    with full_disk(path_of(journal).stat().st_size):
        journal.append([Began(at=0)])
        journal.mark(5)
        assert journal.trouble
    journal.mark(10)
    assert journal.trouble is None
    assert read_journal(path_of(journal)).events[0] == Began(at=0)


def test_marks_are_in_the_file_at_once_each_once(start: Start, tmp_path: Path) -> None:
    journal = start(tmp_path, header())
    journal.append([Began(at=0)])
    for at in (1, 2, 3):
        journal.mark(at)
        assert read_journal(path_of(journal)).events[-1] == Heartbeat(at=at)
    journal.append([Paused(at=4)])
    journal.mark(5)
    found = read_journal(path_of(journal)).events
    assert found == (
        Began(at=0),
        *(Heartbeat(at=at) for at in (1, 2, 3)),
        Paused(at=4),
        Heartbeat(at=5),
    )


def test_what_a_failed_sync_may_have_lost_is_written_again(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = start(tmp_path, header())
    journal.append([Began(at=0)])

    def broken(handle: int) -> None:
        del handle
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as failing:
        failing.setattr(os, "fsync", broken)
        before = path_of(journal).read_bytes()
        journal.append([SET])
        assert journal.trouble is not None
        assert "Input/output error" in journal.trouble
    path_of(journal).write_bytes(before)  # the system threw the unsynced page away
    journal.append([Stopped(at=60, how=Ending.FINISHED)])
    assert journal.trouble is None
    assert read_journal(path_of(journal)).events[1:] == (SET, Stopped(60, Ending.FINISHED))


def test_a_journal_that_cannot_be_created_is_created_later(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "journals"
    folder.write_text("a file where the folder should be")
    journal = start(folder, header())
    assert journal.trouble is not None
    assert journal.path is None
    journal.append([Began(at=0)])
    assert journal.trouble is not None

    folder.unlink()
    journal.append([SET])
    assert journal.trouble is None
    assert read_journal(path_of(journal)).events == (Began(at=0), SET)


def test_discarding_leaves_no_file(start: Start, tmp_path: Path) -> None:
    journal = start(tmp_path / "journals", header())
    journal.append([Began(at=0)])
    with full_disk(path_of(journal).stat().st_size):
        journal.append([SET])
    journal.discard()
    journal.close()
    assert list((tmp_path / "journals").iterdir()) == []


def test_discarding_a_journal_that_never_was(start: Start, tmp_path: Path) -> None:
    (tmp_path / "journals").write_text("in the way")
    journal = start(tmp_path / "journals", header())
    journal.discard()
    assert journal.path is None
