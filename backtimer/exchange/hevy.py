"""The CSV layout of Hevy, as it exports and imports it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby

from backtimer.exchange.cells import CellError, Cells, written
from backtimer.exchange.layout import (
    KG,
    LB,
    MOST_METRES,
    Layout,
    Units,
    units_for,
    weight_in,
    whole_seconds,
)
from backtimer.exchange.row import Kind, Row
from backtimer.quantity import MOST_COUNT, MOST_SECONDS, MOST_WEIGHT

_KINDS = {
    Kind.NORMAL: "normal",
    Kind.WARM_UP: "warmup",
    Kind.DROP: "dropset",
    Kind.FAILURE: "failure",
}
_TIMES = (
    "%d %b %Y, %H:%M",
    "%d %B %Y, %H:%M",
    "%b %d, %Y, %I:%M %p",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%dT%H:%M:%S",
    "%d.%m.%Y, %H:%M",
)
"""The formats of times that Hevy has used; the first is today's, which is written."""
_HARDEST = 10
_MOST_GROUPS = 1_000


def _columns(unit: str) -> Sequence[str]:
    weight, distance = (
        ("weight_kg", "distance_km") if unit == KG else ("weight_lbs", "distance_miles")
    )
    return (
        "title", "start_time", "end_time", "description", "exercise_title", "superset_id",
        "exercise_notes", "set_index", "set_type", weight, "reps", distance,
        "duration_seconds", "rpe",
    )  # fmt: skip


def _lines(rows: Iterable[Row], unit: str) -> Iterator[dict[str, str]]:
    for _, block in groupby(rows, key=lambda row: (row.exercise, row.group)):
        sets = list(block)
        note = "; ".join(dict.fromkeys(row.note for row in sets if row.note))
        for row in sets:
            yield dict(zip(_columns(unit), _line(row, note, unit), strict=True))


def _line(row: Row, note: str, unit: str) -> Sequence[str]:
    far = None if row.metres is None else row.metres / units_for(unit).metres
    return (
        row.title,
        _time(row.started),
        _time(row.ended),
        row.workout_note,
        row.exercise,
        written(row.group),
        note,
        written(row.index),
        _KINDS[row.kind],
        written(weight_in(row, unit)),
        written(row.reps),
        written(far, places=5),
        written(whole_seconds(row)),
        written(row.rpe),
    )


def _time(at: datetime) -> str:
    return f"{at.day} {at:%b %Y, %H:%M}"


def _is_header(columns: Sequence[str]) -> bool:
    return {"start_time", "exercise_title"} <= set(columns)


def _units(columns: Sequence[str]) -> Units:
    return units_for(LB if "weight_lbs" in columns else KG)


def _row(cells: Cells, units: Units) -> Row:
    weight, distance = ("weight_lbs", "distance_miles")
    if units.weight == KG:
        weight, distance = ("weight_kg", "distance_km")
    far = cells.number(distance, MOST_METRES / units.metres)
    started = cells.time("start_time", _TIMES)
    return Row(
        title=cells.needed("title"),
        started=started,
        ended=_ended(cells, started),
        workout_note=cells.text("description"),
        exercise=cells.needed("exercise_title"),
        group=cells.whole("superset_id", _MOST_GROUPS) or 0 if cells.text("superset_id") else None,
        note=cells.text("exercise_notes"),
        kind=_kind(cells.text("set_type")),
        weight=cells.number(weight, MOST_WEIGHT),
        unit=units.weight,
        reps=cells.whole("reps", MOST_COUNT),
        metres=None if far is None else far * units.metres,
        seconds=cells.number("duration_seconds", MOST_SECONDS),
        rpe=cells.number("rpe", _HARDEST),
    )


def _ended(cells: Cells, started: datetime) -> datetime:
    if not cells.text("end_time"):
        return started
    ended = cells.time("end_time", _TIMES)
    if (ended - started).total_seconds() > MOST_SECONDS:
        raise CellError("end_time", "more than a day after the start")
    return ended


def _kind(word: str) -> Kind:
    """The kind of a set; one that is not known here is normal, for Hevy may add kinds."""
    return next((kind for kind, each in _KINDS.items() if each == word), Kind.NORMAL)


HEVY = Layout("Hevy", _columns, _lines, _is_header, _units, _row, notes_exercises=True)
"""The layout of Hevy."""
