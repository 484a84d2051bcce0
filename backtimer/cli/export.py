"""`backtimer export`: workouts for other programs, as CSV, JSON or FIT."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from backtimer.cli.filters import add_filters, filtered, is_filtered, nothing_found, readable
from backtimer.cli.output import UserError, print_error, print_lines
from backtimer.cli.output_file import cannot_write, check_writable, write_file
from backtimer.exchange.outgoing import rows_of
from backtimer.exchange.tables import LAYOUTS, table_lines
from backtimer.files import folders
from backtimer.log.logbook import Entry, Logbook, UnknownLogError
from backtimer.text.humanize import plural
from backtimer.toml.read import BadFileError

_KINDS = ("hevy", "strong", "json", "fit")
_FIT = ".fit"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said after `backtimer export`."""
    parser.add_argument(
        "id", metavar="ID", nargs="?", help='only one: its ID or how it starts, or "last"'
    )
    parser.add_argument(
        "--to",
        choices=_KINDS,
        required=True,
        help="CSV as Hevy or Strong write it, JSON with all there is, or FIT for Garmin and others",
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="where to (else it is printed); for FIT a file, or a folder for a file each",
    )
    parser.add_argument(
        "--unit", choices=("kg", "lb"), default="kg", help="of the weights in CSV (default: kg)"
    )
    parser.add_argument("--force", action="store_true", help="replace a file that is there")
    add_filters(parser)


def run(args: argparse.Namespace) -> int:
    """Export the chosen workouts. Returns 0; raises UserError if that cannot be done."""
    entries = _entries(args)
    if not entries:
        print_error(nothing_found(args))
    elif args.to == "fit":
        _write_fit(args, entries)
    elif args.output is None:
        sys.stdout.writelines(_text(args, entries))
    else:
        _write_text(args, entries)
    return 0


def _entries(args: argparse.Namespace) -> list[Entry]:
    """The workouts asked for, oldest first; bad files are complained of."""
    if args.id and is_filtered(args):
        raise UserError("backtimer: name one workout, or choose some; not both")
    if args.id:
        try:
            return [Logbook(folders.logs()).find(args.id)]
        except (UnknownLogError, BadFileError) as error:
            raise UserError(f"backtimer: {error}") from None
    return list(readable(filtered(args)))[::-1]


def _text(args: argparse.Namespace, entries: Iterable[Entry]) -> Iterator[str]:
    """The whole export, piece by piece."""
    if args.to == "json":
        return _json(entries)
    return table_lines((rows_of(each.record) for each in entries), LAYOUTS[args.to], args.unit)


def _json(entries: Iterable[Entry]) -> Iterator[str]:
    """One JSON document: a list of workouts with all that their logs say, a line each."""
    before = "[\n"
    for each in entries:
        facts = {"id": each.id, **msgspec.to_builtins(each.record)}
        yield before + json.dumps(facts)
        before = ",\n"
    yield "\n]\n"


def _write_text(args: argparse.Namespace, entries: list[Entry]) -> None:
    check_writable(args.output, force=args.force)
    write_file(args.output, "".join(_text(args, entries)).encode())
    print_lines([f"{args.output}: {_count(entries)}"])


def _write_fit(args: argparse.Namespace, entries: list[Entry]) -> None:
    try:
        from backtimer.exchange.fit import FIRST_YEAR, can_be_fit, fit_bytes  # fit_tool
    except ImportError:
        message = 'FIT files need the package fit-tool: pip install "backtimer[fit]"'
        raise UserError(f"backtimer: {message}") from None
    known = [each for each in entries if can_be_fit(each.record)]
    if len(known) < len(entries):
        print_error(f"Left out: {len(entries) - len(known)} before {FIRST_YEAR}, where FIT begins.")
    paths = _fit_paths(args.output, known)
    for path in paths:
        check_writable(path, force=args.force)
    for path, entry in zip(paths, known, strict=True):
        write_file(path, fit_bytes(entry.record))
    print_lines([f"{args.output}: {_count(known)}"])


def _fit_paths(output: Path | None, entries: list[Entry]) -> list[Path]:
    """Where the workouts go: into one file if that is what was named, else a file each.

    The folder of the latter is made. Raises UserError.
    """
    if output is None:
        raise UserError("backtimer: FIT is not for reading; say where to with -o FILE or FOLDER")
    if output.suffix.lower() == _FIT and not output.is_dir():
        if len(entries) > 1:
            message = f'{_count(entries)}, and a FIT file holds one: name one ("last"), or a folder'
            raise UserError(f"backtimer: {message}")
        return [output][: len(entries)]
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(output, error) from None
    return [output / f"{each.id}{_FIT}" for each in entries]


def _count(entries: list[Entry]) -> str:
    return plural(len(entries), "workout")
