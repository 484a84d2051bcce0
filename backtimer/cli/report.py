"""`backtimer report`: the chosen workouts as one HTML page, to look at, print or give away."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from backtimer.cli.choosing import add_choosing_options, chosen_records, is_narrowed
from backtimer.cli.output import complain, say

if TYPE_CHECKING:
    from backtimer.history.muscles import Trains
    from backtimer.log.record import CompletedSession


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register `backtimer report`."""
    parser = commands.add_parser("report", help="make a page with charts of what you did")
    parser.add_argument(
        "-o", "--output", required=True, type=Path, metavar="FILE", help="an .html file"
    )
    add_choosing_options(parser)
    parser.add_argument("--force", action="store_true", help="replace the file if it is there")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write a page about the chosen workouts. Returns 0; raises UserError if that cannot be."""
    from backtimer.cli.writing import check_free, write
    from backtimer.history.words import plural

    path: Path = args.output
    check_free(path, force=args.force)
    records = list(chosen_records(args))
    text = _page(records, args).encode()
    write(path, text)
    say([f"{path}: {plural(len(records), 'session')}, {len(text) / 1e6:.1f} MB"])
    return 0


def _page(records: "Sequence[CompletedSession]", args: argparse.Namespace) -> str:
    from datetime import date

    from backtimer.files import folders
    from backtimer.report.page import page
    from backtimer.settings.read import usable_settings

    settings, error = usable_settings(folders.config_file())
    if error:
        complain(str(error))
    return page(
        records,
        goal=0 if is_narrowed(args) else settings.workout.sessions_a_week,
        trains=_trains(),
        today=date.today(),
        chosen=", ".join(_chosen(args)),
    )


def _trains() -> "Mapping[str, Trains]":
    from backtimer.history.muscles import trained_by
    from backtimer.plan.find import all_sessions

    return trained_by(file.session for file in all_sessions().sessions)


def _chosen(args: argparse.Namespace) -> Iterator[str]:
    """In words, which workouts were chosen; nothing if it is all of them."""
    if args.since:
        yield f"since {args.since:%d %b %Y}"
    for kind in ("session", "exercise"):
        if name := getattr(args, kind):
            yield f'with "{name}" in {"the session" if kind == "session" else "an exercise"}'
