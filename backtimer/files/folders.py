"""The folders in which backtimer keeps things; `BACKTIMER_HOME` puts them all under one."""

import os
from pathlib import Path


def home() -> Path | None:
    """The folder that `BACKTIMER_HOME` names; None if it is not set."""
    named = os.environ.get("BACKTIMER_HOME")
    if not named:
        return None
    try:
        return Path(named).expanduser()
    except RuntimeError:  # "~somebody" who has no home here
        return Path(named)


def sessions() -> Path:
    """The person's own session files."""
    return _base("data") / "sessions"


def logs() -> Path:
    """The logs of completed sessions."""
    return _base("data") / "logs"


def journals() -> Path:
    """The journals of running workouts, each until its log is written."""
    return _base("state") / "journals"


def program_log() -> Path:
    """The log file of the worker processes of sound and voice: their standard error."""
    return _base("state") / "sound.log"


def config_file() -> Path:
    """The file of the person's settings."""
    return _base("config") / "config.toml"


def cues() -> Path:
    """The person's own cue themes, a folder each."""
    return _base("config") / "cues"


def languages() -> Path:
    """The person's own language files."""
    return _base("config") / "languages"


def phrases() -> Path:
    """The cache of spoken phrases: it can be deleted."""
    return _base("cache") / "phrases"


def records() -> Path:
    """The cache of records read from logs: it can be deleted."""
    return _base("cache") / "records"


def _base(kind: str) -> Path:
    """The folder of backtimer for a kind of files, as the system wants it."""
    if root := home():
        return root / kind if kind == "state" else root
    import platformdirs

    find = {
        "config": platformdirs.user_config_path,
        "data": platformdirs.user_data_path,
        "state": platformdirs.user_state_path,
        "cache": platformdirs.user_cache_path,
    }
    return find[kind]("backtimer", appauthor=False)
