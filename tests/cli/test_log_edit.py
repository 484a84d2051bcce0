"""`backtimer log delete`, `restore` and `edit`, as a person would call them."""

import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from backtimer.files import folders
from backtimer.log.journal import Journal
from backtimer.log.logbook import Logbook
from tests.cli.conftest import Ran
from tests.log.workouts import Someone, a_record, a_set

Backtimer = Callable[..., Ran]
ID = "2026-11-01T1830-day-a"


@pytest.fixture
def log() -> Path:
    """The log of a first workout."""
    path = Logbook(folders.logs()).save(a_record(a_set(reps=10)))
    path.write_text("# mine\n" + path.read_text())
    return path


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Make a Python program, given the file's `path` and its `text`, the person's editor."""

    def use(program: str) -> None:
        script = tmp_path / "my editor.py"
        start = "import sys, pathlib\npath = pathlib.Path(sys.argv[1])\ntext = path.read_text()\n"
        script.write_text(start + program)
        monkeypatch.setenv("VISUAL", shlex.join([sys.executable, str(script)]))

    return use


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where drafts are."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_a_log_is_deleted_listed_in_the_bin_and_brought_back(
    backtimer: Backtimer, log: Path
) -> None:
    text = log.read_text()
    assert backtimer("log", "restore").out == "The bin is empty.\n"
    ran = backtimer("log", "delete", "last")
    assert ran == (0, f'{ID} is in the bin; "backtimer log restore {ID}" brings it back\n', "")
    assert backtimer("log").out.startswith("No workouts yet")
    listed = backtimer("log", "restore").out
    assert listed.startswith(f"{ID}  log  deleted just now\n")
    assert "90 days" in listed
    assert backtimer("log", "restore", "2026").out == f"Back in {log}\n"
    assert log.read_text() == text
    assert backtimer("log", "restore").out == "The bin is empty.\n"


def test_a_log_that_came_meanwhile_is_not_overwritten(backtimer: Backtimer, log: Path) -> None:
    backtimer("log", "delete", ID)
    log.write_text("# another\n")
    assert backtimer("log", "restore", ID).out == f"Back in {log.with_stem(f'{ID}-2')}\n"
    assert log.read_text() == "# another\n"


def test_a_workout_thrown_away_is_restored_too(backtimer: Backtimer) -> None:
    someone = Someone()
    someone.does(30, reps=8)
    journal = Journal(folders.journals(), someone.header)
    journal.append(someone.events)
    journal.close()
    assert '"backtimer log restore" brings it back' in backtimer("resume", "--discard").out
    assert "not finished  deleted just now" in backtimer("log", "restore").out
    assert "resume" in backtimer("log", "restore", "last").out
    assert "Pull and brace" in backtimer("resume", "--list").out
    assert backtimer("log", "restore").out == "The bin is empty.\n"


def test_what_is_not_there_is_told(backtimer: Backtimer, log: Path) -> None:
    assert backtimer("log", "delete", "2025") == (
        2,
        "",
        'no log "2025"; "backtimer log" lists them\n',
    )
    ran = backtimer("log", "restore", "2026")
    assert ran == (2, "", 'no "2026" is in the bin; "backtimer log restore" lists what is\n')
    (log.parent / "bin").touch()
    assert backtimer("log", "delete", ID) == (2, "", f"backtimer: {log}: File exists\n")
    assert log.exists()


def test_a_log_that_cannot_be_read_can_be_deleted(backtimer: Backtimer, log: Path) -> None:
    log.write_bytes(b"\xff")
    assert backtimer("log", "delete", ID).code == 0
    assert backtimer("log", "restore", ID).code == 0
    assert log.read_bytes() == b"\xff"


@pytest.mark.usefixtures("temporary")
def test_a_log_is_edited_in_ones_own_editor(
    backtimer: Backtimer, log: Path, editor: Callable[[str], None], temporary: Path
) -> None:
    text = log.read_text()
    editor("path.write_text(text.replace('reps = 10', 'reps = 9  # not ten'))")
    assert backtimer("log", "edit", "last") == (0, f"Kept in {log}\n", "")
    assert log.read_text() == text.replace("reps = 10", "reps = 9  # not ten")
    editor("")
    assert backtimer("log", "edit", "last") == (0, "Nothing was changed.\n", "")
    assert not list(temporary.iterdir())


def test_a_log_that_is_wrong_and_left_so_is_told_to_be_wrong(
    backtimer: Backtimer, log: Path, editor: Callable[[str], None]
) -> None:
    log.write_text("format = 1\nhm = 2\n")
    editor("")
    ran = backtimer("log", "edit", ID)
    assert (ran.code, ran.out) == (0, "Nothing was changed.\n")
    assert "hm: unknown key" in ran.err
    assert backtimer("log").out == ""


def test_a_mistake_is_told_with_its_line_and_can_be_mended_or_dropped(
    backtimer: Backtimer,
    log: Path,
    editor: Callable[[str], None],
    temporary: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = log.read_text()
    answers = ["", "d"]
    monkeypatch.setattr("builtins.input", lambda _: answers.pop(0))
    editor(
        "new = 'reps = 9' if 'many' in text else 'reps = many'\n"
        "path.write_text(text.replace('reps = 10', new).replace('reps = many', new))"
    )
    ran = backtimer("log", "edit", ID)
    line = text[: text.index("\nreps")].count("\n") + 2
    assert (ran.code, ran.out) == (0, f"Kept in {log}\n")
    assert ran.err.startswith(f"{log}:{line}: not TOML")
    assert log.read_text() == text.replace("reps = 10", "reps = 9")
    editor("path.write_text('title = 1')")
    assert backtimer("log", "edit", ID).out == "Dropped: the log is as it was.\n"
    assert log.read_text() == text.replace("reps = 10", "reps = 9")
    assert not list(temporary.iterdir())


def test_a_log_that_is_broken_is_mended_so(
    backtimer: Backtimer, log: Path, editor: Callable[[str], None]
) -> None:
    text = log.read_text()
    log.write_text(text.replace("title", "titel"))
    editor("path.write_text(text.replace('titel', 'title'))")
    assert backtimer("log", "edit", ID).out == f"Kept in {log}\n"
    assert log.read_text() == text


def test_what_was_written_is_kept_where_it_cannot_be_put_in_place(
    backtimer: Backtimer,
    log: Path,
    editor: Callable[[str], None],
    temporary: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nobody(_: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", nobody)
    text = log.read_text()
    editor("path.write_text('wrong')")
    ran = backtimer("log", "edit", ID)
    (draft,) = temporary.glob("*/*")
    assert ran.code == 2
    assert f"What you wrote is kept in {draft}\n" in ran.err
    assert draft.read_text() == "wrong"
    assert log.read_text() == text

    editor(f"path.write_text(text + '# a')\npathlib.Path({str(log)!r}).write_text(text + '# b')")
    ran = backtimer("log", "edit", ID)
    assert ran.code == 2
    assert "another program has changed it meanwhile" in ran.err
    assert log.read_text() == text + "# b"
    assert len(list(temporary.glob("*/*"))) == 2


@pytest.mark.usefixtures("temporary")
def test_an_editor_that_fails_or_is_none_changes_nothing(
    backtimer: Backtimer,
    log: Path,
    editor: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = log.read_text()
    editor("sys.exit(3)")
    ran = backtimer("log", "edit", ID)
    assert ran.err == f"backtimer: {sys.executable} ended with 3; nothing was changed\n"
    editor("path.unlink()")
    assert "No such file" in backtimer("log", "edit", ID).err
    for name, said in (("no-such-editor", "No such file"), ("'", "cannot be understood")):
        monkeypatch.setenv("VISUAL", name)
        assert said in backtimer("log", "edit", ID).err
    monkeypatch.delenv("VISUAL")
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setenv("PATH", os.devnull)
    assert backtimer("log", "edit", ID).err.startswith("backtimer: set EDITOR")
    assert log.read_text() == text


def test_a_log_as_long_as_the_logbook_reads_is_edited_and_checked(
    backtimer: Backtimer, log: Path, editor: Callable[[str], None]
) -> None:
    log.write_text(log.read_text() + f"# {'long ' * 20}\n" * 6_000)
    editor('path.write_text(text.replace("reps = 10", "reps = 11"))')
    assert backtimer("log", "edit", "last") == (0, f"Kept in {log}\n", "")
    assert "reps = 11" in log.read_text()
    assert backtimer("check", log).code == 0
