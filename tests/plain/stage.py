"""Plain mode on a stage: someone types lines now and then, and hears what is said."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from backtimer.plain.app import PlainApp
from backtimer.plain.dialogue import Dialogue
from backtimer.plain.inbox import Call, Inbox, Line, Message, Raised
from backtimer.plan.session_file import SessionFile, read_session
from backtimer.runtime.clock import Clock
from backtimer.runtime.context import Options
from backtimer.runtime.runner import WorkoutRunner

QUIET = Options(sound=False)
MOST_NAPS = 20_000
"""Waits in a workout, of a second or less: hours."""
_MET: dict[str, BaseException] = {
    "^C": KeyboardInterrupt(),
    "^D": EOFError(),
    "SIGTERM": SystemExit(128 + 15),
    "EPIPE": BrokenPipeError(),
}
"""What may come besides lines, as it is met."""


class Asleep(NamedTuple):
    """The machine sleeps for some seconds."""

    seconds: float


Deed = Callable[[], object]
"""Something else that happens meanwhile."""
Act = str | float | BaseException | Asleep | Deed
"""A typed line, seconds that pass, sleep, something to be met, or a deed."""


def acts_of(script: str, deeds: Mapping[str, Deed]) -> list[Act]:
    """What a script says: "40s, done 9 @ 42.5, enter" waits, types a line and an empty one."""
    words = [each.strip() for each in script.split(",")] if script else []
    return [deeds.get(word) or _act(word) for word in words]


def _act(word: str) -> Act:
    if re.fullmatch(r"[\d.]+s", word):
        return float(word[:-1])
    if sleep := re.fullmatch(r"asleep (\d+)", word):
        return Asleep(float(sleep[1]))
    typed = {"enter": "", "space": " "}.get(word, word)
    return _MET.get(typed, typed)


class Script(Inbox):
    """An inbox into which things come as they are written down; its clock is turned meanwhile.

    After the last of them comes the end of input: once, or in a terminal again and again.
    """

    def __init__(self, acts: Iterable[Act], *, typed: bool) -> None:
        super().__init__()
        self._typed = typed
        self.seconds = 1000.0
        self.naps: list[float] = []
        """How long was waited each time."""
        self.late = 0.0
        """Seconds that the machine oversleeps."""
        self._acts = list(acts)
        self._is_over = False

    def wait(self, seconds: float | None) -> Message | None:
        """Give what comes next, or let time pass until then."""
        while self._acts:
            act = self._acts[0]
            if isinstance(act, Asleep):
                self.seconds += act.seconds
                del self._acts[0]
                continue
            if not isinstance(act, int | float):
                del self._acts[0]
                if callable(act):
                    return Call(act)
                return Line(act) if isinstance(act, str) else Raised(act)
            if seconds is not None and act > seconds:
                self._acts[0] = act - self._sleep(seconds)
                return None
            self._sleep(act)
            del self._acts[0]
        if seconds is None or self._typed or not self._is_over:
            self._is_over = True
            return Raised(EOFError())
        self._sleep(seconds)
        return None

    def _sleep(self, seconds: float) -> float:
        slept = seconds + self.late
        self.naps.append(seconds)
        assert len(self.naps) < MOST_NAPS, "it never ends"
        self.seconds += slept
        return slept

    def heed_signals(self, *, typed: bool) -> None:
        """Leave those of the tests alone."""


class Led:
    """What was said of a workout, and how it ended."""

    def __init__(
        self,
        file: SessionFile | None,
        script: str = "",
        *,
        typed: bool = False,
        options: Options = QUIET,
        late: float = 0.0,
        deeds: Mapping[str, Deed] = {},
    ) -> None:
        self.lines: list[str] = []
        self.inbox = inbox = Script(acts_of(script, deeds), typed=typed)
        inbox.late = late
        dialogue = Dialogue(inbox, self.lines.append, typed=typed)
        clock = Clock(options.speed, lambda: inbox.seconds)
        self.app = PlainApp(inbox, dialogue, options, lambda: clock)
        self.code = self.app.run(file)

    @property
    def runner(self) -> WorkoutRunner:
        """The runner of the workout."""
        workout = self.app._context.workout
        assert workout is not None
        return workout.runner

    def after(self, line: str) -> list[str]:
        """What was said after a line, the last time it was said."""
        last = len(self.lines) - 1 - self.lines[::-1].index(line)
        return self.lines[last + 1 :]

    def said(self, beginning: str) -> list[str]:
        """The lines with a beginning."""
        return [line for line in self.lines if line.startswith(beginning)]


def session(folder: Path, text: str, name: str = "mine") -> SessionFile:
    """A session file with this text, below its format and title."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.toml"
    path.write_text(f'format = 1\ntitle = "Mine"\n{text}', encoding="utf-8")
    return read_session(path)
