"""Whether workouts are led line by line: by flag, by environment variable or by setting."""

from collections.abc import Callable

VARIABLE = "BACKTIMER_PLAIN"
"""The environment variable that chooses plain mode with 1, and the screen with 0."""
_ON, _OFF = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}


def is_plain(flag: bool | None, variable: str, setting: Callable[[], bool]) -> bool:
    """Ask them in that order, until one says anything; settings are only read if need be.

    Raises ValueError, saying what to write, if the variable is neither on nor off.
    """
    word = variable.strip().casefold()
    if flag is not None:
        return flag
    if not word:
        return setting()
    if word not in _ON | _OFF:
        raise ValueError(f'{VARIABLE}="{variable}": write 1 for plain mode, 0 for the screen')
    return word in _ON
