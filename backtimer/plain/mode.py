"""Whether workouts are led line by line: by flag, by environment variable or by setting."""

from collections.abc import Callable

VARIABLE = "BACKTIMER_PLAIN"
"""The environment variable that chooses plain mode with 1, and the screen with 0."""


def is_plain(flag: bool | None, variable: str, setting: Callable[[], bool]) -> bool:
    """Ask them in that order, until one says anything; settings are only read if need be."""
    if flag is not None:
        return flag
    return variable != "0" if variable else setting()
