"""The log editor: a log file corrected set by set, with undo."""

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
    """Edits a log file. One set at a time can be open, in `editor`.

    Closing it writes what was changed, as one change for undo. Reading and writing raise
    BadFileError, the file then being unchanged.
    """

    def __init__(self, path: Path) -> None:
        self.editor: SetEditor | None = None
        self._stamp = _stamp(path)
        self._file = read_log_file(path)
        self._before: list[LogFile] = []

    @property
    def record(self) -> CompletedSession:
        """The record in the file, without changes in the open set."""
        return self._file.record

    @property
    def path(self) -> Path:
        """The log's file."""
        return self._file.path

    def open(self, number: int) -> bool:
        """Open the `number`th set, from 0, if it has a result. Returns whether it has."""
        done = self.record.sets[number]
        self.editor = editor_of(done, number) if done.has_result else None
        return self.editor is not None

    def update_editor(self, change: Callable[[SetEditor], SetEditor]) -> None:
        """Apply a change to the open set, if one is open."""
        if self.editor:
            self.editor = change(self.editor)

    def note(self, set_id: int, text: str) -> None:
        """Change the note of a set, unless another one is open by now."""
        if self.editor and self.editor.set_id == set_id:
            self.editor = self.editor.note(text)

    def close(self) -> None:
        """Write what was changed in the open set, and close it; if that fails, it stays open."""
        if editor := self.editor:
            number = editor.set_id
            first = editor_of(self.record.sets[number], number)
            self._change(with_set(self._file, number, first.result, editor.result))
            self.editor = None

    def say(self, *, note: str | None = None, feeling: int | None = None) -> None:
        """Change the note on the workout, or how it felt; None changes nothing."""
        self._change(with_words(self._file, note=note, feeling=feeling))

    def undo(self) -> bool:
        """Discard the open set, else undo the last change. Returns whether there was either."""
        if self.editor:
            self.editor = None
            return True
        if not self._before:
            return False
        self._write(self._before[-1])
        self._before.pop()
        return True

    def poll(self) -> bool:
        """Read the file again if another program changed it. Returns whether one did.

        The open set is then closed, and earlier changes cannot be undone any more. If the file is
        bad by now, that is raised once, and the record stays as it was.
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
    """The set editor for the `number`th set of a log, from 0.

    A load that is no `Load` (a person may write anything) is left out of the editor: it would come
    back as another load.
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
