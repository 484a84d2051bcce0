"""What a typed line says of a set, put into what is noted of it. Pure."""

from msgspec.structs import replace

from backtimer.plain.commands import Said
from backtimer.workout.set_editor import Field, SetEditor


def corrected(editor: SetEditor, said: Said) -> SetEditor:
    """A set with what was said of it. Raises ValueError if that does not fit it."""
    if said.amount is not None:
        editor = _with_amount(editor, said)
    if said.load is not None:
        editor = _with_load(editor, said.load)
    if said.rpe is not None:
        editor = replace(editor, result=replace(editor.result, rpe=said.rpe))
    return editor if said.note is None else editor.note(said.note)


def _with_amount(editor: SetEditor, said: Said) -> SetEditor:
    amount, field = said.amount or 0.0, editor.fields[0]
    if field is Field.SECONDS:
        return replace(editor, result=replace(editor.result, seconds=amount))
    if said.is_time:
        unit = editor.target.unit
        raise ValueError(f"This set counts {unit}: type how many.")
    return replace(editor, result=replace(editor.result, reps=round(amount)))


def _with_load(editor: SetEditor, load: str) -> SetEditor:
    """The same with another load; a bare number is one of the unit and the kind there is."""
    if not load[:1].isdecimal() or " " in load:
        return replace(editor, result=replace(editor.result, load=load))
    editor = editor.choose(Field.LOAD)
    for character in load:
        editor = editor.type(character)
    return editor
