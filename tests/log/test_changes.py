"""What other programs do to a folder of logs is noticed, and nothing else is read again."""

import shutil
from pathlib import Path

import pytest

from backtimer.log.changes import NO_CHANGE, LogChangeDetector
from backtimer.log.logbook import Entry, Logbook
from backtimer.log.record import to_toml
from tests.log.test_cache import aged
from tests.log.workouts import a_record, a_set


@pytest.fixture
def book(tmp_path: Path) -> Logbook:
    """The logs of three days, none of them new, all of them read."""
    book = Logbook(tmp_path / "logs", tmp_path / "cache")
    for day in (1, 2, 3):
        aged(book.save(a_record(a_set(reps=8), day=day)))
    assert len(list(book.entries())) == 3
    return book


def test_only_what_changed_is_read(book: Logbook, reads: list[str]) -> None:
    watch = LogChangeDetector(book)
    entries = [each for each in book.entries() if isinstance(each, Entry)]
    reads.clear()
    assert watch.poll() == NO_CHANGE
    assert reads == []
    changed, gone, same = entries
    changed.path.write_text(to_toml(a_record(a_set(reps=9), day=3)))
    gone.path.unlink()
    added = book.save(a_record(a_set(reps=7), day=4))
    (book.folder / "notes.txt").write_text("no log")
    (book.folder / ".half.toml").write_text("not yet")
    change = watch.poll()
    assert {each.id: each.record.sets[0].reps for each in change.read} == {
        changed.id: 9,
        added.stem: 7,
    }
    assert change.gone == (gone.id,)
    assert change.bad == ()
    assert sorted(reads) == sorted((changed.id, added.stem))
    assert watch.poll() == NO_CHANGE
    assert same.id not in reads


def test_what_changes_after_it_was_read_is_not_missed(book: Logbook) -> None:
    path = book.path(book.ids()[0])
    path.write_text(to_toml(a_record(a_set(reps=12), day=3)))
    (entry,) = LogChangeDetector(book).poll().read
    assert entry.record.sets[0].reps == 12


def test_a_file_that_cannot_be_read_is_told_once_and_read_when_it_can(book: Logbook) -> None:
    watch = LogChangeDetector(book)
    path = book.path(book.ids()[0])
    text = path.read_text()
    path.write_text(text[:50])
    change = watch.poll()
    assert [error.complaints[0].file for error in change.bad] == [str(path)]
    assert change.read == ()
    assert watch.poll() == NO_CHANGE
    path.write_text(text)
    assert [each.id for each in watch.poll().read] == [path.stem]


def test_as_long_as_the_folder_cannot_be_listed_nothing_has_changed(book: Logbook) -> None:
    watch = LogChangeDetector(book)
    book.folder.rename(book.folder.with_name("away"))
    book.folder.write_text("in the way")
    assert watch.poll() == NO_CHANGE
    book.folder.unlink()
    book.folder.with_name("away").rename(book.folder)
    assert watch.poll() == NO_CHANGE


def test_a_folder_that_is_made_later_is_seen(tmp_path: Path) -> None:
    book = Logbook(tmp_path / "none")
    watch = LogChangeDetector(book)
    assert watch.poll() == NO_CHANGE
    saved = book.save(a_record(a_set(reps=8)))
    assert [each.id for each in watch.poll().read] == [saved.stem]


def test_what_leads_nowhere_is_no_log(book: Logbook) -> None:
    watch = LogChangeDetector(book)
    (book.folder / "2026-11-09T0000-x.toml").symlink_to("nowhere")
    assert watch.poll() == NO_CHANGE


def test_a_copy_is_told_once_its_first_is_gone_or_tells_of_another_workout(book: Logbook) -> None:
    third, second, _ = book.ids()
    for name in (third, second):
        aged(Path(shutil.copy(book.path(name), book.folder / f"{name}-copy.toml")))
    assert len([each for each in book.entries() if isinstance(each, Entry)]) == 3
    watch = LogChangeDetector(book)
    assert watch.poll() == NO_CHANGE
    book.path(third).unlink()
    change = watch.poll()
    assert change.gone == (third,)
    assert [each.id for each in change.read] == [f"{third}-copy"]
    path = book.path(second)
    path.write_text(path.read_text().replace("2026-11-02", "2026-10-02"))
    assert {each.id for each in watch.poll().read} == {second, f"{second}-copy"}
    assert watch.poll() == NO_CHANGE


def test_a_copy_made_while_one_looks_is_told_again_when_it_counts(book: Logbook) -> None:
    watch = LogChangeDetector(book)
    name = book.ids()[0]
    shutil.copy(book.path(name), book.path(f"{name}-copy"))
    assert [each.id for each in watch.poll().read] == [f"{name}-copy"]
    book.path(name).unlink()
    assert [each.id for each in watch.poll().read] == [f"{name}-copy"]
