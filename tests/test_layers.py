"""The contracts that import-linter checks leave no part of the program and no circle out."""

import subprocess
import sys
import tomllib
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[1]
_LOAD_ALL = """
import importlib, pkgutil, sys
import {package}
for each in pkgutil.walk_packages({package}.__path__, "{package}."):
    importlib.import_module(each.name)
print(*sorted(sys.modules))
"""


def test_every_part_stands_in_a_layer() -> None:
    parts = {
        f"backtimer.{path.stem}"
        for path in (ROOT / "backtimer").iterdir()
        if not path.name.startswith("_")
        and (path.suffix == ".py" or (path / "__init__.py").exists())
    }
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    layers = next(each["layers"] for each in contracts["contracts"] if each["type"] == "layers")
    assert {part for layer in layers for part in layer.split(" | ")} == parts


def test_no_module_is_in_a_circle_with_the_package_around_it() -> None:
    """The one kind of circle that the contract on siblings does not see."""
    graph = grimp.build_graph("backtimer", cache_dir=None)
    circles = {
        (module, package)
        for module in graph.modules
        for package in graph.find_modules_directly_imported_by(module)
        if module.startswith(f"{package}.") and graph.chain_exists(package, module)
    }
    assert not circles


def test_runtime_loads_no_textual() -> None:
    """Nor does anything that it loads, whatever that is for."""
    code = _LOAD_ALL.format(package="backtimer.runtime")
    loaded = subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, text=True).split()
    assert "backtimer.runtime.runner" in loaded
    assert not [name for name in loaded if name.partition(".")[0] == "textual"]
