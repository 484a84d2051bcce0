"""Where things are kept: all under one folder if one is named, else where the system wants them."""

from pathlib import Path

import platformdirs
import pytest

from backtimer import folders


def test_one_folder_holds_everything(home: Path) -> None:
    assert folders.config_file() == home / "config.toml"
    assert folders.cues() == home / "cues"
    assert folders.languages() == home / "languages"
    assert folders.sessions() == home / "sessions"
    assert folders.journals() == home / "state" / "journals"


def test_settings_are_where_the_system_wants_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BACKTIMER_HOME")
    config = platformdirs.user_config_path("backtimer", appauthor=False)
    assert folders.config_file() == config / "config.toml"
    assert folders.cues() == config / "cues"
    assert folders.languages() == config / "languages"
