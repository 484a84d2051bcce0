"""The app: opens on the sessions, or goes straight into one."""

import asyncio
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from backtimer import folders
from backtimer.sound.interface import Silent, Sound
from backtimer.tui.clock import Clock
from backtimer.tui.hangup import LOOK_EVERY, end_at_once, is_terminal_gone

if TYPE_CHECKING:  # reading sessions takes time to load, and the first paint needs none of it
    from backtimer.plan.read import SessionFile
    from backtimer.tui.workouts import Workout


LOW = 18
"""Rows of a terminal below which nothing may take more than it must."""
BRIEF = 2.5
"""Seconds that a notice stays where it covers something."""


class Options(NamedTuple):
    """What the command line asks of the app."""

    speed: float = 1.0
    """How fast the workout's clock runs: 60 rehearses an hour in a minute."""
    start: int = 0
    """The position in the timeline to start from."""
    keep_log: bool = True
    """Whether workouts are written down."""
    sound: bool = True
    volume: float = 1.0
    """0 is none, 1 full."""
    theme: str | None = None


class BacktimerApp(App[None]):
    """Holds what outlives a screen: options, sound, and which session was asked for."""

    CSS_PATH = "backtimer.tcss"
    TITLE = "backtimer"
    BINDINGS: ClassVar[list[BindingType]] = [
        # Modal screens keep all other keys from the app.
        Binding("ctrl+q", "leave_app", "quit", priority=True),
        Binding("ctrl+z", "suspend_process", "suspend", priority=True),
    ]

    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-normal")]  # noqa: RUF012 - Textual declares an instance variable

    def __init__(
        self,
        file: "SessionFile | None" = None,
        options: Options | None = None,
        make_clock: Callable[[], Clock] | None = None,
    ) -> None:
        super().__init__()
        self.options = options or Options()
        self.make_clock = make_clock or (lambda: Clock(self.options.speed))
        self.sound: Sound = Silent()
        self._file = file
        self._bell_instead = False
        self.workout: Workout | None = None

    def get_default_screen(self) -> Screen[None]:
        """Open on the sessions, or on the way into the one asked for."""
        if self.options.theme:
            self.theme = self.options.theme
        if self._file:
            from backtimer.tui.screens.straight import Straight

            return Straight(self._file)
        from backtimer.tui.screens.home import Home

        return Home()

    def on_mount(self) -> None:
        """Leave the terminal as it was found when told to end from outside."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            with suppress(AttributeError, NotImplementedError):  # not on Windows
                loop.add_signal_handler(getattr(signal, name), self._end_from_outside)
        if not self.is_headless:
            self.set_interval(LOOK_EVERY, self._end_if_unseen)

    def on_unmount(self) -> None:
        """End the sound, and let go of a workout that is left in the middle."""
        self.sound.close()
        if self.workout:
            self.workout.close()

    def _end_from_outside(self) -> None:
        """Leave in good order; if a stuck terminal keeps us from it, leave all the same."""
        asyncio.get_running_loop().call_later(LOOK_EVERY, self._end_unseen)
        self.exit()

    def _end_if_unseen(self) -> None:
        if is_terminal_gone():
            self._end_unseen()

    def _end_unseen(self) -> None:
        self.sound.close()
        end_at_once()

    def wake_sound(self) -> None:
        """Start the sound, early: a device may take seconds to wake up."""
        if not self.options.sound or not isinstance(self.sound, Silent):
            return
        from backtimer.sound.speaker import Speaker

        loop = asyncio.get_running_loop()

        def on_trouble(words: str) -> None:
            with suppress(RuntimeError):  # the app is gone already
                loop.call_soon_threadsafe(self._lose_sound, words)

        self.sound = Speaker(
            on_trouble=on_trouble,
            log=folders.program_log(),
            volume=self.options.volume,
            muted=self.sound.muted,
        )
        self.sound.start()

    def _lose_sound(self, words: str) -> None:
        """Say once that there is no sound; the terminal's bell is what is left."""
        self._bell_instead = True
        self.notify(f"{words} The terminal's bell will have to do.", timeout=6)

    def ring(self) -> None:
        """Ring the terminal's bell at a change, if that is all the sound there is."""
        if self._bell_instead and not self.sound.muted:
            self.bell()

    def notify(self, message: str, *, timeout: float | None = None, **how: Any) -> None:
        """Show a notice; a brief one where there is little room."""
        if self.size.height < LOW:
            timeout = BRIEF
        super().notify(message, timeout=timeout, **how)

    def action_mute(self) -> None:
        """Sound off, or on again."""
        self.sound.muted = not self.sound.muted
        self.notify("Sound off." if self.sound.muted else "Sound on.", timeout=2)

    def action_leave_app(self) -> None:
        """Leave; a workout that is not in the logbook yet asks first."""
        from backtimer.tui.screens.correcting import Correcting

        workout = next((each for each in self.screen_stack if isinstance(each, Correcting)), None)
        if workout:
            workout.leave_app()
        else:
            self.exit()

    def leave_if_kept(self) -> bool:
        """Leave if what was done can be written to the logbook; say whether it was."""
        try:
            if self.workout:
                self.workout.save()
        except OSError:
            return False
        self.exit()
        return True

    def action_command_palette(self) -> None:
        """Open the palette."""
        from backtimer.tui.palette import Palette

        if not isinstance(self.screen_stack[-1], Palette):
            self.push_screen(Palette(id="--command-palette"))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Offer in the palette whatever the screen's keys do, and then Textual's own."""
        for command in getattr(screen, "commands_shown", ()):
            owner, _, name = command.action.rpartition(".")
            run = getattr(self if owner else screen, f"action_{name}")
            yield SystemCommand(f"{command.label} ({command.key})", command.help, run)
        for own in super().get_system_commands(screen):
            if own.title not in ("Quit", "Keys"):
                yield own


def launch(file: "SessionFile | None", options: Options) -> int:
    """Run the app until its person leaves it; return the exit code."""
    app = BacktimerApp(file, options)
    app.run()
    return app.return_code or 0
