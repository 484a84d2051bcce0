"""The questions about a workout: none is asked unless something hangs on the answer. Pure."""

from collections.abc import Iterable
from enum import Enum, auto

from backtimer.plain.event_lines import done_words
from backtimer.plain.question import Choice, Question
from backtimer.plain.wording import in_full, seconds_in_full
from backtimer.plan.session_file import SessionFile
from backtimer.runtime.ending_words import loss_text
from backtimer.text.humanize import length_text
from backtimer.workout.compile import compile_session
from backtimer.workout.events import Ending, Result
from backtimer.workout.state import State
from backtimer.workout.timeline import Step, Timeline

STOP: Question[Ending | None] = Question(
    "Stop the session? The clock waits.",
    (
        Choice("keep going", "", None),
        Choice("finish", "end here, and keep what was done", Ending.EARLY),
        Choice("hurts", "stop, something hurts", Ending.PAIN),
        Choice("throw away", "keep nothing of this session", Ending.DISCARDED),
    ),
    unanswered=Ending.EARLY,
)
PAIN = Question(
    "Stop, and be kind to your back.",
    (
        Choice("keep", "keep what was done, and end", answer=True),
        Choice("back", "go on after all", answer=False),
    ),
    unanswered=True,
)
UNSAVED = Question(
    "Leave, though the log is not written?",
    (
        Choice("try again", "", answer=True),
        Choice("leave", "without a log", answer=False),
    ),
    unanswered=False,
)


class AwayChoice(Enum):
    """What the time was in which the program was asleep."""

    PAUSE = auto()
    COUNT = auto()
    FINISH = auto()


def away_question(seconds: float) -> Question[AwayChoice]:
    """What some seconds of sleep were."""
    return Question(
        f"The timer was asleep for {seconds_in_full(seconds)}.",
        (
            Choice("carry on", "from where it stopped", AwayChoice.PAUSE),
            Choice("count", "count the time, as if nothing had happened", AwayChoice.COUNT),
            Choice("finish", "end here, and keep what was done", AwayChoice.FINISH),
        ),
        unanswered=AwayChoice.PAUSE,
    )


def discard_question(count: int) -> Question[bool]:
    """Whether to throw away so many sets, or a session in which none is done."""
    return Question(
        f"Really throw away {loss_text(count)}?",
        (Choice("no", "keep it", answer=False), Choice("yes", "away with it", answer=True)),
        unanswered=False,
    )


def undo_question(lost: int) -> Question[bool]:
    """Whether to take back a key that was before some sets."""
    sets = "a set" if lost == 1 else f"{lost} sets"
    return Question(
        f"The last key was before {sets} done since. Go back to it, and lose {sets}?",
        (Choice("no", "go on", answer=False), Choice("yes", "go back", answer=True)),
        unanswered=False,
    )


def option_question(step: Step, state: State) -> Question[int]:
    """In which of its ways an exercise is to be done; the one there is now stays by itself."""
    now = state.exercise_name(step)
    names = [option.exercise for option in step.exercise.options]
    at = names.index(now)
    choices = (Choice(name, "as now" if i == at else "", i) for i, name in enumerate(names))
    return Question("How today?", tuple(choices), unanswered=at, usual=at + 1)


def set_question(done: Iterable[tuple[Step, Result]], state: State) -> Question[Step | None]:
    """Which of the sets that were done is to be put right."""
    sets = [Choice[Step | None](done_words(*each, state), "", each[0]) for each in done]
    choices = (*sets, Choice[Step | None]("none", "", None))
    return Question("Put which set right?", choices, unanswered=None, usual=len(choices))


class ResumeChoice(Enum):
    """What becomes of a workout that was cut off."""

    RESUME = auto()
    """It goes on where it stopped."""
    SAVE = auto()
    """What was done is put into the logbook."""
    DISCARD = auto()
    """It is thrown away, into the bin if there is a set in it."""


def resume_choices(text: str) -> Question[ResumeChoice | None]:
    """What becomes of a workout that was cut off."""
    return Question(
        text,
        (
            Choice("go on", "where it stopped", ResumeChoice.RESUME),
            Choice("save", "keep what was done, and end it", ResumeChoice.SAVE),
            Choice("throw away", "keep nothing of it", ResumeChoice.DISCARD),
            Choice("later", "decide another time", None),
        ),
        unanswered=None,
    )


def session_question(
    sessions: Iterable[SessionFile], following: str | None
) -> Question[SessionFile | None]:
    """Which session is to be done; one follows the one done last, if there is a name."""
    choices = (
        Choice[SessionFile | None](
            file.session.title,
            length_words(compile_session(file.session))
            + (", next" if file.name == following else ""),
            file,
        )
        for file in sessions
    )
    return Question("What will it be today?", tuple(choices), unanswered=None)


def length_words(timeline: Timeline) -> str:
    """How long a session takes: "31 to 37 minutes or more"."""
    return in_full(length_text(timeline.total)) + (" or more" if timeline.is_open else "")
