"""`backtimer show`: a session as it will be walked, for people or as JSON."""

import argparse

from backtimer.cli.json_output import print_json
from backtimer.cli.output import print_lines
from backtimer.cli.session_file import compiled, load_session
from backtimer.cli.session_json import session_data, step_data
from backtimer.cli.session_text import plan_lines
from backtimer.cli.terminal import terminal_width
from backtimer.workout.walk import walk


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said after `backtimer show`."""
    parser.add_argument("session", metavar="NAME|FILE", help='a name from "list", or a file')
    parser.add_argument("--json", action="store_true", help="print one JSON document instead")


def run(args: argparse.Namespace) -> int:
    """Show one session. Returns 0; raises UserError if there is no such session."""
    file = load_session(args.session)
    timeline = compiled(file)
    if args.json:
        steps = [step_data(walked) for walked in walk(timeline)]
        print_json({**session_data(file, timeline), "steps": steps})
    else:
        print_lines(plan_lines(timeline, terminal_width()))
    return 0
