"""A frontend without a screen: it remembers what it was to show."""

from collections.abc import Callable


class Notices:
    """The least that shows the app to a person."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.warned: list[str] = []
        self.theme = ""

    def show_notice(self, words: str, *, is_warning: bool = False) -> None:
        """Remember the words."""
        (self.warned if is_warning else self.told).append(words)

    def use_theme(self, name: str) -> None:
        """Remember the name."""
        self.theme = name

    def call_soon(self, call: Callable[[str], None], words: str) -> None:
        """Call at once."""
        call(words)
