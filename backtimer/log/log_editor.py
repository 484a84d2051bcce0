"""A log that is open to be put right: set by set, with a way back for every change."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from backtimer.log.edit import LogFile, put, read_log_file, with_set, with_words
from backtimer.log.page import side_words
from backtimer.log.record import CompletedSession, CompletedSet
from backtimer.log.record_file import Stamp, stamp_of
from backtimer.quantity import Count, Open, load_of
from backtimer.workout.set_editor import SetEditor
from backtimer.workout.target import Target


class LogEditor:
    """Changes a log's file, one set at a time: while it is open, in `form`.

    What is changed in the form is written when it is closed, as one change. Reading and writing
    raise BadFileError, the file then being as it was.
    """

    def __init__(self, path: Path) -> None:
        self.editor: SetEditor | None = None
        self._stamp = _stamp(path)
        self._file = read_log_file(path)
        self._before: list[LogFile] = []

    @property
    def record(self) -> CompletedSession:
        """What the file says, the open set left out."""
        return self._file.record

    @property
    def path(self) -> Path:
        """The log's file."""
        return self._file.path

    def open(self, number: int) -> bool:
        """Open a set, counted from 0; say whether there is anything of it to be put right."""
        done = self.record.sets[number]
        self.editor = editor_of(done, number) if done.has_result else None
        return self.editor is not None

    def update_editor(self, change: Callable[[SetEditor], SetEditor]) -> None:
        """Change what stands in the open set."""
        if self.editor:
            self.editor = change(self.editor)

    def note(self, set_id: int, text: str) -> None:
        """Change the note of a set, if it is still the open one."""
        if self.editor and self.editor.set_id == set_id:
            self.editor = self.editor.note(text)

    def close(self) -> None:
        """Close the open set and write down what was changed; it stays open if that fails."""
        if editor := self.editor:
            number = editor.set_id
            first = editor_of(self.record.sets[number], number)
            self._change(with_set(self._file, number, first.result, editor.result))
            self.editor = None

    def say(self, *, note: str | None = None, feeling: int | None = None) -> None:
        """Change the note on the session, or how it felt; None stays as it was."""
        self._change(with_words(self._file, note=note, feeling=feeling))

    def undo(self) -> bool:
        """Take back what was changed last, the open set first; say whether there was anything."""
        if self.editor:
            self.editor = None
            return True
        if not self._before:
            return False
        self._write(self._before[-1])
        self._before.pop()
        return True

    def poll(self) -> bool:
        """Read the file anew if another program changed it; say whether one did.

        The set that is open is then closed, and what was before cannot be gone back to. What is
        wrong with the file is raised once, and what it said before still holds.
        """
        stamp = _stamp(self.path)
        if stamp == self._stamp:
            return False
        self._stamp = stamp
        found = read_log_file(self.path)
        if found.data == self._file.data:
            return False
        self._file, self.editor = found, None
        self._before.clear()
        return True

    def _change(self, file: LogFile) -> None:
        if file == self._file:
            return
        before = self._file
        self._write(file)
        self._before.append(before)

    def _write(self, file: LogFile) -> None:
        put(file.path, file.data, self._file.data)
        self._file = file


def editor_of(done: CompletedSet, number: int) -> SetEditor:
    """The editor of a set, the `number`th of its log, counted from 0.

    A load that only its writer understands is not in it, so that nothing is made of it.
    """
    result = done.result
    if load_of(result.load) is None:
        result = replace(result, load="")
    reps = None
    if not done.is_in_seconds or done.reps is not None:
        low, high = done.target_reps_low or 0, done.target_reps_high
        reps = Count.unlimited(Open.OPEN) if high is None else Count(low, high)
    target = Target(done.exercise, done.kind, reps, unit=done.unit)
    return SetEditor(number, target, result, which=side_words(done))


def _stamp(path: Path) -> Stamp | None:
    """The stamp of a file; None if it is not there."""
    try:
        return stamp_of(path.stat())
    except OSError:
        return None
