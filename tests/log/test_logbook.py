"""The logbook: records are never overwritten, and found by the start of their names."""

import os
import resource
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from backtimer.log import logbook
from backtimer.log.logbook import Entry, Logbook, UnknownLogError
from backtimer.log.record_file import MOST_BYTES
from backtimer.toml.read import BadFileError
from tests.log.workouts import a_record, a_set


@pytest.fixture
def book(tmp_path: Path) -> Logbook:
    return Logbook(tmp_path / "data" / "logs")


def test_a_logbook_that_does_not_exist_yet_is_empty(book: Logbook) -> None:
    assert book.ids() == []
    assert list(book.entries()) == []
    with pytest.raises(UnknownLogError, match='no log "last"'):
        book.find("last")


def test_what_is_saved_is_found(book: Logbook) -> None:
    record = a_record(a_set(reps=8))
    path = book.save(record)
    assert path == book.folder / "2026-11-01T1830-day-a.toml"
    assert list(book.entries()) == [Entry("2026-11-01T1830-day-a", path, record)]
    assert [each.name for each in book.folder.iterdir()] == [path.name]


def test_no_record_overwrites_another(book: Logbook) -> None:
    records = [a_record(a_set(reps=reps)) for reps in (1, 2, 3)]
    names = [book.save(record).stem for record in records]
    assert names == [f"2026-11-01T1830-day-a{end}" for end in ("", "-2", "-3")]
    assert [book.find(name).record for name in names] == records


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permissions of this kind")
def test_a_record_is_for_its_owner_alone(book: Logbook) -> None:
    before = os.umask(0)
    try:
        path = book.save(a_record())
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o600
    book.update(path, a_record(a_set(reps=8)))
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_record_can_be_written_anew_in_its_own_place(book: Logbook) -> None:
    path = book.save(a_record(day=1))
    other = book.save(a_record(day=2))
    book.update(path, a_record(day=1, note="added later"))
    assert [record.note for record in book.records()] == ["", "added later"]
    assert sorted(book.folder.iterdir()) == [path, other]


@pytest.mark.parametrize(
    ("session", "name"),
    [
        ("../../x", "x"),
        ("CON", "CON"),
        ("a:b*c?", "a-b-c"),
        ("caf\u00e9 \u202e", "cafe"),
        ("\u6f22", "session"),
        ("", "session"),
        ("n" * 300, "n" * 60),
    ],
)
def test_any_session_name_makes_a_harmless_file_name(
    book: Logbook, session: str, name: str
) -> None:
    path = book.save(a_record(session=session))
    assert path == book.folder / f"2026-11-01T1830-{name}.toml"
    assert book.find("last").record.session == session


def test_newest_first_and_bad_files_do_not_hide_good_ones(book: Logbook) -> None:
    for day in (3, 12, 7):
        book.save(a_record(day=day))
    (book.folder / "2026-11-09T0700-day-a.toml").write_text("format = 7")
    (book.folder / "2026-11-08T0700-day-a.toml").write_bytes(b"\xff\xfe")
    (book.folder / ".2026-11-08.toml").write_text("hidden")
    (book.folder / "notes.txt").write_text("not a record")

    found = list(book.entries())
    days = [each.record.started.day if isinstance(each, Entry) else "bad" for each in found]
    assert days == [12, "bad", "bad", 7, 3]
    assert "2026-11-09T0700-day-a.toml: written by a newer backtimer" in str(found[1])
    assert "not UTF-8" in str(found[2])
    assert [record.started.day for record in book.records()] == [12, 7, 3]


def test_what_could_not_be_read_again_is_not_written(
    book: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logbook, "MOST_BYTES", 300)
    with pytest.raises(OSError, match="too long for a log"):
        book.save(a_record(a_set(note="long" * 100)))
    assert book.ids() == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_record_of_a_believable_size_is_not_read(book: Logbook) -> None:
    path = book.save(a_record(day=1))
    with path.open("ab") as file:
        file.truncate(MOST_BYTES + 1)
    os.mkfifo(book.folder / "2026-11-09T0700-pipe.toml")
    pipe, big = book.entries()
    assert "is not an ordinary file" in str(pipe)
    assert "too big: at most 24576 KiB" in str(big)


def test_a_record_is_found_by_as_much_of_its_id_as_it_takes(book: Logbook) -> None:
    for day, second in ((3, 0), (12, 0), (12, 40)):
        book.save(a_record(day=day, started=datetime(2026, 11, day, 18, 30, second, tzinfo=UTC)))
    assert book.find("2026-11-03").record.started.day == 3
    assert book.find("2026-11-12T1830-day-a").id == "2026-11-12T1830-day-a"
    assert book.find("last").id == "2026-11-12T1830-day-a-2"
    with pytest.raises(UnknownLogError, match='2 logs start with "2026-11-12"'):
        book.find("2026-11-12")
    for name in ("2025", "", "../logs/2026-11-03T1830-day-a", "*"):
        with pytest.raises(UnknownLogError, match="no log"):
            book.find(name)


def test_a_bad_record_that_is_asked_for_is_complained_of(book: Logbook) -> None:
    book.save(a_record(day=3))
    (book.folder / "2026-12-01T0700-day-a.toml").write_text("what?")
    with pytest.raises(BadFileError, match="not TOML"):
        book.find("last")


def test_a_full_disk_leaves_no_half_record_behind(book: Logbook) -> None:
    kept = book.save(a_record(day=1))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50, before[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            book.save(a_record(day=2))
        with pytest.raises(OSError, match="File too large"):
            book.update(kept, a_record(day=1, note="more"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list(book.folder.iterdir()) == [kept]
    assert book.find("last").record == a_record(day=1)


def test_a_name_that_cannot_be_given_leaves_nothing_behind(
    book: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(path: Path, target: Path) -> None:
        raise OSError(5, f"Input/output error: {path} -> {target}")

    kept = book.save(a_record(day=1))
    for owner, name in ((os, "link"), (Path, "rename"), (Path, "replace")):
        monkeypatch.setattr(owner, name, fails)
    with pytest.raises(OSError, match="Input/output error"):
        book.save(a_record(day=2))
    with pytest.raises(OSError, match="Input/output error"):
        book.update(kept, a_record(day=1, note="more"))
    assert list(book.folder.iterdir()) == [kept]
    assert book.find("last").record == a_record(day=1)


def test_until_a_log_is_whole_there_is_none(book: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    def dies(path: Path, target: Path) -> None:
        raise SystemExit(f"killed before {path} became {target}")

    for owner, name in ((os, "link"), (Path, "rename"), (Path, "replace")):
        monkeypatch.setattr(owner, name, dies)
    with pytest.raises(SystemExit):
        book.save(a_record())
    assert book.ids() == []


def test_a_disk_without_links_keeps_every_record_too(
    book: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(path: Path, target: Path) -> None:
        raise PermissionError(1, f"Operation not permitted: {path} -> {target}")

    monkeypatch.setattr(os, "link", fails)
    test_no_record_overwrites_another(book)
    assert len(list(book.folder.iterdir())) == 3


def test_a_folder_that_cannot_be_listed_is_told_and_not_taken_for_empty(tmp_path: Path) -> None:
    round_and_round = tmp_path / "logs"
    round_and_round.symlink_to(round_and_round)
    a_file = tmp_path / "file"
    a_file.write_text("not a folder")
    for folder in (round_and_round, a_file):
        book = Logbook(folder)
        for ask in (book.ids, lambda book=book: book.find("last")):
            with pytest.raises(BadFileError, match=f"{folder}: cannot be listed: "):
                ask()
        (only,) = book.entries()
        assert isinstance(only, BadFileError)
        assert list(book.records()) == []


def test_crlf_and_a_folder_in_the_way_are_no_trouble(book: Logbook) -> None:
    path = book.save(a_record(day=1))
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    (book.folder / "2026-11-02T1830-day-a.toml").mkdir()
    assert book.save(a_record(day=2)).stem == "2026-11-02T1830-day-a-2"
    assert [record.started.day for record in book.records()] == [2, 1]


@pytest.mark.parametrize(
    "name",
    [
        "2026-11-02T1830-day-a (conflicted copy 2026-11-02 190000)",
        "2026-11-02T1830-day-a.sync-conflict-20261102-190000-ABCDEFG",
        "2026-11-02T1830-day-a 2",
        "2026-11-02T1830-day-a-laptop",
    ],
)
def test_a_copy_that_a_synchronised_folder_left_is_told_and_not_counted(
    book: Logbook, name: str
) -> None:
    book.save(a_record(day=1))
    first = book.save(a_record(day=2, note="here"))
    copy = first.with_name(f"{name}.toml")
    copy.write_text(first.read_text().replace("here", "there"))
    assert [record.note for record in book.records()] == ["here", ""]
    assert book.find("last").id == first.stem
    (told,) = (each for each in book.entries() if isinstance(each, BadFileError))
    assert f"{copy}: the same workout as {first.stem}" in str(told)
    first.unlink()
    assert [record.note for record in book.records()] == ["there", ""], "the only one counts"


def test_a_file_that_vanishes_while_the_folder_is_read_is_no_complaint(book: Logbook) -> None:
    paths = [book.save(a_record(day=day)) for day in (1, 5, 9)]
    reading = book.entries()
    assert isinstance(next(reading), Entry)
    paths[0].unlink()
    (left,) = reading
    assert isinstance(left, Entry)
    assert left.path == paths[1]


def test_a_file_that_is_half_there_is_told_and_read_once_it_is_whole(book: Logbook) -> None:
    path = book.save(a_record(a_set(reps=8), day=1))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    (told,) = book.entries()
    assert isinstance(told, BadFileError)
    path.write_bytes(whole)
    assert isinstance(next(book.entries()), Entry)


def test_what_programs_that_synchronise_leave_for_themselves_is_not_seen(book: Logbook) -> None:
    path = book.save(a_record(day=1))
    for name in (".syncthing.2026-11-02T1830-day-a.toml.tmp", ".2026-11-02T1830-day-a.toml.icloud"):
        path.with_name(name).write_bytes(b"half")
    assert book.ids() == [path.stem]


def test_the_hour_that_summer_time_gives_back_is_told_from_the_one_before(book: Logbook) -> None:
    summer, winter = (timezone(timedelta(hours=hours)) for hours in (2, 1))
    first = datetime(2026, 10, 25, 2, 50, tzinfo=summer)
    second = datetime(2026, 10, 25, 2, 10, tzinfo=winter)
    for note, started in (("first", first), ("second", second)):
        book.save(a_record(started=started, ended=started, note=note))
    assert [record.note for record in book.records()] == ["second", "first"]
    assert book.find("last").record.note == "second"
