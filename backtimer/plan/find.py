"""Where sessions live: those shipped with backtimer, and the person's own, which win."""

from pathlib import Path

from msgspec import Struct

from backtimer.files import folders
from backtimer.plan.session_file import SessionFile, read_session
from backtimer.text.suggest import did_you_mean
from backtimer.toml.read import BadFileError, Complaint, bad_file

_PACKAGE = Path(__file__).parents[1]
_FIRST_TASTE = "taste"


def shipped() -> Path:
    """The folder of the shipped sessions: in the installed package, or beside it in a checkout."""
    inside = _PACKAGE / "sessions"
    return inside if inside.is_dir() else _PACKAGE.parent / "sessions"


def files() -> dict[str, Path]:
    """Every session file by its name; the person's own takes the place of a shipped one."""
    return {
        _key(path.stem): path
        for folder in (shipped(), folders.sessions())
        for path in sorted(folder.glob("*.toml"))
        if not path.name.startswith(".")
    }


class Found(Struct, frozen=True):
    """Every session there is, in the order to offer them, and what is wrong with other files."""

    sessions: tuple[SessionFile, ...]
    broken: tuple[Complaint, ...]


def all_sessions() -> Found:
    """Read every session.

    Sessions that follow one another (a programme) come first, in turn; then a first taste; then
    the rest by name. Files that cannot be used are complained of and left out.
    """
    found: dict[str, SessionFile] = {}
    broken: list[Complaint] = []
    for name, path in files().items():
        try:
            found[name] = read_session(path)
        except BadFileError as error:
            broken += error.complaints
    names = dict.fromkeys([*_programmes(found), _FIRST_TASTE, *sorted(found)])
    return Found(tuple(found[name] for name in names if name in found), tuple(broken))


def find(name_or_path: str) -> Path:
    """The file that is meant: by its path, or by the name or title of a session in any case.

    A path need not exist. Raises BadFileError, with a suggestion, if no session has that name.
    """
    path = Path(name_or_path)
    if path.suffix == ".toml" or path.name != name_or_path or _is_file(path):
        return path
    return _named(name_or_path)


def suggestion(path: Path) -> str:
    """The session file that may be meant by a path that does not exist, to end a complaint."""
    known = None if _may_exist(path) else files().get(_key(path.stem))
    return f"; did you mean {known}?" if known else ""


def _named(name: str) -> Path:
    key, known = _key(name), files()
    if key in known:
        return known[key]
    titles = {_key(file.session.title): file.path for file in all_sessions().sessions}
    if key in titles:
        return titles[key]
    hint = did_you_mean(key, [*known, *titles]) or '; "backtimer list" shows them all'
    raise bad_file(f'"{name}"', f"no session has that name{hint}")


def _programmes(found: dict[str, SessionFile]) -> list[str]:
    """Sessions with a `next`, chain after chain, each from its head if it has one."""
    follows = {name: _key(file.session.next) for name, file in found.items()}
    follows = {name: after for name, after in follows.items() if after in found}
    heads = set(follows) - set(follows.values())
    order: dict[str, None] = {}
    for start in (*sorted(heads), *sorted(follows)):
        name: str | None = start
        while name and name not in order:
            order[name] = None
            name = follows.get(name)
    return list(order)


def _key(name: str) -> str:
    """A name or title as it is compared: "Day A", "day_a" and "day-a" are one."""
    return "-".join(name.casefold().replace("_", " ").replace("-", " ").split())


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _may_exist(path: Path) -> bool:
    """Whether it is worth opening; where that cannot be told, opening it says what is wrong."""
    try:
        return path.exists()
    except OSError:
        return True
