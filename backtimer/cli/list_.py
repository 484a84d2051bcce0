"""`backtimer list`: every session there is, for people or as JSON."""

import argparse
from collections.abc import Iterator

from backtimer.cli.json_output import print_json
from backtimer.cli.output import print_error, print_lines
from backtimer.cli.session_json import session_data
from backtimer.cli.terminal import terminal_width
from backtimer.plan.find import all_sessions
from backtimer.plan.session_file import SessionFile
from backtimer.workout.compile import compile_session
from backtimer.workout.time_remaining import length_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said after `backtimer list`."""
    parser.add_argument("--json", action="store_true", help="print one JSON document instead")


def run(args: argparse.Namespace) -> int:
    """List the sessions; broken files are complained of and left out. Returns 0."""
    found = all_sessions()
    for complaint in found.broken:
        print_error(str(complaint))
    if args.json:
        print_json([session_data(file, compile_session(file.session)) for file in found.sessions])
    else:
        print_lines(_clipped(line, terminal_width()) for line in _table(found.sessions))
    return 0


def _table(files: tuple[SessionFile, ...]) -> Iterator[str]:
    """Two lines for each: its name, title and length; what it needs and what it trains."""
    name_width = max((len(file.name) for file in files), default=0)
    title_width = max((len(file.session.title) for file in files), default=0)
    for file in files:
        session, timeline = file.session, compile_session(file.session)
        length = length_text(timeline.total, is_open=timeline.is_open)
        needs = ", ".join(session.equipment) or "no kit"
        trains = ", ".join(session.muscles)
        yield f"{file.name:{name_width}}  {session.title:{title_width}}  about {length}"
        yield " " * name_width + f"  {needs}" + (f" \u00b7 for {trains}" if trains else "")


def _clipped(line: str, width: int | None) -> str:
    """A line that fits; what does not is left out and marked."""
    if width is None or len(line) <= width:
        return line
    return line[: width - 1].rstrip(" ,") + "\u2026"
