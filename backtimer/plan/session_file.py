"""Session files: read, validated, and identified by a fingerprint of their content."""

from pathlib import Path

from msgspec import Struct

from backtimer.plan.rules import broken_rules
from backtimer.plan.session import Session
from backtimer.toml.read import (
    bad_file,
    bytes_of,
    table_from_text,
    text_of,
)

EMPTY = "is empty; sessions/README.md shows what goes in"
"""The complaint about an empty session file."""


class SessionFile(Struct, frozen=True):
    """A session with its file: the name it goes by, the path, and the exact text."""

    name: str
    path: Path
    session: Session
    text: str
    fingerprint: str
    """A hash of the content, which identifies its version: "sha256:" and 16 hexadecimal digits."""


def read_session(path: Path) -> SessionFile:
    """Read a session file. Raises BadFileError with every complaint, each with its line and key."""
    data = bytes_of(path)
    text = text_of(data, str(path))
    session = session_from_text(text, str(path))
    return SessionFile(path.stem, path, session, text, _fingerprint(data))


def _fingerprint(data: bytes) -> str:
    import hashlib  # it loads OpenSSL, which `check` does without

    return f"sha256:{hashlib.sha256(data).hexdigest()[:16]}"


def session_from_text(text: str, name: str) -> Session:
    """Read a session from TOML text; `name` stands for the file in complaints.

    Raises BadFileError.
    """
    if not text.strip():
        raise bad_file(name, EMPTY)
    return table_from_text(text, name, Session, broken_rules)
