"""What is really heard: a workout in a terminal, its sound taken from a sound server and judged.

These tests take their time in seconds of a real workout, nearly all of it waiting.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import combinations, pairwise
from pathlib import Path
from statistics import median

import pytest

from backtimer.log.journal import JournalContents, read_journal
from backtimer.plan.session_file import session_from_text
from backtimer.sound.pcm import RATE, Pcm
from backtimer.sound.themes.theme import default_theme
from backtimer.workout.compile import compile_session
from backtimer.workout.events import Began, Heartbeat, Paused, StepEnded, Stopped
from backtimer.workout.forecast import forecast
from backtimer.workout.reducer import apply
from backtimer.workout.schedule import signals_of
from backtimer.workout.state import opening
from tests.journeys.terminal import PATIENCE, Terminal
from tests.sound.processes import alive, eventually
from tests.sound.server import SoundServer, needs_server

pytestmark = needs_server

INTERVALS = """
format = 1
title = "Intervals"
[defaults]
get_ready_first = "{ready}s"
[[main]]
intervals = "Rowing"
rounds = {rounds}
steps = [{{ exercise = "Hard", time = "4s", effort = "hard" }},
         {{ exercise = "Easy", time = "4s", effort = "easy" }}]
"""
"""A sound a second, no two of them at once, and nobody speaks."""

READY = 5
"""Seconds to get ready in, for the sound device too."""
LOUD = 60
INTERVAL = 0.005
"""Seconds by which intervals between onsets may be off..."""
ALLOWED = 2
"""...but for so many: on a starved machine the device may run dry once in half a minute, and a cue
that is moved by that takes part in two intervals. Over hundreds of cues they are fewer than 1 in
100."""
TRIES = 2
"""How often a workout is heard at most until its cues are on time."""
MISSING = 0.15
"""Seconds by which none may be off: it would be missing."""
NEAR = 0.01
"""Seconds within which an onset is sure to be the one expected, once the latency is known."""
BACK_WITHIN = 5.0
"""Seconds from a sound server's return to the next cue that is heard."""
PAUSED_WITHIN = 0.05
"""Seconds from a pause to silence, for all pauses but one: the machine may just stand still."""
RAN_DRY = 0.2
"""Seconds of quiet in one note at most: on a starved machine the device may run dry."""
QUIET = 0.025
"""A sample above LOUD is an onset after so many seconds without one."""


@pytest.fixture
def server() -> Iterator[SoundServer]:
    with SoundServer() as server:
        yield server


LONG_NOTES = """
format = 1
title = "Long notes, and nothing else"
attack = 0.001
[cues]
go = [{ pitch = 440, length = 2 }]
easy = [{ pitch = 550, length = 2 }]
count = [{ pitch = 440, length = 0.1, level = 0 }]
"""


@contextmanager
def workout(
    server: SoundServer, home: Path, tmp_path: Path, rounds: int, theme: str = ""
) -> Iterator[Terminal]:
    """Intervals that are being led, heard by the server; `theme` is the text of a cue theme."""
    tmp_path.mkdir(exist_ok=True)
    file = tmp_path / "intervals.toml"
    file.write_text(INTERVALS.format(ready=READY, rounds=rounds))
    cues = home / "cues" / "own" / "cues.toml"
    cues.parent.mkdir(parents=True)
    cues.write_text(theme)
    chosen = '[sound]\ntheme = "own"\n' if theme else ""
    (home / "config.toml").write_text(f'{chosen}[voice]\nlevel = "off"\n')
    environment = {**server.environment, "BACKTIMER_SOUND_OUTPUT": "device"}
    terminal = Terminal(home, "run", str(file), environment=environment)
    try:
        yield terminal
    finally:
        terminal.close()


@contextmanager
def busy_cores() -> Iterator[None]:
    """Keep every core busy with something else, for a minute and a half at most."""
    work = f"import time\nwhile time.monotonic() < {time.monotonic() + 90}: pass"
    command = [sys.executable, "-c", work]
    # In a session of its own each, as other programs are, for Linux shares out by session.
    cores = range(os.cpu_count() or 1)
    busy = [subprocess.Popen(command, start_new_session=True) for _ in cores]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
            process.wait()


def journal_of(home: Path) -> JournalContents:
    """The journal of the one workout there is."""
    (path,) = (home / "state" / "journals").glob("*.jsonl")
    return read_journal(path)


def expected(journal: JournalContents) -> list[float]:
    """When notes have to begin from the first step on, in seconds of the workout.

    While it is got ready for, the sound device may still be waking up.
    """
    began = journal.events[0]
    assert isinstance(began, Began)
    session = session_from_text(journal.header.text, "intervals")
    state = apply(began, opening(compile_session(session)))
    cues = (
        cue for coming in forecast(state) for cue in signals_of(coming) if cue.at >= state.starts
    )
    in_order = sorted(cues, key=lambda cue: cue.at)
    return [cue.at + note for cue in in_order for note in onsets(default_theme().tone(cue.signal))]


def until_paused(journal: JournalContents) -> list[float]:
    """From the start of each step that was paused to its pause, in seconds."""
    state, found = opening(compile_session(session_from_text(journal.header.text, "intervals"))), []
    for event in journal.events:
        if isinstance(event, Paused):
            found.append(event.at - state.starts)
        state = apply(event, state)
    return found


def notes(samples: Pcm, quiet: float = QUIET) -> list[tuple[float, float]]:
    """When sound begins after so many seconds of quiet, and for how long it lasts, in seconds."""
    loud = [i for i, sample in enumerate(samples) if not -LOUD <= sample <= LOUD]
    edges = [-RATE, *loud, len(samples) + RATE]
    gaps = [(before, after) for before, after in pairwise(edges) if after - before > quiet * RATE]
    return [(begun / RATE, (ended - begun) / RATE) for (_, begun), (ended, _) in pairwise(gaps)]


def is_long_note(samples: Pcm) -> bool:
    """Whether samples are nothing but one sound."""
    return sum(abs(sample) > LOUD for sample in samples) > 0.9 * len(samples)


def onsets(samples: Pcm) -> list[float]:
    """When sound begins after quiet, in seconds."""
    return [begun for begun, _ in notes(samples)]


def deviations(expected: list[float], heard: list[float]) -> list[float]:
    """How far off the onset nearest to each instant is, in seconds.

    The latency is taken out, and the rate of the server's clock: that of its null sink is off by
    some sixty millionths, for it counts in whole microseconds.
    """

    def nearest(latency: float) -> list[float]:
        return [min(heard, key=lambda at: abs(at - due - latency)) for due in expected]

    def fitting(latency: float) -> int:
        pairs = zip(expected, nearest(latency), strict=True)
        return sum(abs(there - due - latency) < NEAR for due, there in pairs)

    found = nearest(max((at - expected[0] for at in heard), key=fitting))
    pairs = combinations(zip(expected, found, strict=True), 2)
    rate = median((there - before) / (due - start) for (start, before), (due, there) in pairs)
    rest = [there - rate * due for due, there in zip(expected, found, strict=True)]
    return [each - median(rest) for each in rest]


def worker_of(terminal: Terminal) -> int:
    """The process that plays for a workout."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parent = stat.read_text().rpartition(")")[2].split()[1]
            command = (stat.parent / "cmdline").read_bytes()
            if int(parent) == terminal.process.pid and b"backtimer.sound.worker" in command:
                return int(stat.parent.name)
    return 0


def off_by(server: SoundServer, folder: Path) -> list[float]:
    """How far off the cues of a workout are heard while the cores are busy and the screen stalls.

    In seconds, in their order.
    """
    home = folder / "home"
    with server.recording() as recording, workout(server, home, folder, rounds=3) as terminal:
        terminal.wait_for("GET READY")
        with busy_cores():
            for _ in range(4):
                time.sleep(5)  # nobody takes what the screen sends
                terminal.watch(1)
        terminal.wait_for("Well done: all of it")
        terminal.watch(2)
        due = expected(journal_of(home))
        heard = onsets(recording.heard())
    return deviations(due, heard)


def complaints(off: list[float]) -> list[str]:
    """What is wrong with how far off cues are."""
    apart = sorted(abs(after - before) for before, after in pairwise(off))
    missing = [f"missing: {off}"] if max(map(abs, off)) >= MISSING else []
    uneven = [f"uneven: {apart[-5:]}"] if apart[-1 - ALLOWED] >= INTERVAL else []
    return missing + uneven


def test_cues_are_heard_on_time_on_a_busy_machine_with_a_stalled_screen(
    server: SoundServer, tmp_path: Path
) -> None:
    """Heard again if they are not: now and then the machine itself stands still for a moment."""
    tries = (tmp_path / str(number) for number in range(TRIES))
    assert any(not (wrong := complaints(off_by(server, each))) for each in tries), wrong


def test_a_pause_is_heard_at_once(server: SoundServer, home: Path, tmp_path: Path) -> None:
    with (
        workout(server, home, tmp_path, rounds=3, theme=LONG_NOTES) as terminal,
        server.recording() as recording,
    ):
        for _ in range(6):
            began = time.monotonic()
            while not is_long_note(recording.heard()[-RATE // 2 :]):
                assert time.monotonic() < began + PATIENCE
                terminal.watch(0.05)
            terminal.press(" ")
            while any(abs(sample) > LOUD for sample in recording.heard()[-RATE // 4 :]):
                assert time.monotonic() < began + PATIENCE
                terminal.watch(0.05)
            terminal.press(" ")
        terminal.wait_for("Well done: all of it")
        heard = notes(recording.heard(), quiet=RAN_DRY)
        lasted = [length for _, length in heard if length > 0.5]
    asked = until_paused(journal_of(home))
    late = sorted(length - wanted for length, wanted in zip(lasted, asked, strict=True))
    assert late[-2] < PAUSED_WITHIN, late


def test_cues_come_back_with_the_sound_server_and_the_workout_never_stops(
    server: SoundServer, home: Path, tmp_path: Path
) -> None:
    with workout(server, home, tmp_path, rounds=2) as terminal:
        with server.recording() as recording:
            terminal.wait_for("Hard")
            assert eventually(lambda: any(recording.heard()))
            server.kill()
        terminal.watch(5)
        server.start()
        back = time.monotonic()
        with server.recording() as recording:
            while not any(recording.heard()) and time.monotonic() < back + 10:
                terminal.watch(0.05)
            assert time.monotonic() - back < BACK_WITHIN
        terminal.wait_for("round 2 of 2")
        terminal.wait_for("Well done: all of it")
        happened = journal_of(home).events
        began, *ended, stopped = (each for each in happened if not isinstance(each, Heartbeat))
        assert isinstance(began, Began)
        assert isinstance(stopped, Stopped)
        assert all(isinstance(event, StepEnded) and not event.by_key for event in ended)
        ideal = [READY + 4 * step for step in range(1, 5)]
        assert [event.at - began.at for event in ended] == pytest.approx(ideal)


@pytest.mark.parametrize("way", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_however_the_app_ends_no_process_is_left_behind(
    server: SoundServer, home: Path, tmp_path: Path, way: signal.Signals
) -> None:
    with workout(server, home, tmp_path, rounds=1) as terminal:
        terminal.wait_for("GET READY")
        assert eventually(lambda: worker_of(terminal))
        worker = worker_of(terminal)
        terminal.process.send_signal(way)
        terminal.end()
        ended = time.monotonic()
        assert eventually(lambda: not alive(worker))
        assert time.monotonic() - ended < 1
