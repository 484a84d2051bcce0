"""A fast start: what `check` does without, and that nobody else has to."""

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from backtimer.cli.startup import load, without_garbage_collection

ROOT = Path(__file__).parents[2]
SLOW = {
    *("textual", "rich", "asyncio", "jinja2", "leather", "plotext", "miniaudio", "tomlkit"),
    *("typing_extensions", "inspect", "ast", "dataclasses", "hashlib", "json", "difflib", "shutil"),
    *("backtimer.settings", "backtimer.sound", "backtimer.log", "backtimer.history"),
}
CHECK = """
import sys
from backtimer.cli import main
code = main(["check", "sessions/day-a.toml"])
loaded = list(sys.modules)
import msgspec, typing_extensions
class Table(msgspec.Struct):
    text: str
    numbers: tuple[int | None, ...] = ()
assert msgspec.json.decode('{"text": "a", "numbers": [1, null]}', type=Table).numbers == (1, None)
assert typing_extensions.TypedDict
print(*loaded)
sys.exit(code)
"""


def test_check_loads_nothing_that_is_slow_and_takes_nothing_from_who_comes_later() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", CHECK], capture_output=True, check=True, text=True, cwd=ROOT
    )
    said, loaded = ran.stdout.splitlines()
    assert said.startswith("sessions/day-a.toml: ok, ")
    assert not set(loaded.split()) & SLOW


def test_imports_are_hidden_from_the_garbage_collector_and_it_goes_on_afterwards() -> None:
    try:
        with without_garbage_collection():
            assert not gc.isenabled()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


def test_an_import_that_fails_leaves_the_garbage_collector_as_it_was() -> None:
    with pytest.raises(ModuleNotFoundError):
        load("backtimer.cli.no_such_command")
    assert gc.isenabled()
    gc.disable()
    try:
        with without_garbage_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()


def test_a_module_that_is_there_is_not_loaded_again() -> None:
    before = gc.get_freeze_count()
    assert load("backtimer.cli") is sys.modules["backtimer.cli"]
    assert gc.get_freeze_count() == before
