"""`backtimer report`: the chosen workouts as one HTML page, to look at, print or give away."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from backtimer.cli.filters import add_filters, filtered_records, is_filtered
from backtimer.cli.output import print_error, print_lines
from backtimer.cli.output_file import check_writable, write_file
from backtimer.files import folders
from backtimer.history.muscles import Trains, trained_by
from backtimer.log.record import CompletedSession
from backtimer.plan.find import all_sessions
from backtimer.settings.settings_file import usable_settings
from backtimer.text.humanize import plural


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said after `backtimer report`."""
    parser.add_argument(
        "-o", "--output", required=True, type=Path, metavar="FILE", help="an .html file"
    )
    add_filters(parser)
    parser.add_argument("--force", action="store_true", help="replace the file if it is there")


def run(args: argparse.Namespace) -> int:
    """Write a page about the chosen workouts. Returns 0; raises UserError if that cannot be."""
    path: Path = args.output
    check_writable(path, force=args.force)
    records = list(filtered_records(args))
    text = _page(records, args).encode()
    write_file(path, text)
    print_lines([f"{path}: {plural(len(records), 'session')}, {len(text) / 1e6:.1f} MB"])
    return 0


def _page(records: Sequence[CompletedSession], args: argparse.Namespace) -> str:
    from backtimer.report.page import page  # jinja2 and leather

    settings, error = usable_settings(folders.config_file())
    if error:
        print_error(str(error))
    return page(
        records,
        goal=0 if is_filtered(args) else settings.workout.sessions_a_week,
        trains=_trains(),
        today=date.today(),
        chosen=", ".join(_chosen(args)),
    )


def _trains() -> Mapping[str, Trains]:
    return trained_by(file.session for file in all_sessions().sessions)


def _chosen(args: argparse.Namespace) -> Iterator[str]:
    """In words, which workouts were chosen; nothing if it is all of them."""
    if args.since:
        yield f"since {args.since:%d %b %Y}"
    for kind in ("session", "exercise"):
        if name := getattr(args, kind):
            yield f'with "{name}" in {"the session" if kind == "session" else "an exercise"}'
