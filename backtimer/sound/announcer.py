"""Who tells of a workout aloud: in the language, and as much, as the settings say."""

from backtimer.files import folders
from backtimer.settings.settings import Settings
from backtimer.speech.announce import Announcer
from backtimer.speech.language import DEFAULT, SHIPPED, find_language
from backtimer.speech.level import Level
from backtimer.toml.read import BadFileError


def announcer_of(settings: Settings) -> tuple[Announcer | None, BadFileError | None]:
    """What tells of a workout aloud, and what is wrong with the language file, if anything is."""
    voice = settings.voice
    if voice.level is Level.OFF:
        return None, None
    error = None
    try:
        language = find_language(voice.language, folders.languages())
    except BadFileError as wrong:
        language, error = find_language(DEFAULT, SHIPPED), wrong
    return Announcer(language, voice.level), error
