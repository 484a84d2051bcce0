"""Recordings: sound files of people's own, decoded into samples for the mixer."""

from array import array
from collections.abc import Iterator

from backtimer.sound.native import import_miniaudio
from backtimer.sound.pcm import LOUDEST, RATE, Pcm, frames_in
from backtimer.sound.synth import fade_out

MOST_BYTES = 8 * 1024 * 1024
"""The largest sound file that is read."""

LONGEST = 5.0
"""Seconds after which a sound is cut off, fading."""

FADE = 0.1
"""Seconds of that fade."""

_CHUNK = 16_384


class BadRecordingError(Exception):
    """Not a sound; its message says why, to be put after the name of the file."""


def decode_recording(data: bytes, level: float) -> Pcm:
    """Decode a WAV, FLAC, Ogg Vorbis or MP3 file, mixed down to one channel of 48 kHz.

    Its peak is at `level` (0 to 1) times its own, and never too loud for the mixer. Raises
    BadRecordingError.
    """
    most = frames_in(LONGEST)
    pcm = array("h")
    # Chunk by chunk, since a small file may hold hours of silence.
    for chunk in _chunks(data):
        pcm.extend(chunk)
        if len(pcm) > most:
            del pcm[most:]
            fade_out(pcm, frames_in(FADE))
            break
    if not pcm:
        raise BadRecordingError("there is no sound in it")
    return _at_level(pcm, level)


def _chunks(data: bytes) -> Iterator[Pcm]:
    try:
        miniaudio = import_miniaudio()
    except ImportError as error:
        raise BadRecordingError("miniaudio, which would read it, cannot be loaded") from error
    try:
        yield from miniaudio.stream_memory(
            data, nchannels=1, sample_rate=RATE, frames_to_read=_CHUNK
        )
    except miniaudio.MiniaudioError as error:
        raise BadRecordingError("not a WAV, FLAC, Ogg Vorbis or MP3 file") from error


def _at_level(pcm: Pcm, level: float) -> Pcm:
    peak = max(map(abs, pcm))
    gain = level * min(1.0, LOUDEST / peak) if peak else 0.0
    return array("h", [int(sample * gain) for sample in pcm])
