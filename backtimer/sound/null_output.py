"""An output with a clock and no device: everything runs, nothing is heard."""

from backtimer.sound.block_timer import BLOCK, BlockTimer
from backtimer.sound.output import Render, safely


class NullOutput:
    """Asks for blocks at the pace of a real device and lets them go."""

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
