"""Coming first: what plays must be let run within milliseconds, however busy the machine is."""

import os
import sys
from contextlib import suppress

PRIORITY = 5
"""Among real-time processes: after a sound server's, which take the same from 5 or 9 up."""

NICENESS = -11
"""What a sound server asks for where it may not have more."""

LONGEST_RUN = 2.0
"""Seconds such a process may compute without a break before the system ends it."""


def raise_priority() -> str:
    """Let this process, and the threads it starts from now on, come before others.

    Systems allow that to few users, and it is done without where it is not. Gives what was
    allowed: "real time", "high" or "usual".
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
