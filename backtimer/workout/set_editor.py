"""The set editor: the numbers of one set, corrected with a few keys.

Immutable: each key press makes a new editor, so that a screen or a log only compares and keeps.
"""

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
"""The longest note on a set, in characters."""
HARDEST = 10
"""The top of the RPE scale, from 1 to 10."""


class Field(StrEnum):
    """A field of the editor."""

    REPS = "reps"
    SECONDS = "seconds"
    LOAD = "load"
    RPE = "RPE"
    NOTE = "note"


class SetEditor(Struct, frozen=True):
    """A set's result as corrected so far, the field with the cursor, and what was typed in it."""

    set_id: int
    """The set, for whoever opened the editor: a step's id, or a set's number in its log."""
    target: Target
    """What the set asked for; it decides which fields there are."""
    result: Result
    chosen: int = 0
    """The index of the field that has the cursor."""
    typed: str = ""
    """The digits typed into that field since the cursor came to it."""
    which: str = ""
    """Which set it is, in words: "left, set 2 of 3"."""
    unit: str = ""
    """The unit for a load that is typed where there is none: that of the load erased before it."""

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields in their order: seconds or reps, then load, RPE and note."""
        first = Field.SECONDS if self.target.reps is None else Field.REPS
        return (first, Field.LOAD, Field.RPE, Field.NOTE)

    @property
    def field(self) -> Field:
        """The field that has the cursor."""
        return self.fields[self.chosen % len(self.fields)]

    def text(self, field: Field) -> str:
        """The text of a field; "?" where the value is not known."""
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
        """Move the cursor by some fields, around the ends."""
        return replace(self, chosen=(self.chosen + by) % len(self.fields), typed="")

    def choose(self, field: Field) -> "SetEditor":
        """Move the cursor to a field. Raises ValueError if the set has no such field."""
        return replace(self, chosen=self.fields.index(field), typed="")

    def change(self, by: int) -> "SetEditor":
        """Step the value of the field by 1 or -1: a rep, a second, `LOAD_STEP`, a point of RPE."""
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
        """Type a digit or a point into the field; "" is backspace. What is no number is ignored."""
        typed = (self.typed + character) if character else self.typed[:-1]
        if not re.fullmatch(r"\d{0,4}([.]\d{0,2})?", typed):
            return self
        number = float(typed) if typed.strip(".") else None
        return replace(self, typed=typed, result=self._with(number), unit=self._load().unit)

    def note(self, text: str) -> "SetEditor":
        """The editor with another note."""
        return replace(self, result=with_note(self.result, text))

    def _usual_reps(self) -> int:
        """The number from which unknown reps are stepped: the least that was asked for."""
        reps = self.target.reps
        return int(reps.low) if reps and reps.low else 1

    def _with(self, number: float | None) -> Result:
        """The result with a number in the field; None if all of it was erased."""
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
        """The load in the result; an empty one in the usual unit if there is none to be read."""
        with suppress(ValueError):  # none, or words in a log that somebody wrote by hand
            return Load.parse(self.result.load)
        return Load(unit=self.unit or "kg")


def with_note(result: Result, text: str) -> Result:
    """A result with another note, cut to `LONGEST_NOTE`."""
    return replace(result, note=text.strip()[:LONGEST_NOTE])


def _loaded(load: Load, amount: float) -> str:
    """A load with another amount, as text; empty for nothing of an external load."""
    amount = min(MOST_WEIGHT, max(0.0, amount))
    bare = load.mode is LoadMode.EXTERNAL and not load.label
    if not amount and bare:
        return ""
    return str(Load(load.mode, amount or None, load.unit, load.label))
