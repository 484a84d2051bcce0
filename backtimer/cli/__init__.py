"""The command line: one table of commands, and a module for each."""

import errno
import sys
from argparse import Namespace
from collections.abc import Sequence

from backtimer import __version__
from backtimer.cli.commands import COMMANDS, run_command
from backtimer.cli.options import DEFAULTS, add_app_options
from backtimer.cli.output import UserError, print_error
from backtimer.cli.parser import WRONG_USAGE, Parser
from backtimer.cli.stdio import discard_output, repair_streams

_NAME = "backtimer"
_INTERRUPTED = 130
_PIPE_CLOSED = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with its arguments; returns the exit code.

    That is 2 for whatever the person can put right, with the reason on the error output; wrong
    usage and requests for help raise SystemExit, as argparse does.
    """
    repair_streams()
    try:
        code = _run_and_flush(sys.argv[1:] if argv is None else argv)
    except UserError as error:
        print_error(str(error))
        return WRONG_USAGE
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        discard_output(sys.stdout)
        return _PIPE_CLOSED
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        discard_output(sys.stdout)
        print_error(f"backtimer: the output cannot be written: {error.strerror}")
        return WRONG_USAGE
    return code


def _run_and_flush(argv: Sequence[str]) -> int:
    """Run, and learn here rather than at exit that the output cannot be written, even of help."""
    try:
        return _run(argv)
    finally:
        sys.stdout.flush()


def _run(argv: Sequence[str]) -> int:
    if argv and argv[0] in COMMANDS:  # nothing stands before it that is to be parsed
        args = Namespace(**DEFAULTS, command=argv)
    else:
        args = _program().parse_args(argv)
    if not args.command:
        from backtimer.cli.launch import launch_app  # as lazy as the commands: help needs none

        return launch_app(args, None)
    return run_command(_NAME, args, COMMANDS)


def _program() -> Parser:
    """The parser of what may stand before a command's name."""
    parser = Parser(
        _NAME, description="A workout timer that leads you. Alone it opens on your sessions."
    )
    parser.add_argument("--version", action="version", version=f"backtimer {__version__}")
    add_app_options(parser)
    parser.set_defaults(**DEFAULTS)
    parser.add_commands(COMMANDS)
    return parser
