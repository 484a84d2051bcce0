"""The library that plays and decodes sound, loaded by those who need it when they need it."""

import sys
from typing import Any


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
