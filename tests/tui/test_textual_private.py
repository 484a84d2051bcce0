"""What is private to Textual stays so: a newer Textual may change it without a word."""

import ast
import importlib
import inspect
import pkgutil
import re
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from textual.message_pump import MessagePump

import backtimer.tui

ALLOWED = {("terminal_watchdog.py", "_writer_thread")}
"""The one private module that is used, and where; there it says why."""


def ours() -> Iterator[type]:
    """Every class of the screen that has a class of Textual's for a base."""
    for each in pkgutil.walk_packages(backtimer.tui.__path__, "backtimer.tui."):
        for found in vars(importlib.import_module(each.name)).values():
            if (
                isinstance(found, type)
                and issubclass(found, MessagePump)
                and found.__module__ == each.name
            ):
                yield found


@cache
def private_names(defined: type) -> set[str]:
    """The private methods and attributes that a class itself defines or assigns."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(defined)))
    names = set()
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                names.add(name)
            case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ast.Store()):
                names.add(name)
            case ast.ClassDef(body=body):
                names |= {
                    each.target.id
                    for each in body
                    if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
                }
    return {name for name in names if re.match("_[a-zA-Z]", name)}


def test_no_class_has_a_private_name_of_its_base_in_textual() -> None:
    shared = {}
    for each in ours():
        bases = [base for base in each.__mro__ if base.__module__.startswith("textual")]
        theirs = set().union(*map(private_names, bases))
        if both := private_names(each) & theirs:
            shared[each.__qualname__] = both
    assert not shared


def test_no_private_module_is_imported_but_one() -> None:
    found = set()
    for path in Path(backtimer.tui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual"):
                names = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
                found |= {(path.name, name) for name in names if name.startswith("_")}
    assert found == ALLOWED
