"""The commands about sets: what was done in the one in hand, and in those before it."""

from collections.abc import Callable
from functools import partial

from backtimer.plain.commands import NOTHING, Command, Said, Verb
from backtimer.plain.corrections import corrected
from backtimer.plain.event_lines import done_words, set_name
from backtimer.plain.presenter import Presenter
from backtimer.plain.questions import set_question
from backtimer.workout.events import Result
from backtimer.workout.set_editor import SetEditor
from backtimer.workout.timeline import Step

Handler = Callable[[Command], object]
"""Runs a command."""
_NO_SET = "No set is done yet."


class SetCommands:
    """Ends sets, and puts right what was done in them."""

    def __init__(self, presenter: Presenter) -> None:
        self._presenter = presenter
        self._dialogue = presenter.dialogue
        self._runner = presenter.runner
        self._player = presenter.runner.player
        self._steps = {step.id: step for step in self._player.timeline.steps}
        self._opened: Step | None = None
        """The set that the person opened last."""
        self.handlers: dict[Verb, Handler] = {
            Verb.DONE: self._finish,
            Verb.NUMBER: self._take_number,
            Verb.SAY: self._say_of_set,
            Verb.NOTE: self._ask_note,
            Verb.EDIT: self._edit,
            Verb.SETS: self._tell_sets,
        }
        """What runs the command of each of these verbs."""

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
            as_said = partial(self._as_said, step, said)
            as_said(Result())  # refused before anything is done
            self._presenter.do(partial(self._player.next, said=as_said))

    def _editor(self, step: Step, result: Result) -> SetEditor:
        return SetEditor(step.id, self._runner.state.target(step), result)

    def _as_said(self, step: Step, said: Said, result: Result) -> Result:
        return corrected(self._editor(step, result), said).result

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
