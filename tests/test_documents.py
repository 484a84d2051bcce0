"""ARCHITECTURE.md and CONTRIBUTING.md tell of nothing that is not there, and leave no package out.

In code letters they write paths (from the root, or from backtimer/), tests (`path::name`), commands
(with a space in them) and names of the code; in brackets after a path stand names defined there.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import grimp
import pytest

from backtimer import __version__
from backtimer.cli.commands import COMMANDS
from tests.__main__ import main

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "backtimer"
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

both = pytest.mark.parametrize("text", [ARCHITECTURE, CONTRIBUTING], ids=["map", "how-to"])
IS_PATH = re.compile(r"[\w./-]*(?:/[\w./-]*|\.(?:py|md|toml|html))")
PATH_WITH_NAMES = re.compile(r"`([\w./]+\.py)` \(((?:`[\w.]+`(?:, )?)+)\)")
MADE = {"dist/", "snapshot_report.html"}
"""What a command makes."""
BROUGHT = {"build", "pip", "pytest", "venv"}
"""Modules that commands run and that are not of this repository."""


def prose_of(text: str) -> str:
    """A document without its blocks of code."""
    return re.sub(r"^ *```.*?^ *```$", "", text, flags=re.MULTILINE | re.DOTALL)


def spans(text: str) -> set[str]:
    """All that a document has in code letters."""
    return set(re.findall(r"`([^`\n]+)`", prose_of(text)))


def section(text: str, heading: str) -> str:
    """What stands below a heading, up to the next one of its kind."""
    found = re.search(rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"no section {heading}"
    return found[1]


def rows(text: str) -> list[list[str]]:
    """The rows of the tables in a text, without their headings."""
    tables = re.findall(r"^\|-.*\n((?:\|.*\n)+)", text, re.MULTILINE)
    return [row.strip("| ").split(" | ") for table in tables for row in table.splitlines()]


def located(path: str) -> Path:
    """Where a path leads: from the root, or from backtimer/."""
    return ROOT / path if (ROOT / path).exists() else PACKAGE / path


@cache
def names_in(path: Path) -> frozenset[str]:
    """Whatever a module defines, in its classes too: `apply`, `Step`, `Step.is_clocked`."""
    return frozenset(_defined(ast.parse(path.read_text(encoding="utf-8")), ""))


def _defined(node: ast.AST, within: str) -> Iterator[str]:
    for each in ast.iter_child_nodes(node):
        match each:
            case ast.ClassDef(name=name):
                yield within + name
                yield from _defined(each, f"{name}.")
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield within + name
                yield from (f"{within}{own}" for own in _assigned_to_self(each))
            case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
                yield within + name


def _assigned_to_self(function: ast.AST) -> Iterator[str]:
    for node in ast.walk(function):
        match node:
            case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ast.Store()):
                yield name


@cache
def all_names() -> frozenset[str]:
    """Whatever backtimer defines."""
    return frozenset().union(*map(names_in, PACKAGE.rglob("*.py")))


def is_there(span: str) -> bool:
    """Whether there is what stands in code letters."""
    if span in MADE or " " in span or span.startswith("-"):  # commands have tests of their own
        return True
    path, is_test, name = span.partition("::")
    if is_test:
        return (ROOT / path).is_file() and name in names_in(ROOT / path)
    if IS_PATH.fullmatch(span):
        return located(span).exists()
    return span in all_names()


@both
def test_what_is_named_is_there(text: str) -> None:
    by_itself = PATH_WITH_NAMES.sub(r"`\1`", text)
    assert not [span for span in sorted(spans(by_itself)) if not is_there(span)]


@both
def test_a_name_after_a_path_is_defined_there(text: str) -> None:
    found = PATH_WITH_NAMES.findall(text)
    assert found
    for path, names in found:
        assert spans(names) <= names_in(located(path)), path


@both
def test_links_lead_somewhere(text: str) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", text):
        path, _, anchor = target.partition("#")
        document = ROOT / path
        assert document.is_file(), target
        headings = re.findall(r"^#+ (.*)$", document.read_text(encoding="utf-8"), re.MULTILINE)
        assert not anchor or anchor in {each.lower().replace(" ", "-") for each in headings}


def packages() -> dict[str, str]:
    """The packages as ARCHITECTURE.md tells of them: what stands below the name of each."""
    parts = re.split(
        r"^### `([\w.]+?)(?:/|\.py)`: .*$",
        section(ARCHITECTURE, "The packages"),
        flags=re.MULTILINE,
    )
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_package_has_its_place_in_the_order_of_the_layers() -> None:
    contracts = PROJECT["tool"]["importlinter"]["contracts"]
    layers = next(each["layers"] for each in contracts if each["type"] == "layers")
    level = {
        name.removeprefix("backtimer."): -number
        for number, layer in enumerate(layers)
        for name in layer.split(" | ")
    }
    assert packages().keys() == level.keys()
    assert all(level[lower] <= level[upper] for lower, upper in pairwise(packages()))


def test_a_package_imports_only_what_it_may() -> None:
    graph = grimp.build_graph("backtimer", cache_dir=None)
    for name, told in packages().items():
        allowed = re.search(r"^May import: (.*)\.$", told, re.MULTILINE)
        may = {"quantity", "text", name, *re.findall(r"`(\w+)/`", allowed[1] if allowed else "")}
        here = {each for each in graph.modules if f"{each}.".startswith(f"backtimer.{name}.")}
        does = {
            imported.split(".")[1]
            for module in here
            for imported in graph.find_modules_directly_imported_by(module)
            if "." in imported
        }
        assert does <= may, f"say so in ARCHITECTURE.md, if {name} is to import that"


def test_the_picture_names_what_there_is() -> None:
    picture = section(ARCHITECTURE, "The flow").split("\n\nData goes")[0]
    paths = set(re.findall(r"[a-z]+/[a-z_/]*(?:\.py)?", picture))
    names = set(re.findall(r"\b[A-Z]\w+", picture))
    assert {path for path in paths if not located(path).exists()} == set()
    assert names <= all_names()


def test_every_change_names_its_files_and_what_tells_of_a_gap() -> None:
    found = rows(section(ARCHITECTURE, "Where do I change ..."))
    assert len(found) >= 10
    for what, files, told in found:
        assert [span for span in spans(files) if IS_PATH.fullmatch(span)], what
        assert [span for span in spans(told) if span.startswith("tests/")], what


def test_every_rule_has_a_test_that_keeps_it() -> None:
    found = rows(section(ARCHITECTURE, "What always holds"))
    assert len(found) >= 14
    assert all("::" in span for _, kept in found for span in spans(kept))
    assert all(spans(kept) for _, kept in found)


def test_every_term_is_in_the_code_and_told_once() -> None:
    found = rows(section(ARCHITECTURE, "Glossary"))
    assert all(meaning and spans(code) for _, meaning, code in found)
    terms = [term for each, *_ in found for term in re.split(r", |; ", each)]
    assert len(terms) == len(set(terms))


def commands() -> list[str]:
    """Every command in CONTRIBUTING.md, in blocks and in code letters."""
    blocks = re.findall(r"^ *```sh\n(.*?)^ *```$", CONTRIBUTING, re.MULTILINE | re.DOTALL)
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    inline = [span for span in spans(CONTRIBUTING) if " " in span and not span.startswith("-")]
    return [each for line in (*lines, *inline) for each in line.split(" && ")]


def test_commands_run_what_there_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["tests", "--help"])
    with pytest.raises(SystemExit):
        main()
    options = set(re.findall(r"--\w+", capsys.readouterr().out))
    for command in commands():
        program, *words = command.split()
        match words:
            case ["-m", "tests", *given]:
                assert set(given) <= options, command
            case ["-m", module, *_]:
                assert module in BROUGHT or find_spec(module), command
            case [name, *_] if program.endswith("bin/backtimer"):
                assert name in {*COMMANDS, "--version"}, command
            case _:
                assert program in {"git", "rm"} or program.endswith("bin/pip"), command
        paths = [word for word in words if word.startswith(("tests/", "sessions/"))]
        assert all((ROOT / path).exists() for path in paths), command


def test_figures_and_the_version_are_those_of_the_project() -> None:
    assert f"under {PROJECT['tool']['coverage']['report']['fail_under']} %" in CONTRIBUTING
    assert PROJECT["project"]["version"] == __version__
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    heading = re.search(r"^## (\S+) - (?:unreleased|\d{4}-\d\d-\d\d)$", changelog, re.MULTILINE)
    assert heading
    assert heading[1] == __version__
