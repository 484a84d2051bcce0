"""Logs that are looked through: what is changed or deleted on the way, and what comes back."""

from datetime import date
from pathlib import Path

import pytest
from msgspec import structs

from backtimer.history.browse import Browse
from backtimer.log.bin import bring_back
from backtimer.log.changes import LogChange
from backtimer.log.logbook import Entry, Logbook
from backtimer.toml.read import BadFileError
from tests.log.workouts import a_record, a_set


@pytest.fixture
def browse(tmp_path: Path) -> Browse:
    """Three logs, of the 3rd, the 2nd and the 1st of a month."""
    book = Logbook(tmp_path)
    for day in (1, 2, 3):
        book.save(a_record(a_set(reps=8), day=day))
    return Browse(each for each in book.entries() if isinstance(each, Entry))


def days(browse: Browse) -> list[int]:
    return [each.record.started.day for each in browse.entries]


def names(browse: Browse) -> list[str]:
    """The ids of all in hand, newest first."""
    return [each.id for each in browse.entries]


def test_what_is_deleted_comes_back_to_its_place_the_last_first(browse: Browse) -> None:
    third, second, _ = names(browse)
    assert browse.delete(second).record.started.day == 2
    browse.delete(third)
    assert days(browse) == [1]
    assert [browse.bring_back(), days(browse)] == [third, [3, 1]]
    assert [browse.bring_back(), days(browse)] == [second, [3, 2, 1]]
    assert browse.bring_back() is None
    assert all(each.path.exists() for each in browse.entries)
    assert browse.is_changed


def test_what_another_program_brought_back_is_passed_over(browse: Browse) -> None:
    third, second, first = names(browse)
    for name in (third, second):
        browse.delete(name)
    bring_back(browse._deleted[-1])
    assert browse.bring_back() == third
    assert names(browse) == [third, first], "the other one is noticed by whoever watches"
    assert browse.bring_back() is None


def test_only_what_is_looked_for_is_shown_and_what_is_put_right_is_looked_at_anew(
    browse: Browse,
) -> None:
    today = date(2026, 11, 22)
    assert browse.look_for("date:2026-11-02", today) == ()
    assert [each.record.started.day for each in browse.shown] == [2]
    assert browse.look_for("sore", today) == ()
    assert browse.shown == []
    (complaint,) = browse.look_for("last:soon", today)
    assert '"soon" is no span' in complaint
    assert browse.shown == browse.entries
    browse.look_for("2026-11-02", today)
    second = names(browse)[1]
    log_editor = browse.open(second)
    log_editor.say(note="sore")
    browse.update(second, log_editor)
    browse.look_for("sore", today)
    assert [each.record.started.day for each in browse.shown] == [2]
    browse.delete(second)
    assert browse.shown == []
    assert browse.bring_back() == second
    assert len(browse.shown) == 3, "among all"


def test_what_falls_out_of_what_is_looked_for_is_still_the_one_that_goes(browse: Browse) -> None:
    third, second, first = names(browse)
    for name in (second, first):
        log_editor = browse.open(name)
        log_editor.say(note="stiff")
        browse.update(name, log_editor)
    browse.look_for("note:stiff", date(2026, 11, 22))
    log_editor = browse.open(second)
    log_editor.say(note="fine")
    assert browse.update(second, log_editor)
    assert [each.id for each in browse.shown] == [first]
    assert browse.delete(second).record.note == "fine"
    assert names(browse) == [third, first]
    assert [second in browse, first in browse] == [False, True]


def test_a_log_that_another_program_moved_in_time_is_still_the_one_that_goes(
    browse: Browse,
) -> None:
    third, second, first = names(browse)
    log_editor = browse.open(third)
    path = browse.entries[0].path
    path.write_text(path.read_text().replace("2026-11-03", "2026-10-03"))
    assert log_editor.poll()
    assert browse.update(third, log_editor)
    assert names(browse) == [second, first, third]
    browse.delete(third)
    assert names(browse) == [second, first]


def test_older_ones_are_added_and_what_was_deleted_meanwhile_stays_so(browse: Browse) -> None:
    every = list(browse.entries)
    some = Browse(every[:2])
    some.delete(every[1].id)
    some.add(every)
    assert days(some) == [3, 1]
    assert some.bring_back() == every[1].id
    assert days(some) == [3, 2, 1]
    none = Browse(())
    none.add(every)
    assert days(none) == [3, 2, 1]


def test_one_that_began_at_the_same_instant_as_the_oldest_in_hand_is_added(tmp_path: Path) -> None:
    records = [a_record(a_set(), session=name, day=1) for name in ("a", "b", "c")]
    every = [Entry(each.session, tmp_path / each.session, each) for each in records]
    some = Browse(every[:2])
    some.add(every)
    some.add(every)
    assert names(some) == ["a", "b", "c"]


def test_what_was_put_right_is_in_the_list(browse: Browse) -> None:
    second = names(browse)[1]
    log_editor = browse.open(second)
    assert not browse.update(second, log_editor)
    assert not browse.is_changed
    log_editor.say(feeling=5)
    assert browse.update(second, log_editor)
    assert [each.record.feeling for each in browse.entries] == [None, 5, None]
    assert browse.is_changed


def test_opened_again_it_can_be_undone_unless_another_program_changed_it(browse: Browse) -> None:
    third = names(browse)[0]
    browse.open(third).say(feeling=5)
    assert browse.open(third).undo()
    browse.open(third).say(feeling=4)
    path = browse.entries[0].path
    path.write_text(path.read_text() + "# mine\n")
    assert not browse.open(third).undo()
    path.write_text("no log")
    for _ in range(2):
        with pytest.raises(BadFileError, match="not TOML"):
            browse.open(third)


def test_what_went_wrong_meanwhile_is_told(browse: Browse) -> None:
    third = names(browse)[0]
    browse.entries[0].path.write_text("no log")
    with pytest.raises(BadFileError, match="not TOML"):
        browse.open(third)
    browse.delete(third)
    with pytest.raises(BadFileError, match="not TOML"):
        browse.bring_back()
    assert browse.bring_back() is None, "it is back, though it cannot be read"
    browse.entries[0].path.unlink()
    with pytest.raises(FileNotFoundError):
        browse.delete(names(browse)[0])
    assert days(browse) == [2, 1]


def test_what_other_programs_did_is_taken_in_and_what_is_looked_for_stays(browse: Browse) -> None:
    third, second, first = browse.entries
    browse.look_for("sore", date(2026, 11, 22))
    assert not browse.apply(LogChange(read=(third,)))
    assert not browse.apply(LogChange(gone=("no such",)))
    assert not browse.is_changed
    sore = Entry(first.id, first.path, structs.replace(first.record, note="sore"))
    new = Entry("new", third.path.with_stem("new"), a_record(a_set(), day=4, note="sore too"))
    assert browse.apply(LogChange(read=(sore, new), gone=(second.id,)))
    assert browse.shown == [new, sore]
    assert browse.entries == [new, third, sore]
    assert browse.is_changed


def test_a_copy_is_left_out_and_a_renamed_log_is_not_one(browse: Browse) -> None:
    third = browse.entries[0]
    other = Entry("other", third.path.with_stem("other"), third.record)
    assert not browse.apply(LogChange(read=(other,)))
    assert browse.apply(LogChange(read=(other,), gone=(third.id,)))
    assert browse.entries[0] == other
    assert days(browse) == [3, 2, 1]


def test_the_first_of_copies_counts_whatever_comes_in_which_order(browse: Browse) -> None:
    third = browse.entries[0]
    path, record = third.path, third.record
    moved = structs.replace(record, started=record.started.replace(day=9))
    copies = tuple(Entry(name, path.with_stem(name), record) for name in ("bbb", "aaa", "c"))
    assert not browse.apply(LogChange(read=(*copies, third))), "what is in hand comes before copies"
    assert browse.apply(LogChange(read=(*copies, Entry(third.id, path, moved))))
    assert names(browse)[:2] == [third.id, "c"]
    assert days(browse) == [9, 3, 2, 1]
    assert browse.apply(LogChange(read=copies[:2], gone=("c",)))
    assert names(browse)[:2] == [third.id, "aaa"]


def test_what_comes_back_stands_in_the_place_of_its_copy(browse: Browse) -> None:
    third = browse.entries[0]
    copy = Entry("copy", third.path.with_stem("copy"), third.record)
    browse.delete(third.id)
    assert browse.apply(LogChange(read=(copy,), gone=(third.id,)))
    assert names(browse)[0] == "copy"
    assert browse.bring_back() == third.id
    assert days(browse) == [3, 2, 1]


def test_a_long_log_is_opened_and_comes_back_as_it_is_listed(browse: Browse) -> None:
    third = browse.entries[0]
    third.path.write_text(third.path.read_text() + f"# {'long ' * 20}\n" * 6_000)
    assert browse.open(third.id).record == third.record
    browse.delete(third.id)
    assert browse.bring_back() == third.id
