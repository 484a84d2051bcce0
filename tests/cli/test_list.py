import json
from pathlib import Path

import pytest

from backtimer.text.width import cell_len
from tests.cli.conftest import Backtimer

OWN = """
format = 1
title = "Mine"
[[main]]
exercise = "Row"
reps = "open"
equipment = ["band", "mat"]
muscles = ["lats"]
"""


@pytest.fixture
def own(home: Path) -> Path:
    path = home / "sessions/mine.toml"
    path.parent.mkdir(parents=True)
    path.write_text(OWN)
    return path


def test_sessions_are_listed_with_their_length_kit_and_muscles(
    own: Path, backtimer: Backtimer
) -> None:
    ran = backtimer("list")
    lines = ran.out.splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith(own.stem))
    assert (ran.code, ran.err) == (0, "")
    assert lines[at].split() == ["mine", "Mine", "about", "40+", "s"]
    assert lines[at + 1].strip() == "band, mat \u00b7 for lats"
    assert lines[0].startswith("day-a ")


def test_on_a_terminal_no_line_is_too_long(
    backtimer: Backtimer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    lines = backtimer("list").out.splitlines()
    assert max(map(len, lines)) <= 60
    assert any(line.endswith("\u2026") for line in lines)


def test_json_is_one_document_even_with_a_broken_file(own: Path, backtimer: Backtimer) -> None:
    own.with_name("broken.toml").write_text("format = 1\n")
    ran = backtimer("list", "--json")
    sessions = {each["name"]: each for each in json.loads(ran.out)}
    assert ran.code == 0
    assert "broken.toml:1: title: " in ran.err
    assert "broken" not in sessions
    assert sessions["day-a"]["next"] == "day-b"
    mine = sessions["mine"]
    assert mine["path"] == str(own)
    assert mine["seconds"] == {"low": 40, "high": 40, "open": None}
    assert (mine["goes_on_until_told"], mine["exercises"]) == (True, 1)
    assert (mine["equipment"], mine["muscles"]) == (["band", "mat"], ["lats"])


def test_wide_letters_and_emoji_keep_their_column_and_fit(
    own: Path, backtimer: Backtimer, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.write_text(OWN.replace('"Mine"', '"\u2764\ufe0f \u80cc\u4e2d\u306e\u65e5"'))
    abouts = [line for line in backtimer("list").out.splitlines() if "  about " in line]
    assert len({cell_len(line.rpartition("  about ")[0]) for line in abouts}) == 1
    own.write_text(OWN.replace('"mat"', '"' + 40 * "\u68d2" + '"'))
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    lines = backtimer("list").out.splitlines()
    assert max(map(cell_len, lines)) <= 60
    assert any(line.endswith("\u68d2\u2026") for line in lines)
