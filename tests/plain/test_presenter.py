"""The clock of plain mode: it never drifts, never works in vain, and logs what the screen does."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from backtimer.files import folders
from backtimer.log.record import CompletedSession
from backtimer.plain.commands import VERBS
from backtimer.plain.presenter import LONGEST_NAP
from backtimer.plan.session import Session
from backtimer.plan.session_file import SessionFile
from backtimer.runtime.context import Options
from tests.plain.stage import Led, session
from tests.plain.test_app import ROWS, logs, sets
from tests.tui.stage import on_stage
from tests.workout.sessions import sessions

INTERVALS = """
[defaults]
get_ready_first = "10s"
[[main]]
intervals = "Rowing"
rounds = 10
steps = [{ exercise = "Hard", time = "45s" }, { exercise = "Easy", time = "75s" }]
"""
TWENTY_MINUTES = 1200
A_DAY = datetime(2026, 11, 1, tzinfo=UTC)
REHEARSED = Options(sound=False, keep_log=False)


def test_however_late_the_machine_wakes_no_second_is_lost(tmp_path: Path) -> None:
    Led(session(tmp_path, INTERVALS), late=0.9)
    assert [each.seconds for each in sets()] == [45, 75] * 10
    (log,) = logs()
    assert log.seconds.working == TWENTY_MINUTES
    assert log.seconds.total == TWENTY_MINUTES + 10


def test_it_sleeps_from_change_to_change(tmp_path: Path) -> None:
    led = Led(session(tmp_path, INTERVALS), options=REHEARSED)
    assert len(led.inbox.naps) < 1.1 * TWENTY_MINUTES, "a look a second, and at each mark"
    assert max(led.inbox.naps) <= LONGEST_NAP


def test_while_nothing_changes_it_looks_only_whether_it_slept(tmp_path: Path) -> None:
    led = Led(session(tmp_path, ROWS), "60s, pause, 300s, SIGTERM")
    assert len(led.inbox.naps) <= 362


def test_a_fast_rehearsal_tells_the_same(tmp_path: Path) -> None:
    file = session(tmp_path, INTERVALS)
    slow, fast = (Led(file, options=replaced(speed)).lines for speed in (1.0, 60.0))
    assert fast == slow


def replaced(speed: float) -> Options:
    """A rehearsal so many times as fast."""
    return REHEARSED._replace(speed=speed)


KEYS = """
40s enter 9 60s | 40s, enter, 9, 60s
30s enter b 20s enter | 30s, enter, b, 20s, enter
+ 20s u 70s | +, 20s, u, 70s
space 30s space | pause, 30s, go
10s x 8s | 10s, x, 8s
25s enter | 25s, enter
"""
"""The same things done with keys, and typed."""


async def test_the_log_is_the_one_of_the_screen(rows: SessionFile) -> None:
    pressed, typed = zip(*(line.split("|") for line in KEYS.strip().splitlines()), strict=True)
    async with on_stage(rows) as stage:
        for word in " ".join(pressed).split():
            if word.endswith("s"):
                await stage.waits(float(word[:-1]))
            else:
                await stage.press({"+": "plus", "space": "space"}.get(word, word))
        assert not stage.is_live, "the workout is over"
    (screen,) = logs()
    for log in folders.logs().glob("*.toml"):
        log.unlink()
    Led(rows, ", ".join(typed))
    (plain,) = logs()
    assert undated(plain) == undated(screen)


def undated(record: CompletedSession) -> CompletedSession:
    """A record without the time of day."""
    return replace(record, started=A_DAY, ended=A_DAY)


@pytest.fixture
def rows(tmp_path: Path) -> SessionFile:
    """Two sets of pulldowns, and a plank."""
    return session(tmp_path, ROWS)


LINES = st.sampled_from([*VERBS, "done 9 @ 42.5 rpe 8", "9", "1", "2", "yes", "rpe 7", "^C", "^D"])


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    any_session=sessions,
    lines=st.lists(LINES | st.text(max_size=8) | st.just("7s"), max_size=25),
    typed=st.booleans(),
)
def test_whatever_is_typed_it_leads_to_an_end(
    tmp_path: Path, any_session: Session, lines: list[str], typed: bool
) -> None:
    file = replace(session(tmp_path, ROWS), session=any_session)
    script = ", ".join((*(line.replace(",", " ") for line in lines), "SIGTERM"))
    assert Led(file, script, typed=typed, options=REHEARSED).code in (0, 128 + 15)
