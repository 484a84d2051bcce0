"""Virtual outputs: no device stands behind them, and a timer keeps the pace of one."""

from contextlib import ExitStack
from pathlib import Path

from backtimer.sound.block_timer import BLOCK, BlockTimer
from backtimer.sound.output import NoOutput, Render, safely
from backtimer.sound.sound_file import new_wav


class NullOutput:
    """The null output: asks for blocks at the pace of a real device and lets them go."""

    def __init__(self) -> None:
        self.name = "none"
        self.description = "no device, the sound is not heard"
        self._timer: BlockTimer | None = None

    def open(self, render: Render) -> None:
        """Start asking `render` for blocks."""
        render = safely(render)
        self._timer = BlockTimer(lambda at: len(render(BLOCK, at)))

    def close(self) -> None:
        """Stop asking, within one block."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None


class WavOutput:
    """A recorder: asks for blocks at the pace of a real device and writes them to the file `path`.

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
        file = self._closing.enter_context(new_wav(stream))
        file.writeframes(b"")
        render = safely(render)

        def consume(at: float) -> int:
            """Write the block that is due at this second of the file; give its frames."""
            block = render(BLOCK, at)
            file.writeframes(block.tobytes())
            return len(block)

        self._closing.callback(BlockTimer(consume).stop)

    def close(self) -> None:
        """Stop asking, within one block, and close the file."""
        self._closing.close()
