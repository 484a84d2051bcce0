"""The layers that import-linter checks leave no part of the program out."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


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
