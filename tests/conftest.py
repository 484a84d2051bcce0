"""How tests run: each on a machine where backtimer was never used, and many at a time."""

import gc
import os
from pathlib import Path

import pytest
from hypothesis import settings

# Hundreds of processes are started: let none compile what another has compiled.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Thousands of tests are kept in memory: looking through them for garbage took a fifth of the time.
gc.set_threshold(20_000, 50, 50)

settings.register_profile("thorough", deadline=None)  # a busy machine is no broken property
# For whoever changes the core and wants an answer at once: --hypothesis-profile=quick
settings.register_profile(
    "quick", settings.get_profile("thorough"), max_examples=10, derandomize=True
)
settings.load_profile("thorough")


def pytest_xdist_auto_num_workers() -> int:
    """Workers of `-n auto`: more than cores, for half of the tests' time is spent waiting.

    A screen that comes to rest, a sound that is heard, a process that ends: they wait in real time,
    and leave their core to others.
    """
    return 2 * (os.cpu_count() or 1) + 1


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which backtimer was never used."""
    folder = tmp_path / "home"
    monkeypatch.setenv("BACKTIMER_HOME", str(folder))
    return folder
