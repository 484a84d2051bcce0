"""A list of past sessions under its headings, and the line to type in what is looked for."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from backtimer.log.logbook import Entry
from backtimer.log.page import table
from backtimer.tui.widgets.choices import Choices

ROWS_ADDED = 60
"""Rows that are added once the end is reached; at first there are those that can be seen."""

_MARGIN = 5
"""Cells beside a line's letters: its margins, and the scrollbar."""


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


class _Choices(Choices):
    """A list of which only the beginning is listed: its end is not where that ends."""

    def action_cursor_up(self) -> None:
        """Go up, but not around: the last one listed is none in particular."""
        if self.highlighted:
            super().action_cursor_up()

    def action_cursor_down(self) -> None:
        """Go down, but not around."""
        if self.highlighted is None or self.highlighted < self.option_count - 1:
            super().action_cursor_down()

    def action_last(self) -> None:
        """Go to the last of all."""
        if isinstance(self.parent, PastSessionList):
            self.parent.list_all()
        super().action_last()


class PastSessionList(Vertical):
    """A line for each session; what can be done with the marked one is for its screen to say."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[Entry] = ()
        self._nothing = ""
        self._width = 0

    def compose(self) -> ComposeResult:
        """Lay out the headings and the list."""
        yield Static(id="head", markup=False)
        yield _Choices(id="list")

    def on_mount(self) -> None:
        """Notice the end of the list, however it comes into sight."""
        self.watch(self.choices, "scroll_y", self._at_end, init=False)

    @property
    def choices(self) -> Choices:
        """The list, which has the keys."""
        return self.query_one(Choices)

    @property
    def _room(self) -> int:
        """Characters that a line has."""
        return self.app.size.width - _MARGIN

    @property
    def _rows(self) -> int:
        """Rows that can be seen at most."""
        return self.app.size.height

    def on_resize(self) -> None:
        """Fit the lines to the new width; an empty list says the same as before."""
        is_short = len(self._entries) > self.choices.option_count < self._rows
        if self._entries and (self._width != self._room or is_short):
            self.show_changed(self._entries, self._nothing)

    @property
    def marked(self) -> str | None:
        """The id of the marked one."""
        option = self.choices.highlighted_option
        return option.id if option else None

    def show(self, entries: Sequence[Entry], marked: str | None = None, nothing: str = "") -> None:
        """List sessions as far as the marked one, else the first, and some more.

        Where there are none, `nothing` is said.
        """
        number = _number(entries, marked, 0)
        self._list(entries, number, number + self._rows, nothing)

    def show_changed(self, entries: Sequence[Entry], nothing: str = "") -> None:
        """List others, with the same one marked, and what was in sight at the same place.

        At the top of the list, what is new comes into sight; what is gone leaves its mark behind.
        """
        choices = self.choices
        before, top = choices.highlighted or 0, choices.scroll_offset.y
        now = _number(entries, self.marked, before)
        is_in_sight = top <= before < top + choices.scrollable_content_region.height
        if top and not is_in_sight:  # then it is the first row that stays where it is
            top = _number(entries, self._entries[top].id, top)
        elif top:
            top += now - before
        count = max(choices.option_count, max(now, top) + self._rows)
        self._list(entries, now, count, nothing)
        choices.scroll_to(y=top, animate=False, immediate=True)
        if is_in_sight:
            choices.scroll_to_highlight()

    def list_all(self) -> None:
        """List all there is."""
        if self.choices.option_count < len(self._entries):
            marked = self.choices.highlighted
            self._list(self._entries, marked, len(self._entries), self._nothing)

    def _list(self, entries: Sequence[Entry], marked: int | None, count: int, nothing: str) -> None:
        self._entries, self._nothing = entries, nothing
        listed = entries[:count]
        self._width = self._room
        head, *lines = table(listed, ids=False, width=self._width)
        self.say(head if lines else nothing)
        choices = self.choices
        if lines:  # in one go: as many as before need no new layout of the screen
            choices.set_options(
                Option(Content(line), entry.id) for line, entry in zip(lines, listed, strict=True)
            )
        else:
            choices.clear_options()
        choices.highlighted = None if marked is None or not lines else min(marked, len(lines) - 1)

    def say(self, words: str) -> None:
        """Say something in the place of the headings."""
        self.query_one("#head", Static).update(Content(words), layout=False)

    def on_option_list_option_highlighted(self) -> None:
        """List more if the last of those listed is marked."""
        if self.choices.highlighted == self.choices.option_count - 1:
            self._list_more()

    def _at_end(self) -> None:
        """List more if the last of those listed is in sight."""
        if 0 < self.choices.max_scroll_y <= self.choices.scroll_y:
            self._list_more()

    def _list_more(self) -> None:
        choices = self.choices
        count, top = choices.option_count, choices.scroll_offset.y
        if count < len(self._entries):
            self._list(self._entries, choices.highlighted, count + ROWS_ADDED, self._nothing)
            choices.scroll_to(y=top, animate=False, immediate=True)


def _number(entries: Sequence[Entry], name: str | None, otherwise: int) -> int:
    """Where the one with an id stands."""
    return next((number for number, each in enumerate(entries) if each.id == name), otherwise)
