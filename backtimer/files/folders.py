"""Where backtimer keeps things on this machine. `BACKTIMER_HOME` puts them all under one folder."""

import os
from pathlib import Path


def home() -> Path | None:
    """The folder named by `BACKTIMER_HOME`, if it is set."""
    named = os.environ.get("BACKTIMER_HOME")
    if not named:
        return None
    try:
        return Path(named).expanduser()
    except RuntimeError:  # "~somebody" who has no home here
        return Path(named)


def sessions() -> Path:
    """Where the person's own session files are looked for."""
    return _documents() / "sessions"


def logs() -> Path:
    """Where completed-session logs are written."""
    return _documents() / "logs"


def journals() -> Path:
    """Where the journals of running workouts are kept until their log is written."""
    return _kept("state") / "journals"


def program_log() -> Path:
    """Where the sound worker's own complaints go."""
    return _kept("state") / "sound.log"


def config_file() -> Path:
    """The file of the person's settings."""
    return _kept("config") / "config.toml"


def cues() -> Path:
    """Where the person's own cue themes are looked for, a folder each."""
    return _kept("config") / "cues"


def languages() -> Path:
    """Where the person's own language files are looked for."""
    return _kept("config") / "languages"


def phrases() -> Path:
    """Where spoken phrases are kept; they can be made again."""
    return _kept("cache") / "phrases"


def records() -> Path:
    """Where it is kept what was read of logs; it can be read again."""
    return _kept("cache") / "records"


def _documents() -> Path:
    return _kept("data")


def _kept(kind: str) -> Path:
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
