"""Logs that are looked through: what is changed or deleted on the way, and what comes back."""

from datetime import date
from pathlib import Path

import pytest
from msgspec import structs

from backtimer.history.log_browser import LogBrowser
from backtimer.log.bin import restore
from backtimer.log.changes import LogChange
from backtimer.log.logbook import Entry, Logbook
from backtimer.toml.read import BadFileError
from tests.log.workouts import a_record, a_set


@pytest.fixture
def browser(tmp_path: Path) -> LogBrowser:
    """Three logs, of the 3rd, the 2nd and the 1st of a month."""
    book = Logbook(tmp_path)
    for day in (1, 2, 3):
        book.save(a_record(a_set(reps=8), day=day))
    return LogBrowser(each for each in book.entries() if isinstance(each, Entry))


def days(browser: LogBrowser) -> list[int]:
    return [each.record.started.day for each in browser.entries]


def names(browser: LogBrowser) -> list[str]:
    """The ids of all in hand, newest first."""
    return [each.id for each in browser.entries]


def test_what_is_deleted_comes_back_to_its_place_the_last_first(browser: LogBrowser) -> None:
    third, second, _ = names(browser)
    assert browser.delete(second).record.started.day == 2
    browser.delete(third)
    assert days(browser) == [1]
    assert [browser.restore(), days(browser)] == [third, [3, 1]]
    assert [browser.restore(), days(browser)] == [second, [3, 2, 1]]
    assert browser.restore() is None
    assert all(each.path.exists() for each in browser.entries)
    assert browser.is_changed


def test_what_another_program_brought_back_is_passed_over(browser: LogBrowser) -> None:
    third, second, first = names(browser)
    for name in (third, second):
        browser.delete(name)
    restore(browser._deleted[-1])
    assert browser.restore() == third
    assert names(browser) == [third, first], "the other one is noticed by whoever watches"
    assert browser.restore() is None


def test_only_what_is_looked_for_is_shown_and_what_is_put_right_is_looked_at_anew(
    browser: LogBrowser,
) -> None:
    today = date(2026, 11, 22)
    assert browser.search("date:2026-11-02", today) == ()
    assert [each.record.started.day for each in browser.shown] == [2]
    assert browser.search("sore", today) == ()
    assert browser.shown == []
    (complaint,) = browser.search("last:soon", today)
    assert '"soon" is no span' in complaint
    assert browser.shown == browser.entries
    browser.search("2026-11-02", today)
    second = names(browser)[1]
    log_editor = browser.open(second)
    log_editor.say(note="sore")
    browser.update(second, log_editor)
    browser.search("sore", today)
    assert [each.record.started.day for each in browser.shown] == [2]
    browser.delete(second)
    assert browser.shown == []
    assert browser.restore() == second
    assert len(browser.shown) == 3, "among all"


def test_what_falls_out_of_the_search_is_still_the_one_that_goes(
    browser: LogBrowser,
) -> None:
    third, second, first = names(browser)
    for name in (second, first):
        log_editor = browser.open(name)
        log_editor.say(note="stiff")
        browser.update(name, log_editor)
    browser.search("note:stiff", date(2026, 11, 22))
    log_editor = browser.open(second)
    log_editor.say(note="fine")
    assert browser.update(second, log_editor)
    assert [each.id for each in browser.shown] == [first]
    assert browser.delete(second).record.note == "fine"
    assert names(browser) == [third, first]
    assert [second in browser, first in browser] == [False, True]


def test_a_log_that_another_program_moved_in_time_is_still_the_one_that_goes(
    browser: LogBrowser,
) -> None:
    third, second, first = names(browser)
    log_editor = browser.open(third)
    path = browser.entries[0].path
    path.write_text(path.read_text().replace("2026-11-03", "2026-10-03"))
    assert log_editor.poll()
    assert browser.update(third, log_editor)
    assert names(browser) == [second, first, third]
    browser.delete(third)
    assert names(browser) == [second, first]


def test_older_ones_are_added_and_what_was_deleted_meanwhile_stays_so(browser: LogBrowser) -> None:
    every = list(browser.entries)
    some = LogBrowser(every[:2])
    some.delete(every[1].id)
    some.add(every)
    assert days(some) == [3, 1]
    assert some.restore() == every[1].id
    assert days(some) == [3, 2, 1]
    none = LogBrowser(())
    none.add(every)
    assert days(none) == [3, 2, 1]


def test_one_that_began_at_the_same_instant_as_the_oldest_in_hand_is_added(tmp_path: Path) -> None:
    records = [a_record(a_set(), session=name, day=1) for name in ("a", "b", "c")]
    every = [Entry(each.session, tmp_path / each.session, each) for each in records]
    some = LogBrowser(every[:2])
    some.add(every)
    some.add(every)
    assert names(some) == ["a", "b", "c"]


def test_what_was_put_right_is_in_the_list(browser: LogBrowser) -> None:
    second = names(browser)[1]
    log_editor = browser.open(second)
    assert not browser.update(second, log_editor)
    assert not browser.is_changed
    log_editor.say(feeling=5)
    assert browser.update(second, log_editor)
    assert [each.record.feeling for each in browser.entries] == [None, 5, None]
    assert browser.is_changed


def test_opened_again_it_can_be_undone_unless_a_program_changed_it(
    browser: LogBrowser,
) -> None:
    third = names(browser)[0]
    browser.open(third).say(feeling=5)
    assert browser.open(third).undo()
    browser.open(third).say(feeling=4)
    path = browser.entries[0].path
    path.write_text(path.read_text() + "# mine\n")
    assert not browser.open(third).undo()
    path.write_text("no log")
    for _ in range(2):
        with pytest.raises(BadFileError, match="not TOML"):
            browser.open(third)


def test_what_went_wrong_meanwhile_is_told(browser: LogBrowser) -> None:
    third = names(browser)[0]
    browser.entries[0].path.write_text("no log")
    with pytest.raises(BadFileError, match="not TOML"):
        browser.open(third)
    browser.delete(third)
    with pytest.raises(BadFileError, match="not TOML"):
        browser.restore()
    assert browser.restore() is None, "it is back, though it cannot be read"
    browser.entries[0].path.unlink()
    with pytest.raises(FileNotFoundError):
        browser.delete(names(browser)[0])
    assert days(browser) == [2, 1]


def test_what_other_programs_did_is_taken_in_and_the_search_stays(
    browser: LogBrowser,
) -> None:
    third, second, first = browser.entries
    browser.search("sore", date(2026, 11, 22))
    assert not browser.apply(LogChange(read=(third,)))
    assert not browser.apply(LogChange(gone=("no such",)))
    assert not browser.is_changed
    sore = Entry(first.id, first.path, structs.replace(first.record, note="sore"))
    new = Entry("new", third.path.with_stem("new"), a_record(a_set(), day=4, note="sore too"))
    assert browser.apply(LogChange(read=(sore, new), gone=(second.id,)))
    assert browser.shown == [new, sore]
    assert browser.entries == [new, third, sore]
    assert browser.is_changed


def test_a_copy_is_left_out_and_a_renamed_log_is_not_one(browser: LogBrowser) -> None:
    third = browser.entries[0]
    other = Entry("other", third.path.with_stem("other"), third.record)
    assert not browser.apply(LogChange(read=(other,)))
    assert browser.apply(LogChange(read=(other,), gone=(third.id,)))
    assert browser.entries[0] == other
    assert days(browser) == [3, 2, 1]


def test_the_first_of_copies_counts_whatever_comes_in_which_order(browser: LogBrowser) -> None:
    third = browser.entries[0]
    path, record = third.path, third.record
    moved = structs.replace(record, started=record.started.replace(day=9))
    copies = tuple(Entry(name, path.with_stem(name), record) for name in ("bbb", "aaa", "c"))
    assert not browser.apply(LogChange(read=(*copies, third))), (
        "the one in hand comes before copies"
    )
    assert browser.apply(LogChange(read=(*copies, Entry(third.id, path, moved))))
    assert names(browser)[:2] == [third.id, "c"]
    assert days(browser) == [9, 3, 2, 1]
    assert browser.apply(LogChange(read=copies[:2], gone=("c",)))
    assert names(browser)[:2] == [third.id, "aaa"]


def test_what_comes_back_stands_in_the_place_of_its_copy(browser: LogBrowser) -> None:
    third = browser.entries[0]
    copy = Entry("copy", third.path.with_stem("copy"), third.record)
    browser.delete(third.id)
    assert browser.apply(LogChange(read=(copy,), gone=(third.id,)))
    assert names(browser)[0] == "copy"
    assert browser.restore() == third.id
    assert days(browser) == [3, 2, 1]


def test_a_long_log_is_opened_and_comes_back_as_it_is_listed(browser: LogBrowser) -> None:
    third = browser.entries[0]
    third.path.write_text(third.path.read_text() + f"# {'long ' * 20}\n" * 6_000)
    assert browser.open(third.id).record == third.record
    browser.delete(third.id)
    assert browser.restore() == third.id
