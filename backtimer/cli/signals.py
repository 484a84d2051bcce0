"""An orderly exit on SIGTERM and SIGHUP, so that nothing unfinished stays behind."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = ("SIGTERM", "SIGHUP")
"""What ends a program without an exception in Python; not every system has all."""


@contextmanager
def orderly_exit() -> Iterator[None]:
    """Leave what is inside by SystemExit when a signal tells the program to end.

    The exit code is the one shells tell of: 128 and the number of the signal. A signal that is
    ignored, as under nohup, stays so.
    """
    signals = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    handled = [each for each in signals if signal.getsignal(each) is signal.SIG_DFL]
    for each in handled:
        signal.signal(each, _exit)
    try:
        yield
    finally:
        for each in handled:
            signal.signal(each, signal.SIG_DFL)


def _exit(number: int, _frame: FrameType | None) -> None:
    sys.exit(128 + number)
