"""A cache of decoded records, because decoding years of TOML logs takes a second.

The logs stay the truth: a cached record counts only while its file has the stamp it had when it
was read, and the folder of the cache can be deleted at any time.
"""

import re
import time
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from backtimer.files.atomic import replace_file
from backtimer.log.record import CompletedRound, CompletedSession, CompletedSet, TimeBreakdown
from backtimer.log.record_file import Stamp

SUFFIX = ".json"
"""The suffix of shards."""
_SHARD = re.compile(r"\d{4}-\d\d", re.ASCII)
"""How the names of logs begin. The logs of a month share a file of the cache, a shard: few shards
change from one day to the next, and each is small enough to be read without a wait."""
GRANULARITY = 2_000_000_000
"""The coarsest granularity of modification times in nanoseconds: that of FAT, two seconds."""
_SHAPE = tuple(
    f"{kind.__name__}.{name}"
    for kind in (CompletedSession, CompletedSet, CompletedRound, TimeBreakdown)
    for name in kind.__struct_fields__
)
"""The schema of what is cached: a shard that another version wrote with another one is ignored."""


class _Kept(Struct, frozen=True, array_like=True):
    """A record, and the stamp of its file when it was read."""

    time: int
    """Modification time in nanoseconds."""
    size: int
    """Bytes."""
    record: CompletedSession


class _Shard(Struct, array_like=True):
    """One file of the cache: the records of a month by their ids."""

    shape: tuple[str, ...] = _SHAPE
    records: dict[str, _Kept] = {}


class RecordCache:
    """The cache, a folder with a shard for each month; shards are read when first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shards: dict[str, dict[str, _Kept]] = {}
        self._changed: set[str] = set()

    def get(self, name: str, stamp: Stamp) -> CompletedSession | None:
        """The record of the log with an id whose file has that stamp now; None if not cached."""
        kept = self._shard(name).get(name)
        return kept.record if kept and (kept.time, kept.size) == stamp else None

    def put(self, name: str, stamp: Stamp, record: CompletedSession) -> None:
        """Cache the record of a log whose file had that stamp before it was read.

        A file that was written a moment ago is not cached: it may be written again within the
        granularity of its modification time, and its stamp would then stay the same.
        """
        modified, size = stamp
        if time.time_ns() - modified > GRANULARITY:
            self._shard(name)[name] = _Kept(modified, size, record)
            self._changed.add(_month(name))

    def save(self, names: set[str]) -> None:
        """Write the changed shards, without logs whose ids are not in `names` (they were deleted).

        A shard that cannot be written is passed over: the cache only saves time.
        """
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
    """The month with which the name of a log begins; "other" for names that were given by hand."""
    match = _SHARD.match(name)
    return match[0] if match else "other"


def _read(path: Path) -> dict[str, _Kept]:
    """The records in a shard; none if it is missing, damaged, or of another schema."""
    try:
        shard = msgspec.json.decode(path.read_bytes(), type=_Shard)
    except (OSError, msgspec.MsgspecError):
        return {}
    return shard.records if shard.shape == _SHAPE else {}
