"""The set editor: a set's numbers corrected with a few keys; frozen, moved on by key presses."""

import re
from contextlib import suppress
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from backtimer.quantity import MOST_WEIGHT, Load, LoadMode
from backtimer.workout.events import Result
from backtimer.workout.target import Target

LOAD_STEP = 2.5
"""How much one press adds to a load, in its own unit."""
LONGEST_NOTE = 500
"""The most letters of a note on a set."""
HARDEST = 10
"""The top of the scale of perceived exertion."""


class Field(StrEnum):
    """What can be corrected."""

    REPS = "reps"
    SECONDS = "seconds"
    LOAD = "load"
    RPE = "RPE"
    NOTE = "note"


class SetEditor(Struct, frozen=True):
    """The numbers of one set, one of them chosen, and what has been typed into it so far."""

    set_id: int
    """Which set it is, to whoever opened it: a step's id, or a set's number in its log."""
    target: Target
    """What the set asked for: it says what can be corrected, and how that is called."""
    result: Result
    chosen: int = 0
    typed: str = ""
    which: str = ""
    """Which set it is, in words: "left, set 2 of 3"."""
    unit: str = ""
    """The unit in which a load is typed; that of the load there was first, if empty."""

    @property
    def fields(self) -> tuple[Field, ...]:
        """What this set has to correct."""
        first = Field.SECONDS if self.target.reps is None else Field.REPS
        return (first, Field.LOAD, Field.RPE, Field.NOTE)

    @property
    def field(self) -> Field:
        """The one that is chosen."""
        return self.fields[self.chosen % len(self.fields)]

    def text(self, field: Field) -> str:
        """What a field shows; "?" where nobody has said yet."""
        result = self.result
        values = {
            Field.REPS: "?" if result.reps is None else str(result.reps),
            Field.SECONDS: f"{result.seconds:.0f} s",
            Field.LOAD: result.load or "none",
            Field.RPE: "?" if result.rpe is None else f"{result.rpe:g}",
            Field.NOTE: result.note or "none",
        }
        return values[field]

    def move(self, by: int) -> "SetEditor":
        """Choose another field."""
        return replace(self, chosen=(self.chosen + by) % len(self.fields), typed="")

    def choose(self, field: Field) -> "SetEditor":
        """Choose a field by name."""
        return replace(self, chosen=self.fields.index(field), typed="")

    def change(self, by: int) -> "SetEditor":
        """One more or one less of what is chosen."""
        result = self.result
        if self.field is Field.REPS:
            reps = self._usual_reps() if result.reps is None else result.reps + by
            result = replace(result, reps=max(0, reps))
        elif self.field is Field.SECONDS:
            result = replace(result, seconds=max(0.0, round(result.seconds) + by))
        elif self.field is Field.RPE:
            rpe = 7.0 if result.rpe is None else result.rpe + by
            result = replace(result, rpe=min(HARDEST, max(1.0, rpe)))
        elif self.field is Field.LOAD:
            load = self._load()
            result = replace(result, load=_loaded(load, (load.amount or 0) + by * LOAD_STEP))
        return replace(self, result=result, typed="", unit=self._load().unit)

    def type(self, character: str) -> "SetEditor":
        """A digit or a point typed into what is chosen; "" takes the last one back."""
        typed = (self.typed + character) if character else self.typed[:-1]
        if not re.fullmatch(r"\d{0,4}([.]\d{0,2})?", typed):
            return self
        number = float(typed) if typed.strip(".") else None
        return replace(self, typed=typed, result=self._with(number), unit=self._load().unit)

    def note(self, text: str) -> "SetEditor":
        """The same with another note."""
        return replace(self, result=with_note(self.result, text))

    def _usual_reps(self) -> int:
        reps = self.target.reps
        return int(reps.low) if reps and reps.low else 1

    def _with(self, number: float | None) -> Result:
        result = self.result
        if self.field is Field.REPS:
            return replace(result, reps=None if number is None else int(number))
        if self.field is Field.SECONDS:
            return replace(result, seconds=number or 0.0)
        if self.field is Field.RPE:
            return replace(result, rpe=None if not number else min(HARDEST, max(1.0, number)))
        if self.field is Field.LOAD:
            return replace(result, load=_loaded(self._load(), number or 0))
        return result

    def _load(self) -> Load:
        """The load as it stands; nothing, in the unit there was before, if it is none."""
        with suppress(ValueError):  # none, or words in a log that somebody wrote by hand
            return Load.parse(self.result.load)
        return Load(unit=self.unit or "kg")


def with_note(result: Result, text: str) -> Result:
    """A result with another note."""
    return replace(result, note=text.strip()[:LONGEST_NOTE])


def _loaded(load: Load, amount: float) -> str:
    """A load with another amount, printed; nothing left of it is no load."""
    amount = min(MOST_WEIGHT, max(0.0, amount))
    bare = load.mode is LoadMode.EXTERNAL and not load.label
    if not amount and bare:
        return ""
    return str(Load(load.mode, amount or None, load.unit, load.label))
