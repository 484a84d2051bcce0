"""The questions about a workout: none of them is asked unless something hangs on the answer."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from backtimer.quantity import seconds_text
from backtimer.runtime.runner import WorkoutRunner
from backtimer.text.sanitize import sanitize
from backtimer.workout.events import Ending
from backtimer.workout.player import Events
from backtimer.workout.set_editor import SetEditor
from backtimer.workout.step_view import done_text
from backtimer.workout.timeline import Step

if TYPE_CHECKING:
    from textual.screen import Screen

T = TypeVar("T")
Command = Callable[[float], Events]
Do = Callable[[Command], None]

A_MINUTE = 60.0
"""Seconds of a workout that are not thrown away without asking twice."""
SAFETY = (
    "Well done for stopping. Sharp pain in the spine, pain that shoots into an arm or a leg, or "
    "numbness: leave it for today and let a doctor or physiotherapist have a look."
)
"""What is said to somebody who stops because something hurts."""


def ask_stop(screen: "Screen[Ending]", runner: WorkoutRunner, do: Do) -> None:
    """Ask how to stop; the clock waits, and runs on if the person thinks better of it."""
    from backtimer.tui.dialogs.choice import StopDialog

    player = runner.player
    was_paused = runner.state.paused_at is not None
    if not was_paused:
        do(player.pause)

    def answered(how: Ending | None) -> None:
        if how is None and not was_paused:
            do(player.pause)
        elif how is Ending.DISCARDED and (runner.results or runner.elapsed() > A_MINUTE):
            ask_discard(screen, runner, do, was_paused=was_paused)
        elif how is Ending.PAIN:
            ask_pain(screen, runner, do, was_paused=was_paused)
        elif how is not None:
            do(lambda now: player.stop(now, how))

    answers = [
        ("Keep going", None),
        ("Finish here, and keep what was done", Ending.EARLY),
        ("Stop: something hurts", Ending.PAIN),
        ("Throw this session away", Ending.DISCARDED),
    ]
    question: StopDialog[Ending | None] = StopDialog("Stop the session?", answers)
    screen.app.push_screen(question, answered)


def ask_pain(screen: "Screen[Ending]", runner: WorkoutRunner, do: Do, *, was_paused: bool) -> None:
    """Say what is wise, then end the workout as stopped because of pain."""
    from backtimer.tui.dialogs.choice import StopDialog

    signs = sanitize(", ".join(runner.player.timeline.session.stop_if))
    more = SAFETY + (f"\n\nThis session says to stop at: {signs}." if signs else "")
    answers = [("Keep what was done, and end", True), ("Back", False)]

    def answered(sure: bool | None) -> None:
        if sure:
            do(lambda now: runner.player.stop(now, Ending.PAIN))
        elif not was_paused:
            do(runner.player.pause)

    screen.app.push_screen(StopDialog("Stop, and be kind to your back", answers, more), answered)


def ask_discard(
    screen: "Screen[Ending]", runner: WorkoutRunner, do: Do, *, was_paused: bool
) -> None:
    """Make sure before anything that was done is thrown away."""
    from backtimer.tui.dialogs.choice import StopDialog

    work = {step.id for step in runner.player.timeline.steps if step.is_work}
    count = sum(step in work for step in runner.results)

    def answered(sure: bool | None) -> None:
        if sure:
            do(lambda now: runner.player.stop(now, Ending.DISCARDED))
        elif not was_paused:
            do(runner.player.pause)

    sets = "1 set" if count == 1 else f"{count} sets" if count else "this session"
    question = f"Really throw away {sets}?"
    screen.app.push_screen(
        StopDialog(question, [("No, go back", False), ("Yes, away with it", True)]), answered
    )


def ask_undo(screen: "Screen[T]", lost: int, undo: Callable[[int], None]) -> None:
    """Ask before an undo that takes back sets along with the key, and no more than were named."""
    from backtimer.tui.dialogs.choice import ChoiceDialog

    sets = "a set" if lost == 1 else f"{lost} sets"
    question = f"The last key was before {sets} done since. Go back to it, and lose {sets}?"

    def answered(sure: bool | None) -> None:
        if sure:
            undo(lost)

    screen.app.push_screen(
        ChoiceDialog(question, [("No, go on", False), ("Yes, go back", True)]), answered
    )


def ask_away(screen: "Screen[Ending]", runner: WorkoutRunner, do: Do) -> None:
    """The program was asleep: ask what the time away was."""
    from backtimer.tui.dialogs.choice import StopDialog

    away = seconds_text(runner.state.away)
    player = runner.player
    answers: list[tuple[str, Command]] = [
        ("Carry on from where it stopped", player.pause),
        ("Count the time, as if nothing had happened", player.count_away),
        ("Finish here, and keep what was done", lambda now: player.stop(now, Ending.EARLY)),
    ]

    def answered(command: Command | None) -> None:
        do(command or player.pause)

    screen.app.push_screen(StopDialog(f"The timer was asleep for {away}", answers), answered)


def ask_option(screen: "Screen[Ending]", runner: WorkoutRunner, do: Do) -> None:
    """Offer the ways of doing the exercise in hand, or in a rest the next one."""
    from backtimer.tui.dialogs.choice import ChoiceDialog

    target = runner.state.target
    if target is None or len(target.exercise.options) < 2:
        screen.notify("There is one way to do this.")
        return
    exercise_index = target.exercise_index
    answers = [(option.exercise, number) for number, option in enumerate(target.exercise.options)]

    def answered(option: int | None) -> None:
        if option is not None:
            do(lambda now: runner.player.choose(now, exercise_index, option))

    screen.app.push_screen(ChoiceDialog("How today?", answers), answered)


def ask_set(
    screen: "Screen[T]", runner: WorkoutRunner, open_set: Callable[[Step | None], None]
) -> None:
    """Offer every set done for correction, and to close the one that is open."""
    from backtimer.tui.dialogs.choice import ChoiceDialog

    done = runner.sets_done()
    answers = [(done_text(*each, runner.state), number) for number, each in enumerate(done)]
    answers.append(("None: close the card", len(done)))

    def answered(number: int | None) -> None:
        if number is not None:
            open_set(done[number][0] if number < len(done) else None)

    screen.app.push_screen(ChoiceDialog("Correct which set?", answers), answered)


def ask_note(screen: "Screen[T]", editor: SetEditor, write: Callable[[str], None]) -> None:
    """Ask for a note on a set."""
    from backtimer.tui.dialogs.note import NoteDialog

    screen.app.push_screen(NoteDialog("A note on this set", editor.result.note, write))


def ask_session_note(screen: "Screen[T]", note: str, write: Callable[[str], None]) -> None:
    """Ask for a note on a whole session."""
    from backtimer.tui.dialogs.note import NoteDialog

    screen.app.push_screen(NoteDialog("A note on this session", note, write))


def ask_feeling(screen: "Screen[T]", felt: Callable[[int], None]) -> None:
    """Ask how a session felt."""
    from backtimer.tui.dialogs.choice import NumberDialog
    from backtimer.tui.summary_text import FEELINGS

    answers = [(f"{number} {words}", number) for number, words in FEELINGS.items()]

    def answered(feeling: int | None) -> None:
        if feeling is not None:
            felt(feeling)

    screen.app.push_screen(NumberDialog("How did it feel?", answers), answered)
