"""A line in which a person types what they look for."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input


class SearchInput(Input):
    """Hidden until it is wanted; its screen shows what it finds with every letter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "screen.to_list", show=False),
        Binding("escape", "screen.find_all", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(
            placeholder='words, exercise:row, note:"...", last:3m, since:2026-05',
            max_length=200,
            compact=True,
            id="find",
        )
        self.display = False
