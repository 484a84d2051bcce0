"""The set just done, open for correction: arrows choose and change, digits type."""

from textual.content import Content
from textual.widgets import Static

from backtimer.wording import plain
from backtimer.workout.correction import Field, Form
from backtimer.workout.scene import count_text


class SetCard(Static):
    """Shows a form; the screen decides what keys do to it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, markup=False)

    def show(self, form: Form | None, name: str) -> None:
        """Show what was done in a set, with the chosen number marked."""
        self.display = form is not None
        if form is None:
            return
        title = ", ".join(part for part in (name, form.step.side, count_text(form.step)) if part)
        fields = [_field(form, field) for field in form.fields]
        lines = [
            Content.from_markup("[b]done:[/b] $title", title=plain(title)),
            Content("   ").join(fields),
            Content.from_markup("[dim]$hint[/dim]", hint=_hint(form)),
        ]
        self.update(Content("\n").join(lines))


def _field(form: Form, field: Field) -> Content:
    label = form.step.exercise.unit if field is Field.REPS else field.value
    if field is Field.SECONDS:
        label = "time"
    value = form.text(field)
    if field is form.field:
        return Content.from_markup(
            "[b]$label[/b] [reverse][@click=screen.one_less()] \u25c2 [/]$value"
            "[@click=screen.one_more()] \u25b8 [/][/reverse]",
            label=label,
            value=plain(value),
        )
    return Content.from_markup(
        f"[@click=screen.take('{field.name}')][dim]$label[/dim]   $value  [/]",
        label=label,
        value=plain(value),
    )


def _hint(form: Form) -> str:
    if form.field is Field.NOTE:
        return "t writes a note \u00b7 left and right choose"
    return "left and right choose \u00b7 up and down or digits change \u00b7 t writes a note"
