"""Finding session files: the person's own, which take precedence, and those that are shipped."""

from pathlib import Path

from msgspec import Struct

from backtimer.files import folders
from backtimer.plan.session_file import SessionFile, read_session
from backtimer.text.suggest import did_you_mean
from backtimer.toml.read import BadFileError, Complaint, bad_file

_PACKAGE = Path(__file__).parents[1]
_FIRST_TASTE = "taste"


def shipped() -> Path:
    """The folder of the shipped sessions: inside the package, or beside it in a source checkout."""
    inside = _PACKAGE / "sessions"
    return inside if inside.is_dir() else _PACKAGE.parent / "sessions"


def files() -> dict[str, Path]:
    """Every session file by its name; the person's own replaces a shipped one of the same name."""
    return {
        _key(path.stem): path
        for folder in (shipped(), folders.sessions())
        for path in sorted(folder.glob("*.toml"))
        if not path.name.startswith(".")
    }


class Found(Struct, frozen=True):
    """All sessions in the order in which they are listed, and the complaints about bad files."""

    sessions: tuple[SessionFile, ...]
    broken: tuple[Complaint, ...]


def all_sessions() -> Found:
    """Read all session files.

    The sessions of programmes come first, each programme in its order; then the first taste, then
    the rest by name. Bad files are left out and complained of.
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
    """The session file meant by a path, or by a name or title in upper or lower case.

    A path need not exist. Raises BadFileError, with a suggestion, if no session has that name.
    """
    path = Path(name_or_path)
    if path.suffix == ".toml" or path.name != name_or_path or _is_file(path):
        return path
    return _named(name_or_path)


def suggestion(path: Path) -> str:
    """The end of a complaint about a path that does not exist: "; did you mean ...?" or empty."""
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
    """The sessions of programmes: linked lists by `next`, one after the other, each from its head.

    A programme whose last session leads back to the first, the usual case, has no head; it begins
    with the name that sorts first.
    """
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
