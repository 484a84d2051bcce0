"""What was read of logs before, so that years of them need not be read again.

The logs stay the truth: what is kept of one counts only while its file is as it was, and the
folder can be deleted at any time.
"""

import re
import time
from contextlib import suppress
from os import stat_result
from pathlib import Path

import msgspec
from msgspec import Struct

from backtimer.files.atomic import replace_file
from backtimer.log.record import CompletedRound, CompletedSession, CompletedSet, TimeBreakdown

SUFFIX = ".json"
_SHARD = re.compile(r"\d{4}-\d\d", re.ASCII)
"""Logs of a month, by how their names begin, share a file: what changes is hardly ever old, and
reading one takes so little that no screen has to wait for it."""
_FRESH = 2_000_000_000
"""Nanoseconds after a change in which another one may leave a file's time as it is."""
_SHAPE = tuple(
    f"{kind.__name__}.{name}"
    for kind in (CompletedSession, CompletedSet, CompletedRound, TimeBreakdown)
    for name in kind.__struct_fields__
)
"""What a record is made of: what was kept by a version with another idea of it is not used."""


class _Kept(Struct, frozen=True, array_like=True):
    """A record, and what its file was like."""

    time: int
    size: int
    record: CompletedSession


class _Shard(Struct, array_like=True):
    """The records of a month by their ids."""

    shape: tuple[str, ...] = _SHAPE
    records: dict[str, _Kept] = {}


class RecordCache:
    """Records by the id of their log, kept in a folder, a file for each month."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shards: dict[str, dict[str, _Kept]] = {}
        self._changed: set[str] = set()

    def get(self, name: str, stat: stat_result) -> CompletedSession | None:
        """The record of a log whose file is so; None if that is not known."""
        kept = self._shard(name).get(name)
        if kept and (kept.time, kept.size) == (stat.st_mtime_ns, stat.st_size):
            return kept.record
        return None

    def put(self, name: str, stat: stat_result, record: CompletedSession) -> None:
        """Keep the record of a log whose file was so before it was read."""
        if time.time_ns() - stat.st_mtime_ns > _FRESH:
            self._shard(name)[name] = _Kept(stat.st_mtime_ns, stat.st_size, record)
            self._changed.add(_month(name))

    def save(self, names: set[str]) -> None:
        """Write what is new, and forget all logs but some; where that cannot be, do without."""
        for month, shard in self._shards.items():
            if gone := shard.keys() - names:
                self._changed.add(month)
                for name in gone:
                    del shard[name]
        for month in self._changed:
            data = msgspec.json.encode(_Shard(records=self._shards[month]))
            with suppress(OSError):
                replace_file(self._path(month), data)
        self._changed.clear()

    def _shard(self, name: str) -> dict[str, _Kept]:
        month = _month(name)
        if month not in self._shards:
            self._shards[month] = _read(self._path(month))
        return self._shards[month]

    def _path(self, month: str) -> Path:
        return self._folder / f"{month}{SUFFIX}"


def _month(name: str) -> str:
    """The month with which the name of a log begins."""
    match = _SHARD.match(name)
    return match[0] if match else "other"


def _read(path: Path) -> dict[str, _Kept]:
    """What a file of the cache holds; nothing if it is not one of this version's."""
    try:
        shard = msgspec.json.decode(path.read_bytes(), type=_Shard)
    except (OSError, msgspec.MsgspecError):
        return {}
    return shard.records if shard.shape == _SHAPE else {}
