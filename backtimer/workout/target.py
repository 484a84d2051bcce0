"""The target of a set: the one dose that screen, voice, set editor and log all read."""

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from backtimer.plan import describe
from backtimer.plan.session import Tempo, is_paced, set_length
from backtimer.quantity import Count, Load, Time, load_of


class SetKind(StrEnum):
    """The kind of a set. Only sets of one kind are compared with each other."""

    WARM_UP = "warm-up"
    """Never the model for a working set, and never a best."""
    WORK = "work"
    """A working set: bests, estimated maxima, volume and the next targets come from these."""


class Target(Struct, frozen=True, omit_defaults=True):
    """The dose of one set, decided before the set begins; its axes are independent of each other.

    The compiler gives each step one target for each option of its exercise, from the session file
    and from last time. Nothing downstream reads a dose from the session file.
    """

    exercise: str
    """The name of the option."""
    kind: SetKind = SetKind.WORK
    reps: Count | None = None
    """Reps of the set: of its side, or of all sides together where they take turns."""
    hold: Time | None = None
    """Seconds that each rep is held; without reps the set itself is the hold."""
    time: Time | None = None
    """Seconds that the set lasts."""
    load: Load | None = None
    """The load to use: the session file's or last time's."""
    plan_load: Load | None = None
    """The load in the session file. It is logged, so that next time a changed file is noticed."""
    unit: str = "reps"
    """What is counted."""
    effort: str = ""
    """The intended effort in the session file's word: "hard", "easy"."""
    tempo: Tempo = Tempo()
    turns: tuple[str, ...] = ()
    """The sides that take turns rep by rep within the set."""
    expected_reps: int | None = None
    """Last time's reps, if they are within the range: the prefill of a set at one's own pace."""

    @property
    def is_paced(self) -> bool:
        """Whether a clock leads through its reps one by one: reps that are each held."""
        return is_paced(self.reps, self.hold)

    @property
    def length(self) -> Time | None:
        """Seconds of a set that a clock ends or counts up; None for reps at any pace."""
        return set_length(self.reps, self.hold, self.time)

    @property
    def load_text(self) -> str:
        """The load as text: "40 kg"; empty if there is none."""
        return str(self.load or "")

    def with_load(self, text: str) -> "Target":
        """The target with the load that a text names; with none if it cannot be read."""
        load = load_of(text)
        return self if load == self.load else replace(self, load=load)


def target_text(target: Target, *, with_load: bool = True) -> str:
    """A target in words: "8 to 12 reps, each held 2 to 3 s, 40 kg, hard, lower slowly"."""
    held = f"each held {target.hold}" if target.is_paced else ""
    amount = describe.amount(target.time, target.reps, target.hold, target.unit)
    turns = "taking turns" if target.turns else ""
    load = target.load_text if with_load else ""
    parts = (amount, held, turns, load, target.effort, describe.tempo(target.tempo))
    return ", ".join(part for part in parts if part)


def short_text(target: Target) -> str:
    """A target in few characters: "40 kg \u00d7 6-10", "8 reps", "20-60 s", "8 \u00d7 8-12 s"."""
    length = target.hold or target.time
    reps = "" if target.reps is None else str(target.reps)
    if reps and (target.unit != "reps" or not (target.load or length)):
        reps += f" {target.unit}"
    parts = (target.load_text, reps, str(length or ""))
    return " \u00d7 ".join(part.replace(" to ", "-") for part in parts if part)
