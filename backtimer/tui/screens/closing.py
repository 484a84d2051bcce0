"""Closing a screen exactly once, whatever keys arrive meanwhile."""

from typing import TypeVar

from textual.screen import Screen

T = TypeVar("T")


def close(screen: Screen[T], result: T) -> None:
    """Dismiss a screen with a result, unless it is gone already.

    Textual's own dismiss takes away whatever is on top: a second key press, still on its way when
    the screen went, would take the next screen along.
    """
    if screen.is_current:
        screen.dismiss(result)
