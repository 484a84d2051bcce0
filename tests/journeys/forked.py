"""backtimer in a process forked from one that has loaded it all, so that hundreds can be started.

Nothing else may be loaded here: each of them would load it again.
"""

import ctypes
import gc
import os
import sys
import time
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path

from backtimer.cli import main

PARTS = (
    "backtimer.cli.run",
    "backtimer.log.review",
    "backtimer.log.recovery",
    "backtimer.plain.app",
    "backtimer.runtime.sound_control",
    "backtimer.tui.app",
    "backtimer.tui.screens.start_workout",
    "backtimer.tui.dialogs.resume",
    "backtimer.tui.screens.loading",
    "backtimer.tui.screens.summary",
    "textual.drivers.linux_driver",
)
"""What a workout loads while it runs."""
_STREAMS = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))
_SIZE = ("COLUMNS", "LINES")
"""Where readline, loaded with the tests, leaves the size of their own terminal."""
_LET_WATCH_ME, _ANYBODY = 0x59616D61, -1
"""PR_SET_PTRACER: some systems let nobody but a parent watch a process."""

for part in PARTS:
    import_module(part)
gc.freeze()  # the forks share it all


def run(
    terminal: str, environment: Mapping[str, str], arguments: Sequence[str], strace: Sequence[str]
) -> None:
    """Run backtimer in a terminal, given by its path; strace watches it if it has options."""
    _move_to(terminal)
    for name in _SIZE:
        os.environ.pop(name, None)
    os.environ.update(environment)
    if strace:
        _let_watch(strace)
    sys.exit(main(arguments))


def _move_to(terminal: str) -> None:
    """Make a terminal this process's own."""
    os.setsid()
    handle = os.open(terminal, os.O_RDWR)
    for number, (name, mode) in enumerate(_STREAMS):
        os.dup2(handle, number)
        stream = open(number, mode, closefd=False)  # noqa: SIM115 - open as long as it runs
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


def _let_watch(options: Sequence[str]) -> None:
    """Let strace watch this process, and go on once it does."""
    ctypes.CDLL(None).prctl(_LET_WATCH_ME, _ANYBODY)
    os.posix_spawnp("strace", ["strace", "-qq", "-p", str(os.getpid()), *options], os.environ)
    while "TracerPid:\t0" in Path("/proc/self/status").read_text():
        time.sleep(0.001)
