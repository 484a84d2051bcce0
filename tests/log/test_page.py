"""`backtimer log`: what people see of the logbook, and what scripts get."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from backtimer.cli import main
from backtimer.log.logbook import Entry, Logbook
from backtimer.log.page import page, set_lines, table
from backtimer.log.record import CompletedRound, CompletedSet, Status, TimeBreakdown
from backtimer.workout.events import Ending
from tests.log.workouts import a_hold, a_record, a_set

WORKOUT = a_record(
    a_set(
        "Row",
        set=1,
        sets="2",
        side="left",
        target="8 to 12 reps",
        reps=10,
        load="20 kg",
        rest=61.2,
        paused=9.0,
    ),
    a_set("Row", set=1, sets="2", side="right", target="8 to 12 reps", reps=7, load="20 kg"),
    a_hold(set=1, sets="1 to 2", target="20 to 60 s", seconds=43.0, rpe=8.5, note="shaky"),
    a_hold(set=2, sets="1 to 2", target="20 to 60 s", is_optional=True, status=Status.LEFT_OUT),
    a_set(
        "Tap",
        rounds=(CompletedRound(title="Core", round=2, of="3"),),
        target="8 to 12 taps",
        reps=12,
        unit="taps",
        later=True,
    ),
    title="Pull day",
    feeling=4,
    note="good",
    seconds=TimeBreakdown(working=600, resting=300, paused=12, total=912),
)


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Logbook:
    """The logbook of a person who has just installed backtimer."""
    monkeypatch.setenv("BACKTIMER_HOME", str(tmp_path))
    return Logbook(tmp_path / "logs")


def run(*words: str) -> int:
    return main(["log", *words])


def test_an_empty_logbook_is_friendly(book: Logbook, capsys: pytest.CaptureFixture[str]) -> None:
    for words in ([], ["show"]):
        assert run(*words) == 0
        assert capsys.readouterr().out == "No workouts yet. Finish one and it will be here.\n"
    assert not book.folder.exists()


@pytest.mark.usefixtures("book")
def test_an_empty_logbook_has_no_lines_and_no_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--json") == 0
    assert capsys.readouterr().out == ""
    assert run("show", "--json") == 0
    assert json.loads(capsys.readouterr().out) is None


def test_the_list_has_a_line_a_workout_newest_first(
    book: Logbook, capsys: pytest.CaptureFixture[str]
) -> None:
    book.save(WORKOUT)
    book.save(a_record(a_set(reps=8), day=2, outcome=Ending.EARLY))
    assert run() == 0
    assert capsys.readouterr().out == (
        "ID                     DATE               TITLE     TIME   SETS    HOW IT ENDED\n"
        "2026-11-02T1830-day-a  02 Nov 2026 18:30  Day A     0:00   1 of 1  finished early\n"
        "2026-11-01T1830-day-a  01 Nov 2026 18:30  Pull day  15:12  3 of 3  finished\n"
    )


def test_a_long_list_is_cut_and_says_so(book: Logbook, capsys: pytest.CaptureFixture[str]) -> None:
    for day in range(1, 25):
        book.save(a_record(a_set(reps=8), day=day))
    run()
    *lines, last = capsys.readouterr().out.splitlines()
    assert len([line for line in lines if "Day A" in line]) == 20
    assert last == '4 more; "backtimer log -n 0" lists all'
    for words, number in (("-n3", 3), ("-n0", 24)):
        run(words)
        assert capsys.readouterr().out.count("Day A") == number
    run("--json")
    assert len(capsys.readouterr().out.splitlines()) == 24


def test_one_workout_in_full(book: Logbook, capsys: pytest.CaptureFixture[str]) -> None:
    book.save(WORKOUT)
    assert run("show") == 0
    assert (
        capsys.readouterr().out
        == """\
Pull day
Sunday 01 November 2026, 18:30 to 19:10
Finished, felt 4 of 5
15:12 in all: 10:00 work, 5:00 rest, 0:12 paused
3 of 3 sets, 17 reps, 340 kg moved
Note: good

Row
  set 1 of 2, left   planned 8 to 12 reps  10 \u00d7 20 kg  as planned         rest 61 s, paused 9 s
  set 1 of 2, right  planned 8 to 12 reps  7 \u00d7 20 kg   less than planned

Plank
  set 1 of 1 to 2  planned 20 to 60 s  43 s      as planned  RPE 8.5, shaky
  set 2 of 1 to 2  planned 20 to 60 s  left out

Tap
  Core, round 2 of 3  planned 8 to 12 taps  12 taps  as planned  put off
"""
    )


@pytest.mark.parametrize(
    ("done", "said"),
    [
        (a_set(seconds=12.3, status=Status.STOPPED), "stopped after 12 s"),
        (
            a_set(reps=4, seconds=12.3, status=Status.STOPPED),
            "4, stopped after 12 s  less than planned",
        ),
        (a_set(seconds=0.3, target_reps_low=0, target_reps_high=None), "reps not noted"),
        (a_set(unit="taps", seconds=9), "taps not noted"),
        (a_set(status=Status.NOT_REACHED), "not reached"),
    ],
)
def test_what_is_not_known_of_a_set_is_not_made_up(done: CompletedSet, said: str) -> None:
    *_, line = page(a_record(done))
    assert line.split("  ", 2)[2].strip() == said


def test_one_workout_for_a_script(book: Logbook, capsys: pytest.CaptureFixture[str]) -> None:
    path = book.save(WORKOUT)
    assert run("show", "2026-11-01", "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["id"] == path.stem
    assert document["path"] == str(path)
    assert document["started"] == "2026-11-01T18:30:00Z"
    assert (document["sets_done"], document["volume_kg"]) == (3, 340)
    assert document["seconds"]["working"] == 600
    assert document["sets"][2]["seconds"] == 43
    assert document["sets"][3]["status"] == "left out"
    assert document["usual"] is None

    run("--json")
    listed = json.loads(capsys.readouterr().out)
    assert listed.items() <= document.items()


def test_one_workout_is_compared_with_those_before(
    book: Logbook, capsys: pytest.CaptureFixture[str]
) -> None:
    for day, seconds in ((1, 100), (2, 160)):
        book.save(a_record(a_set(), day=day, seconds=TimeBreakdown(working=seconds, total=seconds)))
    run("show")
    assert "\n1:00 slower than usual: 1:00 more work (the one before)\n" in capsys.readouterr().out
    run("show", "--json")
    assert json.loads(capsys.readouterr().out)["usual"] == {
        "workouts": 1, "working": 100, "resting": 0, "total": 100,
    }  # fmt: skip


def test_an_unknown_id_is_one_clear_line(book: Logbook, capsys: pytest.CaptureFixture[str]) -> None:
    book.save(WORKOUT)
    assert run("show", "2025") == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == 'no log "2025"; "backtimer log" lists them\n'


@pytest.mark.parametrize("words", [[], ["--json"], ["show"], ["show", "--json"]])
def test_logs_that_cannot_be_listed_are_an_error_and_not_an_empty_logbook(
    words: list[str], book: Logbook, capsys: pytest.CaptureFixture[str]
) -> None:
    book.folder.write_text("a file in the way")
    assert run(*words) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == f"{book.folder}: cannot be listed: Not a directory\n"


def test_a_bad_file_is_said_and_hides_no_other(
    book: Logbook, capsys: pytest.CaptureFixture[str]
) -> None:
    book.save(WORKOUT)
    bad = book.folder / "2026-12-01T0700-day-a.toml"
    bad.write_text('format = 1\ntitle = 3\nsession = "\\u001b[2J"\n')
    assert run() == 0
    captured = capsys.readouterr()
    assert "Pull day" in captured.out
    assert captured.err.startswith(f"{bad}:1: ")
    assert captured.err.count("\n") == 1

    assert run("show") == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"{bad}:1: ")


def test_nothing_in_a_log_acts_on_the_terminal(
    book: Logbook, capsys: pytest.CaptureFixture[str]
) -> None:
    evil = "a\x1b[31mb\x9b2J\u202ec\u200bd\ne\x07"
    book.save(
        a_record(
            a_set(evil, reps=8, note=evil, load=evil, target=evil, side=evil, unit=evil),
            title=evil,
            note=evil,
        )
    )
    for words in ([], ["show"], ["--json"], ["show", "--json"], ["show", evil]):
        run(*words)
        captured = capsys.readouterr()
        shown = captured.out + captured.err
        assert shown
        assert all(each.isprintable() or each == "\n" for each in shown), words
    assert "a\ufffd[31mb\ufffd2J\ufffdc\ufffdd e\ufffd" in list(page(book.find("last").record))


def test_one_text_without_end_does_not_widen_every_line(book: Logbook) -> None:
    long = "w" * 10_000
    sets = [a_set(reps=8) for _ in range(20)]
    book.save(a_record(a_set(target=long, side=long, note=long, reps=8), *sets, title=long))
    entry = book.find("last")
    assert max(map(len, table([entry]))) < 200
    noted, *others = sorted(map(len, set_lines(entry.record)), reverse=True)
    assert noted > 10_000, "the note stands at the end of its line, whole"
    assert max(others) < 300


def test_the_log_is_shown_without_loading_the_screen(book: Logbook) -> None:
    book.save(WORKOUT)
    program = """
import sys
from backtimer.cli import main
for words in (["log"], ["log", "show"], ["log", "show", "--json"]):
    assert main(words) == 0
assert "backtimer.log.logbook" in sys.modules
screen = {"textual", "rich.console", "rich.text", "miniaudio"}
print(sorted(screen & sys.modules.keys()))
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_in_a_table_titles_give_way_to_all_else(tmp_path: Path) -> None:
    entries = [
        Entry("one", tmp_path, a_record(a_set(), title="A very long title " * 9)),
        Entry("two", tmp_path, a_record(a_set(), title="Short")),
    ]
    for width in (80, 60):
        head, long, short = table(entries, ids=False, width=width)
        assert len(long) <= width
        assert "\u2026" in long
        assert long.endswith(short[-len("finished") :])
        assert "18:30" in head + long
    for width in (57, 40, 32, 1):
        head, long, short = table(entries, ids=False, width=width)
        assert len(long) <= max(width, 32)
        assert head.endswith("SETS")
        assert "18:30" not in long
    assert list(table(entries)) == list(table(entries, width=1_000))
