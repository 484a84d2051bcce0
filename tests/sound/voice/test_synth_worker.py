import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Timer

import pytest

from backtimer.sound.protocol import (
    Made,
    Make,
    Trouble,
    Unmade,
    Voice,
    VoiceReport,
    decode_voice_report,
    encode,
)
from backtimer.sound.voice.cache import load
from backtimer.sound.voice.engines import NOTHING
from backtimer.sound.voice.synth_worker import NICENESS, speakable
from tests.sound.processes import PATIENCE, Piped, alive, eventually
from tests.sound.voice.stand_in import StandIn

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")


class Worker(Piped):
    """A real worker and its pipes."""

    def ask(self, *texts: str) -> None:
        self.tell(encode(Make(texts)))

    def hear(self) -> VoiceReport:
        return decode_voice_report(self.line())

    def made(self) -> Made:
        report = self.hear()
        assert isinstance(report, Made)
        return report

    def complaints(self) -> bytes:
        """What it wrote to its log; it has to have ended."""
        assert self.process.stderr
        return self.process.stderr.read()


Start = Callable[..., AbstractContextManager[Worker]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "phrases"


@pytest.fixture
def worker(folder: Path) -> Start:
    @contextmanager
    def start(engine: str, folder: Path = folder) -> Iterator[Worker]:
        with subprocess.Popen(
            [
                sys.executable,
                "-m",
                "backtimer.sound.voice.synth_worker",
                engine,
                "1.0",
                str(folder),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": with_backtimer(os.environ.get("PYTHONPATH", ""))},
        ) as process:
            overdue = Timer(PATIENCE, process.kill)  # a test that waits in vain fails
            overdue.start()
            try:
                yield Worker(process)
            finally:
                overdue.cancel()
                process.kill()

    return start


def with_backtimer(paths: str) -> str:
    return os.pathsep.join(filter(None, [paths, str(Path(__file__).parents[3])]))


def test_phrases_are_made_in_the_order_asked_for(worker: Start) -> None:
    with worker("espeak") as voice:
        voice.ask("Plank. Get ready.", "Halfway.", "Halfway.")
        hello = voice.hear()
        assert isinstance(hello, Voice)
        assert hello.description.startswith("espeak")
        plank, halfway = voice.made(), voice.made()
        assert (plank.text, halfway.text) == ("Plank. Get ready.", "Halfway.")
        assert 1 < plank.seconds < 3
        assert len(load(halfway.path)) / 48_000 == pytest.approx(halfway.seconds)
        voice.hang_up()
        assert voice.process.wait(5) == 0
        assert voice.complaints() == b""


def test_what_is_there_already_needs_no_engine(worker: Start, stand_in: StandIn) -> None:
    with worker("hibari") as voice:
        voice.ask("Up.", "Down.")
        assert voice.hear() == Voice("hibari 9.9")
        first = {voice.made(), voice.made()}
    assert stand_in.loaded == 1
    with worker("hibari") as voice:
        voice.ask("Down.", "Up.")
        assert voice.hear() == Voice("hibari 9.9")
        assert {voice.made(), voice.made()} == first
        assert stand_in.loaded == 1
        voice.ask("Left.", "Up.")
        assert [voice.made().text, voice.made().text] == ["Up.", "Left."]
        assert stand_in.loaded == 2


def test_a_later_command_replaces_what_has_not_been_made(worker: Start) -> None:
    with worker("espeak") as voice:
        voice.hear()
        voice.ask(*(f"Old {n}." for n in range(500)))
        voice.made()
        voice.ask("New.")
        heard: list[str] = []
        while not heard or heard[-1] != "New.":
            heard.append(voice.made().text)
        assert len(heard) < 100
        voice.ask("Newer.")
        assert voice.made().text == "Newer."


def test_a_text_beyond_the_engine_is_told_and_passed_over(worker: Start, stand_in: StandIn) -> None:
    assert stand_in.loaded == 0
    with worker("hibari") as voice:
        texts = ("stumble", "", " \n[[]]", "long " * 200)
        voice.ask(*texts, "Up.")
        voice.hear()
        assert [voice.hear() for _ in texts] == [Unmade(text) for text in texts]
        assert voice.made().text == "Up."
        voice.hang_up()
        voice.process.wait(5)
        assert b"ValueError: stumble" in voice.complaints()


def test_where_nothing_can_be_kept_nothing_is_made(worker: Start, folder: Path) -> None:
    folder.write_text("I am a file")
    with worker("espeak") as voice:
        voice.ask("Up.")
        voice.hear()
        assert voice.hear() == Unmade("Up.")


def test_without_an_engine_it_says_so(worker: Start) -> None:
    with worker("parrot") as voice:
        report = voice.hear()
        assert isinstance(report, Trouble)
        assert report.message.startswith("There is no voice called 'parrot'")


@pytest.mark.usefixtures("broken_hibari")
def test_an_engine_that_does_not_run_says_what_else_there_is(worker: Start) -> None:
    with worker("hibari") as voice:
        voice.ask("Up.")
        assert voice.hear() == Voice("hibari 9.9")
        report = voice.hear()
        assert isinstance(report, Trouble)
        assert report.message != NOTHING
        assert "does not run on this machine" in report.message
        voice.hang_up()
        voice.process.wait(5)
        assert b"a library is missing" in voice.complaints()


@pytest.mark.usefixtures("broken_hibari")
def test_the_best_engine_is_one_that_runs(worker: Start) -> None:
    with worker("best") as voice:
        voice.ask("Up.", "Down.")
        assert voice.hear() == Voice("hibari 9.9")
        instead = voice.hear()
        assert isinstance(instead, Voice)
        assert instead.description.startswith("espeak")
        assert [voice.made().text, voice.made().text] == ["Up.", "Down."]


def test_it_ends_with_its_input_even_in_the_middle_of_a_word(
    worker: Start, stand_in: StandIn
) -> None:
    with worker("hibari") as voice:
        voice.ask("dawdle")
        assert eventually(lambda: stand_in.loaded)
        voice.hang_up()
        assert voice.process.wait(5) == 0


def test_what_makes_no_sense_ends_it_with_a_trace_in_the_log(worker: Start) -> None:
    with worker("espeak") as voice:
        voice.tell(b"sing, please\n")
        voice.process.wait(5)
        assert b"DecodeError" in voice.complaints()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no folder is called so")
def test_what_nobody_has_thought_of_ends_it_rather_than_keep_the_app_waiting(
    worker: Start, folder: Path
) -> None:
    with worker("espeak", folder / os.fsdecode(b"no \xff text")) as voice:  # and reports are text
        voice.ask("Up.")
        voice.hear()
        assert voice.process.wait(5) == 1
        assert b"UnicodeEncodeError" in voice.complaints()


@posix_only
def test_it_stands_back_for_the_sound(worker: Start) -> None:
    with worker("espeak") as voice:
        voice.hear()
        niceness = os.getpriority(os.PRIO_PROCESS, voice.process.pid)
        assert niceness == min(19, os.getpriority(os.PRIO_PROCESS, 0) + NICENESS)


@posix_only
def test_it_does_not_outlive_an_app_that_is_killed(folder: Path) -> None:
    app = f"""
import signal
from pathlib import Path
from backtimer.sound.voice.phrasebook import Phrasebook
book = Phrasebook("espeak", 1.0, Path({str(folder)!r}))
book.start()
book.want(["Up."])
book.wait(10)
book.want([str(n) for n in range(10_000)])
print(book._child.pid, flush=True)
signal.pause()
"""
    with subprocess.Popen([sys.executable, "-c", app], stdout=subprocess.PIPE) as process:
        assert process.stdout
        pid = int(process.stdout.readline())
        assert alive(pid)
        process.kill()
    assert eventually(lambda: not alive(pid))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Plank. Get ready.", "Plank. Get ready."),
        ("Größe\n  180 ", "Größe 180"),
        ("a\x00b\x1b[31mred", "a b 31mred"),
        ("[[[rate 500]]] hello", "rate 500 hello"),
    ],
)
def test_only_words_are_spoken(text: str, line: str) -> None:
    assert speakable(text) == line
