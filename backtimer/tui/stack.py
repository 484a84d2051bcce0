"""The stack of screens: each is closed once, whatever keys arrive meanwhile."""

from typing import Any, TypeVar

from textual.screen import ModalScreen, Screen

T = TypeVar("T")


class Dialog(ModalScreen[T]):
    """The base of all that is modal: it stands in front of a screen and gives a result, or None."""

    def on_forced_close(self) -> None:
        """Keep what a person would lose: the screen below is about to close this unanswered."""

    def action_leave(self) -> None:
        """Close without a result."""
        close(self, None)


def is_on_top(screen: Screen[Any]) -> bool:
    """Whether keys go to a screen. To Textual it is current as long as it shines through."""
    stack = screen.app.screen_stack
    return bool(stack) and stack[-1] is screen


def close(screen: Screen[T], result: T | None) -> None:
    """Dismiss a screen with a result, unless it is gone already.

    Textual's own dismiss takes away whatever is on top: a second key press, still on its way when
    the screen went, would take the next screen along.
    """
    if is_on_top(screen):
        screen.dismiss(result)


def close_above(screen: Screen[Any]) -> None:
    """Force all that is in front of a screen to close, unanswered."""
    while not is_on_top(screen):
        above = screen.app.screen_stack[-1]
        if isinstance(above, Dialog):
            above.on_forced_close()
        above.dismiss(None)
