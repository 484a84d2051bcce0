"""The app: opens on the sessions, or goes straight into one."""

import asyncio
import shutil
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen
from textual.timer import Timer

from backtimer.files import folders
from backtimer.runtime.clock import Clock
from backtimer.runtime.sound_control import SoundController
from backtimer.sound.interface import Sound
from backtimer.text.sanitize import sanitize
from backtimer.tui.screens.base import BaseScreen
from backtimer.tui.terminal_watchdog import LOOK_EVERY, end_at_once, end_soon, is_terminal_gone

if TYPE_CHECKING:  # reading sessions takes time to load, and the first paint needs none of it
    from backtimer.log.journal import JournalContents
    from backtimer.plan.session_file import SessionFile
    from backtimer.runtime.active_workout import ActiveWorkout
    from backtimer.settings.settings import Settings
    from backtimer.speech.announce import Announcer
    from backtimer.workout.memory import Memory


TINY = 12
"""Columns of a terminal below which lists have letters only: no scrollbar and no margin."""
LOW = 18
"""Rows of a terminal below which nothing may take more than it must."""
TURNED = 0.5
"""Seconds without another key after which the volume counts as turned, and is kept."""
QUIET_EVERY = 20.0
"""Seconds between two looks at whether it is time to be quiet."""
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
    volume: float | None = None
    """0 is none, 1 full; None for what the settings say."""
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

    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (TINY, "-usual")]  # noqa: RUF012 - Textual declares an instance variable
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-normal")]  # noqa: RUF012 - the same

    def __init__(
        self,
        file: "SessionFile | None" = None,
        options: Options | None = None,
        make_clock: Callable[[], Clock] | None = None,
        cut_off: "JournalContents | None" = None,
    ) -> None:
        super().__init__()
        self.options = options or Options()
        self.make_clock = make_clock or (lambda: Clock(self.options.speed))
        self.sound_control = SoundController(
            partial(self.notify, markup=False), self.options.volume
        )
        self._settings: Settings | None = None
        self._usual_theme = self.theme
        self._file = file
        self._cut_off = cut_off
        self._turned: Timer | None = None
        self.workout: ActiveWorkout | None = None

    def get_default_screen(self) -> Screen[None]:
        """Open on the sessions, or on the way into the one asked for."""
        if self.options.theme:
            self.theme = self.options.theme
        if self._file:
            from backtimer.tui.screens.loading import LoadingScreen

            return LoadingScreen(self._file, self._cut_off)
        from backtimer.tui.screens.home import HomeScreen

        return HomeScreen()

    def on_mount(self) -> None:
        """Leave the terminal as it was found when told to end from outside."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"):
            with suppress(AttributeError, NotImplementedError):  # not on Windows
                loop.add_signal_handler(getattr(signal, name), self._end_from_outside)
        if not self.is_headless:
            self.set_interval(LOOK_EVERY, self._look_at_terminal)

    def on_unmount(self) -> None:
        """End the sound, and let go of a workout that is left in the middle."""
        self.sound.close()
        if self.workout:
            self.workout.close()
            self._tell_unwritten(self.workout)
        if not self.is_headless:
            end_soon()

    def _tell_unwritten(self, workout: "ActiveWorkout") -> None:
        """Leave in the terminal what no file could take."""
        if lines := workout.unwritten():
            from rich.text import Text

            self.exit(None, self.return_code or 0, Text("\n".join(map(sanitize, lines))))

    def _end_from_outside(self) -> None:
        """Leave in good order; if a stuck terminal keeps us from it, leave all the same."""
        asyncio.get_running_loop().call_later(LOOK_EVERY, self._end_unseen)
        self.exit()

    def _look_at_terminal(self) -> None:
        """End if it is gone; if its size is not the one that is drawn for, draw anew.

        Of two changes of size at one instant the older may be what Textual hears of last.
        """
        if is_terminal_gone():
            self._end_unseen()
        size = Size(*shutil.get_terminal_size())
        if size != self.size:
            self.post_message(Resize(size, size))

    def _end_unseen(self) -> None:
        self.sound.close()
        end_at_once()

    @property
    def sound(self) -> Sound:
        """What is heard of the app."""
        return self.sound_control.sound

    def settings(self) -> "Settings":
        """What the person has set; what is wrong in their file is told once."""
        if self._settings is None:
            from backtimer.settings.read import usable_settings

            self._settings, error = usable_settings(folders.config_file())
            if error:
                self.notify(
                    f"{error.brief}\nThe rest of the settings holds.", severity="warning", timeout=8
                )
        return self._settings

    def use_settings(self, settings: "Settings") -> None:
        """Take on settings that were changed, as far as that can be done at once."""
        before, self._settings = self.settings(), settings
        if self.options.sound:
            self.sound_control.apply_settings(settings, before)
            self._apply_quiet_hours()
        colours = settings.screen.theme
        if colours != before.screen.theme and (not colours or colours in self.available_themes):
            self.theme = colours or self._usual_theme

    def renew_sound(self) -> None:
        """Start the sound anew, if the settings now ask for another output or voice."""
        if self.options.sound:
            self.sound_control.renew(self.settings())

    def announcer(self, memory: "Memory") -> "Announcer | None":
        """What tells of a workout aloud, in the language that was set; None if nothing does."""
        from backtimer.sound.announcer import announcer_of

        announcer, error = announcer_of(self.settings(), memory)
        if error:
            self.notify(f"{error.brief}\nEnglish is spoken instead.", severity="warning", timeout=8)
        return announcer

    def wake_sound(self) -> None:
        """Start the sound, early: a device may take seconds to wake up."""
        if self.options.sound:
            self.sound_control.wake(self.settings(), self._hand_over(asyncio.get_running_loop()))
            self._apply_quiet_hours()
            self.set_interval(QUIET_EVERY, self._apply_quiet_hours)

    def _hand_over(
        self, loop: asyncio.AbstractEventLoop
    ) -> Callable[[Callable[[str], None], str], None]:
        """Give what passes a call from a thread of the sound on to the app."""

        def hand_over(call: Callable[[str], None], words: str) -> None:
            with suppress(RuntimeError):  # the app is gone already
                loop.call_soon_threadsafe(call, words)

        return hand_over

    def _apply_quiet_hours(self) -> None:
        self.sound_control.apply_quiet_hours(self.settings(), datetime.now().astimezone().time())

    def ring(self) -> None:
        """Ring the terminal's bell at a change, if that is all the sound there is."""
        if self.sound_control.is_lost and not self.sound.working and not self.sound.muted:
            self.bell()

    def notify(self, message: str, *, timeout: float | None = None, **how: Any) -> None:
        """Show a notice; a brief one where there is little room."""
        if self.size.height < LOW:
            timeout = BRIEF
        super().notify(message, timeout=timeout, **how)

    def action_mute(self) -> None:
        """Sound off, or on again."""
        self.sound_control.mute()

    def action_louder(self) -> None:
        """Make everything louder."""
        self._turn_volume(1)

    def action_quieter(self) -> None:
        """Make everything quieter."""
        self._turn_volume(-1)

    def _turn_volume(self, steps: int) -> None:
        self.sound_control.turn(steps)
        if self.options.sound and self.options.volume is None:
            if self._turned:
                self._turned.stop()
            self._turned = self.set_timer(TURNED, lambda: self.run_worker(self._keep_volume()))

    async def _keep_volume(self) -> None:
        """Write the volume to the person's settings, aside: it takes longer than a frame."""
        from backtimer.settings.edit import change
        from backtimer.toml.read import BadFileError

        percent = round(self.sound.volume * 100)
        try:
            settings = await asyncio.to_thread(
                change, folders.config_file(), "sound.volume", percent
            )
        except BadFileError as error:
            self.notify(f"The volume is not kept: {error.complaints[0]}", severity="warning")
        else:
            self._settings = settings

    def action_leave_app(self) -> None:
        """Leave; a workout that is not in the logbook yet asks first."""
        screens = (each for each in self.screen_stack if isinstance(each, BaseScreen))
        if not any(screen.leave_app() for screen in screens):
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
        for command in screen.commands_shown if isinstance(screen, BaseScreen) else ():
            owner, _, name = command.action.rpartition(".")
            run = getattr(self if owner else screen, f"action_{name}")
            yield SystemCommand(f"{command.label} ({command.key})", command.help, run)
        for own in super().get_system_commands(screen):
            if own.title not in ("Quit", "Keys"):
                yield own


def launch(
    file: "SessionFile | None", options: Options, cut_off: "JournalContents | None" = None
) -> int:
    """Run the app until its person leaves it; return the exit code."""
    app = BacktimerApp(file, options, cut_off=cut_off)
    app.run()
    return app.return_code or 0
