"""`backtimer log edit`, as a person would call it."""

import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import FIRST_LOG, Backtimer


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
    ran = backtimer("log", "edit", FIRST_LOG)
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
    ran = backtimer("log", "edit", FIRST_LOG)
    line = text[: text.index("\nreps")].count("\n") + 2
    assert (ran.code, ran.out) == (0, f"Kept in {log}\n")
    assert ran.err.startswith(f"{log}:{line}: not TOML")
    assert log.read_text() == text.replace("reps = 10", "reps = 9")
    editor("path.write_text('title = 1')")
    assert backtimer("log", "edit", FIRST_LOG).out == "Dropped: the log is as it was.\n"
    assert log.read_text() == text.replace("reps = 10", "reps = 9")
    assert not list(temporary.iterdir())


def test_a_log_that_is_broken_is_mended_so(
    backtimer: Backtimer, log: Path, editor: Callable[[str], None]
) -> None:
    text = log.read_text()
    log.write_text(text.replace("title", "titel"))
    editor("path.write_text(text.replace('titel', 'title'))")
    assert backtimer("log", "edit", FIRST_LOG).out == f"Kept in {log}\n"
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
    ran = backtimer("log", "edit", FIRST_LOG)
    (draft,) = temporary.glob("*/*")
    assert ran.code == 2
    assert f"What you wrote is kept in {draft}\n" in ran.err
    assert draft.read_text() == "wrong"
    assert log.read_text() == text

    editor(f"path.write_text(text + '# a')\npathlib.Path({str(log)!r}).write_text(text + '# b')")
    ran = backtimer("log", "edit", FIRST_LOG)
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
    ran = backtimer("log", "edit", FIRST_LOG)
    assert ran.err == f"backtimer: {sys.executable} ended with 3; nothing was changed\n"
    editor("path.unlink()")
    assert "No such file" in backtimer("log", "edit", FIRST_LOG).err
    for name, said in (("no-such-editor", "No such file"), ("'", "cannot be understood")):
        monkeypatch.setenv("VISUAL", name)
        assert said in backtimer("log", "edit", FIRST_LOG).err
    monkeypatch.delenv("VISUAL")
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setenv("PATH", os.devnull)
    assert backtimer("log", "edit", FIRST_LOG).err.startswith("backtimer: set EDITOR")
    assert log.read_text() == text


def test_a_log_as_long_as_the_logbook_reads_is_edited_and_checked(
    backtimer: Backtimer, log: Path, editor: Callable[[str], None]
) -> None:
    log.write_text(log.read_text() + f"# {'long ' * 20}\n" * 6_000)
    editor('path.write_text(text.replace("reps = 10", "reps = 11"))')
    assert backtimer("log", "edit", "last") == (0, f"Kept in {log}\n", "")
    assert "reps = 11" in log.read_text()
    assert backtimer("check", log).code == 0
