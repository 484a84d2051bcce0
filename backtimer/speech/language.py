"""Language files: the templates of everything that is said, as frozen data."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from backtimer.plan.session import ShortText
from backtimer.toml.decode import KeyPath, Problem
from backtimer.toml.read import (
    bad_file,
    bytes_of,
    table_from_text,
    text_of,
)
from backtimer.toml.table import Table

SHIPPED = Path(__file__).parent / "languages"
"""The folder of the languages that come with backtimer."""
DEFAULT = "english"
"""The language that is spoken unless another one is set."""

Template = Annotated[str, Meta(min_length=1, max_length=200)]
"""A text with gaps in curly brackets: "{n} sets left"."""
Choices = Annotated[tuple[Template, ...], Meta(min_length=1, max_length=6)]
"""Alternatives from the longest to the shortest: the first that fits in time is said."""
Forms = Annotated[tuple[Template, ...], Meta(min_length=2, max_length=2)]
"""Singular and plural: for one, and for any other number."""

_GAP = re.compile(r"\{(\w*)\}")


class Numbers(Table, frozen=True, kw_only=True):
    """Numbers that are not whole, and ranges."""

    half_of_one: Template
    half: Template
    quarter: Template
    three_quarters: Template
    range: Template


class Units(Table, frozen=True, kw_only=True):
    """Units, with a gap for their number."""

    hour: Forms
    minute: Forms
    second: Forms
    kg: Forms
    lb: Forms
    reps: Forms
    set: Forms
    other: Forms


class Target(Table, frozen=True, kw_only=True):
    """The parts of a target."""

    max_reps: Template
    open_reps: Template
    max_time: Template
    open_time: Template
    hold: Template
    held: Template
    loaded: Template
    assisted: Template
    bodyweight: Template
    added: Template
    band: Template


class Say(Table, frozen=True, kw_only=True):
    """The announcements."""

    name: Template
    get_ready: Choices
    start: Choices
    rest: Choices
    rest_again: Choices
    rest_open: Choices
    round: Template
    next: Choices
    switch: Choices
    sets_left: Template
    one_more: Template
    halfway: Template
    ten_seconds: Template
    enough: Template
    lift: Template
    hold: Template
    count: Template
    lower: Template
    done: Choices


class Language(Table, frozen=True, kw_only=True):
    """All that can be said. Templates hold names in {curly} brackets, filled in by `fill`."""

    format: Literal[1]
    title: ShortText
    numbers: Numbers
    units: Units
    sides: Mapping[str, str]
    target: Target
    say: Say


def fill(template: str, **values: str) -> str:
    """A template with its gaps filled; a gap without a value is left out."""
    return _GAP.sub(lambda gap: values.get(gap[1], ""), template)


def read_language(path: Path) -> Language:
    """Read a language file. Raises BadFileError with every complaint."""
    return language_from_text(text_of(bytes_of(path), str(path)), str(path))


def language_from_text(text: str, name: str) -> Language:
    """Read a language from TOML text; `name` stands for the file in complaints.

    Raises BadFileError.
    """
    return table_from_text(text, name, Language, _strange_gaps)


def find_language(name: str, own: Path) -> Language:
    """Read the language called `name`, from the folder `own` if it is there, else a shipped one.

    Raises BadFileError.
    """
    names = language_names(own)
    if name not in names:
        known = " or ".join(f'"{each}"' for each in sorted(names))
        message = f'there is no language "{name}"; there is {known}'
        raise bad_file(own, message)
    return read_language(names[name])


def language_names(own: Path) -> dict[str, Path]:
    """All language files by name; those in the folder `own` replace shipped ones."""
    found = [*sorted(SHIPPED.glob("*.toml")), *sorted(own.glob("*.toml"))]
    return {path.stem: path for path in found}


def _strange_gaps(language: Language) -> Iterator[Problem]:
    """A problem for each gap that is never filled: the shipped file does not have it there."""
    known = _known_gaps()
    for place, template in _templates(msgspec.to_builtins(language), ()):
        key = tuple(part for part in place if isinstance(part, str))
        if key[:1] == ("sides",):
            continue
        for gap in _GAP.findall(template):
            if gap not in known.get(key, ()):
                fits = ", ".join(f"{{{each}}}" for each in sorted(known.get(key, ())))
                yield Problem(place, f"nothing fills {{{gap}}} here; " + (fits or "it has no gaps"))


@cache
def _known_gaps() -> Mapping[tuple[str, ...], frozenset[str]]:
    import tomli

    shipped = tomli.loads((SHIPPED / f"{DEFAULT}.toml").read_text(encoding="utf-8"))
    gaps: dict[tuple[str, ...], frozenset[str]] = {}
    for place, template in _templates(shipped, ()):
        key = tuple(part for part in place if isinstance(part, str))
        gaps[key] = gaps.get(key, frozenset()) | frozenset(_GAP.findall(template))
    return gaps


def _templates(value: object, place: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Every text in nested tables and lists, with its path."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _templates(each, (*place, key))
    elif isinstance(value, list | tuple):
        for number, each in enumerate(value):
            yield from _templates(each, (*place, number))
