"""The words of the live screen, made once for each thing that happens."""

from collections.abc import Callable, Iterable

from msgspec import Struct
from textual.content import Content

from backtimer.quantity import Time, clock_text
from backtimer.runtime.runner import WorkoutRunner
from backtimer.text.humanize import left_text
from backtimer.text.sanitize import sanitize
from backtimer.tui import keys
from backtimer.tui.keys import Command
from backtimer.tui.phases import PAUSED_SHAPE, SHAPES
from backtimer.workout.clock_view import ClockView
from backtimer.workout.player import later_item
from backtimer.workout.step_view import StepView, describe_step
from backtimer.workout.timeline import REPOSE, Phase, Step

Put = Callable[[str, Content], None]
"""Shows a text in the part of the screen with that id."""


class LiveView(Struct, frozen=True):
    """Everything the screen says but for the clock itself."""

    phase: str
    """The phase in a word, with its shape; empty words of a led rep follow the clock."""
    view: StepView | None
    left: Time
    """Seconds that the steps after this one will take."""
    step_high: float
    step_reps: str
    trouble: str
    commands: tuple[Command, ...]

    def show(self, put: Put, width: int) -> None:
        """Show what only changes when something happens, in lines of so many cells."""
        view = self.view
        if view is None:
            return
        put("count", Content(sanitize(view.count)))
        put("cues", _lines(view.cues))
        put("past", Content(sanitize(view.past)))
        optional = "if you like \u00b7 x leaves it out" if view.is_optional else ""
        put("marks", _marks(view, optional))
        put("load", _dose(view))
        put("next", _following(view, width))
        put("trouble", Content(sanitize(self.trouble)))

    def times(self, elapsed: float, reading: ClockView) -> str:
        """How long the workout has gone on, and how long it still takes."""
        now = self.step_high * (1 - reading.fraction)
        left = left_text(Time(self.left.low + now, self.left.high + now))
        return f"{clock_text(elapsed)} gone \u00b7 {left}"

    def show_phase(self, reading: ClockView, put: Put) -> None:
        """Show the phase: it changes less often than the clock."""
        if self.view is None:
            return
        turns = self.view.turns
        side = turns[(reading.rep - 1) % len(turns)] if turns and reading.rep else self.view.side
        # The side changes when the name does not, and a narrow screen must not cut it off.
        name = f"{side}: {self.view.title}" if side else self.view.title
        if reading.phase is Phase.REST:
            name = f"then {name}"
        rep = f"  rep {reading.rep}{self.step_reps}" if reading.rep else ""
        word = self.phase or f"{SHAPES[reading.phase]} {reading.word.upper()}"
        enough = "  enough \u2713" if reading.is_enough else ""
        band = Content.from_markup(
            "[b]$word[/b]  $name[b]$rep[/b]$enough",
            word=word,
            name=sanitize(name),
            rep=rep,
            enough=enough,
        )
        put("phase", band)

    def show_line(self, reading: ClockView, put: Put) -> None:
        """Show everything on one line, for a terminal with no room for more."""
        if self.view is None:
            return
        word = self.phase or f"{SHAPES[reading.phase]} {reading.word.upper()}"
        view = self.view
        parts = (word, reading.digits, view.title, view.side, view.count, view.load)
        put("line", Content(sanitize(" ".join(part for part in parts if part))))


def _following(view: StepView, width: int) -> Content:
    """What comes next, in the longest of its forms that can be read whole."""
    forms = (("next ", view.next), ("next ", view.next_short), ("\u2192", view.next_short))
    for label, text in forms:
        told = Content.from_markup("[dim]$label [/dim]$text", label=label, text=sanitize(text))
        if told.cell_length <= width:
            break
    return told


def _dose(view: StepView) -> Content:
    """The dose of a set with a load, for beside the digits of a narrow screen."""
    return Content("\n").join([Content(sanitize(view.load)), _lines([view.target])])


def _marks(view: StepView, optional: str) -> Content:
    """What stands beside the digits, the load first: it is looked for before a set and in it."""
    load = [Content.styled(sanitize(view.load), "bold")] if view.load else []
    return Content("\n").join([*load, _lines([view.target, *view.marks, optional])])


def _lines(lines: Iterable[str]) -> Content:
    return Content("\n".join(sanitize(line) for line in lines if line))


def live_view(runner: WorkoutRunner, reading: ClockView) -> LiveView:
    """Put into words where a runner's workout stands."""
    state = runner.state
    step = state.step
    return LiveView(
        phase=_phase_text(runner, reading),
        view=describe_step(state, runner.player.timeline, runner.results),
        left=runner.time_remaining.left_after(state),
        step_high=step.estimate.high if step else 0,
        step_reps=_of_reps(step),
        trouble=runner.journal.trouble or "",
        commands=_commands(runner, step),
    )


def _phase_text(runner: WorkoutRunner, reading: ClockView) -> str:
    if runner.state.paused_at is not None:
        return f"{PAUSED_SHAPE} PAUSED"
    if reading.phase is Phase.PACED:
        return ""
    step = runner.state.step
    effort = step.target.effort if step and reading.phase is Phase.WORK else ""
    word = effort if effort == "hard" else reading.word
    return f"{SHAPES[reading.phase]} {word.upper()}"


def _of_reps(step: Step | None) -> str:
    if step is None or step.reps is None or step.reps.open:
        return ""
    return f" of {step.reps}"


def _commands(runner: WorkoutRunner, step: Step | None) -> tuple[Command, ...]:
    """The keys that matter now, the most needed first."""
    scene_offers, target = bool(step and step.skips_group), runner.state.focus
    useful = {
        keys.LESS: bool(step and step.is_clocked and not step.cycle),
        keys.MORE: bool(step and step.is_clocked and not step.cycle),
        keys.SKIP: bool(step and (step.is_work or scene_offers)),
        keys.LATER: later_item(runner.state) is not None,
        keys.UNDO: runner.player.undo_loses() is not None,
        keys.EDIT: bool(runner.results) and not (step and step.phase in REPOSE),
        keys.CHOOSE: bool(target and len(target.exercise.options) > 1),
        keys.BACK: runner.state.position > 0,
        keys.QUIETER: False,  # rarely wanted, and there is little room
        keys.LOUDER: False,
    }
    return tuple(command for command in keys.LIVE_COMMANDS if useful.get(command, True))
