from pathlib import Path

import pytest

from backtimer.plan import find
from backtimer.toml.read import BadFileError


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with a few sessions, and a person who has none yet."""
    monkeypatch.setenv("BACKTIMER_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(find, "_PACKAGE", tmp_path / "package")
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "package" / "sessions"
    for name in ("bands", "day-a", "day-b", "taste"):
        write(folder / f"{name}.toml", title=name.replace("-", " ").title())
    write(folder / "day-b.toml", title="Day B", after="day-a")
    write(folder / "day-a.toml", title="Day A", after="Day B")
    return folder


def write(path: Path, *, title: str = "Test", after: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f'format = 1\ntitle = "{title}"\nnext = "{after}"\n[[main]]\nexercise = "Row"\nreps = 5\n'
    )
    return path


def names() -> list[str]:
    return [file.name for file in find.all_sessions().sessions]


def test_in_a_checkout_the_sessions_lie_beside_the_package(
    shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find, "_PACKAGE", shipped.parent / "backtimer")
    assert find.shipped() == shipped


def test_the_programme_comes_first_then_a_taste_then_the_rest_by_name(tmp_path: Path) -> None:
    assert names() == ["day-a", "day-b", "taste", "bands"]
    write(tmp_path / "home/sessions/autumn.toml")
    assert names() == ["day-a", "day-b", "taste", "autumn", "bands"]


def test_a_programme_that_ends_starts_at_its_head(tmp_path: Path) -> None:
    write(tmp_path / "home/sessions/x-first.toml", after="a-second")
    write(tmp_path / "home/sessions/a-second.toml", after="nowhere")
    assert names() == ["x-first", "a-second", "day-a", "day-b", "taste", "bands"]


@pytest.mark.parametrize("name", ["day-a", "Day A", "DAY_A", "  day  a "])
def test_a_session_is_found_by_its_name_or_title_in_any_case(name: str, shipped: Path) -> None:
    assert find.find(name) == shipped / "day-a.toml"


def test_a_title_need_not_be_like_the_name(tmp_path: Path) -> None:
    own = write(tmp_path / "home/sessions/mine.toml", title="Sunday Long Pull")
    assert find.find("sunday long pull") == own


def test_a_persons_own_file_takes_the_place_of_a_shipped_one(tmp_path: Path) -> None:
    own = write(tmp_path / "home/sessions/Day-A.toml", title="My day A")
    assert find.find("day-a") == own
    assert [file.path for file in find.all_sessions().sessions].count(own) == 1
    assert len(names()) == 4


def test_broken_files_are_complained_of_and_left_out(tmp_path: Path) -> None:
    broken = tmp_path / "home/sessions/taste.toml"
    write(broken).write_text('format = 1\ntitle = "X"\ntitel = "Y"\n')
    found = find.all_sessions()
    assert "taste" not in [file.name for file in found.sessions]
    assert {each.file for each in found.broken} == {str(broken)}
    assert len(found.broken) == 2


def test_hidden_files_are_no_sessions(tmp_path: Path) -> None:
    write(tmp_path / "home/sessions/.#day-a.toml").write_text("not a session")
    assert find.all_sessions().broken == ()


def test_a_path_is_a_path_even_if_there_is_no_such_file(tmp_path: Path) -> None:
    assert find.find("./day-a") == Path("day-a")
    assert find.find("nope.toml") == Path("nope.toml")
    (tmp_path / "plain").write_text("a file without an ending")
    assert find.find("plain") == Path("plain")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("dya-a", '"dya-a": no session has that name; did you mean "day-a"?'),
        ("zzz", '"zzz": no session has that name; "backtimer list" shows them all'),
        ("", '"": no session has that name; "backtimer list" shows them all'),
        ("\x1b[2J", '"\ufffd[2J": no session has that name; "backtimer list" shows them all'),
    ],
)
def test_an_unknown_name_gets_a_suggestion(name: str, message: str) -> None:
    with pytest.raises(BadFileError) as caught:
        find.find(name)
    assert str(caught.value) == message


def test_no_name_is_too_long_to_be_looked_for() -> None:
    with pytest.raises(BadFileError, match="no session has that name"):
        find.find("x" * 5000)


def test_a_missing_file_may_be_a_session_that_is_known(shipped: Path) -> None:
    assert find.suggestion(Path("day-a.toml")) == f"; did you mean {shipped / 'day-a.toml'}?"
    assert find.suggestion(Path("nope.toml")) == ""
    assert find.suggestion(shipped / "day-a.toml") == ""
    assert find.suggestion(Path("x" * 5000)) == ""
