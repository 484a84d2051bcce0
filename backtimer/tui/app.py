"""The app: wires screens, context and terminal together. It opens on the sessions, or in one."""

import gc
from collections.abc import Callable, Iterable
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.timer import Timer

from backtimer.runtime.clock import Clock
from backtimer.runtime.context import AppContext, Options
from backtimer.text.sanitize import sanitize
from backtimer.tui.screens.base import BaseScreen
from backtimer.tui.terminal_watchdog import TerminalWatchdog

if TYPE_CHECKING:  # reading sessions takes time to load, and the first paint needs none of it
    from backtimer.log.journal import JournalContents
    from backtimer.plan.session_file import SessionFile


TINY = 12
"""Columns of a terminal below which lists have letters only: no scrollbar and no margin."""
LOW = 18
"""Rows of a terminal below which nothing may take more than it must."""
NOTICE_SECONDS_LOW = 2.5
"""Seconds that a notice stays where it covers something."""
WARNING_SECONDS = 8.0
"""Seconds that a warning stays."""
VOLUME_DEBOUNCE = 0.5
"""Seconds without another key after which the volume counts as turned, and is kept."""
QUIET_HOURS_EVERY = 20.0
"""Seconds between two looks at whether it is time to be quiet."""


class BacktimerApp(App[None]):
    """The Textual frontend of the app. What it does lies in its context and its screens."""

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
        self.context = AppContext(self, options, make_clock)
        """What the screens share."""
        self._watchdog = TerminalWatchdog(self, before_exit=self.context.close_sound)
        self._usual_theme = self.theme
        self._file = file
        self._cut_off = cut_off
        self._volume_timer: Timer | None = None
        self._notices_until: dict[str, float] = {}

    def get_default_screen(self) -> Screen[None]:
        """Open on the sessions, or on the way into the one asked for; load no other screen."""
        if self.context.options.theme:
            self.theme = self.context.options.theme
        if self._file:
            from backtimer.tui.screens.loading import LoadingScreen

            return LoadingScreen(self.context, self._file, self._cut_off)
        from backtimer.tui.screens.home import HomeScreen

        return HomeScreen(self.context)

    def on_mount(self) -> None:
        """Watch the terminal and the time of day."""
        self._watchdog.start()
        self.call_after_refresh(gc.enable)
        self.set_interval(QUIET_HOURS_EVERY, self.context.apply_quiet_hours)

    def on_unmount(self) -> None:
        """Let go of everything; leave in the terminal what no file could take."""
        if unwritten := self.context.close():
            self.exit(None, self.return_code or 0, Text("\n".join(map(sanitize, unwritten))))
        self._watchdog.stop()

    # The frontend of the context

    def show_notice(self, words: str, *, is_warning: bool = False) -> None:
        """Show a few words, which may be a person's own."""
        self.notify(words, severity="warning" if is_warning else "information", markup=False)

    def use_theme(self, name: str) -> None:
        """Take on the colours of that name, if there are such; "" for the usual ones."""
        if not name or name in self.available_themes:
            self.theme = name or self._usual_theme

    def call_soon(self, call: Callable[[str], None], words: str) -> None:
        """Call in the thread of the app, unless the app is gone; may be used from any thread."""
        with suppress(RuntimeError):  # the event loop has ended
            self.call_later(call, words)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Show a notice; a warning for longer, and any for a short time where there is no room.

        A key that is pressed over and over would cover the digits: what still stands is not said
        again.
        """
        if self.size.height < LOW:
            timeout = NOTICE_SECONDS_LOW
        elif timeout is None:
            timeout = WARNING_SECONDS if severity == "warning" else self.NOTIFICATION_TIMEOUT
        now = monotonic()
        if now < self._notices_until.get(message, now):
            return
        self._notices_until[message] = now + timeout
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    # The keys that go everywhere

    def action_mute(self) -> None:
        """Sound off, or on again."""
        self.context.sound_control.mute()

    def action_louder(self) -> None:
        """Make everything louder."""
        self._turn_volume(1)

    def action_quieter(self) -> None:
        """Make everything quieter."""
        self._turn_volume(-1)

    def _turn_volume(self, steps: int) -> None:
        self.context.sound_control.turn(steps)
        if self.context.keeps_volume:
            if self._volume_timer:
                self._volume_timer.stop()
            self._volume_timer = self.set_timer(VOLUME_DEBOUNCE, self._keep_volume)

    def _keep_volume(self) -> None:
        self.run_worker(self.context.keep_volume())

    def action_leave_app(self) -> None:
        """Leave; a screen with something to lose asks first."""
        screens = (each for each in self.screen_stack if isinstance(each, BaseScreen))
        if not any(screen.leave_app() for screen in screens):
            self.exit()

    def action_command_palette(self) -> None:
        """Open the palette."""
        from backtimer.tui.dialogs.palette import Palette  # the first paint needs none

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
    gc.disable()  # until the first paint: before that there is no garbage, and looking costs 4 %
    app = BacktimerApp(file, options, cut_off=cut_off)
    try:
        app.run()
    finally:
        gc.enable()
    return app.return_code or 0
