"""Figures with their words in full, as speech and braille need them. Pure text to text.

The words of a workout are made once, short, for the screen; here "60 s" becomes "60 seconds" and
"10 x 40 kg" "10 reps with 40 kg".
"""

import re
from collections.abc import Iterable

from backtimer.quantity import seconds_text

_UNITS = {"s": "second", "min": "minute", "h": "hour"}
_QUANTITY = re.compile(r"(\d+(?:\.\d+)?) (s|min|h)\b")
_CLOCK = re.compile(r"\b(?:(\d+):)?(\d+):(\d\d)\b")
_BARE_REPS = re.compile(r"((?:^|, | \u00b7 |last time |best ))(\d+)(?= \u00d7 |, | \u00b7 |$)")
"""A count with no unit, where a result may stand: those of reps are written so."""


def in_full(text: str) -> str:
    """A text with its seconds, minutes and hours written out: "20 to 60 seconds"."""
    return _QUANTITY.sub(lambda found: counted(found[1], _UNITS[found[2]]), text)


def results_in_full(text: str) -> str:
    """Results in full: "last time 10 reps with 40 kg, 43 seconds. Best 12 reps"."""
    text = _BARE_REPS.sub(lambda found: found[1] + counted(found[2], "rep"), text)
    return sentences(in_full(text).replace(" \u00d7 ", " with ").split(" \u00b7 "))


def clocks_in_full(text: str) -> str:
    """A text with its clock times, which are durations, written out: "38 minutes 12 seconds"."""
    return in_full(_CLOCK.sub(lambda found: seconds_text(seconds_of(found[0])), text))


def seconds_in_full(seconds: float) -> str:
    """Seconds in full: "45 seconds", "2 minutes 30 seconds"."""
    return in_full(seconds_text(seconds))


def seconds_of(clock: str) -> int:
    """The seconds that a clock face shows: 75 of "75" and of "1:15"."""
    seconds = 0
    for part in clock.split(":"):
        seconds = 60 * seconds + int(part)
    return seconds


def counted(number: str, thing: str) -> str:
    """How many of something: "1 rep", "8 reps"."""
    return f"{number} {thing}" + ("" if number == "1" else "s")


def joined(*parts: str) -> str:
    """Those of some parts that are there, with commas between them."""
    return ", ".join(part for part in parts if part)


def sentence(text: str) -> str:
    """A text with a capital and a full stop; nothing stays nothing."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if not text or text[-1] in ".!?:" else ".")


def sentences(texts: Iterable[str]) -> str:
    """Texts as sentences, one after the other."""
    return " ".join(filter(None, map(sentence, texts)))
