"""The controller of plain mode: what typed lines do to a workout."""

from collections.abc import Callable

from backtimer.plain.commands import HELP, NOTHING, Command, Said, Verb, parse_command
from backtimer.plain.corrections import corrected
from backtimer.plain.event_lines import done_words, set_name
from backtimer.plain.presenter import Presenter, WorkoutOverError
from backtimer.plain.questions import (
    PAIN,
    STOP,
    AwayChoice,
    away_question,
    discard_question,
    option_question,
    set_question,
    undo_question,
)
from backtimer.plain.wording import sentence
from backtimer.runtime.ending_words import PAIN_ADVICE, stop_signs
from backtimer.runtime.stop import (
    PlayerCommand,
    TemporaryPause,
    is_discard_a_loss,
    sets_to_lose,
)
from backtimer.toml.read import BadFileError
from backtimer.workout.events import Ending, Result
from backtimer.workout.player import later_item
from backtimer.workout.set_editor import SetEditor
from backtimer.workout.timeline import Step

AFTERWARDS = frozenset(
    {
        Verb.DONE, Verb.NUMBER, Verb.SAY, Verb.NOTE, Verb.EDIT, Verb.SETS, Verb.UNDO, Verb.HELP,
        Verb.MUTE, Verb.LOUDER, Verb.QUIETER,
    }
)  # fmt: skip
"""What can be asked for when the workout is over."""
_ADJUSTMENT = 15.0
"""Seconds of more and of less."""
_OVER = "The session is over; undo takes its end back."
_NO_SET = "No set is done yet."
_NO_CLOCK = "No clock runs here: press enter when done."


class Controller:
    """Runs the command of each typed line, until the workout ends."""

    def __init__(self, presenter: Presenter) -> None:
        self._presenter = presenter
        self._dialogue = presenter.dialogue
        self._runner = presenter.runner
        self._player = player = presenter.runner.player
        self._steps = {step.id: step for step in player.timeline.steps}
        self._opened: Step | None = None
        """The set that the person opened last."""
        sound_control = presenter.context.sound_control
        self.handlers: dict[Verb, Callable[[Command], object]] = {
            Verb.DONE: self._finish,
            Verb.NUMBER: self._take_number,
            Verb.SAY: self._say_of_set,
            Verb.NOTE: self._ask_note,
            Verb.TOGGLE: self._doing(player.pause),
            Verb.PAUSE: self._pause,
            Verb.GO: self._go,
            Verb.BACK: self._doing(player.back),
            Verb.SKIP: self._doing(player.skip),
            Verb.LATER: self._postpone,
            Verb.UNDO: self._undo,
            Verb.MORE: lambda _: self._adjust(_ADJUSTMENT),
            Verb.LESS: lambda _: self._adjust(-_ADJUSTMENT),
            Verb.OTHER: self._choose,
            Verb.EDIT: self._edit,
            Verb.WHERE: lambda _: presenter.tell_all(),
            Verb.SETS: self._tell_sets,
            Verb.MUTE: lambda _: sound_control.mute(),
            Verb.LOUDER: lambda _: self._turn_volume(1),
            Verb.QUIETER: lambda _: self._turn_volume(-1),
            Verb.STOP: lambda _: self._stop(),
            Verb.HELP: lambda _: self._dialogue.say(*HELP),
        }
        """What runs the command of each verb."""

    def read_all(self) -> None:
        """Handle line after line, until the workout ends."""
        try:
            while not self._runner.state.ending:
                self._read_one()
        except WorkoutOverError:
            self._presenter.tell()

    def _read_one(self) -> None:
        """Wait for a line, or for the next change."""
        try:
            line = self._dialogue.wait(self._presenter.look)
            self._presenter.catch_up()  # else a line would be for where the workout stood before
            if self._runner.state.away:
                self._ask_away()
            if line is not None and not self._runner.state.ending:
                self.handle(line)
        except KeyboardInterrupt:
            self._stop()
        except EOFError:
            if self._dialogue.is_typed:
                self._stop()

    def handle(self, line: str) -> None:
        """Run the command of a line, or say what to type instead."""
        try:
            command = parse_command(line)
            if self._runner.state.ending and command.verb not in AFTERWARDS:
                self._dialogue.say(_OVER)
            else:
                self.handlers[command.verb](command)
        except ValueError as error:
            self._dialogue.say(sentence(str(error)))

    def _doing(self, command: PlayerCommand) -> Callable[[Command], object]:
        return lambda _: self._presenter.do(command)

    def _do(self, command: PlayerCommand) -> None:
        self._presenter.do(command)

    # The set in hand, and those that are done

    def _finish(self, command: Command) -> None:
        """End the step in hand; what was said is of its set, or in a rest of the one just done."""
        step, said = self._runner.state.step, command.said
        if said == NOTHING:
            self._presenter.do(self._player.next)
        elif step is None or not step.is_work:
            self._say_of_set(command)
        elif self._runner.state.elapsed(self._runner.clock.now()) < 0:
            self._dialogue.say("It has not begun: press enter to begin at once.")
        else:
            corrected(self._blank_editor(step), said)  # refused before anything is done
            self._runner.do(self._player.next)
            self._correct(step, said)

    def _blank_editor(self, step: Step) -> SetEditor:
        return SetEditor(step.id, self._runner.state.target(step), Result())

    def _take_number(self, command: Command) -> None:
        """A number is for the set that is open, if one is; else the one in hand had so many."""
        if self._runner.editor:
            self._say_of_set(command)
        else:
            self._finish(command)

    def _say_of_set(self, command: Command) -> None:
        if step := self._set_meant():
            before = self._runner.results[step.id]
            self._correct(step, command.said)
            if self._runner.results[step.id] == before:
                self._dialogue.say(f"As it was: {self._done_words(step)}")
        else:
            self._dialogue.say(_NO_SET)

    def _correct(self, step: Step, said: Said) -> None:
        """Put right what was done in a set; it stays open in a rest, or if a person opened it."""
        runner = self._runner
        is_opened = runner.editor is not None and step == self._opened
        runner.edit(step)
        try:
            runner.update_editor(lambda editor: corrected(editor, said))
        finally:
            if not is_opened and (runner.state.step is None or runner.state.step.is_work):
                runner.edit(None)
        self._presenter.tell()

    def _set_meant(self) -> Step | None:
        """The set that is open for correction, else the one done last."""
        runner = self._runner
        if runner.editor:
            return self._steps[runner.editor.set_id]
        last = runner.last_done() or next(iter(runner.sets_done()), None)
        return last[0] if last else None

    def _done_words(self, step: Step) -> str:
        return done_words(step, self._runner.results[step.id], self._runner.state)

    def _ask_note(self, command: Command) -> None:
        del command
        step = self._set_meant()
        if step is None:
            self._dialogue.say(_NO_SET)
            return
        name = set_name(step, self._runner.state)
        self._dialogue.say(f"A note on {name}: type it, then enter. Enter alone leaves it.")
        text = self._presenter.read()
        if text and text.strip():
            self._correct(step, Said(note=text))

    def _edit(self, command: Command) -> None:
        """Open the last set for correction; once one is open, offer all of them."""
        del command
        runner = self._runner
        if not runner.sets_done():
            self._dialogue.say(_NO_SET)
            return
        step = self._set_meant()
        if runner.editor:
            step = self._presenter.ask(set_question(runner.sets_done(), runner.state))
        runner.edit(step)
        self._opened = step
        if step:
            self._dialogue.say(
                f"Open: {self._done_words(step)}", "Type 9, rpe 8, load 40 kg, or note and words."
            )

    def _tell_sets(self, command: Command) -> None:
        del command
        done = reversed(self._runner.sets_done())
        lines = [done_words(*each, self._runner.state) for each in done]
        self._dialogue.say(*lines or [_NO_SET])

    # The way

    def _pause(self, command: Command) -> None:
        del command
        if self._runner.state.paused_at is None:
            self._presenter.do(self._player.pause)
        else:
            self._dialogue.say("Paused already: go lets it run on.")

    def _go(self, command: Command) -> None:
        del command
        if self._runner.state.paused_at is None:
            self._dialogue.say("It is not paused.")
        else:
            self._presenter.do(self._player.pause)

    def _postpone(self, command: Command) -> None:
        del command
        if later_item(self._runner.state) is None:
            self._dialogue.say("Nothing else is left in this part, so this comes now.")
        else:
            self._presenter.do(self._player.later)

    def _adjust(self, seconds: float) -> None:
        if not self._presenter.do(lambda now: self._player.adjust(now, seconds)):
            self._dialogue.say(_NO_CLOCK)

    def _choose(self, command: Command) -> None:
        """Do the exercise in hand, or in a rest the next one, in another of its ways."""
        state = self._runner.state
        focus = state.focus
        if focus is None or len(focus.exercise.options) < 2:
            self._dialogue.say("There is one way to do this.")
            return
        count = len(focus.exercise.options)
        if command.number is not None and not 1 <= command.number <= count:
            self._dialogue.say(f"There are {count} ways: other 1 to other {count}.")
            return
        option = (
            command.number - 1
            if command.number is not None
            else self._presenter.ask(option_question(focus, state))
        )
        self._presenter.do(lambda now: self._player.choose(now, focus.exercise_index, option))

    def _undo(self, command: Command) -> None:
        """Take back the last key; ask first if that would cost sets."""
        del command
        if self._player.undo_loses() is None:
            self._dialogue.say("Nothing to undo.")
            return
        lost = self._runner.undo(0)
        self._presenter.tell()
        while lost and self._presenter.ask(undo_question(lost)):
            lost = self._runner.undo(lost)
            self._presenter.tell()

    def _turn_volume(self, steps: int) -> None:
        context = self._presenter.context
        context.sound_control.turn(steps)
        if context.keeps_volume:
            try:
                context.change_setting("sound.volume", round(context.sound.volume * 100))
            except BadFileError as error:
                self._dialogue.say(f"The volume is not kept: {error.complaints[0]}")

    # The end

    def _stop(self) -> None:
        """Ask how to stop; the clock waits. Ctrl+c once more finishes, and asks nothing else."""
        pause = TemporaryPause(self._runner, self._do)
        try:
            how = self._ask_how()
        except KeyboardInterrupt:
            self._dialogue.is_over = True
            how = Ending.EARLY
        if how is None:
            pause.end()
        else:
            self._presenter.do(lambda now: self._player.stop(now, how))

    def _ask_how(self) -> Ending | None:
        """How the workout ends; None if it goes on."""
        how = self._presenter.ask(STOP)
        if how is Ending.PAIN:
            signs = stop_signs(self._player.timeline.session)
            self._dialogue.say(PAIN_ADVICE, *filter(None, [signs]))
            return how if self._presenter.ask(PAIN) else None
        if how is Ending.DISCARDED and is_discard_a_loss(self._runner):
            return (
                how if self._presenter.ask(discard_question(sets_to_lose(self._runner))) else None
            )
        return how

    def _ask_away(self) -> None:
        """The program was asleep: ask what the time away was."""
        player = self._player
        match self._presenter.ask(away_question(self._runner.state.away)):
            case AwayChoice.PAUSE:
                self._presenter.do(player.pause)
            case AwayChoice.COUNT:
                self._presenter.do(player.count_away)
            case AwayChoice.FINISH:
                self._presenter.do(lambda now: player.stop(now, Ending.EARLY))
