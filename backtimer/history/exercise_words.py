"""The history of one exercise as lines of plain text, sanitised for terminals."""

from collections.abc import Iterator, Sequence
from itertools import islice

from backtimer.history.exercise import (
    Performance,
    amount,
    best_set,
    by_band,
    by_side,
    measures,
    series,
)
from backtimer.history.measure import Measure
from backtimer.history.split_by import split_by_side
from backtimer.log.page import result_words
from backtimer.text.columns import columns
from backtimer.text.humanize import plural
from backtimer.text.sanitize import sanitize

EPLEY = "Estimated 1RM: Epley (1985), load x (1 + reps / 30), sets of up to 10 reps."
"""How the estimated maximum is calculated, for people; see `measure.SOURCE`."""


def exercise_lines(name: str, done: Sequence[Performance]) -> Iterator[str]:
    """The page of an exercise: how often it was done, its bests, by band and by side."""
    yield sanitize(name)
    yield times_words(done)
    yield ""
    found = measures(done)
    yield from columns(best_row(done, measure) for measure in found)
    if bands := by_band(done):
        yield ""
        yield from columns((f"band {name}", f"{reps:g} reps") for name, reps in bands.items())
    sides = by_side(done, found[0]) if found else {}
    if sides or Measure.ESTIMATED_MAX in found:
        yield ""
    if sides:
        each = (f"{side} {value_text(found[0], value)}" for side, value in sorted(sides.items()))
        yield sanitize(f"{found[0].value}: {', '.join(each)}")
    if Measure.ESTIMATED_MAX in found:
        yield EPLEY


def times_words(done: Sequence[Performance]) -> str:
    """How much an exercise was done, and when: "3 times, 9 sets, 900 kg in all, 1 Nov 2026 ..."."""
    span = f"{done[0].day:%d %b %Y} to {done[-1].day:%d %b %Y}"
    sets = sum(len(performance.sets) for performance in done)
    times = "once" if len(done) == 1 else f"{len(done):,} times"
    moved = sum(amount(performance, Measure.VOLUME) or 0.0 for performance in done)
    in_all = f", {moved:,.0f} kg in all" if moved else ""
    return f"{times}, {plural(sets, 'set')}{in_all}, {span}"


def best_line(done: Sequence[Performance], measure: Measure) -> str:
    """The best by one measure: "estimated 1RM  55.3 kg  10 x 41.5 kg  20 Nov 2026"."""
    return sanitize("  ".join(part for part in best_row(done, measure) if part))


def best_row(done: Sequence[Performance], measure: Measure) -> tuple[str, str, str, str]:
    """A measure, its best value, the set that did it and when."""
    if measure is Measure.VOLUME:
        volumes = [(amount(performance, measure) or 0.0, performance) for performance in done]
        value, performance = max(volumes, key=lambda pair: pair[0])
        return "most in a session", value_text(measure, value), "", f"{performance.day:%d %b %Y}"
    best = best_set(done, measure)
    assert best  # noqa: S101 - only measures that some set has are asked for
    performance, done_set = best
    value = amount(performance, measure) or 0.0
    text = result_words(done_set)
    return measure.value, value_text(measure, value), text, f"{performance.day:%d %b %Y}"


def value_text(measure: Measure, value: float) -> str:
    """A value with its unit: "29.2 kg", "45 s"."""
    return f"{round(value, 1):,g} {measure.unit}"


def performance_table(
    done: Sequence[Performance], measure: Measure, most: int | None = None
) -> Iterator[str]:
    """The workouts of an exercise, newest first, `most` at most: sets, and a mark for bests."""
    bests = [point.performance for point in series(done, measure) if point.is_best]
    for performance in islice(reversed(done), most):
        sides = split_by_side([performance]).items()
        done_text = "; ".join(f"{side} {_sets_text(each)}".strip() for side, (each,) in sides)
        mark = "best" if any(performance is best for best in bests) else ""
        yield sanitize(f"{performance.day:%d %b %Y}  {mark:4}  {done_text}")


def _sets_text(performance: Performance) -> str:
    return ", ".join(map(result_words, performance.sets))
