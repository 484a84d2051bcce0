"""The history of all workouts as lines of plain text, sanitised for terminals."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import compress, zip_longest

from backtimer.history.muscles import Dose
from backtimer.history.periods import Period, Sums
from backtimer.history.usual_duration import UsualDuration
from backtimer.history.weeks import NOTHING, WEEK, Trained, monday_of, streak
from backtimer.log.record import CompletedSession
from backtimer.quantity import clock_text
from backtimer.text.columns import columns
from backtimer.text.humanize import plural
from backtimer.text.sanitize import sanitize
from backtimer.text.width import cell_len

HALVES = "Hard sets: main part, RPE 6+ or not noted. Secondary muscles count half."
"""How hard sets are counted, for people."""
_STARTS = {Period.WEEK: "Week of %d %b %Y", Period.MONTH: "%B %Y", Period.YEAR: "%Y"}
_IN_A_TABLE = {
    Period.WEEK: ("WEEK OF", "%d %b %Y"),
    Period.MONTH: ("MONTH", "%b %Y"),
    Period.YEAR: ("YEAR", "%Y"),
}
_DOSES = ("MUSCLE", "HARD SETS", "KG MOVED")
_LEAST_NEEDED = ("REPS", "REST", "KG MOVED", "SETS", "AS PLANNED", "WORK")
"""Columns that are left out one after the other where there is no room for all."""


def name_words(record: CompletedSession) -> str:
    """The name of a workout: "Day A of 20 Nov 2026"."""
    return f"{sanitize(record.title)} of {record.started:%d %b %Y}"


def period_name(start: date, period: Period) -> str:
    """A period for people: "Week of 16 Nov 2026", "November 2026", "2026"."""
    return f"{start:{_STARTS[period]}}"


def period_table(
    periods: Mapping[date, Sums], period: Period, width: int | None = None
) -> list[str]:
    """What periods add up to, a line each under a line of headings.

    In `width` cells there are as many columns as fit.
    """
    heading, start_text = _IN_A_TABLE[period]
    rows = [(heading, "SESSIONS", "WORK", "REST", "SETS", "AS PLANNED", "REPS", "KG MOVED")]
    for start, sums in periods.items():
        rows.append(
            (
                f"{start:{start_text}}",
                f"{sums.sessions}",
                clock_text(sums.working),
                clock_text(sums.resting),
                f"{sums.sets_done} of {sums.sets_planned}",
                _kept_text(sums),
                f"{sums.reps:,}",
                f"{sums.volume_kg:,.0f}" if sums.volume_kg else "",
            )
        )
    lines = list(columns(rows))
    for dropped in range(1, 1 + len(_LEAST_NEEDED)):
        if width is None or max(map(cell_len, lines)) <= width:
            break
        kept = [name not in _LEAST_NEEDED[:dropped] for name in rows[0]]
        lines = list(columns(tuple(compress(row, kept)) for row in rows))
    return lines


def period_words(sums: Sums) -> str:
    """What a period adds up to, in a sentence."""
    times = f"{clock_text(sums.working)} work, {clock_text(sums.resting)} rest"
    kept = f", {kept} as planned" if (kept := _kept_text(sums)) else ""
    moved = f", {sums.volume_kg:,.0f} kg moved" if sums.volume_kg else ""
    return (
        f"{plural(sums.sessions, 'session')}, {times} \u00b7 "
        f"{sums.sets_done} of {sums.sets_planned} sets{kept} \u00b7 "
        f"{plural(sums.reps, 'rep')}{moved}"
    )


def period_lines(sums: Sums, doses: Mapping[str, Dose], width: int | None = None) -> Iterator[str]:
    """The intervals of a period, and its training of each muscle under the rule for counting."""
    if told := interval_words(sums):
        yield told
    if doses:
        yield HALVES
        yield from muscle_table(doses, width)


def _kept_text(sums: Sums) -> str:
    """How many of the sets done came to what was planned; empty if none can be told."""
    return f"{sums.sets_kept / sums.sets_judged:.0%}" if sums.sets_judged else ""


def interval_words(sums: Sums) -> str:
    """How long intervals were hard and easy; empty if there were none."""
    if not sums.hard and not sums.easy:
        return ""
    return f"Intervals: {clock_text(sums.hard)} hard, {clock_text(sums.easy)} easy"


def week_words(
    weeks: Mapping[date, Trained], goal: int, today: date, width: int | None = None
) -> str:
    """The week that runs against its goal and against the last one, and the streak.

    In `width` cells there is as much of it as fits.
    """
    this = weeks.get(monday_of(today), NOTHING)
    last = weeks.get(monday_of(today) - WEEK, NOTHING)
    done, before = f"This week {this.sessions} of {goal}", f"last week {last.sessions}"
    row = streak(weeks, goal, today)
    in_a_row = f"{plural(row, 'week')} in a row" if row else ""
    met = f"goal met {in_a_row}" if row else ""
    ways = (
        (f"{done}, {clock_text(this.seconds)}", f"{before}, {clock_text(last.seconds)}", met),
        (done, before, met),
        (done, before, in_a_row),
        (done, in_a_row),
    )
    told = [" \u00b7 ".join(filter(None, parts)) for parts in ways]
    return next((text for text in told if width is None or cell_len(text) <= width), told[-1])


def muscle_table(doses: Mapping[str, Dose], width: int | None = None) -> list[str]:
    """What muscles were given, a line each under a line of headings.

    In `width` cells there are two beside each other, if they fit.
    """
    rows = []
    for muscle, dose in doses.items():
        kg = f"{dose.volume_kg:,.0f}" if dose.volume_kg else ""
        rows.append((muscle, f"{dose.hard_sets:g}", kg))
    if width:
        half = (len(rows) + 1) // 2
        beside = zip_longest(rows[:half], rows[half:], fillvalue=("", "", ""))
        wide = [(*_DOSES, "", *_DOSES), *((*one, "", *other) for one, other in beside)]
        lines = list(columns(wide))
        if max(map(cell_len, lines)) <= width:
            return lines
    return list(columns([_DOSES, *rows]))


def pace_words(record: CompletedSession, usual: UsualDuration | None) -> Iterator[str]:
    """A workout's duration against the usual one: a line, or none without a usual one."""
    if usual is None:
        return
    spent, many = record.seconds, usual.workouts
    slower = _apart(spent.total - usual.total, "{} slower than usual", "{} quicker than usual")
    parts = (
        _apart(spent.working - usual.working, "{} more work", "{} less work"),
        _apart(spent.resting - usual.resting, "{} more rest", "{} less rest"),
    )
    told = ": ".join(filter(None, (slower or "As long as usual", ", ".join(filter(None, parts)))))
    yield f"{told} ({f'median of the last {many}' if many > 1 else 'the one before'})"


def _apart(seconds: float, more: str, less: str) -> str:
    """A difference in words; empty if it is less than a second."""
    return (
        (more if seconds > 0 else less).format(clock_text(abs(seconds))) if round(seconds) else ""
    )
