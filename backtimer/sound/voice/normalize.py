"""Normalisation of speech: what an engine said, made fit for the mixer.

Engines differ in silence, sample rate and loudness; after this, none of them does.
"""

from array import array
from operator import mul

from backtimer.sound.native import import_miniaudio
from backtimer.sound.pcm import PEAK, RATE, Pcm, frames_in
from backtimer.sound.voice.speech import Speech

STEP = 0.005
"""Seconds of the blocks in which speech is told from silence."""

SILENT = 0.0056
"""What is silence, as a share of the loudest sample: 45 dB less."""

BEFORE, AFTER = 0.01, 0.02
"""Seconds kept before and after what is not silent: words begin and end softly."""

PAUSE = 0.22
"""The longest pause within a phrase, in seconds. Engines leave up to 0.7 between sentences."""

LOUDNESS = 0.12
"""How loud speech is: the root mean square of what is spoken, full scale being 1 (-18 dB)."""

LOUDEST = 0.95
"""The loudest sample, full scale being 1: speech with higher peaks is left a little quieter."""

FADE = 0.003
"""Seconds in which the sound swells at its start, and dies away at its end."""


def normalize(speech: Speech) -> Pcm:
    """Give `speech` at the mixer's rate, as loud as all speech is, without needless silence.

    Of speech that is all silence nothing is left.
    """
    squeezed = squeeze(speech)
    return (
        fade(resample(Speech(level(squeezed), squeezed.rate))) if squeezed.samples else array("h")
    )


def squeeze(speech: Speech) -> Speech:
    """Trim silence at the ends of `speech`, and cut pauses to `PAUSE` seconds at most."""
    blocks = _blocks(speech, STEP)
    spoken = _spoken(blocks)
    longest = round(PAUSE / STEP)
    kept = array("h")
    pause: list[Pcm] = []
    for i, block in enumerate(blocks):
        if i not in spoken:
            pause.append(block)
            continue
        for quiet in pause[:longest] if kept else []:
            kept += quiet
        kept += block
        pause.clear()
    return Speech(kept, speech.rate)


def loudness(speech: Speech) -> float:
    """The root mean square of what is spoken, full scale being 1; pauses do not count."""
    powers = [sum(map(mul, block, block)) / len(block) for block in _blocks(speech, 4 * STEP)]
    loud = [power for power in powers if power > max(powers) / 100]
    return float((sum(loud) / len(loud)) ** 0.5 / PEAK) if loud else 0.0


def level(speech: Speech) -> Pcm:
    """The samples of `speech`, which is not silent, scaled to the loudness that all speech has."""
    samples = speech.samples
    gain = min(LOUDNESS / loudness(speech), LOUDEST * PEAK / _peak(samples))
    return array("h", [int(sample * gain) for sample in samples])


def resample(speech: Speech) -> Pcm:
    """The samples of `speech` at the mixer's rate."""
    if speech.rate == RATE:
        return speech.samples
    miniaudio = import_miniaudio()
    signed16 = miniaudio.SampleFormat.SIGNED16
    source = speech.samples.tobytes()
    converted = miniaudio.convert_frames(signed16, 1, speech.rate, source, signed16, 1, RATE)
    return array("h", bytes(converted))


def fade(pcm: Pcm) -> Pcm:
    """Fade `pcm` in and out, so that neither end clicks."""
    length = min(frames_in(FADE), len(pcm) // 2)
    rise = [sample * i // length for i, sample in enumerate(pcm[:length])]
    fall = [sample * i // length for i, sample in enumerate(reversed(pcm[len(pcm) - length :]))]
    return array("h", rise) + pcm[length : len(pcm) - length] + array("h", reversed(fall))


def _spoken(blocks: list[Pcm]) -> set[int]:
    """Tell which of `blocks`, of `STEP` seconds each, are speech or next to it."""
    peaks = [_peak(block) for block in blocks]
    limit = SILENT * max(peaks, default=0)
    before, after = round(BEFORE / STEP), round(AFTER / STEP)
    return {
        near
        for i, peak in enumerate(peaks)
        if peak > limit
        for near in range(i - before, i + after + 1)
    }


def _peak(samples: Pcm) -> int:
    highest, lowest = max(samples), min(samples)
    return max(highest, -lowest)


def _blocks(speech: Speech, seconds: float) -> list[Pcm]:
    size = max(1, round(seconds * speech.rate))
    samples = speech.samples
    return [samples[i : i + size] for i in range(0, len(samples), size)]
