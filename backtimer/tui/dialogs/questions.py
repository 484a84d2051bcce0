"""The questions about a workout: none of them is asked unless something hangs on the answer."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from backtimer.quantity import seconds_text
from backtimer.runtime.ending_words import FEELINGS, PAIN_ADVICE, loss_text, stop_signs
from backtimer.runtime.runner import WorkoutRunner
from backtimer.runtime.stop import (
    Do,
    PlayerCommand,
    TemporaryPause,
    is_discard_a_loss,
    sets_to_lose,
)
from backtimer.text.humanize import plural
from backtimer.text.sanitize import sanitize
from backtimer.tui.dialogs.choice import ChoiceDialog, NumberDialog, StopDialog
from backtimer.tui.dialogs.note import NoteDialog
from backtimer.workout.events import Ending
from backtimer.workout.set_editor import SetEditor
from backtimer.workout.step_view import done_text
from backtimer.workout.timeline import Step


def ask_stop(screen: Screen[Ending], runner: WorkoutRunner, do: Do) -> None:
    """Ask how to stop; the clock waits, and runs on if the person thinks better of it."""
    pause = TemporaryPause(runner, do)

    def answered(how: Ending | None) -> None:
        if how is None:
            pause.end()
        elif how is Ending.PAIN:
            _ask_pain(screen, runner, do, pause)
        elif how is Ending.DISCARDED and is_discard_a_loss(runner):
            _ask_discard(screen, runner, do, pause)
        else:
            do(lambda now: runner.player.stop(now, how))

    answers = [
        ("Keep going", None),
        ("Finish here, and keep what was done", Ending.EARLY),
        ("Stop: something hurts", Ending.PAIN),
        ("Throw this session away", Ending.DISCARDED),
    ]
    question: StopDialog[Ending | None] = StopDialog("Stop the session?", answers)
    screen.app.push_screen(question, answered)


def _ask_pain(screen: Screen[Ending], runner: WorkoutRunner, do: Do, pause: TemporaryPause) -> None:
    """Say what is wise, then end the workout as stopped because of pain."""
    signs = sanitize(stop_signs(runner.player.timeline.session))
    more = PAIN_ADVICE + (f"\n\n{signs}" if signs else "")
    answers = [("Keep what was done, and end", True), ("Back", False)]

    def answered(sure: bool | None) -> None:
        if sure:
            do(lambda now: runner.player.stop(now, Ending.PAIN))
        else:
            pause.end()

    screen.app.push_screen(StopDialog("Stop, and be kind to your back", answers, more), answered)


def _ask_discard(
    screen: Screen[Ending], runner: WorkoutRunner, do: Do, pause: TemporaryPause
) -> None:
    """Make sure before anything that was done is thrown away."""
    sets = loss_text(sets_to_lose(runner))
    answers = [("No, go back", False), ("Yes, away with it", True)]

    def answered(sure: bool | None) -> None:
        if sure:
            do(lambda now: runner.player.stop(now, Ending.DISCARDED))
        else:
            pause.end()

    screen.app.push_screen(StopDialog(f"Really throw away {sets}?", answers), answered)


def ask_undo(screen: Screen[Any], lost: int, undo: Callable[[int], None]) -> None:
    """Ask before an undo that takes back sets along with the key, and no more than were named."""
    sets = "a set" if lost == 1 else plural(lost, "set")
    question = f"The last key was before {sets} done since. Go back to it, and lose {sets}?"
    answers = [("No, go on", False), ("Yes, go back", True)]

    def answered(sure: bool | None) -> None:
        if sure:
            undo(lost)

    screen.app.push_screen(ChoiceDialog(question, answers), answered)


def ask_away(screen: Screen[Ending], runner: WorkoutRunner, do: Do) -> None:
    """The program was asleep: ask what the time away was."""
    away = seconds_text(runner.state.away)
    player = runner.player
    answers: list[tuple[str, PlayerCommand]] = [
        ("Carry on from where it stopped", player.pause),
        ("Count the time, as if nothing had happened", player.count_away),
        ("Finish here, and keep what was done", lambda now: player.stop(now, Ending.EARLY)),
    ]

    def answered(command: PlayerCommand | None) -> None:
        do(command or player.pause)

    screen.app.push_screen(StopDialog(f"The timer was asleep for {away}", answers), answered)


def ask_option(screen: Screen[Ending], runner: WorkoutRunner, do: Do) -> None:
    """Offer the ways of doing the exercise in hand, or in a rest the next one."""
    focus = runner.state.focus
    if focus is None or len(focus.exercise.options) < 2:
        screen.notify("There is one way to do this.")
        return
    exercise_index = focus.exercise_index
    answers = [(option.exercise, number) for number, option in enumerate(focus.exercise.options)]

    def answered(option: int | None) -> None:
        if option is not None:
            do(lambda now: runner.player.choose(now, exercise_index, option))

    screen.app.push_screen(ChoiceDialog("How today?", answers), answered)


def ask_set(
    screen: Screen[Any], runner: WorkoutRunner, open_set: Callable[[Step | None], None]
) -> None:
    """Offer every set done for correction, and to close the one that is open."""
    done = runner.sets_done()
    answers = [(done_text(*each, runner.state), number) for number, each in enumerate(done)]
    answers.append(("None: close the card", len(done)))

    def answered(number: int | None) -> None:
        if number is not None:
            open_set(done[number][0] if number < len(done) else None)

    screen.app.push_screen(ChoiceDialog("Correct which set?", answers), answered)


def ask_note(screen: Screen[Any], editor: SetEditor, write: Callable[[str], None]) -> None:
    """Ask for a note on a set."""
    screen.app.push_screen(NoteDialog("A note on this set", editor.result.note, write))


def ask_session_note(screen: Screen[Any], note: str, write: Callable[[str], None]) -> None:
    """Ask for a note on a whole session."""
    screen.app.push_screen(NoteDialog("A note on this session", note, write))


def ask_feeling(screen: Screen[Any], felt: Callable[[int], None]) -> None:
    """Ask how a session felt."""
    answers = [(f"{number} {words}", number) for number, words in FEELINGS.items()]

    def answered(feeling: int | None) -> None:
        if feeling is not None:
            felt(feeling)

    screen.app.push_screen(NumberDialog("How did it feel?", answers), answered)
