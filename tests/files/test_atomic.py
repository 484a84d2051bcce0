"""Atomic writes: at every moment the old file or the new one, never half of one."""

import multiprocessing
import os
import sys
from pathlib import Path

import pytest

from backtimer.files.atomic import replace_file, replacing, temporary_file

posix = pytest.mark.skipif(sys.platform == "win32", reason="limits and links are those of POSIX")


def test_a_file_is_made_or_replaced_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "file"
    for data in (b"one", b"", b"three" * 100_000):
        replace_file(path, data)
        assert path.read_bytes() == data
        assert list(path.parent.iterdir()) == [path]


@posix
@pytest.mark.parametrize("data", [b"new", b"new" * 100_000])
def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path, data: bytes) -> None:
    from tests.files.full_disk import full_disk

    path = tmp_path / "file"
    replace_file(path, b"old")
    with full_disk(room=2), pytest.raises(OSError, match="File too large"):
        replace_file(path, data)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def stopped_halfway(path: Path) -> None:
    with replacing(path) as file:
        file.write(b"half")
        raise KeyboardInterrupt


def test_who_stops_halfway_has_changed_nothing(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        stopped_halfway(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_until_it_is_whole_a_file_is_not_there(tmp_path: Path) -> None:
    with replacing(tmp_path / "file") as file:
        file.write(b"some")
        (hidden,) = tmp_path.iterdir()
        assert hidden.name.startswith(".")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@posix
def test_a_link_stays_and_the_file_behind_it_keeps_its_permissions(tmp_path: Path) -> None:
    real, link = tmp_path / "mine" / "file", tmp_path / "link"
    real.parent.mkdir()
    link.symlink_to(real)
    replace_file(link, b"made through the link")
    for mode in (0o600, 0o664, 0o444):
        real.chmod(mode)
        with replacing(link) as file:
            assert os.fstat(file.fileno()).st_mode & 0o777 & ~mode == 0, "a secret is one at once"
            file.write(b"%o" % mode)
        assert (real.read_bytes(), real.stat().st_mode & 0o777) == (b"%o" % mode, mode)
    assert link.readlink() == real


def test_no_two_temporary_files_have_one_name_and_none_can_be_foreseen(tmp_path: Path) -> None:
    with temporary_file(tmp_path) as one, temporary_file(tmp_path) as other:
        assert one.name != other.name
        assert str(os.getpid()) not in {Path(one.name).stem, Path(other.name).stem}
    assert list(tmp_path.iterdir()) == []


@posix
def test_nothing_that_lies_in_the_way_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    monkeypatch.setattr(os, "urandom", lambda _: b"known")
    (tmp_path / f".backtimer-{b'known'.hex()}.part").symlink_to(victim)
    with pytest.raises(FileExistsError):
        replace_file(tmp_path / "file", b"new")
    assert victim.read_bytes() == b"precious"


def _write(path: Path, letter: bytes) -> None:
    for _ in range(50):
        replace_file(path, letter * 50_000)


def test_two_that_write_one_file_do_not_write_into_each_others(tmp_path: Path) -> None:
    path = tmp_path / "file"
    replace_file(path, b"a" * 50_000)
    other = multiprocessing.get_context("spawn").Process(target=_write, args=(path, b"b"))
    other.start()
    while other.is_alive():
        replace_file(path, b"a" * 50_000)
        assert len(set(path.read_bytes())) == 1
    other.join()
    assert other.exitcode == 0
    assert len(path.read_bytes()) == 50_000
    assert list(tmp_path.iterdir()) == [path]
