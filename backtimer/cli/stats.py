"""`backtimer stats`: what weeks, months or years of training add up to."""

import argparse
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any

import msgspec

from backtimer.cli.filters import add_filters, filtered_records, is_filtered, nothing_found
from backtimer.cli.json_output import print_json_lines
from backtimer.cli.output import print_lines
from backtimer.cli.terminal import terminal_width
from backtimer.files import folders
from backtimer.history import words
from backtimer.history.muscles import Dose, by_muscle, trained_by
from backtimer.history.periods import Period, Sums, by_period, daily
from backtimer.history.weeks import by_day, by_week
from backtimer.log.record import CompletedSession
from backtimer.plan.find import all_sessions
from backtimer.settings.settings_file import usable_settings

_LISTED = {"week": 8, "month": 12, "year": 100}
"""How many of each kind of period are shown."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said after `backtimer stats`."""
    period = parser.add_mutually_exclusive_group()
    for name, count in _LISTED.items():
        shown = "all years" if name == "year" else f"the last {count} {name}s"
        period.add_argument(
            f"--{name}", dest="period", action="store_const", const=name, help=shown
        )
    parser.add_argument("--json", action="store_true", help="print a line of JSON for each instead")
    add_filters(parser)
    parser.set_defaults(period="week")


def run(args: argparse.Namespace) -> int:
    """Print what was done by period, newest first. Returns 0."""
    period = Period(args.period)
    records = list(filtered_records(args))
    periods = dict(islice(by_period(daily(records), period).items(), _LISTED[period]))
    trains = trained_by(file.session for file in all_sessions().sessions)
    muscles = {
        start: by_muscle(period.of(records, start), trains)
        for start in (periods if args.json else islice(periods, 1))
    }
    if args.json:
        print_json_lines(_data(periods, muscles, args.period))
    else:
        whole = not is_filtered(args)
        lines = _lines(records, periods, muscles, args.period, is_whole=whole)
        print_lines(lines if periods else [nothing_found(args)])
    return 0


def _data(
    periods: Mapping[date, Sums], muscles: Mapping[date, Mapping[str, Dose]], period: str
) -> Iterator[dict[str, Any]]:
    for start, sums in periods.items():
        yield {
            "period": period,
            "start": start.isoformat(),
            **msgspec.to_builtins(sums),
            "muscles": msgspec.to_builtins(muscles[start]),
        }


def _lines(
    records: list[CompletedSession],
    periods: Mapping[date, Sums],
    muscles: Mapping[date, Mapping[str, Dose]],
    name: str,
    *,
    is_whole: bool,
) -> Iterator[str]:
    period, goal = Period(name), usable_settings(folders.config_file())[0].workout.sessions_a_week
    if is_whole:
        yield words.week_words(by_week(by_day(records)), goal, date.today())
        yield ""
    yield from words.period_table(periods, period, terminal_width())
    newest, sums = next(iter(periods.items()))
    yield ""
    yield words.period_name(newest, period)
    yield from words.period_lines(sums, muscles[newest])
