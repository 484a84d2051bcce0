"""A package that stands in for hibari in the worker's process, and can be told to misbehave.

What it says is a tone as long as the text. A text that has one of these words in it is beyond it:
"stumble" raises, "crash" ends the process, "dawdle" takes a minute.
"""

from pathlib import Path

import pytest

PACKAGE = """
import math, os, time
from array import array
from pathlib import Path

with Path(__file__).with_name("loaded").open("a") as log:
    log.write("once\\n")
SAMPLE_RATE = 24000


class Audio:
    def __init__(self, text):
        length = 2400 * len(text)
        self.samples = array("h", [int(9000 * math.sin(i / 9)) for i in range(length)])

    def clip(self, low, high):
        return self

    def __mul__(self, peak):
        return self

    def astype(self, kind):
        return self

    def tobytes(self):
        return self.samples.tobytes()


class Hibari:
    def __init__(self, voice, threads):
        pass

    def __call__(self, text, speed, seed):
        print("chatter that is no report")
        if "stumble" in text:
            raise ValueError(text)
        if "crash" in text:
            os.abort()
        if "dawdle" in text:
            time.sleep(60)  # longer than anybody waits for it: it is ended before
        return Audio(text)
"""

BROKEN = "raise ImportError('a library is missing')\n"


class StandIn:
    """Processes that are started from now on find it in the place of hibari."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, package: str) -> None:
        self._package = folder / "hibari"
        self._package.mkdir(parents=True)
        (self._package / "__init__.py").write_text(package)
        described = folder / "hibari_tts-9.9.dist-info" / "METADATA"
        described.parent.mkdir()
        described.write_text("Metadata-Version: 2.1\nName: hibari-tts\nVersion: 9.9\n")
        monkeypatch.setenv("PYTHONPATH", str(folder))

    @property
    def loaded(self) -> int:
        """How often it was loaded."""
        log = self._package / "loaded"
        return len(log.read_text().splitlines()) if log.exists() else 0
