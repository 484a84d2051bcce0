"""A short text that changes every second."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip

from backtimer.tui.widgets.cached import DrawnWidget


class TickingText(DrawnWidget):
    """Plain characters, one cell each, as wide as they are many."""

    DEFAULT_CSS = "TickingText { width: auto; height: 1; }"

    text = ""
    """What is shown."""

    def show(self, text: str) -> None:
        """Show a text; while it is as long as before, only what changed of it is written."""
        before, self.text = self.text, text
        if len(text) != len(before):
            self.refresh(layout=True)
        elif text != before:
            end = 1 + max(at for at, letter in enumerate(text) if letter != before[at])
            self.refresh(Region(0, 0, end, 1))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """The cells that the text takes."""
        del container, viewport
        return len(self.text)

    def draw(self, style: Style) -> Sequence[Strip]:
        """Draw the text."""
        return [Strip([Segment(self.text, style)], len(self.text))]
