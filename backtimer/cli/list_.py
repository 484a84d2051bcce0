"""`backtimer list`: every session there is, for people or as JSON."""

import argparse
from collections.abc import Iterator

from backtimer.cli.json_output import print_json
from backtimer.cli.output import print_error, print_lines
from backtimer.cli.session_json import session_data
from backtimer.cli.terminal import terminal_width
from backtimer.plan.find import all_sessions
from backtimer.plan.session_file import SessionFile
from backtimer.text.humanize import length_text
from backtimer.text.sanitize import sanitize
from backtimer.text.width import cell_len, pad, truncate
from backtimer.workout.compile import compile_session


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
        lines, width = _table(found.sessions), terminal_width()
        print_lines(truncate(line, width) if width else line for line in lines)
    return 0


def _table(files: tuple[SessionFile, ...]) -> Iterator[str]:
    """Two lines for each: its name, title and length; what it needs and what it trains."""
    name_width = max((cell_len(file.name) for file in files), default=0)
    title_width = max((cell_len(sanitize(file.session.title)) for file in files), default=0)
    for file in files:
        session, timeline = file.session, compile_session(file.session)
        length = length_text(timeline.total, is_open=timeline.is_open)
        title = pad(sanitize(session.title), title_width)
        needs = ", ".join(session.equipment) or "no kit"
        trains = ", ".join(session.muscles)
        yield f"{pad(file.name, name_width)}  {title}  about {length}"
        yield " " * name_width + f"  {needs}" + (f" \u00b7 for {trains}" if trains else "")
