"""The application context: what all screens share, whatever draws them. It knows no Textual.

The app starts with this module: what reads settings (15 ms) and makes sound (60 ms) is imported
where it is used, so that the first paint need not wait for it.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

from backtimer.files import folders
from backtimer.runtime.clock import Clock

if TYPE_CHECKING:
    from backtimer.runtime.active_workout import ActiveWorkout
    from backtimer.runtime.sound_control import SoundController
    from backtimer.settings.settings import Settings
    from backtimer.sound.interface import Sound
    from backtimer.toml.edit import Value


class Options(NamedTuple):
    """What the command line asks for."""

    speed: float = 1.0
    """How fast the workout's clock runs: 60 rehearses an hour in a minute."""
    start: int = 0
    """The position in the timeline to start from."""
    keep_log: bool = True
    """Whether workouts are written down."""
    sound: bool = True
    """Whether anything is heard at all."""
    volume: float | None = None
    """0 is none, 1 full; None for what the settings say."""
    theme: str | None = None
    """The name of the colours; None for the usual ones."""


class Frontend(Protocol):
    """What shows the app to a person: a screen, or lines of text."""

    def show_notice(self, words: str, *, is_warning: bool = False) -> None:
        """Show a few words, for as long as it takes to read them."""

    def use_theme(self, name: str) -> None:
        """Take on the colours of that name, if there are such; "" for the usual ones."""

    def call_soon(self, call: Callable[[str], None], words: str) -> None:
        """Call in the thread of the app, unless the app is gone; may be used from any thread."""


class AppContext:
    """Options, settings, sound, and the workout under way: what outlives a screen."""

    def __init__(
        self,
        frontend: Frontend,
        options: Options | None = None,
        make_clock: Callable[[], Clock] | None = None,
    ) -> None:
        self.frontend = frontend
        """Where words for the person go."""
        self.options = options or Options()
        """What was asked for when the app was started."""
        self.make_clock = make_clock or (lambda: Clock(self.options.speed))
        """Makes the clock of a new workout."""
        self.workout: ActiveWorkout | None = None
        """The last one that was begun."""
        self._settings: Settings | None = None
        self._sound_control: SoundController | None = None

    # Settings

    def settings(self) -> "Settings":
        """What the person has set, read once; what is wrong in their file is told once."""
        if self._settings is None:
            from backtimer.settings.settings_file import usable_settings

            self._settings, error = usable_settings(folders.config_file())
            if error:
                words = f"{error.brief}\nThe rest of the settings holds."
                self.frontend.show_notice(words, is_warning=True)
        return self._settings

    def change_setting(self, key: str, value: "Value") -> None:
        """Write a setting to the person's file, and go by it as far as can be done at once.

        Another output or voice comes with `renew_sound`. Raises BadFileError if it is not kept.
        """
        from backtimer.settings.settings_file import change

        before = self.settings()
        self._settings = settings = change(folders.config_file(), key, value)
        if self.options.sound:
            self.sound_control.apply_settings(settings, before)
            self.apply_quiet_hours()
        if settings.screen.theme != before.screen.theme:
            self.frontend.use_theme(settings.screen.theme)

    # Sound

    @property
    def sound_control(self) -> "SoundController":
        """What mutes and turns the sound."""
        if self._sound_control is None:
            from backtimer.runtime.sound_control import SoundController

            self._sound_control = SoundController(self.frontend.show_notice, self.options.volume)
        return self._sound_control

    @property
    def sound(self) -> "Sound":
        """What is heard."""
        return self.sound_control.sound

    def wake_sound(self) -> None:
        """Start the sound, early: a device may take seconds to wake up."""
        if self.options.sound:
            self.sound_control.wake(self.settings(), self.frontend.call_soon)
            self.apply_quiet_hours()

    def renew_sound(self) -> None:
        """Start the sound anew, if the settings now ask for another output or voice."""
        if self.options.sound:
            self.sound_control.renew(self.settings())

    def apply_quiet_hours(self) -> None:
        """Mute or unmute as the time of day asks for; to be called now and then."""
        if self.options.sound:
            self.sound_control.apply_quiet_hours(
                self.settings(), datetime.now().astimezone().time()
            )

    @property
    def keeps_volume(self) -> bool:
        """Whether a volume that was turned is to be kept; one of the command line is for once."""
        return self.options.sound and self.options.volume is None

    async def keep_volume(self) -> None:
        """Write the volume to the person's settings, in a thread: it takes longer than a frame."""
        from backtimer.settings.settings_file import change
        from backtimer.toml.read import BadFileError

        percent = round(self.sound.volume * 100)
        try:
            self._settings = await asyncio.to_thread(
                change, folders.config_file(), "sound.volume", percent
            )
        except BadFileError as error:
            words = f"The volume is not kept: {error.complaints[0]}"
            self.frontend.show_notice(words, is_warning=True)

    def close_sound(self) -> None:
        """End the sound, if there is any."""
        if self._sound_control:
            self._sound_control.close()

    # The workout

    def save_workout(self) -> bool:
        """Write what was done to the logbook, if anything was; say whether it is safe."""
        try:
            if self.workout:
                self.workout.save()
        except OSError:
            return False
        return True

    def close(self) -> list[str]:
        """End the sound, and let go of a workout that is left in the middle.

        Returns, as lines for a person, what of it could not be written to any file.
        """
        self.close_sound()
        if self.workout is None:
            return []
        self.workout.close()
        return self.workout.unwritten()
