"""A workout that was cut off: it stands where it stopped, whatever its journal lacks."""

import contextlib
import re
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from backtimer.log.journal import Journal, read_journal
from backtimer.log.logbook import Logbook
from backtimer.log.record import to_toml
from backtimer.log.record_file import from_toml
from backtimer.log.recovery import find_unfinished
from backtimer.toml.read import BadFileError
from backtimer.workout.events import (
    Adjusted,
    Began,
    Corrected,
    Ending,
    Event,
    GetReadySkipped,
    OptionalDeclined,
    OptionChosen,
    Paused,
    Postponed,
    Result,
    Resumed,
    Skipped,
    StepEnded,
    Stopped,
    Suspended,
    Undone,
    WentBack,
)
from tests.log.workouts import STARTED, TEXT, header, in_the_second_set, left
from tests.properties import examples


def test_it_stands_where_it_was_cut_off_with_all_its_numbers(tmp_path: Path) -> None:
    someone = in_the_second_set()
    journal = left(tmp_path, someone, 100)
    journal.mark(someone.now + 20)
    journal.close()
    (found,) = find_unfinished(tmp_path, Logbook(tmp_path / "logs")).unfinished
    assert found.place == "in set 2 of Pulldown"
    assert found.sets_done == 1
    assert found.stopped == STARTED + timedelta(seconds=100)
    player = found.player()
    assert player.state == someone.player.state
    assert player.results == someone.player.results
    assert player.resume(someone.now + 500) == (Paused(at=someone.now + 20),)


def test_a_journal_that_is_gone_on_with_is_one_journal(tmp_path: Path) -> None:
    someone = in_the_second_set()
    first = left(tmp_path, someone)
    first.close()
    assert first.path
    first.path.write_bytes(first.path.read_bytes() + b'{"wall":"2026')
    kept = read_journal(first.path)
    assert kept.is_torn
    again = Journal(tmp_path, someone.header, kept=kept)
    again.append([Paused(at=someone.now)])
    again.close()
    read = read_journal(first.path)
    assert not read.is_torn
    assert list(read.events) == [*someone.events, Paused(at=someone.now)]


def test_a_journal_may_end_anywhere_and_says_what_it_lacks(tmp_path: Path) -> None:
    someone = in_the_second_set()
    someone.stops()
    journal = left(tmp_path / "journals", someone)
    journal.close()
    path = journal.path
    assert path
    whole = path.read_bytes()
    ends = [match.start() for match in re.finditer(b"\n", whole)]
    for size in range(len(whole)):
        path.write_bytes(whole[:size])
        if size <= ends[0]:
            with contextlib.suppress(BadFileError):  # as far as it goes, it is none
                assert read_journal(path).events == ()
            found = find_unfinished(path.parent, Logbook(tmp_path / "logs"))
            assert (found.unfinished, found.broken, path.exists()) == ((), (), False)
            continue
        read = read_journal(path)
        whole_lines = sum(end <= size for end in ends) - 1
        assert list(read.events) == someone.events[:whole_lines]
        assert read.is_torn == (size not in ends and size - 1 not in ends)


MOMENTS = st.floats(0, 1e5)
NUMBERS = st.integers(0, 30)
RESULTS = st.builds(
    Result, seconds=MOMENTS, reps=st.none() | NUMBERS, load=st.text(max_size=9), note=st.text()
)
EVENTS = st.one_of(
    *(st.builds(kind, at=MOMENTS) for kind in (GetReadySkipped, Paused, Resumed, Undone)),
    *(st.builds(kind, at=MOMENTS, position=NUMBERS) for kind in (Began, WentBack)),
    *(st.builds(kind, at=MOMENTS, step=NUMBERS) for kind in (Skipped, OptionalDeclined)),
    st.builds(StepEnded, at=MOMENTS, step=NUMBERS, result=RESULTS, by_key=st.booleans()),
    st.builds(Corrected, at=MOMENTS, step=NUMBERS, result=RESULTS),
    st.builds(Postponed, at=MOMENTS, item=NUMBERS),
    st.builds(OptionChosen, at=MOMENTS, exercise_index=st.integers(0, 3), option=NUMBERS),
    st.builds(Adjusted, at=MOMENTS, seconds=st.floats(-1e5, 1e5)),
    st.builds(Suspended, at=MOMENTS, seconds=MOMENTS),
    st.builds(Stopped, at=MOMENTS, how=st.sampled_from(Ending)),
)


@examples(50)
@example([GetReadySkipped(at=0), Undone(at=6), GetReadySkipped(at=0)])
@given(st.lists(EVENTS, max_size=12))
def test_events_in_any_order_make_a_log_that_can_be_read(events: list[Event]) -> None:
    with TemporaryDirectory() as folder:
        journal = Journal(Path(folder), header(), clock=lambda: STARTED)
        journal.append(events)
        journal.close()
        found = find_unfinished(Path(folder), Logbook(Path(folder) / "logs"))
        assert found.broken == ()
        for cut_off in found.unfinished:
            assert cut_off.place
            assert from_toml(to_toml(cut_off.record()), "log") == cut_off.record()


def test_one_that_was_gone_on_with_after_a_year_can_be_read() -> None:
    someone = in_the_second_set()
    someone.took(someone.player.pause(someone.now))
    someone.now += 366 * 86_400
    someone.took(someone.player.pause(someone.now))
    assert from_toml(to_toml(someone.record()), "log").seconds.total > 366 * 86_400


@pytest.mark.parametrize(
    ("event", "times"),
    [
        (Undone(at=1), 2_000),
        (OptionChosen(at=1, exercise_index=9, option=0), 1),
    ],
)
def test_what_no_person_has_done_is_refused(tmp_path: Path, event: Event, times: int) -> None:
    journal = Journal(tmp_path, header(), clock=lambda: STARTED)
    journal.append([Began(at=0), *[event] * times])
    journal.close()
    (error,) = find_unfinished(tmp_path, Logbook(tmp_path / "logs")).broken
    assert "what was done does not fit its session" in str(error)


def test_whoever_leans_on_a_key_is_believed(tmp_path: Path) -> None:
    journal = Journal(tmp_path, header(), clock=lambda: STARTED)
    journal.append([Began(at=0), *[WentBack(at=1, position=0)] * 5_000])
    journal.close()
    assert len(find_unfinished(tmp_path, Logbook(tmp_path / "logs")).unfinished) == 1


def test_a_session_that_no_file_could_hold_is_not_looked_into(tmp_path: Path) -> None:
    Journal(tmp_path, header(TEXT + "#" * 600_000)).close()
    (error,) = find_unfinished(tmp_path, Logbook(tmp_path / "logs")).broken
    assert str(error).endswith("its session is too big")
