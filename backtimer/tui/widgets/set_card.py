"""The set just done, open for correction: arrows choose and change, digits type."""

from textual.content import Content
from textual.widgets import Static

from backtimer.text.sanitize import sanitize
from backtimer.text.width import cell_len
from backtimer.workout.set_editor import Field, SetEditor

_HINTS = (
    "left and right choose \u00b7 up and down or digits change \u00b7 t writes a note",
    "arrows or digits change \u00b7 t note",
)
"""For any field but the note; the first that fits is shown."""
_NOTE_HINTS = ("t writes a note \u00b7 left and right choose", "t writes a note")


class SetCard(Static):
    """Shows a form in three lines; the screen decides what keys do to it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, markup=False)
        self._editor: SetEditor | None = None

    def show(self, editor: SetEditor | None) -> None:
        """Show what was done in a set, with the chosen number marked."""
        self._editor = editor
        self.display = editor is not None
        self._draw()

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self._draw()

    def _draw(self) -> None:
        editor, width = self._editor, self.size.width
        if editor:
            lines = (
                _title(editor, width),
                _fields(editor, width),
                _hint(editor, width),
            )
            self.update(Content("\n").join(line.truncate(width, ellipsis=True) for line in lines))


def _title(editor: SetEditor, width: int) -> Content:
    """Which set it was; a long name is cut short, but not its side and its number."""
    label = Content.from_markup("[b]done:[/b] ")
    end = Content(f", {sanitize(editor.which)}" if editor.which else "")
    room = max(width // 3, width - label.cell_length - end.cell_length)
    return label + Content(sanitize(editor.target.exercise)).truncate(room, ellipsis=True) + end


def _fields(editor: SetEditor, width: int) -> Content:
    """All fields; if they do not fit, in short, and of these as many as do with the chosen one."""
    full = Content("   ").join(_field(editor, each) for each in editor.fields)
    if full.cell_length <= width:
        return full
    fields = [_short_field(editor, each) for each in editor.fields]
    at = editor.fields.index(editor.field)
    runs = (fields[i:j] for i in range(at + 1) for j in range(at + 1, len(fields) + 1))
    lines = sorted(map(Content(" ").join, runs), key=lambda line: -line.cell_length)
    return next((line for line in lines if line.cell_length <= width), lines[-1])


def _field(editor: SetEditor, field: Field) -> Content:
    if field is editor.field:
        return Content.from_markup(
            "[b]$label[/b] [reverse][@click=screen.one_less()] \u25c2 [/]$value"
            "[@click=screen.one_more()] \u25b8 [/][/reverse]",
            label=_label(editor, field),
            value=sanitize(editor.text(field)),
        )
    return Content.from_markup(
        f"[@click=screen.choose_field('{field.name}')][dim]$label[/dim]   $value  [/]",
        label=_label(editor, field),
        value=sanitize(editor.text(field)),
    )


def _short_field(editor: SetEditor, field: Field) -> Content:
    """A field in as few cells as can be; of a note that is not chosen, whether there is one."""
    value = editor.text(field)
    if field is editor.field:
        return Content.from_markup(
            "[b]$label[/b] [reverse][@click=screen.one_less()]\u25c2[/]$value"
            "[@click=screen.one_more()]\u25b8[/][/reverse]",
            label=_label(editor, field),
            value=sanitize(value),
        )
    if field is Field.NOTE and editor.result.note:
        value = "\u2713"
    return Content.from_markup(
        f"[@click=screen.choose_field('{field.name}')][dim]$label[/dim] $value[/]",
        label=_label(editor, field),
        value="-" if value == "none" else sanitize(value),
    )


def _label(editor: SetEditor, field: Field) -> str:
    if field is Field.SECONDS:
        return "time"
    return sanitize(editor.target.unit) if field is Field.REPS else field.value


def _hint(editor: SetEditor, width: int) -> Content:
    hints = _NOTE_HINTS if editor.field is Field.NOTE else _HINTS
    hint = next((each for each in hints if cell_len(each) <= width), hints[-1])
    return Content.from_markup("[dim]$hint[/dim]", hint=hint)
