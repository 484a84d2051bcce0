"""Widgets in an emulated terminal: what Textual writes to it, and what it then shows."""

import re
from asyncio import timeout
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pyte
from textual.app import App, ComposeResult
from textual.driver import Driver
from textual.events import Resize
from textual.geometry import Size
from textual.pilot import Pilot
from textual.widget import Widget

SIZE = (100, 20)
PATIENCE = 10.0
"""Seconds to wait for something to show before giving up."""
_ESCAPE = re.compile(r"\x1b\[[<=>?]?[0-9;]*[$]?[a-zA-Z]")
_NOT_FOR_PYTE = re.compile(r"\x1b\[[<=>?][0-9;]*[$]?[a-zA-Z]")


class EmulatedTerminal(Driver):
    """Draws on a screen in memory what a real driver would send to a terminal."""

    def __init__(self, *settings: object, **more: object) -> None:
        super().__init__(*settings, **more)  # type: ignore[arg-type] # all is handed on as it came
        self._screen = pyte.Screen(*SIZE)
        self._stream = pyte.Stream(self._screen)
        self.cells = 0
        """How many cells were written so far."""

    @property
    def seen(self) -> list[str]:
        """The rows that are shown."""
        return [row.rstrip() for row in self._screen.display]

    def write(self, data: str) -> None:
        """Draw."""
        self.cells += len(_ESCAPE.sub("", data).replace("\n", ""))
        self._stream.feed(_NOT_FOR_PYTE.sub("", data))

    def start_application_mode(self) -> None:
        """Tell the app the size of the terminal."""
        self.send_message(Resize(Size(*SIZE), Size(*SIZE)))

    def disable_input(self) -> None:
        """There is none."""

    def stop_application_mode(self) -> None:
        """Nothing was changed."""


class Board(App[None]):
    """Shows widgets, one below the other."""

    CSS = "BigDigits { height: 14; } StepBar { height: 1; }"

    def __init__(self, *widgets: Widget) -> None:
        super().__init__(driver_class=EmulatedTerminal)
        self._widgets = widgets
        self._pilot = Pilot(self)

    def compose(self) -> ComposeResult:
        """Lay them out."""
        yield from self._widgets

    @property
    def terminal(self) -> EmulatedTerminal:
        """Where they are seen."""
        assert isinstance(self._driver, EmulatedTerminal)
        return self._driver

    @property
    def drawn_anew(self) -> list[str]:
        """The rows as they would be if everything were drawn anew."""
        return [row.text.rstrip() for row in self.screen._compositor.render_strips()]

    @property
    def is_drawn(self) -> bool:
        """Whether the terminal shows all that was changed."""
        waits = self.screen._layout_required or self.screen._dirty_widgets
        return not waits and self.terminal.seen == self.drawn_anew

    async def draws(self) -> int:
        """Wait until the terminal shows all that was changed; return how many cells that took."""
        before = self.terminal.cells
        async with timeout(PATIENCE):
            await self._pilot.pause()
            while not self.is_drawn:
                await self._pilot.pause(0.002)
        return self.terminal.cells - before


@asynccontextmanager
async def in_terminal(*widgets: Widget) -> AsyncIterator[Board]:
    """Run an app that shows some widgets."""
    board = Board(*widgets)
    async with board.run_test(headless=False, size=SIZE) as board._pilot:
        await board.draws()
        yield board
