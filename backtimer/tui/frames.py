"""When Textual draws."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.app import App

_TURNS = 3
"""Of the event loop, in which widgets ask to be drawn: one does where nothing else goes on."""


@asynccontextmanager
async def one_frame(app: App[None]) -> AsyncIterator[None]:
    """Draw all that changes in here together.

    Textual would draw at once what asks first, and the rest one or two frames (16 to 33 ms) later.
    """
    with app.batch_update():
        yield
        for _ in range(_TURNS):
            await asyncio.sleep(0)
