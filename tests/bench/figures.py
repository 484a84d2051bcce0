"""A measured figure, the bound it must keep, and how both are printed."""

import sys
from collections.abc import Callable, Iterable
from statistics import median
from typing import NamedTuple


class Figure(NamedTuple):
    """One thing that was measured."""

    what: str
    value: float
    unit: str
    at_most: float | None = None
    """The bound; None for what is only good to know."""
    note: str = ""
    """What the figure was made from."""

    @property
    def holds(self) -> bool:
        """Whether it keeps its bound."""
        return self.at_most is None or self.value <= self.at_most

    def __str__(self) -> str:
        verdict = ""
        if self.at_most is not None:
            verdict = f"at most {self.at_most:g}: {'holds' if self.holds else 'DOES NOT HOLD'}"
        value = f"{self.value:,.2f} {self.unit}"
        return f"  {self.what:<58} {value:>16}  {verdict:<22} {self.note}".rstrip()


Benchmark = Callable[[], Iterable[Figure]]


def ratio(
    what: str, ours: list[float], bare: list[float], unit: str, at_most: float | None = None
) -> Figure:
    """How many times as much of `unit` we take as something else, by the medians of both."""
    a, b = median(ours), median(bare)
    return Figure(what, a / b, "x", at_most, f"({a:.2f} against {b:.2f} {unit})")


def show(title: str | None, benchmark: Benchmark) -> bool:
    """Print every figure as soon as it is known; say whether all of them keep their bounds."""
    sys.stdout.write(f"{(title or '').splitlines()[0]}\n")
    good = True
    for figure in benchmark():
        sys.stdout.write(f"{figure}\n")
        sys.stdout.flush()
        good = good and figure.holds
    return good


def main(title: str | None, benchmark: Benchmark) -> None:
    """Show one benchmark and leave, with exit code 1 if a bound is not kept."""
    sys.exit(0 if show(title, benchmark) else 1)
