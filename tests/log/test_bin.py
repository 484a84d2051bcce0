"""What is thrown away stays in the bin for a while, and comes back without harm to anything."""

import os
import time
from pathlib import Path

import pytest

from backtimer.log.bin import DAYS_KEPT, KEPT_ANYWAY, in_bin, restore, throw_away
from backtimer.log.logbook import Logbook, UnknownLogError, one_of
from tests.log.workouts import a_record, a_set

A_DAY = 86_400


def test_what_is_thrown_away_is_in_no_list_and_comes_back_as_it_was(tmp_path: Path) -> None:
    book = Logbook(tmp_path)
    path = book.save(a_record(a_set(reps=8)))
    text = path.read_text()
    thrown = throw_away(path)
    assert book.ids() == []
    assert [(each.id, each.path) for each in in_bin(tmp_path, ".toml")] == [(path.stem, thrown)]
    assert restore(thrown) == path
    assert path.read_text() == text
    assert in_bin(tmp_path, ".toml") == []


def test_nothing_is_ever_overwritten_on_the_way_there_or_back(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    for text in ("one", "two", "three"):
        path.write_text(text)
        throw_away(path)
    path.write_text("four")
    texts = {restore(each.path).read_text() for each in in_bin(tmp_path, ".toml")}
    assert texts == {"one", "two", "three"}
    assert path.read_text() == "four"
    assert len(list(tmp_path.glob("*.toml"))) == 4


def test_the_last_thrown_away_is_the_first_of_the_list(tmp_path: Path) -> None:
    for name in ("2026-11-02Tb", "2026-11-03Tc", "2026-11-01Ta"):
        (tmp_path / f"{name}.toml").touch()
        thrown = throw_away(tmp_path / f"{name}.toml")
        os.utime(thrown, (time.time(), time.time() + len(list(thrown.parent.iterdir()))))
    ids = [each.id for each in in_bin(tmp_path, ".toml")]
    assert ids == ["2026-11-01Ta", "2026-11-03Tc", "2026-11-02Tb"]
    assert one_of(ids, "last", "") == "2026-11-01Ta"
    with pytest.raises(UnknownLogError, match='not "x"'):
        one_of(ids, "x", 'not "{}"')


def aged(path: Path, days: float) -> Path:
    """Throw a new file away, as if that had been so many days ago."""
    path.touch()
    thrown = throw_away(path)
    then = time.time() - days * A_DAY
    os.utime(thrown, (then, then))
    return thrown


def test_what_is_there_too_long_goes_when_something_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backtimer.log.bin.KEPT_ANYWAY", 0)
    old = aged(tmp_path / "old", days=DAYS_KEPT + 1)
    folder = tmp_path / "bin" / "a folder"
    folder.mkdir()
    os.utime(folder, (0, 0))
    new = aged(tmp_path / "new", days=DAYS_KEPT - 1)

    ancient = tmp_path / "ancient.toml"
    ancient.touch()
    os.utime(ancient, (0, 0))
    assert throw_away(ancient).exists(), "what counts is since when it is in the bin"
    assert not old.exists()
    assert new.exists()
    assert folder.exists(), "which somebody else must have put there"


def test_the_last_few_stay_for_a_clock_may_be_years_ahead(tmp_path: Path) -> None:
    thrown = [aged(tmp_path / f"{n}", days=2 * DAYS_KEPT - n) for n in range(KEPT_ANYWAY + 5)]
    there = [path.exists() for path in thrown]
    assert there == [False] * 5 + [True] * KEPT_ANYWAY


def test_what_cannot_be_thrown_away_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("one")
    (tmp_path / "bin").touch()
    with pytest.raises(OSError, match="bin"):
        throw_away(path)
    assert path.read_text() == "one"
    with pytest.raises(FileNotFoundError):
        throw_away(tmp_path / "gone.toml")
