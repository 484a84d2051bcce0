"""`backtimer report`: the file it makes, and what keeps it from making one."""

import sys
from datetime import datetime
from pathlib import Path

import pytest

from backtimer.files import folders
from backtimer.history.search import months_before
from backtimer.log.logbook import Logbook
from tests.bench.diary import keep
from tests.cli.conftest import Backtimer

NOW = datetime.now().astimezone()


@pytest.fixture
def logs() -> Logbook:
    """The logs of six workouts up to today."""
    return keep(Logbook(folders.logs()), 6, NOW)


@pytest.mark.usefixtures("logs")
def test_a_page_is_made(backtimer: Backtimer, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    ran = backtimer("report", "-o", path)
    size = f"{path.stat().st_size / 1e6:.1f} MB"
    assert ran == (0, f"{path}: 6 sessions, {size}\n", "")
    html = path.read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>")
    assert html.endswith("</html>\n")
    assert "lats" in html, "what the session files say an exercise trains"
    assert [each.name for each in tmp_path.iterdir() if each.name != "home"] == ["report.html"]


@pytest.mark.usefixtures("logs")
def test_workouts_are_chosen_and_the_page_says_which(backtimer: Backtimer, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    options = ("--since", "1y", "--session", "day a", "--exercise", "LAT")
    assert backtimer("report", "-o", path, *options).out.startswith(f"{path}: 2 sessions, ")
    html = path.read_text(encoding="utf-8")
    assert "with &#34;day a&#34; in the session, with &#34;LAT&#34; in an exercise." in html
    assert f"Only since {months_before(NOW.date(), 12):%d %b %Y}" in html
    assert "Cable row" not in html


@pytest.mark.usefixtures("logs")
def test_the_goal_is_the_one_of_the_settings(
    backtimer: Backtimer, home: Path, tmp_path: Path
) -> None:
    (home / "config.toml").write_text('[workout]\nsessions_a_week = 1\n[sound]\nvolume = "loud"\n')
    ran = backtimer("report", "-o", tmp_path / "report.html")
    assert ran.code == 0
    assert "volume" in ran.err
    assert "with the goal of 1 met" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_where_nothing_was_done_the_page_says_so(backtimer: Backtimer, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    assert backtimer("report", "-o", path).out.startswith(f"{path}: 0 sessions, ")
    assert "No workouts yet." in path.read_text(encoding="utf-8")


def test_nothing_is_replaced_unasked(backtimer: Backtimer, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("mine")
    told = f"backtimer: {path} is there already; --force replaces it\n"
    assert backtimer("report", "-o", path) == (2, "", told)
    assert path.read_text() == "mine"
    assert backtimer("report", "-o", path, "--force").code == 0
    assert "No workouts yet." in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("force", [(), ("--force",)])
@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("no/such/report.html", "there is no such folder"),
        (".", "is no file"),
        ("x" * 300, "cannot be written"),
    ],
)
def test_what_cannot_be_written_is_one_clear_line(
    backtimer: Backtimer, tmp_path: Path, output: str, words: str, force: tuple[str, ...]
) -> None:
    ran = backtimer("report", "-o", output, *force)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert ran.err.count("\n") == 1
    assert [*tmp_path.iterdir()] == []


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such device")
def test_a_device_is_not_replaced(backtimer: Backtimer) -> None:
    ran = backtimer("report", "-o", "/dev/null", "--force")
    assert (ran.code, Path("/dev/null").is_char_device()) == (2, True)


def test_it_says_what_to_give(backtimer: Backtimer) -> None:
    ran = backtimer("report")
    assert ran.code == 2
    assert "required: -o/--output" in ran.err
