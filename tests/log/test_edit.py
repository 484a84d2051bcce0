"""A log is changed by a few values, and everything else in its file stays."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backtimer.log.edit import LogFile, log_file, put, read_log_file, with_set, with_words
from backtimer.log.record import to_toml
from backtimer.toml.read import BadFileError
from backtimer.workout.events import Result
from tests.files.full_disk import full_disk
from tests.log.test_page import WORKOUT
from tests.properties import examples

MINE = """\
# What I did, in my own words.
title    = "Pull day"   # a good one
format = 1
session = "day-a"
started = 2026-11-01T18:30:00Z
ended   = 2026-11-01T19:10:00Z
outcome = "finished"
x_mood = ["sunny", # outside
          "warm"]

[[sets]] # the first
exercise = 'Row'
section = "main"
set = 1
reps = 10 # clean ones
status = "done"
    load = "20 kg"


# and then
[[sets]]
status = "done"
exercise = "Plank"
section = "main"
set = 1
    # it was hot
planned_seconds_low = 20
rounds = [ { title = "Core", round = 1 } ]
seconds = 43.0

# the end
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "2026-11-01T1830-day-a.toml"
    path.write_text(MINE)
    return path


def text_of(file: LogFile) -> str:
    return file.data.decode()


def changed(file: LogFile, number: int, **what: object) -> LogFile:
    before = file.record.sets[number].result
    known = {each: getattr(before, each) for each in before.__struct_fields__}
    return with_set(file, number, before, Result(**{**known, **what}))


def test_one_number_changes_and_not_a_character_besides(path: Path) -> None:
    file = read_log_file(path)
    after = changed(file, 0, reps=9)
    assert text_of(after) == MINE.replace("reps = 10 #", "reps = 9 #")
    assert after.record.sets[0].reps == 9
    put(path, after.data, file.data)
    assert path.read_text() == text_of(after)
    assert read_log_file(path) == after


def test_what_was_not_there_comes_after_the_last_key_of_its_set(path: Path) -> None:
    after = changed(read_log_file(path), 0, rpe=8.5, note="grip [/] went\n")
    assert text_of(after) == MINE.replace(
        '"20 kg"\n', '"20 kg"\nrpe = 8.5\nnote = "grip [/] went\\n"\n'
    )
    after = changed(after, 1, seconds=44.0, load="5 kg")
    assert 'seconds = 44.0\nload = "5 kg"\n\n# the end\n' in text_of(after)


def test_words_about_the_session_change_or_come_before_its_sets(path: Path) -> None:
    file = with_words(read_log_file(path), note="tired", feeling=2)
    assert (file.record.note, file.record.feeling) == ("tired", 2)
    again = with_words(file, feeling=3)
    assert text_of(again) == text_of(file).replace("feeling = 2", "feeling = 3")
    assert with_words(again, note="tired", feeling=3) is again
    for line in MINE.splitlines():
        assert line in text_of(again).splitlines()


def test_what_is_no_longer_known_is_taken_out(path: Path) -> None:
    file = read_log_file(path)
    with_effort = changed(file, 1, rpe=8.0)
    assert text_of(changed(with_effort, 1, rpe=None)) == text_of(file)
    with pytest.raises(BadFileError, match=r"sets\[1\]\.reps: cannot be changed without harm"):
        changed(file, 0, reps=None)  # its comment would go with it


def test_what_a_log_may_not_say_is_refused(path: Path) -> None:
    file = read_log_file(path)
    with pytest.raises(BadFileError, match=r"toml:\d+: sets\[1\]\.rpe: expected a number <= 10"):
        changed(file, 0, rpe=11.0)
    with pytest.raises(BadFileError, match="feeling"):
        with_words(file, feeling=6)


def test_a_file_that_somebody_changed_meanwhile_is_left_to_them(path: Path) -> None:
    file = read_log_file(path)
    path.write_text(path.read_text() + "# mine\n")
    with pytest.raises(BadFileError, match="another program has changed it meanwhile"):
        put(path, changed(file, 0, reps=9).data, file.data)
    assert path.read_text().endswith("# mine\n")
    path.unlink()
    with pytest.raises(BadFileError, match="no such file"):
        put(path, changed(file, 0, reps=9).data, file.data)
    assert not path.exists()


def test_a_disk_that_takes_nothing_leaves_the_log_as_it_was(path: Path) -> None:
    file = read_log_file(path)
    with full_disk(), pytest.raises(BadFileError, match="cannot be written"):
        put(path, changed(file, 0, reps=9).data, file.data)
    assert read_log_file(path) == file


def test_line_ends_and_the_mark_of_other_systems_stay(path: Path) -> None:
    data = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
    after = changed(log_file(path, data), 0, reps=9)
    assert after.data == data.replace(b"reps = 10", b"reps = 9")


RESULTS = st.builds(
    Result,
    seconds=st.floats(0, 9999),
    reps=st.none() | st.integers(0, 9999),
    load=st.sampled_from(["", "20 kg", "band red", "assisted 5 kg"]),
    rpe=st.none() | st.floats(1, 10),
    note=st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
)


@examples(12)
@given(st.lists(st.tuples(st.integers(0, 4), RESULTS), max_size=3))
def test_after_any_changes_the_last_numbers_hold_and_can_be_changed_back(
    changes: list[tuple[int, Result]],
) -> None:
    text = "# my log\n\n" + to_toml(WORKOUT).replace("\nrpe", "\n\n  # hard!\n rpe")
    file = first = log_file(Path("f.toml"), text.encode())
    wanted = [each.result for each in first.record.sets]
    for number, result in changes:
        file = with_set(file, number, wanted[number], result)
        wanted[number] = result
    assert [each.result for each in file.record.sets] == wanted
    for comment in ("# my log\n\n", "  # hard!\n"):
        assert comment in text_of(file)
    for number, each in enumerate(first.record.sets):
        file = with_set(file, number, wanted[number], each.result)
    assert [each.result for each in file.record.sets] == [each.result for each in first.record.sets]


def test_a_log_as_long_as_the_logbook_reads_can_be_changed(path: Path) -> None:
    path.write_text(MINE + f"# {'long ' * 20}\n" * 6_000)
    before = path.read_bytes()
    assert len(before) > 600_000
    file = read_log_file(path)
    after = with_words(file, note="at last")
    put(path, after.data, before)
    assert read_log_file(path).record.note == "at last"
