"""The step's bar: it fills in leaps, a leap writes little, and a mark is passed when it is time."""

from itertools import pairwise

import pytest

from backtimer.tui.widgets.bars import StepBar
from tests.tui.widgets.terminal import SIZE, in_terminal

WIDTH, _ = SIZE
LEAP = 5
"""Cells of a leap, at the most."""


async def test_it_fills_from_nothing_to_all() -> None:
    bar = StepBar()
    async with in_terminal(bar) as board:
        filled = []
        for second in range(46):
            bar.show(second / 45, None)
            await board.draws()
            filled.append(board.terminal.seen[0].count("\u2501"))
        assert filled[0] == 0
        assert filled[-1] == WIDTH
        assert all(0 <= after - before <= LEAP for before, after in pairwise(filled))


async def test_a_leap_writes_no_more_than_two_pieces() -> None:
    bar = StepBar()
    async with in_terminal(bar) as board:
        bar.show(0, None)
        await board.draws()
        for second in range(46):
            bar.show(second / 45, None)
            assert await board.draws() <= 2 * WIDTH / 8 + 1


@pytest.mark.parametrize(("fraction", "mark"), [(0.32, "\u253c"), (0.34, "\u253f"), (1, "\u253f")])
async def test_the_mark_is_passed_as_soon_as_it_is_enough(fraction: float, mark: str) -> None:
    bar = StepBar()
    async with in_terminal(bar) as board:
        bar.show(fraction, 1 / 3)
        await board.draws()
        assert board.terminal.seen[0][33] == mark


async def test_it_starts_anew_with_the_next_step_and_fits_a_new_width() -> None:
    bar = StepBar()
    async with in_terminal(bar) as board:
        bar.show(0.9, 0.5)
        await board.draws()
        bar.show(0, None)
        await board.draws()
        assert board.terminal.seen[0] == WIDTH * "\u2500"
        bar.styles.width = 37
        bar.show(0, None)
        await board.draws()
        assert board.terminal.seen[0] == 37 * "\u2500"
