"""What one set asks for: the one target that screen, voice, card and log all read."""

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from backtimer.plan import describe
from backtimer.plan.session import Tempo
from backtimer.quantity import Count, Load, Open, Time, load_of


class SetKind(StrEnum):
    """What kind of a set it is. Only sets of one kind are compared with each other."""

    WARM_UP = "warm-up"
    """To get warm: never the model for work, and no best."""
    WORK = "work"
    """A working set: bests, estimated maxima, volume and the next targets come from these."""


class Target(Struct, frozen=True, omit_defaults=True):
    """The dose of one set, each axis of its own; decided before the set begins.

    The compiler writes one into a step for each way of doing its exercise, from the session file
    and from what was done last time; nothing reaches back into the file for a dose.
    """

    exercise: str
    """The exercise's name, the way chosen."""
    kind: SetKind = SetKind.WORK
    reps: Count | None = None
    """Reps of this set (of its side; of all sides together where they take turns)."""
    hold: Time | None = None
    """Seconds held on every rep; without reps the set is the hold."""
    time: Time | None = None
    """Seconds the set lasts."""
    load: Load | None = None
    plan_load: Load | None = None
    """The load that the session file names: next time, a file that names another has changed."""
    unit: str = "reps"
    """What is counted."""
    effort: str = ""
    """How hard it is to be, in the plan's word: "hard", "easy"."""
    tempo: Tempo = Tempo()
    turns: tuple[str, ...] = ()
    """The sides that take turns rep by rep within the set."""
    expected_reps: int | None = None
    """The number within the range of reps that the card is prefilled with: last time's."""

    @property
    def is_paced(self) -> bool:
        """Whether its reps are led one by one: reps that are each held."""
        return self.hold is not None and self.reps is not None

    @property
    def length(self) -> Time | None:
        """Seconds of the set if a clock ends it, or counts it up; None at one's own pace."""
        if self.time is not None:
            return self.time
        if self.reps is None:
            return self.hold or Time.unlimited(Open.OPEN)
        return None

    @property
    def load_text(self) -> str:
        """The load as it is printed, kept and prefilled: "40 kg"; empty if there is none."""
        return str(self.load or "")

    def with_load(self, text: str) -> "Target":
        """The same with a load as somebody wrote it; one that cannot be read is none."""
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
