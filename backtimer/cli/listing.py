"""`backtimer list`: every session there is, for people or as JSON."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from backtimer.cli.output import columns, complain, print_json, say

if TYPE_CHECKING:
    from backtimer.plan.session_file import SessionFile


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register `backtimer list`."""
    parser = commands.add_parser("list", help="list the sessions")
    parser.add_argument("--json", action="store_true", help="print one JSON document instead")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List the sessions; broken files are complained of and left out. Returns 0."""
    from backtimer.cli.data import session_data
    from backtimer.plan.find import all_sessions
    from backtimer.workout.compile import compile_session

    found = all_sessions()
    for complaint in found.broken:
        complain(str(complaint))
    if args.json:
        print_json([session_data(file, compile_session(file.session)) for file in found.sessions])
    else:
        say(_cut(line, columns()) for line in _table(found.sessions))
    return 0


def _table(files: "tuple[SessionFile, ...]") -> Iterator[str]:
    """Two lines for each: its name, title and length; what it needs and what it trains."""
    from backtimer.workout.compile import compile_session
    from backtimer.workout.length import length_text

    name_width = max((len(file.name) for file in files), default=0)
    title_width = max((len(file.session.title) for file in files), default=0)
    for file in files:
        session, timeline = file.session, compile_session(file.session)
        length = length_text(timeline.total, is_open=timeline.is_open)
        needs = ", ".join(session.equipment) or "no kit"
        trains = ", ".join(session.muscles)
        yield f"{file.name:{name_width}}  {session.title:{title_width}}  about {length}"
        yield " " * name_width + f"  {needs}" + (f" \u00b7 for {trains}" if trains else "")


def _cut(line: str, width: int | None) -> str:
    """A line that fits; what does not is left out and marked."""
    if width is None or len(line) <= width:
        return line
    return line[: width - 1].rstrip(" ,") + "\u2026"
