"""`backtimer exercise`: one exercise across all workouts, its bests and how it went over time."""

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from backtimer.cli.choosing import add_choosing_options, chosen_records, nothing
from backtimer.cli.output import UserError, columns, print_json_lines, say

if TYPE_CHECKING:
    from backtimer.history.exercise import Performance

_LISTED = 10
"""How many workouts are listed, the newest."""
_WIDTH = 80
"""Columns of the chart where no terminal says how many it has."""
_HEIGHT = 14


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register `backtimer exercise`."""
    parser = commands.add_parser("exercise", help="show how one exercise went, and its bests")
    parser.add_argument("name", metavar="NAME", nargs="?", help="the exercise; without it, all")
    parser.add_argument(
        "--json", action="store_true", help="print a line of JSON for each workout instead"
    )
    add_choosing_options(parser, exercise=False)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List the exercises, or print one. Returns 0; raises UserError for one never done."""
    from backtimer.history.exercise import by_exercise, display_name

    found = by_exercise(chosen_records(args))
    known = {name: display_name(done) for name, done in sorted(found.items())}
    if args.name is None or not known:
        say(list(known.values()) or [nothing(args)])
        return 0
    name = _one_of(known, args.name)
    done = found[name.casefold()]
    if args.json:
        print_json_lines(map(_data, done))
    else:
        say(_lines(name, done))
        print_chart(done)
    return 0


def _one_of(known: dict[str, str], wanted: str) -> str:
    """The exercise that is called so, or the only one whose name has it in it."""
    from backtimer.toml.decode import did_you_mean

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


def _data(performance: "Performance") -> dict[str, Any]:
    import msgspec

    from backtimer.history.exercise import amount
    from backtimer.history.measure import Measure

    values = {each.name.lower(): amount(performance, each) for each in Measure}
    return {
        "day": performance.day.isoformat(),
        "session": performance.title,
        **{name: value for name, value in values.items() if value is not None},
        "sets": msgspec.to_builtins(performance.sets),
    }


def _lines(name: str, done: "Sequence[Performance]") -> Iterator[str]:
    from backtimer.history.exercise import measures
    from backtimer.history.exercise_words import exercise_lines, performance_table
    from backtimer.history.measure import Measure

    yield from exercise_lines(name, done)
    yield ""
    measure = next(iter(measures(done)), Measure.MOST_REPS)
    yield from performance_table(done, measure, _LISTED)


def print_chart(done: "Sequence[Performance]") -> None:
    """Draw how an exercise went by what tells most of it, if there is more than one workout."""
    from backtimer.history.chart import draw
    from backtimer.history.exercise import measures, series

    for measure in measures(done)[:1]:
        if len(series(done, measure)) > 1:
            import plotext  # type: ignore[import-untyped] # it says nothing of types

            width = min(columns() or _WIDTH, 120)
            draw(plotext, done, measure, width)
            plotext.plotsize(width, _HEIGHT)
            say(["", *plotext.uncolorize(plotext.build()).splitlines()])
