"""Big digits: only what changes is written, and the whole text always shows."""

from backtimer.tui.widgets.digits import BigDigits
from tests.tui.widgets.terminal import in_terminal

DIGIT = 5 * 4 * 14
"""The cells of a digit that is 14 rows high: five pixels of four half rows, a cell each."""


async def test_a_second_writes_no_more_than_its_last_digit() -> None:
    digits = BigDigits()
    async with in_terminal(digits) as board:
        digits.show("50")
        await board.draws()
        for second in range(49, 9, -1):
            digits.show(str(second))
            assert await board.draws() <= DIGIT * (2 if second % 10 == 9 else 1)


async def test_the_same_text_again_writes_nothing() -> None:
    digits = BigDigits()
    async with in_terminal(digits) as board:
        digits.show("8-12")
        assert await board.draws()
        digits.show("8-12")
        assert not await board.draws()


async def test_whatever_comes_next_is_shown_whole() -> None:
    digits = BigDigits()
    async with in_terminal(digits) as board:
        for text in ("", "7", "6", "10", "9", "1:00", "59", "MAX", "8-12", "60-120", "3", "", "11"):
            digits.show(text)
            await board.draws()
            assert bool(text) == any("\u2588" in row for row in board.terminal.seen)


async def test_the_digits_stand_in_the_middle_and_grow_with_their_place() -> None:
    digits = BigDigits()
    async with in_terminal(digits) as board:
        digits.show("11")
        await board.draws()
        for height, rows in {1: 1, 3: 1, 4: 4, 6: 4, 7: 7, 11: 11, 13: 11, 18: 18}.items():
            digits.styles.height = height
            await board.draws()
            shown = [row for row in board.terminal.seen if row]
            assert len(shown) == rows
            left, right = min(len(row) - len(row.lstrip()) for row in shown), max(map(len, shown))
            assert abs(left - (100 - right)) <= 1


async def test_what_has_no_room_is_shown_in_plain_characters() -> None:
    digits = BigDigits()
    async with in_terminal(digits) as board:
        digits.styles.width = 20
        digits.show("8-12")
        await board.draws()
        assert "".join(board.terminal.seen).strip() == "8-12"
