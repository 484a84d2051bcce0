"""What the app's processes have in common: they are told by standard input, and end with it."""

import faulthandler
import os
import signal
import sys
import traceback
from collections.abc import Callable
from typing import BinaryIO, NoReturn, TypeVar

import msgspec

C = TypeVar("C")


def become_worker() -> BinaryIO:
    """Give what reports are to be written to.

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
