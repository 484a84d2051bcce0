"""A text that changes every second: of it, too, only what changes is written."""

from textual.containers import Horizontal

from backtimer.tui.widgets.ticking_text import TickingText
from tests.tui.widgets.terminal import in_terminal


async def test_a_second_writes_no_more_than_the_time() -> None:
    text = TickingText()
    async with in_terminal(Horizontal(text)) as board:
        text.show("9:58 gone \u00b7 about 23 min left")
        await board.draws()
        text.show("9:59 gone \u00b7 about 23 min left")
        assert await board.draws() == len("9:59")
        text.show("9:59 gone \u00b7 about 23 min left")
        assert not await board.draws()


async def test_a_longer_text_takes_more_room() -> None:
    text, after = TickingText(), TickingText()
    async with in_terminal(Horizontal(text, after)) as board:
        after.show("|")
        for shown in ("9:59 gone", "10:00 gone", "", "1:00:00 gone"):
            text.show(shown)
            await board.draws()
            assert board.terminal.seen[0] == f"{shown}|"
