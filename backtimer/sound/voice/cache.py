"""The cache of phrases on disk: each is made once, and found by its text, voice and speed."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from backtimer.files.atomic import TEMPORARY_SUFFIX, replacing
from backtimer.sound.pcm import RATE, Pcm
from backtimer.sound.protocol import Made
from backtimer.sound.voice.speech import read_wav, write_wav

LIMIT = 64_000_000
"""Bytes that all phrases together may take: eleven minutes of speech."""

EDITION = 1
"""To be raised when normalisation changes, which invalidates the phrases made before."""


class PhraseCache:
    """The phrases of one `voice` at one `speed`, in a `folder` that others may use as well."""

    def __init__(self, folder: Path, voice: str, speed: float) -> None:
        self._folder = folder
        self._kind = [EDITION, voice, speed]

    def find(self, text: str) -> Made | None:
        """Give the phrase for `text`, which counts as its latest use; None if it is not there."""
        path = self._path(text)
        try:
            pcm = load(path)
        except OSError:
            return None
        with suppress(OSError):  # a folder that is only to be read from is as good
            os.utime(path)
        return _made(text, path, pcm)

    def keep(self, text: str, pcm: Pcm) -> Made | None:
        """Keep `pcm` as the phrase for `text`; None if it cannot be written."""
        path = self._path(text)
        try:
            with replacing(path, sync=False) as file:
                write_wav(file, pcm)
        except OSError:
            return None
        self._evict(but_for=path)
        return _made(text, path, pcm)

    def _path(self, text: str) -> Path:
        key = json.dumps([*self._kind, text]).encode()
        return self._folder / f"{sha256(key).hexdigest()}.wav"

    def _evict(self, but_for: Path) -> None:
        """Remove the least recently used phrases until the rest is within the limit."""
        files = sorted(_files(self._folder))
        excess = sum(size for _, size, _ in files) - LIMIT
        for _, size, path in files:
            if excess <= 0:
                return
            if path != but_for:
                with suppress(OSError):
                    path.unlink()
                excess -= size


def load(path: Path | str) -> Pcm:
    """Give the samples of the phrase in the file `path`; raise `OSError` if it holds none."""
    speech = read_wav(Path(path))
    if speech.rate != RATE or not speech.samples:
        raise OSError(f"{path} is no phrase")
    return speech.samples


def _made(text: str, path: Path, pcm: Pcm) -> Made:
    return Made(text, str(path), len(pcm) / RATE)


def _files(folder: Path) -> Iterator[tuple[float, int, Path]]:
    """Last use, size and path of each phrase, and of each that was never finished."""
    for path in folder.iterdir():
        if path.suffix in {".wav", TEMPORARY_SUFFIX}:
            with suppress(OSError):  # another worker may have removed it meanwhile
                stat = path.stat()
                yield stat.st_mtime, stat.st_size, path
