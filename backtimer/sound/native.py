"""Native libraries of sound: loaded by those who need them, when they need them, and kept quiet."""

import ctypes
import sys
from typing import Any

# Kept here, for ALSA must never call a function that is gone. The arguments are left unread.
_ignore_error = ctypes.CFUNCTYPE(None)(lambda: None)


def import_miniaudio() -> Any:
    """Import miniaudio, which has no types, without numpy, which it would load for nothing.

    Raises ImportError.
    """
    modules: dict[str, Any] = sys.modules
    held_back = "numpy" not in modules
    if held_back:
        modules["numpy"] = None
    try:
        import miniaudio  # type: ignore[import-untyped]  # it has no type information
    finally:
        if held_back:
            del modules["numpy"]
    return miniaudio


def silence_alsa() -> None:
    """Install an error handler that keeps ALSA, Linux's sound system, from printing.

    Without a device it prints dozens of lines, over the screen.
    """
    if sys.platform == "linux":
        try:
            ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(_ignore_error)
        except OSError:
            return  # no ALSA, no lines
