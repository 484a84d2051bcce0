"""Faults that are made to happen in a running backtimer, and taken away again: see faults.c."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SOURCE = Path(__file__).with_name("faults.c")


def built(folder: Path) -> Path:
    """The library that makes the faults; skips the test where it cannot be built."""
    compiler = shutil.which("gcc")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("needs Linux and gcc to make system calls fail")
    library = folder / "faults.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, SOURCE, "-ldl"], check=True)
    return library


class Faults:
    """Faults for programs started with its `environment`, in what they keep under `home`."""

    def __init__(self, folder: Path, library: Path, home: Path) -> None:
        folder.mkdir()
        self._folder = folder
        self.environment = {
            "LD_PRELOAD": str(library),
            "FAULTS": str(folder),
            "FAULTS_UNDER": str(home),
        }

    def set_clock(self, seconds: float) -> None:
        """Let the time of day be off by some seconds."""
        draft = self._folder / "draft"
        draft.write_text(str(round(seconds)))
        draft.rename(self._folder / "clock")

    @contextmanager
    def failing(self, calls: str, number: int) -> Iterator[None]:
        """Let "write", "fsync" or what makes and takes away "names" fail with an errno."""
        (self._folder / calls).write_text(str(number))
        yield
        (self._folder / calls).unlink()
