"""Leaving in order when told to end, so that nothing unfinished stays behind."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_ENDINGS = ("SIGTERM", "SIGHUP")
"""What tells a program to end that Python does not heed by itself; not every system has all."""


@contextmanager
def orderly_end() -> Iterator[None]:
    """Leave what is inside by SystemExit when the program is told to end.

    The exit code is the one shells tell of: 128 and the number of the signal. A signal that is
    ignored, as under nohup, stays so.
    """
    signals = [getattr(signal, name) for name in _ENDINGS if hasattr(signal, name)]
    heeded = [each for each in signals if signal.getsignal(each) is signal.SIG_DFL]
    for each in heeded:
        signal.signal(each, _leave)
    try:
        yield
    finally:
        for each in heeded:
            signal.signal(each, signal.SIG_DFL)


def _leave(number: int, _frame: FrameType | None) -> None:
    sys.exit(128 + number)
