"""A worker process from inside: its pipes, its end, and its priority among all processes.

It is told by standard input, reports on standard output, and ends with its input.
"""

import faulthandler
import os
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import BinaryIO, NoReturn, TypeVar

import msgspec

C = TypeVar("C")

PRIORITY = 5
"""Real-time priority: after a sound server's, which takes the same from 5 or 9 up."""

NICENESS = -11
"""What a sound server asks for where it may not have real-time priority."""

LONGEST_RUN = 2.0
"""Seconds a real-time process may compute without a break before the system ends it."""


def become_worker() -> BinaryIO:
    """Make this process a worker, and give the pipe for its reports, unbuffered.

    That is standard output; what anything else prints there goes to the log from now on. Ctrl+C
    is for the app, and a native crash leaves its traces in the log.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    faulthandler.enable()
    reports = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    return reports


def obey_until_input_ends(decode: Callable[[bytes], C], obey: Callable[[C], object]) -> NoReturn:
    """Pass each line of standard input on to `obey`, until the app has ended, however it did."""
    try:
        for line in sys.stdin.buffer:
            obey(decode(line))
    except msgspec.MsgspecError:
        traceback.print_exc()
    finally:
        # An orderly end could wait for ever for a device or a library in trouble.
        os._exit(0)


def raise_priority() -> str:
    """Have this process, and the threads it starts from now on, scheduled before others.

    What plays must run within milliseconds, however busy the machine is. Systems allow that to few
    users, and it is done without where it is not. Gives what was allowed: "real time", "high" or
    "usual".
    """
    if sys.platform == "linux":
        import resource

        with suppress(OSError, ValueError):
            os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(PRIORITY))
            # One that never waits would keep everything else from running.
            most = round(LONGEST_RUN * 1e6)
            resource.setrlimit(resource.RLIMIT_RTTIME, (most, most))
            return "real time"
    if sys.platform != "win32":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, 0, NICENESS)
            return "high"
    return "usual"
