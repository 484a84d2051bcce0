"""What Textual costs by itself: `label` shows one word, `digits` writes a number every second."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import Digits, Label


class OneLabel(App[None]):
    """Shows a word."""

    def compose(self) -> ComposeResult:
        """Lay out the word."""
        yield Label("hello")


class OneNumber(App[None]):
    """Counts seconds."""

    def compose(self) -> ComposeResult:
        """Lay out the number."""
        yield Digits("0")

    def on_mount(self) -> None:
        """Count."""
        self._seconds = 0
        self.set_interval(1, self._count)

    def _count(self) -> None:
        self._seconds += 1
        self.query_one(Digits).update(str(self._seconds))


if __name__ == "__main__":
    (OneLabel if sys.argv[1] == "label" else OneNumber)().run()
