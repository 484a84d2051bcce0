"""The first settings file: every key with its default, and a comment that says what it is for."""

from typing import Any

from backtimer.settings.settings import Settings
from backtimer.toml.annotations import description_of, fields_of
from backtimer.toml.table import Table

_TOP = """\
# The settings of backtimer: change what you like. What is left out has its default.
# "backtimer check config.toml" tells every mistake.
"""


def default_config() -> str:
    """The text of the first settings file."""
    head, tables = [_TOP], []
    for key, field in fields_of(Settings).items():
        if isinstance(field.default, Table):
            tables.append(f"\n[{key}]  # {description_of(field.type)}\n{_keys(field.default)}")
        else:
            head.append(_line(key, field.default))
    return "".join((*head, *tables))


def _keys(table: Table) -> str:
    return "".join(
        f"# {description_of(field.type)}\n{_line(key, field.default)}"
        for key, field in fields_of(type(table)).items()
    )


def _line(key: str, value: Any) -> str:
    import tomli_w

    return tomli_w.dumps({key: value if isinstance(value, int | float) else str(value)})
