"""The words of the summary."""

from textual.content import Content

from backtimer.history.usual_duration import UsualDuration
from backtimer.history.words import pace_words
from backtimer.log.page import result_words, set_lines, sum_lines
from backtimer.log.record import CompletedSession
from backtimer.log.review import bests
from backtimer.runtime.ending_words import FEELINGS, REHEARSAL, ending_heading
from backtimer.text.sanitize import sanitize
from backtimer.workout.memory import Memory


def summary_text(
    record: CompletedSession,
    before: Memory,
    trouble: str,
    usual: UsualDuration | None = None,
    *,
    kept: bool,
    typing: bool = False,
) -> Content:
    """All that the summary says; `typing` if digits go into the set that is open."""
    parts = [
        Content.from_markup(
            "[bold $text-accent]$heading[/]  $title",
            heading=ending_heading(record),
            title=sanitize(record.title),
        ),
        *map(Content, sum_lines(record)),
        *map(Content, pace_words(record, usual)),
    ]
    if trouble:
        parts.append(Content.from_markup("[bold $error]$trouble[/]", trouble=sanitize(trouble)))
    for best in bests(record, before):
        text = f"{best.exercise}: {result_words(best)}"
        parts.append(Content.from_markup("[b]\u2605 best ever[/b]  $text", text=sanitize(text)))
    parts += [Content(line) for line in set_lines(record)]
    parts.append(Content(""))
    parts.append(_words(record, typing=typing))
    if not kept:
        parts.append(Content.from_markup("[dim]$words[/dim]", words=REHEARSAL))
    return Content("\n").join(parts)


def _words(record: CompletedSession, *, typing: bool) -> Content:
    how = "press f to say it" if typing else "press 1 (awful) to 5 (great)"
    write = "once the set is closed, press t" if typing else "press t to write one"
    felt = FEELINGS.get(record.feeling or 0, how)
    return Content.from_markup(
        "[b]How it felt[/b]  $felt\n[b]Note[/b]  $note",
        felt=felt,
        note=sanitize(record.note) or write,
    )
