"""What keys do: one table, from which bindings, key hints, help and the palette are all made."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.binding import Binding, BindingType


class Command(NamedTuple):
    """Something a person can ask for: an action, its keys, and words for it."""

    action: str
    """The name of one of the screen's own, or "app." and one of the app's."""
    keys: str
    """Textual's names of the keys, separated by commas; the first is the one shown."""
    label: str
    """One or two words, for the hints at the bottom."""
    help: str
    """A sentence, for the help and the palette."""

    @property
    def full_action(self) -> str:
        """The action with whose it is, for links, which belong to no screen themselves."""
        return self.action if "." in self.action else f"screen.{self.action}"

    @property
    def key(self) -> str:
        """The first key as a person would call it."""
        first = self.keys.split(",")[0]
        return _SHOWN.get(first, first)

    @property
    def all_keys(self) -> str:
        """Every key as a person would call it."""
        return ", ".join(_SHOWN.get(key, key) for key in self.keys.split(","))


_SHOWN = {
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "question_mark": "?",
    "pagedown": "PageDown",
    "pageup": "PageUp",
    "escape": "esc",
    "full_stop": ".",
    "slash": "/",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
}

PAUSE = Command("pause", "space", "pause", "Pause, or go on")
NEXT = Command("next", "enter,n,pagedown", "next", "Done with this: on to the next")
BACK = Command("back", "b,pageup", "back", "Do this again, or the set before it")
LESS = Command("less", "minus", "15 s less", "15 seconds less")
MORE = Command("more", "plus,equals_sign", "15 s more", "15 seconds more")
SKIP = Command("skip", "x", "skip", "Leave this out")
LATER = Command("later", "l", "later", "Do this exercise later in its part")
UNDO = Command("undo", "u", "undo", "Take back the last key")
EDIT = Command("edit", "e", "edit set", "Correct the last set; again: any set")
CHOOSE = Command("choose", "a", "other way", "Do this exercise in another way")
MUTE = Command("app.mute", "m", "mute", "Sound off, or on again")
QUIETER = Command("app.quieter", "left_square_bracket", "quieter", "All sound quieter")
LOUDER = Command("app.louder", "right_square_bracket", "louder", "All sound louder")
STOP = Command("stop", "s,escape", "stop", "Stop: finish, it hurts, or throw away")
HELP = Command("help", "question_mark,f1", "more", "All the keys")

START = Command("start", "enter,n,pagedown", "start", "Start this session")
HISTORY = Command("history", "h", "history", "Past sessions")
SETTINGS = Command("settings", "s", "settings", "What you hear and see, and how loud")
QUIT = Command("quit", "q", "quit", "Leave")
OPEN_SESSION = Command("open", "enter", "read", "Read this one in full")
FIND = Command("find", "slash", "find", "Find words, exercise:row, last:3m")
EXERCISES = Command("exercises", "e", "exercises", "One exercise over time, and its bests")
TOTALS = Command("totals", "t", "totals", "What weeks, months and years add up to")
CALENDAR = Command("calendar", "c", "calendar", "The year, in quarters of an hour a day")
BESTS = Command("words", "c", "bests", "All its bests, or its chart")
CHART = Command("chart", "c", "chart", "One chart after the other, up to the marked one")
PERIOD_AFTER = Command(
    "period_after", "right,tab", "week, month, year", "Add up by the next longer stretch"
)
PERIOD_BEFORE = Command(
    "period_before", "left,shift+tab", "shorter", "Add up by the next shorter stretch"
)
READ_ON = Command("read_on", "pagedown", "read on", "Read on in the marked one")
READ_BACK = Command("read_back", "pageup", "read back", "Read back in the marked one")
OPEN_EXERCISE = Command("open", "enter", "open", "How this one went over time")
MEASURE_BEFORE = Command("measure_before", "left", "measure before", "The measure before")
MEASURE_AFTER = Command("measure_after", "right", "other measure", "The next measure")
NOTE = Command("note", "t", "note", "Write a note on the session")
UNDO_END = Command("undo", "u", "undo", "Take back the last key, or the session's end")
FEEL = Command("feel", "f", "how it felt", "Say how it felt; the digits 1 to 5 do it at once")
DONE = Command("done", "enter,n,pagedown,escape,q", "done", "Keep it and go on")
FIELD_BEFORE = Command("field_before", "left", "number before", "Open set: the number before")
FIELD_AFTER = Command("field_after", "right", "number after", "Open set: the number after")
ONE_MORE = Command("one_more", "up", "one more", "Open set: one more (digits type)")
ONE_LESS = Command("one_less", "down", "one less", "Open set: one less")
SET_NOTE = Command("note", "t", "set note", "Open set: write a note")
LEAVE = Command("leave", "escape,q,b,h", "back", "Back to where you were")

EDIT_MARKED = Command("edit", "e,enter", "edit set", "Open the marked set, to put it right")
KEEP_SET = Command("edit", "enter,e", "keep", "Keep what was changed in the open set")
FEEL_PAST = Command("feel", "f", "how it felt", "Say how it felt")
UNDO_CHANGE = Command("undo", "u", "undo", "Take back the last change or deletion")
DELETE = Command("delete", "x,delete", "delete", "Move it to the bin")

VALUE_BEFORE = Command("less", "left,minus", "before", "The value before, or less")
VALUE_AFTER = Command("more", "right,plus,equals_sign", "after", "The value after, or more")
CHANGE_VALUE = Command("change", "enter", "change", "Change this; quiet hours are typed")

HOME_COMMANDS = (START, HISTORY, SETTINGS, QUIT, MUTE, HELP)
"""The commands of the home screen."""
HISTORY_COMMANDS = (
    OPEN_SESSION,
    FIND,
    EXERCISES,
    TOTALS,
    CALENDAR,
    DELETE,
    UNDO_CHANGE,
    LEAVE,
    HELP,
)
"""The commands of the history."""
EXERCISES_COMMANDS = (OPEN_EXERCISE, LEAVE, HELP)
"""The commands of the list of exercises."""
EXERCISE_COMMANDS = (MEASURE_AFTER, BESTS, MEASURE_BEFORE, LEAVE, HELP)
"""The commands of one exercise over time."""
TOTALS_COMMANDS = (PERIOD_AFTER, CHART, READ_ON, PERIOD_BEFORE, READ_BACK, LEAVE, HELP)
"""The commands of the totals."""
SETTINGS_COMMANDS = (VALUE_BEFORE, VALUE_AFTER, CHANGE_VALUE, LEAVE, MUTE, HELP)
"""The commands of the settings."""
SET_CARD_COMMANDS = (FIELD_BEFORE, FIELD_AFTER, ONE_MORE, ONE_LESS, SET_NOTE)
"""What can be done to the set that is open."""
PAST_SESSION_COMMANDS = (EDIT_MARKED, UNDO_CHANGE, NOTE, FEEL_PAST, DELETE, LEAVE, HELP)
"""The commands of a past session."""
OPEN_SET_COMMANDS = (KEEP_SET, UNDO_CHANGE, *SET_CARD_COMMANDS, HELP)
"""The commands of a past session while one of its sets is open."""
SUMMARY_COMMANDS = (DONE, FEEL, NOTE, EDIT, UNDO_END, HELP)
"""The commands of the summary."""
LIVE_COMMANDS = (
    PAUSE, NEXT, STOP, BACK, SKIP, LESS, MORE, UNDO, LATER, EDIT, CHOOSE, MUTE,
    QUIETER, LOUDER, HELP,
)  # fmt: skip
"""The commands of the live screen, the most needed first."""


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """Textual's bindings for some commands."""
    return [Binding(each.keys, each.action, each.label, show=False) for each in commands]
