"""An output that writes what would be heard to a WAV file, as it comes."""

import wave
from contextlib import ExitStack
from pathlib import Path

from backtimer.sound.block_timer import BLOCK, BlockTimer
from backtimer.sound.output import NoOutput, Render, safely
from backtimer.sound.pcm import RATE


class WavOutput:
    """Asks for blocks at the pace of a real device and keeps them in the file `path`.

    The file is whole after every block, so however the process ends there is nothing left to do.
    A file that is there already is replaced.
    """

    def __init__(self, path: Path) -> None:
        self.name = f"file:{path}"
        self.description = f"the file {path}"
        self._path = path
        self._closing = ExitStack()

    def open(self, render: Render) -> None:
        """Begin the file and start asking `render` for blocks; `NoOutput` if it cannot."""
        try:
            # Unbuffered: what was written is on its way whatever becomes of the process.
            stream = self._closing.enter_context(self._path.open("wb", buffering=0))
        except OSError as error:
            reason = f"The sound cannot be written to {self._path}: {error.strerror}."
            raise NoOutput(reason) from error
        file = self._closing.enter_context(wave.open(stream, "wb"))  # noqa: SIM115 - see close
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b"")
        render = safely(render)

        def consume(at: float) -> int:
            block = render(BLOCK, at)
            file.writeframes(block.tobytes())
            return len(block)

        self._closing.callback(BlockTimer(consume).stop)

    def close(self) -> None:
        """Stop asking, within one block, and close the file."""
        self._closing.close()
