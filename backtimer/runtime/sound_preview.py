"""A setting that was changed, heard at once: a few signals, or a short phrase."""

import time

from backtimer.files import folders
from backtimer.settings.settings import Settings
from backtimer.sound.interface import Sound
from backtimer.sound.speaker import Speaker
from backtimer.speech.announcement import Announcement
from backtimer.speech.language import DEFAULT, SHIPPED, find_language
from backtimer.speech.spoken import Spoken
from backtimer.toml.read import BadFileError
from backtimer.workout.signals import ScheduledSignal, Signal

SIGNALS = ((0.1, Signal.READY), (1.2, Signal.GO), (2.2, Signal.REST))
"""What lets a cue theme be heard, and after how many seconds each."""

_HEARD_AS_SIGNALS = ("sound.theme", "sound.volume", "sound.cues", "sound.output")
_HEARD_AS_SPEECH = ("sound.voice", "voice.level", "voice.engine", "voice.speed", "voice.language")
_NO_SOUND = "There is no sound."


class SoundPreview:
    """Lets settings be heard, one at a time: the latest takes the place of the one before."""

    def __init__(self) -> None:
        self.trouble = ""
        """Why it is not heard as it was set, in one line; empty if all is well."""
        self._signals: tuple[tuple[float, Signal], ...] = ()
        self._text = ""

    def play(self, key: str, settings: Settings, sound: Sound) -> None:
        """Let the setting called `key` be heard, if it can be, as soon as it can be."""
        sound.silence()
        self._signals = SIGNALS if key in _HEARD_AS_SIGNALS else ()
        self._text = self.trouble = ""
        if key in _HEARD_AS_SPEECH:
            self._text = self._phrase(settings.voice.language)
            sound.prepare([self._text])
        self.poll(sound)

    def poll(self, sound: Sound) -> None:
        """Go on if what is needed is there by now: a voice can take seconds to make a phrase."""
        if not isinstance(sound, Speaker) or not sound.working:
            return
        now = time.monotonic()
        if self._signals:
            sound.schedule(
                [ScheduledSignal(signal, now + after, signal) for after, signal in self._signals]
            )
            self._signals = ()
        elif self._text and (made := sound.voice.get(self._text)):
            said = Announcement("preview", now, now + made.seconds + 1, (self._text,))
            sound.schedule([], [said])
            self._text = ""

    def _phrase(self, name: str) -> str:
        try:
            language = find_language(name, folders.languages())
        except BadFileError as error:
            language = find_language(DEFAULT, SHIPPED)
            self.trouble = f"{error.complaints[0]}; English is spoken instead."
        return f"Plank. {Spoken(language).seconds(20)}."


def source_of(key: str, sound: Sound) -> str:
    """Through what a setting is heard, or why not at all; "" if it is not heard or not known."""
    is_speech = key in _HEARD_AS_SPEECH
    if not is_speech and key not in _HEARD_AS_SIGNALS:
        return ""
    if not isinstance(sound, Speaker):
        return _NO_SOUND
    if sound.muted:
        return "The sound is off now."
    if not is_speech:
        return f"Heard through: {sound.description}." if sound.description else ""
    book = sound.voice
    return book.trouble or (f"Spoken by: {book.description}." if book.description else "")
