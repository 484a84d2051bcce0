"""The end of a workout: its log at once, what was done, and a place for a few words."""

from collections.abc import Iterator

from backtimer.files import folders
from backtimer.history.usual_duration import usual_duration_in
from backtimer.history.words import pace_words
from backtimer.log.logbook import Logbook
from backtimer.log.page import SetRow, exercises, result_words, sum_lines
from backtimer.log.record import CompletedSession
from backtimer.log.review import bests
from backtimer.plain.controller import Controller
from backtimer.plain.dialogue import Dialogue
from backtimer.plain.questions import UNSAVED
from backtimer.plain.wording import clocks_in_full, in_full, joined, results_in_full, sentence
from backtimer.runtime.active_workout import ActiveWorkout
from backtimer.runtime.ending_words import (
    FEELINGS,
    REHEARSAL,
    ending_heading,
    trouble_text,
)
from backtimer.workout.memory import Memory

_ASK_FEELING = (
    f"How did it feel? {', '.join(f'{number} {words}' for number, words in FEELINGS.items())}.",
    "Enter alone leaves it open. undo takes the end back; rpe, load and edit put sets right.",
)
_NO_FEELING = (
    f"That is none: type a number from {min(FEELINGS)} to {max(FEELINGS)}, or its word; "
    "edit puts a set right."
)
_ASK_NOTE = "A note on the session? Type it, then enter; enter alone for none."

_ONLY_SET = "set 1 of 1"


class Summary:
    """Writes the log, tells what is in it, and asks for what only the person knows."""

    def __init__(self, dialogue: Dialogue, controller: Controller, workout: ActiveWorkout) -> None:
        self._dialogue = dialogue
        self._controller = controller
        self._workout = workout
        self._trouble = ""

    def close(self) -> bool:
        """Do all that; say whether the workout is over, or its end was taken back."""
        record = self._save()
        self._dialogue.say(*summary_lines(record, self._workout.memory), *self._compared(record))
        self._dialogue.say(*filter(None, [self._trouble]))
        try:
            if self._ask_feeling():
                self._ask_note()
        except KeyboardInterrupt:  # whoever does not want to say more
            self._dialogue.is_over = True
        if not self._workout.runner.state.ending:
            self._workout.go_on()
            return False
        self._save_again()
        if saved := self._workout.saved:
            self._dialogue.say(f"Kept in {saved}")
        elif not self._workout.is_kept:
            self._dialogue.say(REHEARSAL)
        return True

    def _save(self) -> CompletedSession:
        """Write the log, if it is to be kept; what keeps it from being written is the trouble."""
        self._trouble = ""
        try:
            return self._workout.save()
        except OSError as error:
            reason = error.strerror or str(error)
            self._trouble = trouble_text(reason, self._workout.journal_with_all())
            return self._workout.record()

    def _save_again(self) -> None:
        """Go on without a log only if the person wants to, or nobody is there."""
        while not self._workout.is_safe:
            self._dialogue.say(self._trouble)
            if not self._dialogue.ask(UNSAVED):
                return
            self._save()

    def _compared(self, record: CompletedSession) -> Iterator[str]:
        """How long it took against the usual."""
        if self._workout.is_kept:
            usual = usual_duration_in(Logbook(folders.logs(), folders.records()), record)
            yield from (sentence(clocks_in_full(line)) for line in pace_words(record, usual))

    def _ask_feeling(self) -> bool:
        """Ask how it felt; say whether the workout is still over and somebody is there."""
        if not self._dialogue.is_over:
            self._dialogue.say(*_ASK_FEELING)
        while (line := self._dialogue.read()) is not None:
            text = line.strip()
            if not text:
                return True
            if feeling := _feeling(text):
                self._note(feeling=feeling)
                return True
            if _is_number(text):  # a slip in answering, not the reps of some set
                self._dialogue.say(_NO_FEELING)
                continue
            self._controller.handle(line)
            if not self._workout.runner.state.ending:
                return False
            self._save()
        return False

    def _ask_note(self) -> None:
        self._dialogue.say(_ASK_NOTE)
        line = self._dialogue.read()
        if line and line.strip():
            self._note(note=line.strip())

    def _note(self, note: str | None = None, feeling: int | None = None) -> None:
        self._workout.note(note, feeling)
        self._save()


def summary_lines(record: CompletedSession, before: Memory) -> Iterator[str]:
    """What was done, in a line each for the whole and for every set."""
    yield f"{ending_heading(record)}. {record.title}."
    yield from (sentence(clocks_in_full(line)) for line in sum_lines(record))
    for best in bests(record, before):
        done = results_in_full(result_words(best))
        yield f"Best ever: {best.exercise}, {done}"
    for name, rows in exercises(record):
        for row in rows.values():
            which = row.which.removeprefix(_ONLY_SET).lstrip(", ")
            yield sentence(f"{joined(name, which)}: {_row_words(row)}")


def _row_words(row: SetRow) -> str:
    """A set, planned against done: "planned 6 to 10 reps, done 9 reps with 42.5 kg"."""
    done = results_in_full(row.done).removesuffix(".")
    done = f"done {done}" if done[:1].isdigit() else row.done
    return joined(in_full(row.planned), done, row.against, in_full(row.more))


def _is_number(text: str) -> bool:
    """Whether somebody typed a number and nothing else, with a point or a comma maybe."""
    return text.replace(",", ".", 1).replace(".", "", 1).isdecimal()


def _feeling(text: str) -> int | None:
    """How it felt, by number or word; None if that is something else."""
    words = {word: number for number, word in FEELINGS.items()}
    number = words.get(text.casefold()) or (int(text) if text.isdecimal() and len(text) == 1 else 0)
    return number if number in FEELINGS else None
