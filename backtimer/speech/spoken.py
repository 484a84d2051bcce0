"""Verbalisation: numbers, times, loads and targets as a person would say them."""

import math

from backtimer.quantity import Amount, Count, Load, LoadMode, Open, Time
from backtimer.speech.language import Forms, Language, fill
from backtimer.text.sanitize import sanitize
from backtimer.workout.target import Target

_MOST_SECONDS = 100
"""Times from so many seconds on are said in minutes and seconds."""


class Spoken:
    """Puts quantities into the words of one language."""

    def __init__(self, language: Language) -> None:
        self._numbers = language.numbers
        self.units = language.units
        self._target = language.target
        self._sides = language.sides

    def number(self, value: float) -> str:
        """A number: "12", "12 and a half", "7.3", "1234.7"."""
        whole, part = divmod(round(value, 3), 1)
        forms = {
            0.25: self._numbers.quarter,
            0.5: self._numbers.half,
            0.75: self._numbers.three_quarters,
        }
        if whole and part in forms:
            return fill(forms[part], n=f"{whole:.0f}")
        return f"{round(value, 3):.8g}"

    def counted(self, amount: Amount, forms: Forms, unit: str = "") -> str:
        """A number or a range of something: "1 rep", "8 to 12 reps", "half a kilo"."""
        if amount.low == amount.high == 0.5:
            return fill(forms[0], n=self._numbers.half_of_one, unit=unit)
        number = self.number(amount.low)
        if amount.is_range:
            high = self.number(amount.high)
            number = fill(self._numbers.range, low=number, high=high)
        is_one = amount.low == amount.high == 1
        return fill(forms[0 if is_one else 1], n=number, unit=unit)

    def time(self, time: Time) -> str:
        """A time, or a range of times: "20 to 60 seconds", "2 minutes 30 seconds"."""
        if time.open:
            return self._target.max_time if time.open is Open.MAX else self._target.open_time
        units = self.units
        for seconds, most, forms in ((3600, math.inf, units.hour), (60, 3600, units.minute)):
            whole = time.low % seconds == time.high % seconds == 0
            if whole and seconds <= time.low and time.high < most:
                return self.counted(Time(time.low / seconds, time.high / seconds), forms)
        if not time.is_range:
            return self.seconds(time.low)
        if time.high < _MOST_SECONDS:
            return self.counted(time, units.second)
        low, high = self.seconds(time.low), self.seconds(time.high)
        return fill(self._numbers.range, low=low, high=high)

    def seconds(self, seconds: float) -> str:
        """A time: "45 seconds", "2 minutes 30 seconds"."""
        units = self.units
        if seconds < _MOST_SECONDS and seconds != 60:
            return self.counted(Time(seconds, seconds), units.second)
        minutes, left = divmod(round(seconds), 60)
        hours, minutes = divmod(minutes, 60)
        parts = ((hours, units.hour), (minutes, units.minute), (left, units.second))
        return " ".join(self.counted(Time(n, n), forms) for n, forms in parts if n)

    def side(self, side: str) -> str:
        """A side: "left side"."""
        return self._sides.get(side, sanitize(side))

    def load(self, load: Load | None) -> str:
        """A load: "12 and a half kilos", "bodyweight and 10 kilos", "red band"."""
        if load is None:
            return ""
        weight = ""
        if load.amount is not None:
            forms = self.units.kg if load.unit == "kg" else self.units.lb
            weight = self.counted(Amount(load.amount, load.amount), forms)
        if load.mode is LoadMode.BODYWEIGHT:
            added, alone = self._target.added, self._target.bodyweight
            return fill(added, weight=weight) if weight else alone
        if load.mode is LoadMode.ASSISTED and weight:
            return fill(self._target.assisted, weight=weight)
        named = " ".join(part for part in (weight, sanitize(load.label)) if part)
        if load.mode is LoadMode.BAND:
            return fill(self._target.band, name=named).strip()
        return named

    def target(self, target: Target) -> str:
        """A target: "8 to 12 reps at 20 kilos", "20 to 60 seconds, hard"."""
        amount = self._amount(target)
        load, weight = target.load, self.load(target.load)
        if load and load.amount is not None:
            amount, weight = fill(self._target.loaded, amount=amount, load=weight), ""
        held = ""
        if target.is_paced and target.hold:
            held = fill(self._target.held, time=self.time(target.hold))
        parts = (amount, held, weight, sanitize(target.effort))
        return ", ".join(part for part in parts if part)

    def _amount(self, target: Target) -> str:
        parts = [self.time(target.time)] if target.time else []
        if target.reps is not None:
            parts.append(self._reps(target.reps, sanitize(target.unit)))
        elif target.hold is not None:
            parts.append(fill(self._target.hold, time=self.time(target.hold)))
        return ", ".join(parts) or self._target.open_time

    def _reps(self, reps: Count, unit: str) -> str:
        if reps.open:
            words = self._target
            return fill(words.max_reps if reps.open is Open.MAX else words.open_reps, unit=unit)
        forms = self.units.reps if unit == "reps" else self.units.other
        return self.counted(reps, forms, unit)
