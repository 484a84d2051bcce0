"""The questions about a workout: none of them is asked unless something hangs on the answer."""

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.screen import Screen

from backtimer.quantity import seconds_text
from backtimer.runtime.ending_words import FEELINGS, PAIN_ADVICE, loss_text, stop_signs
from backtimer.runtime.runner import WorkoutRunner
from backtimer.runtime.stop import (
    Do,
    TemporaryPause,
    is_discard_a_loss,
    sets_to_lose,
)
from backtimer.text.humanize import plural
from backtimer.text.sanitize import sanitize
from backtimer.tui.dialogs.choice import Answers, ChoiceDialog, NumberDialog, StopDialog, ask
from backtimer.tui.dialogs.note import NoteDialog
from backtimer.workout.events import Ending
from backtimer.workout.set_editor import SetEditor
from backtimer.workout.step_view import done_text
from backtimer.workout.timeline import Step


def ask_stop(screen: Screen[Ending], runner: WorkoutRunner, do: Do) -> None:
    """Ask how to stop; the clock waits, and runs on if the person thinks better of it."""
    pause = TemporaryPause(runner, do)
    answers: Answers = [
        ("Keep going", None),
        ("Finish here, and keep what was done", partial(_end, runner, do, Ending.EARLY)),
        ("Stop: something hurts", partial(_ask_pain, screen, runner, do, pause)),
        ("Throw this session away", partial(_ask_discard, screen, runner, do, pause)),
    ]
    ask(screen.app, StopDialog("Stop the session?", answers), otherwise=pause.end)


def _end(runner: WorkoutRunner, do: Do, how: Ending) -> None:
    do(lambda now: runner.player.stop(now, how))


def _ask_pain(screen: Screen[Ending], runner: WorkoutRunner, do: Do, pause: TemporaryPause) -> None:
    """Say what is wise, then end the workout as stopped because of pain."""
    signs = sanitize(stop_signs(runner.player.timeline.session))
    more = PAIN_ADVICE + (f"\n\n{signs}" if signs else "")
    answers: Answers = [
        ("Keep what was done, and end", partial(_end, runner, do, Ending.PAIN)),
        ("Back", None),
    ]
    question = StopDialog("Stop, and be kind to your back", answers, more)
    ask(screen.app, question, otherwise=pause.end)


def _ask_discard(
    screen: Screen[Ending], runner: WorkoutRunner, do: Do, pause: TemporaryPause
) -> None:
    """Throw the workout away; make sure before anything that was done is lost."""
    discard = partial(_end, runner, do, Ending.DISCARDED)
    if not is_discard_a_loss(runner):
        discard()
        return
    question = f"Really throw away {loss_text(sets_to_lose(runner))}?"
    answers: Answers = [("No, go back", None), ("Yes, away with it", discard)]
    ask(screen.app, StopDialog(question, answers), otherwise=pause.end)


def ask_undo(screen: Screen[Any], lost: int, undo: Callable[[int], None]) -> None:
    """Ask before an undo that takes back sets along with the key, and no more than were named."""
    sets = "a set" if lost == 1 else plural(lost, "set")
    question = f"The last key was before {sets} done since. Go back to it, and lose {sets}?"
    answers: Answers = [("No, go on", None), ("Yes, go back", partial(undo, lost))]
    ask(screen.app, ChoiceDialog(question, answers))


def ask_away(screen: Screen[Ending], runner: WorkoutRunner, do: Do) -> None:
    """The program was asleep: ask what the time away was."""
    away = seconds_text(runner.state.away)
    player = runner.player
    answers: Answers = [
        ("Carry on from where it stopped", None),
        ("Count the time, as if nothing had happened", partial(do, player.count_away)),
        ("Finish here, and keep what was done", partial(_end, runner, do, Ending.EARLY)),
    ]
    question = StopDialog(f"The timer was asleep for {away}", answers)
    ask(screen.app, question, otherwise=partial(do, player.pause))


def ask_option(screen: Screen[Ending], runner: WorkoutRunner, do: Do) -> None:
    """Offer the ways of doing the exercise in hand, or in a rest the next one."""
    focus = runner.state.focus
    if focus is None or len(focus.exercise.options) < 2:
        screen.notify("There is one way to do this.")
        return
    exercise_index = focus.exercise_index

    def choose(option: int) -> None:
        """Do it the way of this number from now on."""
        do(lambda now: runner.player.choose(now, exercise_index, option))

    options = enumerate(focus.exercise.options)
    answers = [(option.exercise, partial(choose, number)) for number, option in options]
    ask(screen.app, ChoiceDialog("How today?", answers))


def ask_set(
    screen: Screen[Any], runner: WorkoutRunner, open_set: Callable[[Step | None], None]
) -> None:
    """Offer every set done for correction, and to close the one that is open."""
    done = runner.sets_done()
    answers = [(done_text(*each, runner.state), partial(open_set, each[0])) for each in done]
    answers.append(("None: close the card", partial(open_set, None)))
    ask(screen.app, ChoiceDialog("Correct which set?", answers))


def ask_note(screen: Screen[Any], editor: SetEditor, write: Callable[[str], None]) -> None:
    """Ask for a note on a set."""
    screen.app.push_screen(NoteDialog("A note on this set", editor.result.note, write))


def ask_session_note(screen: Screen[Any], note: str, write: Callable[[str], None]) -> None:
    """Ask for a note on a whole session."""
    screen.app.push_screen(NoteDialog("A note on this session", note, write))


def ask_feeling(screen: Screen[Any], felt: Callable[[int], None]) -> None:
    """Ask how a session felt."""
    answers = [(f"{number} {words}", partial(felt, number)) for number, words in FEELINGS.items()]
    ask(screen.app, NumberDialog("How did it feel?", answers))
