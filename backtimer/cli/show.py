"""`backtimer show`: a session as it will be walked, for people or as JSON."""

import argparse

from backtimer.cli.output import columns, print_json, say


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register `backtimer show`."""
    parser = commands.add_parser("show", help="show a session, step by step")
    parser.add_argument("session", metavar="NAME|FILE", help='a name from "list", or a file')
    parser.add_argument("--json", action="store_true", help="print one JSON document instead")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show one session. Returns 0; raises UserError if there is no such session."""
    from backtimer.cli.files import load
    from backtimer.workout.compile import compile_session
    from backtimer.workout.walk import walk

    file = load(args.session)
    timeline = compile_session(file.session)
    if args.json:
        from backtimer.cli.data import session_data, step_data

        steps = [step_data(walked) for walked in walk(timeline)]
        print_json({**session_data(file, timeline), "steps": steps})
    else:
        from backtimer.cli.plan import plan_lines

        say(plan_lines(timeline, columns()))
    return 0
