"""The controller of plain mode: what typed lines do to a workout."""

from backtimer.plain.commands import HELP, Command, Verb, parse_command
from backtimer.plain.presenter import Presenter, WorkoutOverError
from backtimer.plain.questions import (
    PAIN,
    STOP,
    AwayChoice,
    away_question,
    discard_question,
    option_question,
    undo_question,
)
from backtimer.plain.set_commands import Handler, SetCommands
from backtimer.plain.wording import sentence
from backtimer.runtime.ending_words import PAIN_ADVICE, stop_signs
from backtimer.runtime.stop import (
    PlayerCommand,
    TemporaryPause,
    is_discard_a_loss,
    sets_to_lose,
)
from backtimer.toml.read import BadFileError
from backtimer.workout.events import Ending
from backtimer.workout.player import later_item
from backtimer.workout.step_view import why_fixed

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


class Controller:
    """Runs the command of each typed line, until the workout ends."""

    def __init__(self, presenter: Presenter) -> None:
        self._presenter = presenter
        self._dialogue = presenter.dialogue
        self._runner = presenter.runner
        self._player = player = presenter.runner.player
        sound_control = presenter.context.sound_control
        self.handlers: dict[Verb, Handler] = {
            **SetCommands(presenter).handlers,
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
            Verb.WHERE: lambda _: presenter.tell_all(),
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

    def _doing(self, command: PlayerCommand) -> Handler:
        return lambda _: self._presenter.do(command)

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
            self._dialogue.say(why_fixed(self._runner.state))

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
        pause = TemporaryPause(self._runner, self._presenter.do)
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
