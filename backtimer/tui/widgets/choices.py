"""A list to choose from: what every screen with one has."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import OptionList


class Choices(OptionList, inherit_bindings=False):
    """Leaves PageDown and PageUp to its screen: a presenter's clicker has no other keys.

    A page of Textual's own would jump over answers, and where there is no room for one, crash.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", show=False),
        Binding("down", "cursor_down", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("enter", "select", show=False),
    ]

    def page(self, direction: int) -> None:
        """Go by as many options as there are rows: on for 1, back for -1."""
        if self.option_count:
            rows = max(1, self.scrollable_content_region.height)
            wanted = (self.highlighted or 0) + direction * rows
            self.highlighted = min(max(0, wanted), self.option_count - 1)
