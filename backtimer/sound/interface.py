"""The interface of sound: what the app asks of it, and the null object for those who want none."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the app starts with this module, and sooner without what nothing here runs
    from backtimer.speech.announcement import Announcement
    from backtimer.workout.signals import ScheduledSignal, Signal


class Sound(Protocol):
    """Plays signals and speech. Calls keep their caller waiting for a few milliseconds at most."""

    @property
    def working(self) -> bool:
        """Whether a signal would be heard now, as far as is known."""

    @property
    def volume(self) -> float:
        """How loud everything is from now on: 0 is none, 1 full."""

    @volume.setter
    def volume(self, level: float) -> None:
        """Set it."""

    @property
    def muted(self) -> bool:
        """While true, signals and speech pass unheard."""

    @muted.setter
    def muted(self, muted: bool) -> None:
        """Set it."""

    def start(self) -> None:
        """Get ready to play; do so early, a sound device may take a second to wake up."""

    def wait_until_settled(self, timeout: float) -> bool:
        """Wait until sound runs or is given up, `timeout` seconds at most; tell whether it runs.

        The one call that keeps its caller waiting.
        """

    def prepare(self, texts: "Iterable[str]") -> None:
        """Have what will be said made ahead, the soonest first."""

    def schedule(
        self, signals: "Sequence[ScheduledSignal]", announcements: "Sequence[Announcement]" = ()
    ) -> None:
        """Put `signals` and `announcements` in the place of all that have not begun.

        Their times are seconds on `time.monotonic()`. What has begun, told by its key, is not begun
        again; what is due long since is dropped, and so is what cannot be said in time.
        """

    def play(self, signal: "Signal") -> None:
        """Play `signal` at once, or never: while sound is not working it is dropped."""

    def silence(self) -> None:
        """Forget the schedule, and cut short what sounds."""

    def close(self) -> None:
        """End, leaving nothing behind. All calls after it do nothing."""


class Silent:
    """The null object: takes every call and remembers only what is asked back."""

    working = False

    def __init__(self, *, volume: float = 1.0, muted: bool = False) -> None:
        self.volume = volume
        self.muted = muted

    def start(self) -> None:
        """Do nothing."""

    def wait_until_settled(self, timeout: float) -> bool:
        """Do nothing: silence it is."""
        del timeout
        return False

    def prepare(self, texts: "Iterable[str]") -> None:
        """Do nothing."""

    def schedule(
        self, signals: "Sequence[ScheduledSignal]", announcements: "Sequence[Announcement]" = ()
    ) -> None:
        """Do nothing."""

    def play(self, signal: "Signal") -> None:
        """Do nothing."""

    def silence(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""
