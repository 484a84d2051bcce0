"""Reading: whatever a file holds, the answer is a session or a list of what to mend."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backtimer.plan.session import Exercise
from backtimer.plan.session_file import read_session, session_from_text
from backtimer.quantity import Time
from backtimer.toml.decode import MOST_PROBLEMS
from backtimer.toml.read import MOST_BYTES, BadFileError, Complaint
from tests.properties import examples

HEAD = 'format = 1\ntitle = "T"\n'
PLANK = HEAD + '[[main]]\nexercise = "Plank"\nhold = "20-60s"\n'


def complaints(text: str) -> list[str]:
    with pytest.raises(BadFileError) as caught:
        session_from_text(text, "f")
    return [str(each) for each in caught.value.complaints]


def complaint_of(path: Path) -> str:
    with pytest.raises(BadFileError) as caught:
        read_session(path)
    (only,) = caught.value.complaints
    return str(only)


def test_a_plank_is_three_lines(tmp_path: Path) -> None:
    path = tmp_path / "my-plank.toml"
    path.write_text(PLANK)
    file = read_session(path)
    (plank,) = file.session.main
    assert isinstance(plank, Exercise)
    assert (file.name, plank.title, plank.hold) == ("my-plank", "Plank", Time(20, 60))


def test_the_fingerprint_tells_versions_apart(tmp_path: Path) -> None:
    path = tmp_path / "plank.toml"
    prints = []
    for text in (PLANK, PLANK, PLANK + "\n"):
        path.write_text(text)
        prints.append(read_session(path).fingerprint)
    assert prints[0] == prints[1] != prints[2]
    assert prints[0].startswith("sha256:")


def test_marks_and_line_ends_of_other_systems_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "plank.toml"
    path.write_bytes(b"\xef\xbb\xbf" + PLANK.replace("\n", "\r\n").encode())
    assert read_session(path).session == session_from_text(PLANK, "")


def test_every_problem_is_reported_with_its_line_and_what_to_do() -> None:
    assert complaints(
        """\
format = 1
titel = "Mistakes"

[[main]]
exercise = "Row"
sets = "8-minus-12"
rest = "-5s"
x_mine = "passes"

[[main]]
exercise = "Plank"
hold = "60-20s"
side_order = "alternating"

[[main]]
cues = ["no name"]
"""
    ) == [
        'f:1: title: "title" is missing',
        'f:2: titel: unknown key; did you mean "title"?',
        'f:6: main[1].sets: "8-minus-12": not a count; write 8, "8-12", "max" or "open"',
        'f:7: main[1].rest: "-5s": a time cannot be negative',
        'f:12: main[2].hold: "60-20s": the range runs backwards; did you mean "20-60 s"?',
        'f:13: main[2].side_order: needs sides; add "per_side = true" or "sides"',
        'f:15: main[3].exercise: no name: give it "exercise" or "any_of"',
    ]


def test_what_could_not_be_read_is_not_called_missing_too() -> None:
    assert complaints(HEAD + "main = 5") == [
        "f:3: main: expected a list, not a number; write [[main]]"
    ]
    assert complaints(HEAD + "[[main]]\nexercise = 5") == [
        "f:4: main[1].exercise: expected text, got a number"
    ]


def test_keys_of_ones_own_pass_everywhere() -> None:
    text = PLANK + "x_a = 1\ntempo = { x_b = [nan] }\n[x_c]\nx_d.e = 1\n[defaults]\nx_f = 2"
    assert session_from_text(text, "f").main


@pytest.mark.parametrize("value", ["nan", "-inf", "inf", "1" + "0" * 400, "-5", "true", "[]", "{}"])
def test_no_odd_value_is_a_rest(value: str) -> None:
    (only,) = complaints(PLANK + f"rest = {value}")
    assert only.startswith("f:6: main[1].rest: ")


def test_a_number_too_long_to_convert_is_refused() -> None:
    told = complaints(PLANK + "rest = 1" + "0" * 5000)
    assert told == ["f:6: a number has far too many digits"]


def test_a_thousand_million_rounds_are_too_many() -> None:
    text = HEAD + '[[main]]\ncircuit = "C"\nsteps = [{ exercise = "E" }]\nrounds = 1_000_000_000'
    assert complaints(text) == ["f:6: main[1].rounds: 1000000000: too much: at most 10,000"]
    many = text.replace('[{ exercise = "E" }]', '[{ exercise = "E", sets = 3 }]')
    (only,) = complaints(many.replace("1_000_000_000", "10_000"))
    assert only.startswith("f:3: main[1]: too long: ")


@pytest.mark.parametrize("deep", [9, 100, 150, 200, 300, 1000, 10_000])
def test_nesting_is_refused_however_deep(deep: int) -> None:
    steps = '{ circuit = "C", steps = [' * deep + '{ exercise = "E" }' + "] }" * deep
    (only,) = complaints(HEAD + f"main = [{steps}]")
    assert "nest" in only


@pytest.mark.parametrize("deep", [10, 240, 300, 400, 480, 490, 500, 1000, 50_000])
def test_lists_in_lists_are_refused_however_deep(deep: int) -> None:
    (only,) = complaints(PLANK + "rest = " + "[" * deep + "]" * deep)
    assert "not a time" in only or "nested" in only


def test_the_line_is_told_on_which_nesting_goes_too_deep() -> None:
    deep = PLANK + 'cues = ["ribs down"]\nrest = ' + "[\n" * 900 + "]" * 900
    assert complaints(deep) == ["f:23: nested far too deep"]


def test_a_key_of_a_thousand_parts_is_refused_at_once() -> None:
    dots = ".a" * 50_000
    assert complaints(PLANK + f"tempo.lift{dots} = 1") == ["f: a key has too many dots"]
    assert complaints(PLANK + f"[a{dots}]") == ["f: a key has too many dots"]


def test_a_file_of_mistakes_only_is_answered_in_reasonable_time() -> None:
    told = complaints(PLANK + "".join(f"exercis{n} = 1\n" for n in range(20_000)))
    assert len(told) == MOST_PROBLEMS
    assert told[0] == 'f:6: main[1].exercis0: unknown key; did you mean "exercise"?'
    assert told[-1] == "f:1005: main[1].exercis999: unknown key"


def test_a_file_made_of_far_too_much_is_refused_at_once() -> None:
    told = "f: too much in it: at most 60,000 values, tables and parts of keys"
    assert complaints(PLANK + "cues = [" + "'', " * 70_000 + "]") == [told]
    assert "no longer than 5000" in complaints(HEAD + "main = [" + "{}, " * 5_001 + "]")[0]


def test_a_key_of_great_length_is_told_in_short() -> None:
    (only,) = complaints(PLANK + "k" * 100_000 + " = 1")
    assert only == f"f:6: main[1].{'k' * 37}...: unknown key"


@pytest.mark.parametrize(
    ("text", "line"), [("a = ", 1), ("\n\nb = 'x", 3), ("a = 1\na = 2", 2), ("[a\n", 1)]
)
def test_what_is_no_toml_is_told_with_its_line(text: str, line: int) -> None:
    (only,) = complaints(text)
    assert only.startswith(f"f:{line}: not TOML: ")


def test_nothing_in_a_file_reaches_a_terminal_raw() -> None:
    (only,) = complaints(PLANK + 'rest = "\\u001b[31m\\u0007"\n')
    assert only.isprintable()
    assert "[31m" in only


def test_an_empty_file_is_told_where_to_look(tmp_path: Path) -> None:
    for text in ("", " \n\n"):
        (tmp_path / "e.toml").write_text(text)
        assert "is empty; sessions/README.md shows" in complaint_of(tmp_path / "e.toml")


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.toml"
    path.write_text(PLANK + "#" * 1024 * 1024)
    assert complaint_of(path) == f"{path}: too big: at most 512 KiB"
    path.write_text(PLANK + "#" * (MOST_BYTES - len(PLANK)))
    assert read_session(path).session.title == "T"


def test_a_file_of_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes(PLANK.encode() + "note = 'café'".encode("latin-1"))
    assert complaint_of(path) == f"{path}:6: not UTF-8 text; save it as UTF-8"


def test_a_folder_is_no_session(tmp_path: Path) -> None:
    assert complaint_of(tmp_path) == f"{tmp_path}: is a folder; name a file in it"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is not an ordinary file" in complaint_of(tmp_path / "pipe")


def test_a_file_that_is_not_there_is_missed(tmp_path: Path) -> None:
    assert complaint_of(tmp_path / "no.toml") == f"{tmp_path / 'no.toml'}: no such file"
    assert "cannot be read" in complaint_of(tmp_path / ("x" * 5000))
    assert "cannot be read" in complaint_of(Path("nul\0"))


@pytest.mark.skipif(os.name != "posix", reason="permissions are told otherwise here")
def test_a_file_that_may_not_be_read_is_told_so() -> None:
    """In a process of its own, which gives up the rights of the superuser if it has them."""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", FORBIDDEN]
    ran = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert ran.stdout.endswith("secret.toml: no permission to read it\n")


FORBIDDEN = """
import os, pathlib, tempfile
from backtimer.toml.read import BadFileError
from backtimer.plan.session_file import read_session
with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder, "secret.toml")
    path.write_text("format = 1")
    path.chmod(0)
    os.chmod(folder, 0o755)
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        read_session(path)
    except BadFileError as error:
        print(error)
    os.seteuid(before)
"""

FRAGMENTS = st.sampled_from(
    [
        *("[[main]]", "[main]", "[[main.steps]]", "exercise = 'E'", "circuit = 'C'", "steps = []"),
        *("steps = [{exercise='F'}]", "rounds = 3", "for = '2m'", "reps = 8", "hold = '2-3s'"),
        *("sets = 0", "time = nan", "any_of = [1, {}]", "tempo.lower = 'slow'", "sides = ['a']"),
        *("[defaults]", "rest = []", "format = 1", "title = 'T'", "[[cool_down]]", "x_y = 1", "?"),
    ]
)


@examples(200)
@given(st.lists(FRAGMENTS, max_size=10))
def test_any_file_is_a_session_or_a_list_of_complaints(lines: list[str]) -> None:
    complaints: list[Complaint] = []
    sections = 0
    try:
        sections = len(session_from_text("\n".join(lines), "f").sections)
    except BadFileError as error:
        complaints = error.complaints
    assert bool(sections) != bool(complaints)
    assert all(0 <= each.line <= len(lines) + 1 for each in complaints)
