"""The words of a past session: what is said of all of it, and a few lines a set."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from backtimer.log.page import SetRow, exercises, head_lines
from backtimer.log.record import CompletedSession
from backtimer.text.columns import columns
from backtimer.text.sanitize import sanitize
from backtimer.text.width import cell_len, wrap

NARROWEST = 8
"""The fewest cells into which words are laid; where there are fewer, they are cut off."""


def past_lines(
    record: CompletedSession,
    width: int,
    more: Iterable[str] = (),
) -> Iterator[tuple[Content, int | None]]:
    """What a list shows of a session in `width` cells, each with the number of its set, if any.

    Where a set has no room on one line, it has two. `more` is as for a page.
    """
    title, *head = head_lines(record, more)
    yield Content("\n").join([Content.styled(title, "bold"), *map(Content, head)]), None
    found = list(exercises(record))
    full = [list(columns(rows.values())) for _, rows in found]
    fits = all(cell_len(line) + 2 <= width for lines in full for line in lines)
    for (name, rows), lines in zip(found, full, strict=True):
        yield Content.from_markup("\n[bold $text-accent]$name[/]", name=sanitize(name)), None
        texts = map(Content, lines) if fits else _short(rows, width)
        yield from (
            (Content("  ") + text, number) for text, number in zip(texts, rows, strict=True)
        )


def _short(rows: dict[int, SetRow], width: int) -> Iterator[Content]:
    """Sets with what was done on one line, and all else below it."""
    firsts = columns((row.which, row.done) for row in rows.values())
    for first, row in zip(firsts, rows.values(), strict=True):
        rest = ", ".join(part for part in (row.planned, row.against, row.more) if part)
        below = [f"\n    {line}" for line in wrap(sanitize(rest), max(NARROWEST, width - 4))]
        yield Content(first) + Content("".join(below)).stylize("dim")
