"""Opening and closing screens exactly once, whatever keys arrive meanwhile."""

from typing import Any, TypeVar

from textual.screen import Screen

T = TypeVar("T")


def is_on_top(screen: Screen[Any]) -> bool:
    """Whether keys go to a screen. To Textual it is current as long as it shines through."""
    stack = screen.app.screen_stack
    return bool(stack) and stack[-1] is screen


def close_above(screen: Screen[Any]) -> None:
    """Close whatever is in front of a screen, unanswered; a note being written is kept."""
    while not is_on_top(screen):
        from backtimer.tui.dialogs.note import NoteDialog

        above = screen.app.screen_stack[-1]
        if isinstance(above, NoteDialog):
            above.keep()
        above.dismiss(None)


def close(screen: Screen[T], result: T | None) -> None:
    """Dismiss a screen with a result, unless it is gone already.

    Textual's own dismiss takes away whatever is on top: a second key press, still on its way when
    the screen went, would take the next screen along.
    """
    if is_on_top(screen):
        screen.dismiss(result)
