"""Where things are kept: all under one folder if one is named, else where the system wants them."""

from pathlib import Path

import platformdirs
import pytest

from backtimer.files import folders

ALL = (folders.sessions, folders.logs, folders.journals, folders.program_log, folders.phrases)


def test_all_are_apart_and_below_the_folder_that_is_named(home: Path) -> None:
    found = [place() for place in ALL]
    assert len(set(found)) == len(ALL)
    assert all(home in place.parents for place in found)


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


def test_phrases_can_be_thrown_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BACKTIMER_HOME")
    assert platformdirs.user_cache_path("backtimer", appauthor=False) in folders.phrases().parents
