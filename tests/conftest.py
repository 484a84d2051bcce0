from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("patient", deadline=None)  # a busy machine is no broken property
settings.load_profile("patient")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which backtimer was never used."""
    folder = tmp_path / "home"
    monkeypatch.setenv("BACKTIMER_HOME", str(folder))
    return folder
