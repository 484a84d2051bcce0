"""A fast start: imports without what only takes time."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType


def load(module: str) -> ModuleType:
    """Import the module of a command fast, and return it."""
    if module in sys.modules:
        return sys.modules[module]
    with without_garbage_collection():
        _load_msgspec()
        return import_module(module)


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Import what is inside unseen by the garbage collector, then and later (gc.freeze).

    Modules stay to the end. To look through them while they are loaded, and once more when the
    process ends, takes a sixth of the time of a short command, and finds nothing.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if was_enabled:
            gc.enable()


def _load_msgspec() -> None:
    """Import msgspec without typing_extensions, in two thirds of the time.

    msgspec needs nothing but the standard library, yet takes from typing_extensions, where another
    package brought it, what Python's own typing has had since 3.11. With it come inspect, ast, dis
    and tokenize, which take longer than msgspec. Who wants typing_extensions afterwards gets it.
    """
    if "typing_extensions" in sys.modules:
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment] # says that there is none
    try:
        import_module("msgspec")
    finally:
        del sys.modules["typing_extensions"]
