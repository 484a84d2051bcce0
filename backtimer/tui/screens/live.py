"""The live screen: what to do now, for how long, and what then."""

import asyncio
import gc
from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Resize

from backtimer.runtime.active_workout import ActiveWorkout
from backtimer.runtime.context import AppContext
from backtimer.runtime.runner import WorkoutRunner
from backtimer.text.sanitize import sanitize
from backtimer.tui import keys
from backtimer.tui.dialogs import questions
from backtimer.tui.dialogs.choice import StopDialog
from backtimer.tui.keys import Command
from backtimer.tui.live_view import LiveView, live_view
from backtimer.tui.phases import class_of
from backtimer.tui.screens.set_editing import TYPING_BINDINGS, WorkoutScreen
from backtimer.tui.stack import close, close_above
from backtimer.tui.widgets.bars import StepBar, Track
from backtimer.tui.widgets.cached import CachedStatic, Columns, Rows
from backtimer.tui.widgets.digits import BigDigits
from backtimer.tui.widgets.hints import KeyHints
from backtimer.tui.widgets.set_card import SetCard
from backtimer.tui.widgets.ticking_text import TickingText
from backtimer.workout.clock_view import ClockView
from backtimer.workout.events import Ending
from backtimer.workout.memory import result_text
from backtimer.workout.player import Events, later_item
from backtimer.workout.step_view import why_fixed
from backtimer.workout.timeline import Phase

LONGEST_NAP = 1.0
"""Seconds between two looks at the clock at the most, so that sleep is noticed."""
_GROWING = frozenset({"cues", "count"})
"""Parts of the screen whose size follows their text."""
_JUST_AFTER = 0.0005
"""A tick this much after a change finds it changed, whatever the timer's rounding."""


class LiveScreen(WorkoutScreen[Ending]):
    """Leads through one workout; gives how it ended."""

    BLANK = True  # all there is to see is in its parts
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(keys.LIVE_COMMANDS),
        *keys.bindings(keys.SET_CARD_COMMANDS),
        *TYPING_BINDINGS,
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-medium"), (90, "-wide")]  # noqa: RUF012 - Textual declares an instance variable
    VERTICAL_BREAKPOINTS = [(0, "-line"), (8, "-low"), (18, "-normal"), (28, "-tall")]  # noqa: RUF012 - the same

    def __init__(self, context: AppContext, workout: ActiveWorkout, start: int = 0) -> None:
        super().__init__()
        self._app_context = context
        self._runner = workout.runner
        self._title = workout.file.session.title
        self._start = start
        self._timer: asyncio.TimerHandle | None = None
        self._asking = False
        self._is_over = False
        self._words: LiveView | None = None
        self._phase: Phase | None = None
        self._face: tuple[object, ...] = ()
        self._bests_told = 0
        self._put_before: dict[str, Content] = {}

    def compose(self) -> ComposeResult:
        """Lay out the parts; what they show is set when something happens."""
        yield CachedStatic(id="line", markup=False)
        with Rows(id="frame"):
            with Columns(id="top"):
                yield CachedStatic(Content(sanitize(self._title)), id="session", markup=False)
                yield TickingText(id="times")
            yield Track(id="track")
            with Columns(id="band"):
                yield CachedStatic(id="phase", markup=False)
                yield CachedStatic(id="count", markup=False)
            yield BigDigits(
                CachedStatic(id="marks", markup=False),
                CachedStatic(id="load", markup=False),
                id="digits",
            )
            yield StepBar(id="bar")
            with Rows(id="about"):
                yield SetCard(id="card")
                yield CachedStatic(id="cues", markup=False)
                yield CachedStatic(id="past", markup=False)
            yield CachedStatic(id="next", markup=False)
            yield CachedStatic(id="trouble", markup=False)
            yield KeyHints(id="hints")

    def on_mount(self) -> None:
        """Begin."""
        self._texts = {each.id or "": each for each in self.query(CachedStatic)}
        self._band = self.query_one("#band")
        self._digits = self.query_one("#digits", BigDigits)
        self._bar = self.query_one("#bar", StepBar)
        self._about = self.query_one("#about")
        self._times = self.query_one("#times", TickingText)
        self.app.app_suspend_signal.subscribe(self, lambda _: self._runner.sound.silence())
        self.app.app_resume_signal.subscribe(self, lambda _: self._come_back())
        self._runner.begin(self._start)
        self._refresh_all()
        gc.freeze()  # else all that is loaded is looked through amid a set, and a second comes late

    def on_unmount(self) -> None:
        """Look at the clock no more."""
        gc.unfreeze()
        if self._timer:
            self._timer.cancel()

    def on_resize(self, event: Resize) -> None:
        """Fit the track and the bar to the new width."""
        del event
        self.call_after_refresh(self._refresh_all)

    # The clock

    def _on_time(self) -> None:
        """Tick, called by the event loop: Textual's queue would wake the screen once more."""
        try:
            self._tick()
        except Exception as error:  # noqa: BLE001 - handed on: Textual ends the app with it
            self.call_next(partial(_fail, error))

    def _tick(self) -> None:
        """Look at the clock, show what changed, and come back when the next second is due."""
        if self._runner.tick() or self._show_clock().phase is not self._phase:
            if self._app_context.sound_control.needs_bell:
                self.app.bell()
            self._refresh_all()

    def _come_back(self) -> None:
        """The program was suspended, and its sound silenced: go by the clock again."""
        self._tick()
        self._runner.sound_again()

    def _wake_in(self, seconds: float) -> None:
        if self._timer:
            self._timer.cancel()
        real = self._runner.clock.real_seconds(seconds) + _JUST_AFTER
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(min(real, LONGEST_NAP), self._on_time)

    def _show_clock(self) -> ClockView:
        """Show what changes by itself."""
        reading = self._runner.reading()
        self._digits.show(reading.digits)
        self._bar.show(reading.fraction, reading.enough_at)
        if self._words:
            self._show_words(self._words, reading)
        changes_in = LONGEST_NAP if self._runner.state.paused_at is not None else reading.changes_in
        self._wake_in(min(changes_in, LONGEST_NAP * self._runner.clock.speed))
        return reading

    def _show_words(self, words: LiveView, reading: ClockView) -> None:
        self._times.show(words.times(self._runner.elapsed(), reading))
        if self.has_class("-line"):
            words.show_line(reading, self._put)
        face = (reading.word, reading.rep, reading.is_enough, words)
        if face != self._face:
            self._face = face
            words.show_phase(reading, self._put)

    def _refresh_all(self) -> None:
        """Show everything, after something happened."""
        if self._runner.state.ending:
            self._end(self._runner.state.ending)
            return
        runner = self._runner
        self._tell_bests()
        reading = runner.reading()
        self._show_phase(reading.phase)
        self._words = live_view(runner, reading)
        self._words.show(self._put, self.query_one("#frame").content_size.width)
        self._digits.set_class(runner.state.paused_at is not None, "-paused")
        self._show_track()
        card = self.query_one(SetCard)
        editor = runner.editor
        card.show(editor)
        # On the parts: a class of the screen has the styles of all parts worked out anew.
        self._about.set_class(editor is not None, "-card")
        self._texts["trouble"].set_class(bool(self._words.trouble), "-shown")
        self._texts["load"].set_class(bool(self._words.view and self._words.view.load), "-known")
        self.query_one(KeyHints).show(self._words.commands)
        self._show_clock()
        self._ask_if_away()

    def _tell_bests(self) -> None:
        """Tell of sets that were the best ever, as it happens."""
        for step, result in self._runner.bests[self._bests_told :]:
            text = result_text(result, step.target.unit, timed=step.reps is None)
            name = sanitize(self._runner.state.exercise_name(step))
            self.notify(f"\u2605 Best ever: {name}, {text}")
        self._bests_told = len(self._runner.bests)

    def _end(self, how: Ending) -> None:
        """Close once, along with any question that is still open."""
        if not self._is_over:
            self._is_over = True
            close_above(self)
            close(self, how)

    def _put(self, where: str, text: Content) -> None:
        """Show a text in a part of the screen, if it is not there already."""
        if self._put_before.get(where) != text:
            self._put_before[where] = text
            self._texts[where].update(text, layout=where in _GROWING)

    def _show_phase(self, phase: Phase) -> None:
        """Colour the parts that tell the phase; only their styles are worked out anew."""
        if phase is self._phase:
            return
        self._phase = phase
        for part in (self._band, self._digits, self._bar):
            part.update_classes({class_of(each): each is phase for each in Phase})

    def _show_track(self) -> None:
        runner = self._runner
        order = runner.state.order
        track = self.query_one(Track)
        positions = runner.time_remaining.cell_steps(track.size.width)
        track.show(tuple((at, order[at].is_work) for at in positions), runner.state.position)

    # The keys

    def _do(self, command: Callable[[float], Events]) -> None:
        self._runner.do(command)
        self._refresh_all()

    def action_pause(self) -> None:
        """Pause, or go on."""
        self._do(self._runner.player.pause)

    def action_next(self) -> None:
        """On to the next."""
        self._do(self._runner.player.next)

    def action_back(self) -> None:
        """Do this again, or the set before."""
        self._do(self._runner.player.back)

    def action_more(self) -> None:
        """Fifteen seconds more."""
        self._adjust(15)

    def action_less(self) -> None:
        """Fifteen seconds less."""
        self._adjust(-15)

    def _adjust(self, seconds: float) -> None:
        if not self._runner.do(lambda now: self._runner.player.adjust(now, seconds)):
            self.notify(why_fixed(self._runner.state))
        self._refresh_all()

    def action_skip(self) -> None:
        """Leave this out."""
        self._do(self._runner.player.skip)

    def action_later(self) -> None:
        """Do this exercise later."""
        if later_item(self._runner.state) is None:
            self.notify("Nothing else is left in this part, so this comes now.")
            return
        self._do(self._runner.player.later)

    def action_choose(self) -> None:
        """Offer the other ways of this exercise."""
        questions.ask_option(self, self._runner, self._do)

    def action_stop(self) -> None:
        """Ask how to stop; the clock waits meanwhile."""
        questions.ask_stop(self, self._runner, self._do)

    def leave_app(self) -> bool:
        """Ask how to stop; asked to leave even so, keep what was done and leave."""
        if not isinstance(self.app.screen_stack[-1], StopDialog):
            self.action_stop()
            return True
        close_above(self)
        self._runner.do(lambda now: self._runner.player.stop(now, Ending.EARLY))
        self._is_over = self._app_context.save_workout()
        if self._is_over:
            self.app.exit()
        self._refresh_all()
        return True

    @property
    def commands_shown(self) -> tuple[Command, ...]:
        """All the keys, those for the set just done while there is one to correct."""
        return (
            (*keys.LIVE_COMMANDS, *keys.SET_CARD_COMMANDS)
            if self._runner.editor
            else keys.LIVE_COMMANDS
        )

    # The set just done

    @property
    def runner(self) -> WorkoutRunner:
        """The runner of the workout."""
        return self._runner

    def show_editor(self) -> None:
        """Show the form with all the rest."""
        self._refresh_all()

    def show_undone(self) -> None:
        """Show everything anew."""
        self._refresh_all()

    def _ask_if_away(self) -> None:
        if self._runner.state.away and not self._asking:
            self._asking = True
            questions.ask_away(self, self._runner, self._answered)

    def _answered(self, command: Callable[[float], Events]) -> None:
        self._asking = False
        self._do(command)


def _fail(error: Exception) -> None:
    raise error
