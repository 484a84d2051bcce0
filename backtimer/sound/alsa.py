"""ALSA, the sound system of Linux, kept from printing."""

import ctypes
import sys

# Kept here, for ALSA must never call a function that is gone. The arguments are left unread.
_say_nothing = ctypes.CFUNCTYPE(None)(lambda: None)


def hush_alsa() -> None:
    """Keep ALSA from printing dozens of lines when it finds no device."""
    if sys.platform == "linux":
        try:
            ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(_say_nothing)
        except OSError:
            return  # no ALSA, no lines
