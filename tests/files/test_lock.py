"""Locks: one process has a file, and whoever dies lets go of it."""

import subprocess
import sys
from io import FileIO
from pathlib import Path

import pytest

from backtimer.files.lock import try_lock

OTHER = """
import sys
from io import FileIO
from backtimer.files.lock import try_lock
file = FileIO(sys.argv[1], "r+")
print(try_lock(file), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "file"
    found.write_bytes(b"here")
    return found


def locked_elsewhere(path: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", OTHER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_only_one_has_it_and_it_is_free_when_that_one_is_killed(path: Path) -> None:
    with locked_elsewhere(path) as other, FileIO(path, "r+") as file:
        assert other.stdout
        assert other.stdout.readline() == "True\n"
        assert not try_lock(file)
        assert path.read_bytes() == b"here", "it can be read all the same"
        other.kill()
        other.wait()
        assert try_lock(file)
        assert try_lock(file), "who has it may ask again"


def test_it_lasts_as_long_as_the_file_is_open(path: Path) -> None:
    with FileIO(path, "r+") as file:
        assert try_lock(file)
    with locked_elsewhere(path) as other:
        assert other.stdout
        assert other.stdout.readline() == "True\n"
