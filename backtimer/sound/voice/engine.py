"""The seam to whatever can speak. `engines` has them all."""

from typing import Protocol

from backtimer.sound.voice.speech import Speech


class NoVoice(Exception):  # noqa: N818 - named for what it means, like StopIteration
    """There is nothing that can speak. Its message is one plain sentence."""


class Engine(Protocol):
    """A speech synthesiser. To have one costs little: what it needs is loaded as it speaks."""

    name: str
    """What it is chosen by."""
    description: str
    """What it is, its version included, for people to read; another one sounds different."""

    def say(self, text: str, speed: float) -> Speech:
        """Speak `text`, one line of words, `speed` times as fast as usual (0.5 to 2).

        Raises `NoVoice` if it turns out that this engine cannot speak at all, and any other
        exception if only this text is beyond it.
        """
