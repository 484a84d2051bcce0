"""The words of the summary."""

from pathlib import Path

from textual.content import Content

from backtimer.history.usual_duration import UsualDuration
from backtimer.history.words import pace_words
from backtimer.log.page import result_words, set_lines, sum_lines
from backtimer.log.record import CompletedSession
from backtimer.log.review import bests, totals
from backtimer.text.sanitize import sanitize
from backtimer.workout.events import Ending
from backtimer.workout.memory import Memory

FEELINGS = {1: "awful", 2: "hard going", 3: "all right", 4: "good", 5: "great"}
"""How a session can feel, from 1 to 5."""

_HEADINGS = {
    Ending.FINISHED: "Well done: all of it",
    Ending.EARLY: "Well done: what you did counts",
    Ending.PAIN: "Well done for stopping. Take care of it",
}


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
            heading=_heading(record),
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
        parts.append(Content.from_markup("[dim]A rehearsal: nothing was written down.[/dim]"))
    return Content("\n").join(parts)


def trouble_text(reason: str, journal: Path | None) -> str:
    """What to say of a log that cannot be written, given where a journal has it all, if one has."""
    if journal:
        return f"The log could not be written ({reason}). The journal has it all: {journal}"
    return f"Neither log nor journal could be written ({reason}). It all is on this screen only."


def _heading(record: CompletedSession) -> str:
    sums = totals(record)
    if record.outcome is Ending.FINISHED and sums.sets_done < sums.sets_planned:
        return "Well done: through to the end"
    return _HEADINGS.get(record.outcome, "Over")


def _words(record: CompletedSession, *, typing: bool) -> Content:
    how = "press f to say it" if typing else "press 1 (awful) to 5 (great)"
    felt = FEELINGS.get(record.feeling or 0, how)
    return Content.from_markup(
        "[b]How it felt[/b]  $felt\n[b]Note[/b]  $note",
        felt=felt,
        note=sanitize(record.note) or "press t to write one",
    )
