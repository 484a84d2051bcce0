"""The sound of the app: started as the settings say, mute in quiet hours, its loss announced."""

from collections.abc import Callable
from datetime import time
from typing import TypeAlias

from backtimer.settings.quiet import is_quiet
from backtimer.settings.settings import Settings
from backtimer.sound.interface import Silent, Sound
from backtimer.sound.setup import Setup, setup_of
from backtimer.sound.speaker import Speaker

HandOver: TypeAlias = Callable[[Callable[[str], None], str], None]
"""Calls a function with some words in the thread of the app, from any thread."""
VOLUME_STEP = 0.1
"""The share of full volume by which a key changes it."""


class SoundController:
    """Starts the sound, mutes it and changes its volume. `notify` shows a person some words."""

    def __init__(self, notify: Callable[[str], None], volume: float | None) -> None:
        self.sound: Sound = Silent(volume=1.0 if volume is None else volume)
        """The sound; `wake` and `renew` replace it."""
        self.is_lost = False
        """Whether there is no sound though there should be: the bell is what is left."""
        self._notify = notify
        self._asked_volume = volume
        self._is_muted = False
        self._is_quiet = False
        self._hand_over: HandOver | None = None
        self._started: Setup | None = None

    def wake(self, settings: Settings, hand_over: HandOver) -> None:
        """Start the sound, once and early: a device may take seconds.

        `hand_over` brings what threads of the sound report to the thread of the app.
        """
        if self._hand_over is None:
            self._hand_over = hand_over
            volume = self._asked_volume
            self._start(settings, settings.sound.volume / 100 if volume is None else volume)

    def apply_settings(self, settings: Settings, before: Settings) -> None:
        """Apply changed settings at once, except another output or voice: that needs `renew`."""
        if settings.sound.volume != before.sound.volume:
            self.sound.volume = settings.sound.volume / 100
        if isinstance(self.sound, Speaker):
            self.sound.setup = setup_of(settings)

    def renew(self, settings: Settings) -> None:
        """Restart the sound if another output or voice is set than it was started with."""
        before, after = self._started, setup_of(settings)
        if before and _processes(before) != _processes(after):
            self.sound.close()
            self.is_lost = False
            self._start(settings, self.sound.volume)

    def _start(self, settings: Settings, volume: float) -> None:
        hand_over = self._hand_over
        if hand_over is None:
            return
        self._started = setup_of(settings)
        self.sound = Speaker(
            on_trouble=lambda words: hand_over(self._lose, words),
            on_notice=lambda words: hand_over(self._notify, words),
            setup=self._started,
            volume=volume,
            muted=self.sound.muted,
        )
        self.sound.start()

    def apply_quiet_hours(self, settings: Settings, now: time) -> None:
        """Fall silent when quiet hours begin, and sound again when they end, unless muted by key.

        The words that notify it are for a change that can be heard.
        """
        quiet = is_quiet(settings.sound.quiet, now)
        if quiet == self._is_quiet:
            return
        self._is_quiet = quiet
        before, self.sound.muted = self.sound.muted, quiet or self._is_muted
        if self.sound.muted != before:
            self._notify("Quiet hours: the sound is off." if quiet else "The quiet hours are over.")

    @property
    def needs_bell(self) -> bool:
        """Whether a change is to be marked by the terminal's bell: it is all the sound there is."""
        return self.is_lost and not self.sound.working and not self.sound.muted

    def mute(self) -> None:
        """Sound off, or on again, even in quiet hours."""
        self._is_muted = self.sound.muted = not self.sound.muted
        self._notify("Sound off." if self.sound.muted else "Sound on.")

    def turn(self, steps: int) -> None:
        """Make everything louder, or with a negative number quieter."""
        level = round(self.sound.volume + steps * VOLUME_STEP, 2)
        self.sound.volume = max(0.0, min(1.0, level))
        self._notify(f"Volume {self.sound.volume:.0%}.")

    def close(self) -> None:
        """End the sound, whichever it is by now."""
        self.sound.close()

    def _lose(self, words: str) -> None:
        self.is_lost = True
        self._notify(f"{words} The terminal's bell will have to do.")


def _processes(setup: Setup) -> tuple[object, ...]:
    """What the processes of sound are started with, and keep until their end."""
    return setup.output, setup.engine, setup.speed
