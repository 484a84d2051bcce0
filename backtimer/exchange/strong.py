"""The CSV layout of Strong: the one of many years, which most other programs read."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from backtimer.exchange.cells import CellError, Cells, unit_of, without_unit, written
from backtimer.exchange.layout import (
    KG,
    LB,
    METRES_PER_KM,
    METRES_PER_MILE,
    MOST_METRES,
    Layout,
    Units,
    units_for,
    weight_in,
    whole_seconds,
)
from backtimer.exchange.row import Kind, Row
from backtimer.quantity import MOST_COUNT, MOST_SECONDS, MOST_WEIGHT, Time

_LETTERS = {Kind.WARM_UP: "W", Kind.DROP: "D", Kind.FAILURE: "F"}
"""The letters that Strong writes in the place of a set's number."""
_TIMES = (
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%d %I:%M:%S %p",
)
_LENGTHS = {"km": METRES_PER_KM, "mi": METRES_PER_MILE, "miles": METRES_PER_MILE,
            "m": 1.0, "meters": 1.0, "metres": 1.0}  # fmt: skip
_HARDEST = 10
_RESTS = ("rest timer", "rest")


def _columns(_unit: str) -> Sequence[str]:
    return (
        "Date", "Workout Name", "Duration", "Exercise Name", "Set Order", "Weight", "Reps",
        "Distance", "Seconds", "Notes", "Workout Notes", "RPE",
    )  # fmt: skip


def _lines(rows: Iterable[Row], unit: str) -> Iterator[dict[str, str]]:
    warm_ups = 0
    for row in rows:
        warm_ups = (0 if row.index == 0 else warm_ups) + (row.kind is Kind.WARM_UP)
        order = _LETTERS.get(row.kind) or written(row.index + 1 - warm_ups)
        yield dict(zip(_columns(unit), _line(row, order, unit), strict=True))


def _line(row: Row, order: str, unit: str) -> Sequence[str]:
    far = (row.metres or 0) / units_for(unit).metres
    return (
        f"{row.started:%Y-%m-%d %H:%M:%S}",
        row.title,
        _duration(row.ended - row.started),
        row.exercise,
        order,
        written(weight_in(row, unit) or 0),  # where there is none, it writes 0
        written(row.reps or 0),
        written(far, places=5),
        written(whole_seconds(row) or 0),
        row.note,
        row.workout_note,
        written(row.rpe),
    )


def _duration(lasted: timedelta) -> str:
    """A duration in Strong's form: "1h 5m", or "45s" below a minute."""
    minutes, seconds = divmod(max(0, round(lasted.total_seconds())), 60)
    hours, minutes = divmod(minutes, 60)
    parts = (f"{hours}h" if hours else "", f"{minutes}m" if minutes else "")
    return " ".join(filter(None, parts)) or f"{seconds}s"


def _is_header(columns: Sequence[str]) -> bool:
    return {"date", "exercise name"} <= set(map(without_unit, columns))


def _units(columns: Sequence[str]) -> Units:
    told = {without_unit(column): unit_of(column) for column in columns}
    if weight := told.get("weight"):
        known = units_for(_weight_unit(weight))
        return Units(known.weight, _LENGTHS.get(told.get("distance", ""), known.metres))
    return units_for(KG, is_told="weight unit" in told)


def _weight_unit(text: str) -> str:
    return LB if text.startswith("lb") else KG


def _row(cells: Cells, units: Units) -> Row:
    weight, length = cells.text("weight unit"), cells.text("distance unit").lower().strip(".")
    metres = _LENGTHS.get(length, units.metres)
    far = cells.number("distance", MOST_METRES / metres)
    started, order = cells.time("date", _TIMES), cells.text("set order")
    is_rest = order.lower() in _RESTS or cells.text("exercise name").lower() in _RESTS
    return Row(
        title=cells.text("workout name") or "Workout",
        started=started,
        ended=_ended(cells, started),
        workout_note=cells.text("workout notes"),
        exercise=cells.needed("exercise name"),
        note=cells.text("notes"),
        kind=next((kind for kind, each in _LETTERS.items() if each == order[:1]), Kind.NORMAL),
        weight=cells.number("weight", MOST_WEIGHT),
        unit=_weight_unit(weight.lower()) if weight else units.weight,
        reps=cells.whole("reps", MOST_COUNT),
        metres=None if far is None else far * metres,
        seconds=None if is_rest else cells.number("seconds", MOST_SECONDS),
        rpe=cells.number("rpe", _HARDEST),
    )


def _ended(cells: Cells, started: datetime) -> datetime:
    column = "duration" if cells.text("duration") else "workout duration"
    try:
        lasted = Time.parse(cells.text(column) or "0s")
    except ValueError as error:
        raise CellError(column, str(error)) from None
    return started + timedelta(seconds=lasted.low)


STRONG = Layout("Strong", _columns, _lines, _is_header, _units, _row)
"""The layout of Strong."""
