"""Records in words: a table of many, a page of one. Plain text, safe to show."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from backtimer.log.logbook import Entry
from backtimer.log.record import CompletedRound, CompletedSession, CompletedSet
from backtimer.log.review import compare_to_plan, totals
from backtimer.quantity import Time, clock_text, seconds_text
from backtimer.text.columns import columns
from backtimer.text.sanitize import sanitize
from backtimer.text.width import cell_len, truncate
from backtimer.workout.memory import result_text

_HEADINGS = ("ID", "DATE", "TITLE", "TIME", "SETS", "HOW IT ENDED")

GOOD_TITLE = 12
"""Cells of a title below which the table drops other columns to make room."""
LEAST_TITLE = 5
"""Cells that a title is never cut below."""
_DAY = "01 Nov 2026"


class SetRow(NamedTuple):
    """A set in words, some of which may be empty."""

    which: str
    planned: str
    done: str
    against: str
    """How it compares with the plan: "less than planned"."""
    more: str
    """Effort, rest, pause and note."""


def table(entries: Iterable[Entry], *, ids: bool = True, width: int | None = None) -> Iterator[str]:
    """A table of workouts, a line each under the headings; `ids` are for whoever types them.

    In `width` cells titles are cut so that the other columns fit; where that is not enough, the
    time of day and how the workouts ended are left out.
    """
    rows = [_HEADINGS, *map(_row, entries)]
    if not ids:
        rows = [row[1:] for row in rows]
    return columns(rows if width is None else _narrowed(rows, width))


def _narrowed(rows: Sequence[tuple[str, ...]], width: int) -> Iterator[tuple[str, ...]]:
    """The rows with titles cut to fit; with fewer columns where that is not enough."""
    date, title = (rows[0].index(name) for name in ("DATE", "TITLE"))
    longest = max(cell_len(row[title]) for row in rows)
    if _room(rows, title, width) < min(longest, GOOD_TITLE):
        rows = [(*row[:date], row[date][: len(_DAY)], *row[title:-1]) for row in rows]
    room = max(LEAST_TITLE, _room(rows, title, width))
    for row in rows:
        yield (*row[:title], truncate(sanitize(row[title]), room), *row[title + 1 :])


def _room(rows: Sequence[tuple[str, ...]], number: int, width: int) -> int:
    """The cells that the other columns of a table leave to the `number`th, from 0."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    return width - sum(widths) + widths[number] - len("  ") * (len(widths) - 1)


def _row(entry: Entry) -> tuple[str, ...]:
    record, sums = entry.record, totals(entry.record)
    return (
        entry.id,
        f"{record.started:%d %b %Y %H:%M}",
        record.title,
        clock_text(record.seconds.total),
        f"{sums.sets_done} of {sums.sets_planned}",
        record.outcome.value,
    )


def page(record: CompletedSession, more: Iterable[str] = ()) -> Iterator[str]:
    """One workout in full, line by line, its sets grouped by exercise.

    The lines of `more` follow those on the workout as a whole.
    """
    yield from head_lines(record, more)
    yield from set_lines(record)


def head_lines(record: CompletedSession, more: Iterable[str] = ()) -> Iterator[str]:
    """The lines on a workout as a whole: title, times, totals, `more`, note."""
    return map(sanitize, _head(record, more))


def _head(record: CompletedSession, more: Iterable[str]) -> Iterator[str]:
    yield record.title
    yield f"{record.started:%A %d %B %Y, %H:%M} to {record.ended:%H:%M}"
    felt = f", felt {record.feeling} of 5" if record.feeling else ""
    yield f"{record.outcome.value.capitalize()}{felt}"
    yield from sum_lines(record)
    yield from more
    if record.note:
        yield f"Note: {record.note}"


def set_lines(record: CompletedSession) -> Iterator[str]:
    """Every set, planned against done, under the name of its exercise."""
    for name, rows in exercises(record):
        yield ""
        yield sanitize(name)
        yield from ("  " + line for line in columns(rows.values()))


def exercises(record: CompletedSession) -> Iterator[tuple[str, dict[int, SetRow]]]:
    """The name of every exercise, and the rows of its sets by their numbers, from 0."""
    found: dict[str, dict[int, SetRow]] = {}
    for number, each in enumerate(record.sets):
        found.setdefault(each.exercise, {})[number] = _set_row(each)
    yield from found.items()


def sum_lines(record: CompletedSession) -> Iterator[str]:
    """Two lines of totals: where the time went, and how much was done."""
    sums, spent = totals(record), record.seconds
    paused = f", {clock_text(spent.paused)} paused" if spent.paused >= 1 else ""
    parts = f": {clock_text(spent.working)} work, {clock_text(spent.resting)} rest{paused}"
    yield f"{clock_text(spent.total)} in all{parts if spent.is_known else ''}"
    moved = f", {sums.volume_kg:,.0f} kg moved" if sums.volume_kg else ""
    yield f"{sums.sets_done} of {sums.sets_planned} sets, {sums.reps} reps{moved}"


def _set_row(done: CompletedSet) -> SetRow:
    effort = "" if done.rpe is None else f"RPE {done.rpe:g}"
    rest, later = _rest_text(done.rest, done.target_rest), "put off" if done.later else ""
    paused = _paused_text(done.paused or 0)
    return SetRow(
        set_words(done),
        f"planned {done.target}" if done.target else "",
        _done_text(done),
        compare_to_plan(done) or "",
        ", ".join(part for part in (effort, rest, paused, later, done.note) if part),
    )


def set_words(done: CompletedSet) -> str:
    """Which set it was: "warm-up, round 2 of 3, set 1 of 2, left"."""
    rounds = map(_round_text, done.rounds)
    return ", ".join(filter(None, (*_kind_text(done), *rounds, *_set_text(done), done.side)))


def side_words(done: CompletedSet) -> str:
    """The same in short, the side first, since a narrow line is cut at its end: "left, set 2"."""
    rounds = (_number_text("round", each.round, each.of) for each in done.rounds)
    return ", ".join(filter(None, (done.side, *_kind_text(done), *rounds, *_set_text(done))))


def _kind_text(done: CompletedSet) -> tuple[str, ...]:
    return () if done.is_work else (done.kind.value,)


def _set_text(done: CompletedSet) -> tuple[str, ...]:
    is_told = done.sets != "1" or not done.rounds
    return (_number_text("set", done.set, done.sets),) if is_told else ()


def _number_text(what: str, number: int, of: str) -> str:
    return f"{what} {number} of {of}" if of else f"{what} {number}"


def result_words(done: CompletedSet) -> str:
    """What was done in a set: "10 \u00d7 20 kg", "43 s"."""
    return result_text(done.result, done.unit, timed=done.is_in_seconds)


def _rest_text(rested: float | None, planned: Time | None) -> str:
    """The rest after a set: "rest 62 s", "rest 62 s of 60 s", "no rest of 60 s"."""
    of = f" of {planned}" if planned else ""
    return f"rest {seconds_text(rested)}{of}" if rested else of and f"no rest{of}"


def _paused_text(seconds: float) -> str:
    return f"paused {seconds_text(seconds)}" if seconds >= 1 else ""


def _done_text(done: CompletedSet) -> str:
    """What was done of a set: "8 x 20 kg", "43 s", "stopped after 12 s", "skipped"."""
    if not done.has_result:
        return done.status.value
    text = result_words(done)
    if done.is_done:
        return text
    stopped = f"stopped after {seconds_text(round(done.result.seconds))}"
    return stopped if done.reps is None else f"{text}, {stopped}"


def _round_text(round_: CompletedRound) -> str:
    return f"{round_.title}, {_number_text('round', round_.round, round_.of)}"
