"""A megabyte of malice is read or refused in bounded time and memory."""

import os
import subprocess
import sys

import pytest

from tests.fuzz.hostile import HOSTILE

MOST_MEGABYTES = 200


@pytest.mark.skipif(sys.platform == "win32", reason="only where the system bounds processes")
@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_files_take_little_time_and_memory(kind: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.hostile", kind],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    said = f"{done.stdout[-2000:]}{done.stderr[-2000:]}"
    assert done.returncode == 0, f"too long, or broken:\n{said}"
    assert int(done.stdout.splitlines()[-1].split(" MB")[0].split()[-1]) <= MOST_MEGABYTES, said
