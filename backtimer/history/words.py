"""What was looked back on, in words and tables: lines of plain text, safe to show."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from backtimer.history.exercise import (
    Measure,
    Outing,
    amount,
    best_set,
    by_band,
    by_side,
    measures,
    series,
)
from backtimer.history.muscles import Dose
from backtimer.history.periods import Period, Sums
from backtimer.history.weeks import NOTHING, WEEK, Trained, monday_of, streak
from backtimer.log.page import columns
from backtimer.quantity import clock_text
from backtimer.wording import plain
from backtimer.workout.memory import result_text

EPLEY = "Estimated 1RM: Epley's formula, from sets of up to 10 reps with a weight."
HALVES = (
    "Hard sets: of the main part, RPE 6 or more or not noted. A muscle trained besides counts half."
)
_STARTS = {Period.WEEK: "Week of %d %b %Y", Period.MONTH: "%B %Y", Period.YEAR: "%Y"}


def counted(count: float, thing: str) -> str:
    """How many of something: "1 session", "3 sessions"."""
    return f"{count:,g} {thing}" + ("" if count == 1 else "s")


def period_name(start: date, period: Period) -> str:
    """A period for people: "Week of 16 Nov 2026", "November 2026", "2026"."""
    return f"{start:{_STARTS[period]}}"


def period_table(periods: Mapping[date, Sums], period: Period) -> Iterator[str]:
    """What periods add up to, a line each under a line of headings."""
    rows = [("", "SESSIONS", "WORK", "REST", "SETS", "AS PLANNED", "REPS", "KG MOVED")]
    for start, sums in periods.items():
        kept = f"{sums.sets_kept / sums.sets_judged:.0%}" if sums.sets_judged else ""
        rows.append(
            (
                period_name(start, period),
                f"{sums.sessions}",
                clock_text(sums.working),
                clock_text(sums.resting),
                f"{sums.sets_done} of {sums.sets_planned}",
                kept,
                f"{sums.reps:,}",
                f"{sums.volume_kg:,.0f}" if sums.volume_kg else "",
            )
        )
    return columns(rows)


def interval_words(sums: Sums) -> str:
    """How long intervals were hard and easy; empty if there were none."""
    if not sums.hard and not sums.easy:
        return ""
    return f"Intervals: {clock_text(sums.hard)} hard, {clock_text(sums.easy)} easy"


def week_words(weeks: Mapping[date, Trained], goal: int, today: date) -> str:
    """The week that runs against its goal and against the last one, and the streak."""
    this = weeks.get(monday_of(today), NOTHING)
    last = weeks.get(monday_of(today) - WEEK, NOTHING)
    parts = [f"This week {this.sessions} of {goal}, {clock_text(this.seconds)}"]
    parts.append(f"last week {last.sessions}, {clock_text(last.seconds)}")
    if row := streak(weeks, goal, today):
        parts.append(f"goal met {counted(row, 'week')} in a row")
    return " \u00b7 ".join(parts)


def muscle_table(doses: Mapping[str, Dose]) -> Iterator[str]:
    """What muscles were given, a line each under a line of headings."""
    rows = [("MUSCLE", "HARD SETS", "KG MOVED")]
    for muscle, dose in doses.items():
        kg = f"{dose.volume_kg:,.0f}" if dose.volume_kg else ""
        rows.append((muscle, f"{dose.hard_sets:g}", kg))
    return columns(rows)


def exercise_lines(name: str, done: Sequence[Outing]) -> Iterator[str]:
    """The bests of an exercise, side against side, band by band."""
    yield plain(name)
    yield times_words(done)
    yield ""
    found = measures(done)
    yield from columns(best_row(done, measure) for measure in found)
    if found and (sides := by_side(done, found[0])):
        yield ""
        each = (f"{side} {value_text(found[0], value)}" for side, value in sorted(sides.items()))
        yield plain(f"{found[0].value}: {', '.join(each)}")
    if bands := by_band(done):
        yield ""
        yield from columns((f"band {name}", f"{reps:g} reps") for name, reps in bands.items())
    if Measure.ESTIMATED_MAX in found:
        yield ""
        yield EPLEY


def times_words(done: Sequence[Outing]) -> str:
    """How often an exercise was done, and when: "3 times, 9 sets, 1 Nov 2026 to ..."."""
    span = f"{done[0].day:%d %b %Y} to {done[-1].day:%d %b %Y}"
    sets = sum(len(outing.sets) for outing in done)
    times = "once" if len(done) == 1 else f"{len(done):,} times"
    return f"{times}, {counted(sets, 'set')}, {span}"


def best_line(done: Sequence[Outing], measure: Measure) -> str:
    """The best by one measure: "estimated 1RM  55.3 kg  10 x 41.5 kg  20 Nov 2026"."""
    return plain("  ".join(part for part in best_row(done, measure) if part))


def best_row(done: Sequence[Outing], measure: Measure) -> tuple[str, str, str, str]:
    """A measure, its best value, the set that did it and when."""
    if measure is Measure.VOLUME:
        volumes = [(amount(outing, measure) or 0.0, outing) for outing in done]
        value, outing = max(volumes, key=lambda pair: pair[0])
        return "most in a session", value_text(measure, value), "", f"{outing.day:%d %b %Y}"
    best = best_set(done, measure)
    assert best  # noqa: S101 - only measures that some set has are asked for
    outing, done_set = best
    value = amount(outing, measure) or 0.0
    text = result_text(done_set.result, done_set.unit, timed=done_set.is_timed)
    return measure.value, value_text(measure, value), text, f"{outing.day:%d %b %Y}"


def value_text(measure: Measure, value: float) -> str:
    """A value with its unit: "29.2 kg", "45 s"."""
    return f"{round(value, 1):,g} {measure.unit}"


def outing_table(done: Sequence[Outing], measure: Measure) -> Iterator[str]:
    """Every workout of an exercise, newest first: its sets, and whether it was a best."""
    bests = [point.outing for point in series(done, measure) if point.is_best]
    for outing in reversed(done):
        sets = (result_text(each.result, each.unit, timed=each.is_timed) for each in outing.sets)
        mark = "best" if any(outing is best for best in bests) else ""
        yield plain(f"{outing.day:%d %b %Y}  {mark:4}  {', '.join(sets)}")
