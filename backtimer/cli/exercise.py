"""`backtimer exercise`: one exercise across all workouts, its bests and how it went over time."""

import argparse
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from backtimer.cli.filters import add_filters, filtered_records, nothing_found
from backtimer.cli.json_output import print_json_lines
from backtimer.cli.output import UserError, print_lines
from backtimer.cli.terminal import terminal_width
from backtimer.history.chart import draw
from backtimer.history.exercise import (
    Performance,
    amount,
    by_exercise,
    display_name,
    measures,
    series,
)
from backtimer.history.exercise_words import exercise_lines, performance_table
from backtimer.history.measure import Measure
from backtimer.text.suggest import did_you_mean

_LISTED = 10
"""How many workouts are listed, the newest."""
_WIDTH = 80
"""Columns of the chart where no terminal says how many it has."""
_HEIGHT = 14


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said after `backtimer exercise`."""
    parser.add_argument("name", metavar="NAME", nargs="?", help="the exercise; without it, all")
    parser.add_argument(
        "--json", action="store_true", help="print a line of JSON for each workout instead"
    )
    add_filters(parser, exercise=False)


def run(args: argparse.Namespace) -> int:
    """List the exercises, or print one. Returns 0; raises UserError for one never done."""
    found = by_exercise(filtered_records(args))
    known = {name: display_name(done) for name, done in sorted(found.items())}
    if args.name is None or not known:
        print_lines(list(known.values()) or [nothing_found(args)])
        return 0
    name = _one_of(known, args.name)
    done = found[name.casefold()]
    if args.json:
        print_json_lines(map(_data, done))
    else:
        print_lines(_lines(name, done))
        print_chart(done)
    return 0


def _one_of(known: dict[str, str], wanted: str) -> str:
    """The exercise that is called so, or the only one whose name has it in it."""
    small = wanted.casefold()
    if small in known:
        return known[small]
    found = [name for each, name in known.items() if small in each]
    if len(found) == 1:
        return found[0]
    if found:
        raise UserError(f'backtimer: "{wanted}" may be {", ".join(found)}')
    hint = did_you_mean(wanted, known.values())
    raise UserError(f'backtimer: "{wanted}" was never done{hint}')


def _data(performance: Performance) -> dict[str, Any]:
    values = {each.name.lower(): amount(performance, each) for each in Measure}
    return {
        "day": performance.day.isoformat(),
        "session": performance.title,
        **{name: value for name, value in values.items() if value is not None},
        "sets": msgspec.to_builtins(performance.sets),
    }


def _lines(name: str, done: Sequence[Performance]) -> Iterator[str]:
    yield from exercise_lines(name, done)
    yield ""
    measure = next(iter(measures(done)), Measure.MOST_REPS)
    yield from performance_table(done, measure, _LISTED)


def print_chart(done: Sequence[Performance]) -> None:
    """Draw how an exercise went by what tells most of it, if there is more than one workout."""
    for measure in measures(done)[:1]:
        if len(series(done, measure)) > 1:
            import plotext  # type: ignore[import-untyped] # has no types; loads slowly, for charts only

            width = min(terminal_width() or _WIDTH, 120)
            draw(plotext, done, measure, width)
            plotext.plotsize(width, _HEIGHT)
            print_lines(["", *plotext.uncolorize(plotext.build()).splitlines()])
