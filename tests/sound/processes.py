"""Looking at processes from outside, with patience for a busy machine."""

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 10.0


def eventually(holds: Callable[[], object]) -> bool:
    """Wait until `holds` gives something true, at most ten seconds; tell whether it did."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)  # another process says when it is ready by nothing else
    return True


def alive(pid: int) -> bool:
    """Tell whether the process runs; one that has ended but was not yet buried does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return not stat.parent.parent.exists()


class Piped:
    """A real process that is told and tells by lines."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self.process = process

    def tell(self, line: bytes) -> None:
        """Send a line."""
        assert self.process.stdin
        self.process.stdin.write(line)
        self.process.stdin.flush()

    def hang_up(self) -> None:
        """End its input."""
        assert self.process.stdin
        self.process.stdin.close()

    def line(self) -> bytes:
        """Wait for its next line."""
        assert self.process.stdout
        return self.process.stdout.readline()
