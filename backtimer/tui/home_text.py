"""The words of the home screen."""

from datetime import date

from textual.content import Content

from backtimer.plan.describe import preview
from backtimer.runtime.app_data import SessionEntry
from backtimer.text.humanize import day_text, length_text
from backtimer.text.sanitize import sanitize


def entry_text(entry: SessionEntry) -> Content:
    """One session in the list: its title, and below it length, when it was last done, and kit."""
    session = entry.file.session
    kit = ", ".join(session.equipment[:3]) or "no kit"
    timeline = entry.timeline
    length = length_text(timeline.total, is_open=timeline.is_open)
    last = [day_text(entry.last_done, date.today())] if entry.last_done else []
    flag = "  \u25c0 next" if entry.is_next else ""
    return Content.from_markup(
        "[b]$title[/b][bold $text-accent]$flag[/]\n[dim]$facts[/dim]",
        title=sanitize(session.title),
        flag=flag,
        facts=sanitize(" \u00b7 ".join((length, *last, kit))),
    )


def preview_text(entry: SessionEntry) -> Content:
    """The plan of a session, line by line."""
    session = entry.file.session
    parts = [Content.from_markup("[b]$title[/b]", title=sanitize(session.title))]
    if session.summary:
        parts.append(Content(sanitize(session.summary)))
    if session.muscles:
        muscles = sanitize(", ".join(session.muscles))
        parts.append(Content.from_markup("[dim]$muscles[/dim]", muscles=muscles))
    for depth, name, dose in preview(session, entry.timeline.loads):
        if depth == 0:
            parts.append(Content.from_markup("\n[bold $text-accent]$name[/]", name=name.upper()))
        else:
            parts.append(
                Content.from_markup(
                    "$indent$name  [dim]$dose[/dim]",
                    indent="  " * (depth - 1),
                    name=sanitize(name),
                    dose=sanitize(dose),
                )
            )
    if session.note:
        parts.append(Content.from_markup("\n[dim]$note[/dim]", note=sanitize(session.note)))
    return Content("\n").join(parts)
