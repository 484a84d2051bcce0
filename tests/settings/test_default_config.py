"""The first settings file: it says everything and changes nothing."""

import re
import tomllib
from enum import Enum
from pathlib import Path

import msgspec
import pytest

from backtimer.settings.default_config import default_config
from backtimer.settings.read import settings_from_text
from backtimer.settings.settings import Settings
from backtimer.toml.annotations import fields_of, is_a
from backtimer.toml.table import Table

README = (Path(__file__).parents[2] / "README.md").read_text()
TABLES = {
    key: field.default
    for key, field in fields_of(Settings).items()
    if isinstance(field.default, Table)
}
KEYS = [(table, key) for table in TABLES for key in fields_of(type(TABLES[table]))]


def test_it_says_what_holds_without_it() -> None:
    assert settings_from_text(default_config(), "f") == Settings()


def test_every_key_is_in_it_under_a_comment() -> None:
    data = tomllib.loads(default_config())
    assert data.pop("format") == 1
    assert [(table, key) for table in data for key in data[table]] == KEYS
    for _, key in KEYS:
        assert re.search(rf"^# .{{10,}}\n{key} = ", default_config(), re.MULTILINE)


def test_every_word_that_may_be_written_is_told() -> None:
    fields = [field for table in TABLES.values() for field in msgspec.structs.fields(table)]
    words = [each.value for f in fields if is_a(type(f.default), Enum) for each in type(f.default)]
    assert len(words) >= 11
    for word in words:
        assert f'"{word}"' in default_config()


def test_it_fits_an_ordinary_terminal() -> None:
    assert max(map(len, default_config().splitlines())) <= 90


@pytest.mark.parametrize(("table", "key"), KEYS)
def test_the_readme_tells_every_key_and_its_default(table: str, key: str) -> None:
    (default,) = re.findall(rf"^\| `{table}\.{key}` \| `(.*?)` \|", README, re.MULTILINE)
    written = f"[{table}]\n{key} = {default}\n"
    assert tomllib.loads(written)[table] == {key: tomllib.loads(default_config())[table][key]}


def test_the_readme_tells_no_other_key() -> None:
    section = README.split("\n## Settings\n")[1].split("\n## ")[0]
    assert re.findall(r"^\| `(\w+)\.(\w+)` \|", section, re.MULTILINE) == KEYS
