"""Whatever stands in a file is printed harmlessly, and never becomes a path."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
import tomli_w
from msgspec.structs import replace

from backtimer.files import folders
from backtimer.log.journal import Journal
from backtimer.log.logbook import Logbook
from tests.cli.conftest import Backtimer
from tests.hostile import WORDS, is_harmless
from tests.log.workouts import STARTED, Someone, a_record, a_set


def session(words: str) -> str:
    """A session in which everything is called so."""
    name = words[:200]
    exercise = {
        **dict.fromkeys(("exercise", "note", "unit"), name),
        **{key: [name] for key in ("cues", "stop_if", "equipment", "muscles")},
        "reps": 3,
        "effort": words[:40],
        "sides": [name, "b"],
        "load": "20kg",
    }
    circuit = {"circuit": name, "rounds": 2, "steps": [{"exercise": name}]}
    texts = dict.fromkeys(("title", "summary", "note", "next"), words[:80])
    return tomli_w.dumps({"format": 1, **texts, "main": [exercise, circuit]})


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_everything_a_file_says_is_printed_harmlessly(
    home: Path, backtimer: Backtimer, words: str
) -> None:
    folders.sessions().mkdir(parents=True)
    (folders.sessions() / "aaa.toml").write_text(session(words), encoding="utf-8")
    (folders.sessions() / "bad.toml").write_text(session(words) + "[[[", encoding="utf-8")
    each = a_set(words, reps=8, side=words, note=words, unit=words, load=words, target=words)
    Logbook(folders.logs()).save(a_record(each, session=words, title=words, note=words, file=words))
    someone = Someone(session(words))
    someone.does(20, reps=3, note=words)
    header = replace(someone.header, session=words, path=words)
    journal = Journal(folders.journals(), header, lambda: STARTED + timedelta(seconds=20))
    journal.append(someone.events)
    journal.close()
    folders.config_file().write_text(
        tomli_w.dumps({"sound": {"theme": words[:80], "quiet": words}})
    )

    for command in (
        *(("list",), ("show", "aaa"), ("show", words), ("run", words), ("run", "bad")),
        *(("check", words), ("check", folders.config_file(), folders.sessions() / "aaa.toml")),
        *(("log",), ("log", "show"), ("log", "show", words)),
        *(("resume", words), ("resume", "--list"), ("resume", "--save"), ("log",)),
    ):
        ran = backtimer(*command)
        assert ran.out or ran.err
        assert is_harmless(ran.out + ran.err), command

    (made,) = (each for each in folders.logs().iterdir() if each.name.startswith("2026-11-21"))
    for path in (made, journal.path):
        assert path is not None
        assert re.fullmatch(r"2026-11-21T\d{4,6}-[\w-]{1,60}\.\w+", path.name, re.ASCII)
    assert {path.name for path in home.parent.iterdir()} == {"home"}, "nothing stands elsewhere"
