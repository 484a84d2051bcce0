"""The commands. Each is a module with `add`, and a `run` that imports what it needs."""

import argparse
import errno
import importlib
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from backtimer import __version__
from backtimer.cli.options import DEFAULTS, add_app_options
from backtimer.cli.output import UserError, complain
from backtimer.cli.streams import forget, mend_streams

COMMANDS = {
    "run": "backtimer.cli.run",
    "resume": "backtimer.cli.resume",
    "list": "backtimer.cli.listing",
    "show": "backtimer.cli.show",
    "check": "backtimer.cli.check",
    "log": "backtimer.cli.log",
    "stats": "backtimer.cli.stats",
    "exercise": "backtimer.cli.exercise",
    "report": "backtimer.cli.report",
    "export": "backtimer.cli.export",
    "import": "backtimer.cli.bring_in",
    "sound": "backtimer.cli.sound",
    "render": "backtimer.cli.render",
}
"""The module of each command, in the order in which help lists them."""

_WRONG = 2
_INTERRUPTED = 130
_PIPE_CLOSED = 141
_HELP_WIDTH = 80


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with its arguments; returns the exit code.

    That is 2 for whatever the person can put right, with the reason on the error output; wrong
    usage and requests for help raise SystemExit, as argparse does.
    """
    mend_streams()
    try:
        code = _run_and_flush(sys.argv[1:] if argv is None else argv)
    except UserError as error:
        complain(str(error))
        return _WRONG
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        forget(sys.stdout)
        return _PIPE_CLOSED
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        forget(sys.stdout)
        complain(f"backtimer: the output cannot be written: {error.strerror}")
        return _WRONG
    return code


def _run_and_flush(argv: Sequence[str]) -> int:
    """Run, and learn here rather than at exit that the output cannot be written, even of help."""
    try:
        return _run(argv)
    finally:
        sys.stdout.flush()


def _run(argv: Sequence[str]) -> int:
    # Of the commands, one that comes first is all that is loaded: loading each takes time.
    named = argv[0] if argv and argv[0] in COMMANDS else None
    args = _parser([named] if named else list(COMMANDS)).parse_args(argv)
    if args.run is None:
        from backtimer.cli.run import home

        return home(args)
    code: int = args.run(args)
    return code


def _parser(names: list[str]) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="backtimer",
        description="A workout timer that leads you. Alone it opens on your sessions.",
    )
    parser.add_argument("--version", action="version", version=f"backtimer {__version__}")
    add_app_options(parser)
    parser.set_defaults(run=None, **DEFAULTS)
    commands = parser.add_subparsers(metavar="COMMAND", title="commands", prog="backtimer")
    for name in names:
        importlib.import_module(COMMANDS[name]).add(commands)
    return parser


class _Parser(argparse.ArgumentParser):
    """An argument parser that starts fast and whose complaints are one line."""

    def __init__(self, **how: Any) -> None:
        super().__init__(**how, formatter_class=_formatter)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and leave."""
        complain(f'{self.prog}: {message} ("{self.prog} --help" tells more)')
        sys.exit(_WRONG)


def _formatter(prog: str) -> argparse.HelpFormatter:
    """What lays out help; without a width, argparse loads much at every start to find one."""
    return argparse.HelpFormatter(prog, width=_HELP_WIDTH)
