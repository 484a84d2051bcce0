"""What a folder of journals still holds: workouts under way, cut off, or not put away."""

import contextlib
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

from msgspec import Struct

from backtimer.files.atomic import try_lock
from backtimer.log.journal import MOST_BYTES, SUFFIX, Header, read_journal
from backtimer.log.logbook import Logbook
from backtimer.log.recovery import discard, save
from backtimer.log.unfinished import Unfinished, read_unfinished
from backtimer.toml.read import BadFileError, bytes_of
from backtimer.workout.events import Ending


class JournalScan(Struct, frozen=True):
    """What a folder of journals holds."""

    unfinished: tuple[Unfinished, ...] = ()
    """The last one cut off first."""
    running: tuple[Header, ...] = ()
    """Workouts that are being led, by another backtimer."""
    broken: tuple[BadFileError, ...] = ()
    """What is wrong with journals that cannot be read."""


def find_unfinished(folder: Path, logbook: Logbook) -> JournalScan:
    """Look through the journals in a folder, which need not exist.

    A workout that ended, and whose journal only remained, is put into the logbook on the way.
    """
    unfinished: list[Unfinished] = []
    running: list[Header] = []
    broken: list[BadFileError] = []
    for path in _journals(folder):
        try:
            if _is_led(path):
                running.append(read_journal(path).header)
            elif _is_begun(path):
                unfinished += _still_open(read_unfinished(path), logbook)
        except BadFileError as error:
            broken.append(error)
    unfinished.sort(key=lambda each: each.stopped, reverse=True)
    return JournalScan(tuple(unfinished), tuple(running), tuple(broken))


def led_elsewhere(folder: Path) -> str | None:
    """The title of a workout that another backtimer is leading, if one is."""
    for path in _journals(folder):
        with contextlib.suppress(BadFileError):
            if _is_led(path):
                return read_journal(path).header.title
    return None


def _journals(folder: Path) -> list[Path]:
    """The journals in a folder, newest first."""
    return sorted(folder.glob(f"[!.]*{SUFFIX}"), reverse=True)


def _still_open(found: Unfinished, logbook: Logbook) -> Iterator[Unfinished]:
    """Give what was found, unless it had come to an end and could be put away."""
    ending = found.ending
    with contextlib.suppress(OSError):
        if ending is Ending.DISCARDED:
            discard(found)
            return
        if ending:
            save(found, logbook)
            return
    yield found


def _is_led(path: Path) -> bool:
    """Whether a process has claimed a journal."""
    try:
        if not path.is_file():  # a pipe would be waited for
            return False
        with FileIO(path) as file:
            return not try_lock(file)
    except OSError:
        return False


def _is_begun(path: Path) -> bool:
    """Whether there is anything in a journal; if not, it is removed."""
    with contextlib.suppress(OSError, BadFileError):
        if b"\n" not in bytes_of(path, MOST_BYTES):
            path.unlink()
            return False
    return True
