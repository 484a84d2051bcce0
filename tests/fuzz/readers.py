"""What backtimer reads from disk: each kind read as the program does, and made the most of."""

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from backtimer.cli.session_text import plan_lines
from backtimer.exchange.incoming import plan_for
from backtimer.exchange.tables import read_table
from backtimer.log.logbook import Entry, Logbook
from backtimer.log.page import page
from backtimer.log.page import table as log_table
from backtimer.log.record import to_toml
from backtimer.log.record_file import MOST_BYTES as LONGEST_LOG
from backtimer.log.record_file import from_toml
from backtimer.log.recovery import find_unfinished
from backtimer.log.review import memory
from backtimer.plan.describe import preview
from backtimer.plan.session_file import read_session
from backtimer.settings.fields import setting_fields
from backtimer.settings.settings_file import usable_settings
from backtimer.sound.themes.format import FILE_NAME
from backtimer.sound.themes.read import read_theme
from backtimer.toml.read import BadFileError, bytes_of, text_of
from backtimer.workout.compile import compile_session


def session(data: bytes, folder: Path) -> None:
    """Read a session, and lay out all that will be walked of it."""
    file = read_session(_written(folder / "a.toml", data))
    list(preview(file.session))
    list(plan_lines(compile_session(file.session), 80))


def log(data: bytes, folder: Path) -> None:
    """Read a log, list it, show it in full, and look back on it."""
    path = _written(folder / "2026-11-21T1830-a.toml", data)
    (entry,) = Logbook(path.parent).entries()
    if not isinstance(entry, Entry):
        raise entry
    list(log_table([entry]))
    list(page(entry.record))
    memory([entry.record])


def journal(data: bytes, folder: Path) -> None:
    """Read a journal, tell where its workout stopped, and make its log."""
    _written(folder / "2026-11-21T183005-a.jsonl", data)
    found = find_unfinished(folder, Logbook(folder / "logs"))
    for error in found.broken:
        raise error
    for cut_off in found.unfinished:
        assert cut_off.place
        assert cut_off.sets_done >= 0
        record = cut_off.record()
        assert from_toml(to_toml(record), "its log") == record


def settings(data: bytes, folder: Path) -> None:
    """Read a settings file, and say what each of them is."""
    found = usable_settings(_written(folder / "config.toml", data))[0]
    for setting in setting_fields():
        setting.words(found)


def theme(data: bytes, folder: Path) -> None:
    """Read a cue theme."""
    read_theme(_written(folder / FILE_NAME, data).parent)


def exported(data: bytes, folder: Path) -> None:
    """Read what another program exported, and make logs of it."""
    path = _written(folder / "export.csv", data)
    table = read_table(text_of(bytes_of(path, LONGEST_LOG), path.name), path.name)
    for record in plan_for(table.rows, [], path.name).new[:20]:
        assert from_toml(to_toml(record), "its log") == record


READERS: Mapping[str, Callable[[bytes, Path], None]] = {
    reader.__name__: reader for reader in (session, log, journal, settings, theme, exported)
}


def read(kind: str, data: bytes) -> BadFileError | None:
    """Read a file of a kind with this in it; give what is wrong with it, if that is told."""
    with TemporaryDirectory() as folder:
        try:
            READERS[kind](data, Path(folder) / kind)
        except BadFileError as error:
            return error
    return None


def _written(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    return path
