import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from backtimer.sound import client, supervisor
from backtimer.sound.child import LONGEST_LOG, Child
from backtimer.sound.pcm import RATE
from backtimer.sound.protocol import (
    Heartbeat,
    Hello,
    Mute,
    Plan,
    Report,
    SetTheme,
    Volume,
    decode_report,
)
from backtimer.sound.setup import Setup
from backtimer.sound.speaker import Speaker
from backtimer.sound.voice import phrasebook
from backtimer.workout.signals import ScheduledSignal, Signal
from tests.sound.processes import alive, eventually

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")


class Room:
    """A speaker on an output without a device, and the troubles and notices it has told of."""

    def __init__(self, output: str = "none", log: Path | None = None, engine: str = "none") -> None:
        self.troubles: list[str] = []
        self.notices: list[str] = []
        self.speaker = Speaker(
            on_trouble=self.troubles.append,
            on_notice=self.notices.append,
            setup=Setup(output=output, log=log, engine=engine),
        )

    @property
    def worker(self) -> int:
        """The process that plays, 0 if there is none."""
        child = self.speaker._client._child
        return child.pid if child and self.speaker.working else 0

    @property
    def frames(self) -> int:
        health = self.speaker.health
        return health.frames if health else 0

    @property
    def begun(self) -> int:
        health = self.speaker.health
        return health.begun if health else 0


@pytest.fixture
def room() -> Iterator[Room]:
    room = Room()
    room.speaker.start()
    assert room.speaker.wait_until_settled(10)
    yield room
    room.speaker.close()


def pip_in(seconds: float) -> ScheduledSignal:
    return ScheduledSignal(f"pip in {seconds}", time.monotonic() + seconds, Signal.COUNT)


def test_what_is_scheduled_is_played_on_time(room: Room) -> None:
    room.speaker.schedule([pip_in(0.1), pip_in(0.2), pip_in(60)])
    assert eventually(lambda: room.begun == 2)
    assert isinstance(room.speaker.health, Heartbeat)
    assert room.speaker.health.lateness < 0.15
    assert room.speaker.description
    assert room.troubles == []


def test_what_is_scheduled_before_the_worker_is_up_is_not_lost() -> None:
    room = Room()
    room.speaker.schedule([pip_in(1.0)])
    room.speaker.start()
    assert eventually(lambda: room.begun == 1)
    room.speaker.close()


def test_silence_forgets_the_schedule(room: Room) -> None:
    room.speaker.schedule([pip_in(0.4)])
    room.speaker.silence()
    room.speaker.play(Signal.GO)
    assert eventually(lambda: room.begun == 1)
    later = room.frames + 0.7 * RATE
    assert eventually(lambda: room.frames > later)
    assert room.begun == 1


@posix_only
def test_a_worker_that_dies_is_replaced_and_given_the_schedule(room: Room) -> None:
    first = room.worker
    room.speaker.schedule([pip_in(1.2)])
    os.kill(first, signal.SIGKILL)
    assert eventually(lambda: room.worker not in (0, first))
    assert eventually(lambda: room.begun == 1)
    assert room.troubles == []


@posix_only
def test_a_worker_that_hangs_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "START_PATIENCE", 1.5)
    room = Room()
    room.speaker.start()
    assert room.speaker.wait_until_settled(10)
    first = room.worker
    os.kill(first, signal.SIGSTOP)
    assert eventually(lambda: room.worker not in (0, first))
    assert not alive(first)
    assert room.troubles == []
    room.speaker.close()


@posix_only
@pytest.mark.parametrize(("seldom", "told"), [(0.0, 2), (60.0, 1)])
def test_a_second_loss_is_told_like_the_first_but_a_flood_is_not(
    monkeypatch: pytest.MonkeyPatch, room: Room, seldom: float, told: int
) -> None:
    monkeypatch.setattr(supervisor, "BACK_OFF", (0.0, 0.01, 0.05))
    monkeypatch.setattr(client, "QUIET_TRIES", 2)
    monkeypatch.setattr(client, "SELDOM", seldom)
    tries: list[str] = []
    spawn = room.speaker._client._supervisor._spawn

    def fail_or_spawn() -> Child[Report]:
        tries.append(sys.executable)
        return spawn()

    monkeypatch.setattr(room.speaker._client._supervisor, "_spawn", fail_or_spawn)
    for _ in range(2):
        with monkeypatch.context() as away:
            away.setattr(sys, "executable", "/nowhere/python")
            tries.clear()
            os.kill(room.worker, signal.SIGKILL)
            assert eventually(lambda: len(tries) > 3)
        assert eventually(lambda: room.worker)
    assert room.troubles == [client.LOST] * told
    assert eventually(lambda: room.notices == [client.BACK] * told)


@posix_only
def test_sound_that_is_lost_is_told_of_once_and_comes_back(
    monkeypatch: pytest.MonkeyPatch, room: Room
) -> None:
    monkeypatch.setattr(supervisor, "BACK_OFF", (0.0, 0.01, 0.05))
    monkeypatch.setattr(client, "QUIET_TRIES", 2)
    python = sys.executable
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    os.kill(room.worker, signal.SIGKILL)
    assert eventually(lambda: room.troubles)
    assert not room.speaker.working
    room.speaker.schedule([pip_in(3)])
    tries: list[float] = []
    spawn = room.speaker._client._supervisor._spawn

    def try_again() -> Child[Report]:
        tries.append(time.monotonic())
        return spawn()

    monkeypatch.setattr(room.speaker._client._supervisor, "_spawn", try_again)
    assert eventually(lambda: len(tries) > 3)
    monkeypatch.setattr(sys, "executable", python)
    assert eventually(lambda: room.begun == 1)
    assert room.troubles == [client.LOST]


def test_without_an_output_the_trouble_is_told_once_and_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(supervisor, "BACK_OFF", (0.0, 60.0))
    room = Room(output="gramophone")
    room.speaker.start()
    assert not room.speaker.wait_until_settled(10)
    room.speaker.play(Signal.GO)
    room.speaker.close()
    assert room.troubles == ["There is no sound output called 'gramophone'."]


def test_a_worker_that_never_starts_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    monkeypatch.setattr(supervisor, "BACK_OFF", (0.0, 0.01))
    room = Room()
    room.speaker.start()
    assert not room.speaker.wait_until_settled(10)
    assert room.troubles == [client.LOST]
    room.speaker.close()


def test_the_environment_may_name_the_output(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKTIMER_SOUND_OUTPUT", "barrel organ")
    troubles: list[str] = []
    speaker = Speaker(on_trouble=troubles.append)
    speaker.start()
    assert not speaker.wait_until_settled(10)
    assert troubles == ["There is no sound output called 'barrel organ'."]
    speaker.close()


def test_a_voice_that_was_asked_for_and_is_not_there_is_told_of_once() -> None:
    room = Room(engine="parrot")
    room.speaker.start()
    assert eventually(lambda: room.notices)
    assert room.notices == [f"{room.speaker.voice.trouble} There are tones only."]
    assert "'parrot'" in room.notices[0]
    room.speaker.close()
    assert room.troubles == []


@pytest.mark.parametrize(
    ("speaks", "told"), [("", []), ("espeak", [f"{phrasebook.LOST} There are tones only."])]
)
def test_any_voice_will_do_and_none_is_no_news_but_the_loss_of_one_is(
    monkeypatch: pytest.MonkeyPatch, speaks: str, told: list[str]
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    room = Room(engine="best")
    room.speaker.voice.description = speaks
    room.speaker.voice.start()
    assert eventually(lambda: room.speaker.voice.trouble)
    room.speaker.voice.close()
    assert room.speaker.voice.trouble == phrasebook.LOST
    assert room.notices == told


def test_closing_is_quick_and_leaves_no_process(room: Room) -> None:
    pid = room.worker
    began = time.monotonic()
    room.speaker.close()
    assert time.monotonic() - began < 0.2
    assert not alive(pid)
    assert not room.speaker.working
    room.speaker.play(Signal.GO)
    room.speaker.close()
    assert room.troubles == []


@posix_only
def test_a_hung_worker_keeps_nobody_waiting(room: Room) -> None:
    pid = room.worker
    os.kill(pid, signal.SIGSTOP)
    plan = [pip_in(60 + i) for i in range(100)]
    began = time.monotonic()
    for _ in range(50):  # far more than a pipe holds
        room.speaker.schedule(plan)
    assert time.monotonic() - began < 0.2
    room.speaker.close()
    assert time.monotonic() - began < 0.5
    assert not alive(pid)


def test_closing_before_or_while_starting_is_fine() -> None:
    Room().speaker.close()
    room = Room()
    room.speaker.start()
    room.speaker.close()
    assert not room.speaker.wait_until_settled(10)
    assert room.troubles == []


def test_a_worker_has_a_log_to_complain_to(tmp_path: Path) -> None:
    log = tmp_path / "sound.log"
    room = Room(log=log)
    room.speaker.start()
    assert room.speaker.wait_until_settled(10)
    os.kill(room.worker, signal.SIGABRT)
    assert eventually(lambda: b"Fatal Python error" in log.read_bytes())
    room.speaker.close()


@pytest.mark.parametrize(("more", "kept"), [(0, LONGEST_LOG), (1, 0)])
def test_a_log_that_has_grown_too_long_is_begun_anew(tmp_path: Path, more: int, kept: int) -> None:
    log = tmp_path / "sound.log"
    log.write_bytes(b"." * (LONGEST_LOG + more))
    Child("backtimer.sound.worker", ["none"], decode_report, log).end()
    assert log.stat().st_size == kept


def test_a_new_worker_is_told_volume_mute_and_schedule() -> None:
    speaker = Speaker(on_trouble=print, volume=0.5, muted=True)
    pip = pip_in(5)
    speaker.schedule([pip])
    now = time.monotonic()
    assert [*speaker._brief(now - 1, Hello(now - 0.5, "x"))] == [
        SetTheme("clear", "."),
        Volume(0.5, 0.5),
        Mute(on=True),
        Plan((pip,)),
    ]


def test_a_worker_with_another_clock_gets_times_on_its_own() -> None:
    speaker = Speaker(on_trouble=print)
    pip = pip_in(5)
    speaker.schedule([pip])
    now = time.monotonic()
    *_, plan = speaker._brief(now - 1, Hello(now - 700, "x"))
    assert isinstance(plan, Plan)
    assert plan.signals[0].at == pytest.approx(pip.at - 700, abs=0.1)


@pytest.mark.parametrize(("asked", "kept"), [(-1.0, 0.0), (0.3, 0.3), (7.0, 1.0)])
def test_volume_stays_within_bounds(asked: float, kept: float) -> None:
    speaker = Speaker(on_trouble=print, volume=asked)
    assert speaker.volume == kept
    speaker.volume = asked
    assert speaker.volume == kept
