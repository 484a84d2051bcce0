"""Names that overwrite nothing."""

import os
import sys
from datetime import datetime
from pathlib import Path

import pytest

from backtimer.files.naming import create_new, dated_stem, move_new, safe_name, write_new


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("day-a", "day-a"),
        ("Rücken & Zug!", "Rucken-Zug"),
        ("../../etc", "etc"),
        ("日本", "session"),
        ("", "session"),
        ("x" * 99, "x" * 60),
    ],
)
def test_a_name_is_one_that_every_disk_takes(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_names_sort_by_time() -> None:
    assert dated_stem(datetime(2026, 11, 2, 18, 30), "Day A") == "2026-11-02T1830-Day-A"


def test_each_file_gets_the_first_name_that_is_free(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    path, file = create_new(folder, "a", ".toml")
    with file:
        file.write(b"one")
    assert write_new(folder, "a", ".toml", b"two") == folder / "a-2.toml"
    (tmp_path / "other").write_bytes(b"three")
    assert move_new(tmp_path / "other", folder, "a", ".toml") == folder / "a-3.toml"
    assert [(folder / f"a{n}.toml").read_bytes() for n in ("", "-2", "-3")] == [
        b"one",
        b"two",
        b"three",
    ]
    assert len(list(folder.iterdir())) == 3
    assert path == folder / "a.toml"


@pytest.mark.skipif(sys.platform == "win32", reason="limits are those of POSIX")
def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    from tests.files.full_disk import full_disk

    with full_disk(room=2), pytest.raises(OSError, match="File too large"):
        write_new(tmp_path, "a", ".toml", b"new")
    assert list(tmp_path.iterdir()) == []


def test_where_a_disk_knows_no_links_nothing_is_overwritten_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(path: Path, target: Path) -> None:
        raise PermissionError(1, f"Operation not permitted: {path} -> {target}")

    monkeypatch.setattr(os, "link", fails)
    assert write_new(tmp_path, "a", ".toml", b"one") == tmp_path / "a.toml"
    assert write_new(tmp_path, "a", ".toml", b"two") == tmp_path / "a-2.toml"
    assert (tmp_path / "a.toml").read_bytes() == b"one"
