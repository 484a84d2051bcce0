"""The JSON Schema of session files, generated from the types, for editors that check as you type.

`python -m backtimer.plan.schema` prints it; sessions/session.schema.json is a kept copy.
"""

import json
import sys
from typing import Any

import msgspec

from backtimer.plan.session import Exercise, Group, Session
from backtimer.quantity import MOST_COUNT, MOST_SECONDS, LoadMode


def session_schema() -> dict[str, Any]:
    """The schema of a session file, as plain data."""
    _, parts = msgspec.json.schema_components(
        [Session, Exercise, Group], ref_template="#/$defs/{name}"
    )
    defs = {name: _closed(_tidied(part)) for name, part in parts.items()}
    del defs["Open"], defs["LoadMode"]
    defs |= {"Count": _COUNT, "Time": _TIME, "Load": _LOAD, "Item": _ITEM}
    defs["Session"]["anyOf"] = _one_of("warm_up", "main", "cool_down")
    defs["Exercise"]["anyOf"] = _one_of("exercise", "any_of")
    defs["Group"]["oneOf"] = _one_of("circuit", "superset", "intervals")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "backtimer session",
        "$ref": "#/$defs/Session",
        "$defs": dict(sorted(defs.items())),
    }


def schema_text() -> str:
    """The schema as the text that is kept beside the sessions."""
    return json.dumps(session_schema(), indent=2) + "\n"


def _closed(table: dict[str, Any]) -> dict[str, Any]:
    """An object schema that allows no keys but its own and, for a person's notes, "x_..."."""
    if table.get("type") != "object":
        return table
    return table | {"patternProperties": {"^x_": {}}, "additionalProperties": False}


def _tidied(part: Any) -> Any:
    """A schema without what TOML has not: null, and quantities as objects."""
    if isinstance(part, list):
        return [_tidied(each) for each in part if each != {"type": "null"}]
    if isinstance(part, str):  # docstrings keep their indentation in some versions of Python
        return " ".join(part.split())
    if not isinstance(part, dict):
        return part
    tidy = {key: _tidied(value) for key, value in part.items() if key != "default"}
    default = part.get("default")
    if isinstance(default, dict):  # a quantity is given as its plain number; a table has its own
        default = default.get("low")
    if default not in (None, (), [], ""):
        tidy["default"] = default
    if len(tidy.get("anyOf", ())) == 1:
        tidy |= tidy.pop("anyOf")[0]
    return tidy


def _one_of(*keys: str) -> list[dict[str, Any]]:
    return [{"required": [key]} for key in keys]


def _any_case(*words: str) -> str:
    """A case-insensitive pattern for words, spelled out because JSON Schema has no flags."""
    return "|".join("".join(f"[{c}{c.upper()}]" for c in word) for word in words)


# The patterns say the same as the parsers in backtimer.quantity; a test holds them together.
_DASH = r"\s*(?:-|\u2013|" + _any_case("to") + r")\s*"
_ENDLESS = _any_case("max", "open")
_NUMBER = r"[0-9]{1,9}(?:\.[0-9]{1,3})?"
_HOURS = rf"{_NUMBER}\s*{_any_case('h')}"
_MINUTES = rf"{_NUMBER}\s*(?:{_any_case('min', 'm')})"
_SECONDS = rf"{_NUMBER}\s*(?:{_any_case('sec', 's')})"
_CLOCK = r"(?:[0-9]{1,2}:)?[0-9]{1,3}:[0-5][0-9]"
_WITH_UNIT = (
    rf"(?:{_CLOCK}|(?:{_HOURS}\s*)?(?:{_MINUTES}\s*)?{_SECONDS}"
    rf"|(?:{_HOURS}\s*)?{_MINUTES}(?:\s*{_NUMBER})?|{_HOURS})"
)
_ONE_UNIT = rf"{_NUMBER}(?:\s*(?:{_any_case('h', 'min', 'm', 'sec', 's')}))?"
_TIMES = (
    rf"{_WITH_UNIT}(?:{_DASH}(?:{_WITH_UNIT}|{_NUMBER}))?"
    rf"|{_NUMBER}(?:{_DASH}(?:{_CLOCK}|{_ONE_UNIT}))?"
)
_MODES = rf"(?:{_any_case(*LoadMode)})\b"
_WEIGHT = rf"[0-9]{{1,5}}(?:[.,][0-9]{{1,3}})?\s*(?:{_any_case('kg', 'lb')})[sS]?\b"
_LABEL = r"[+\s]*(?![+\s]*-?\s*[0-9])(?:[^+\s][\s\S]{0,39})?"

_COUNT = {
    "title": "Count",
    "description": 'How many: 8, "8-12", "max" (as many as possible) or "open" (until told).',
    "anyOf": [
        {"type": "integer", "minimum": 0, "maximum": MOST_COUNT},
        {
            "type": "string",
            "pattern": rf"^\s*(?:{_ENDLESS}|[0-9]{{1,9}}(?:{_DASH}[0-9]{{1,9}})?)\s*$",
        },
    ],
}
_TIME = {
    "title": "Time",
    "description": 'How long: 45 (seconds), "45s", "2m30s", "1:30", "20-60s", "max" or "open".',
    "anyOf": [
        {"type": "number", "minimum": 0, "maximum": int(MOST_SECONDS)},
        {"type": "string", "pattern": rf"^\s*(?:{_ENDLESS}|{_TIMES})\s*$"},
    ],
}
_LOAD = {
    "title": "Load",
    "description": 'What is moved: "12.5kg", "25lb", "light", "bodyweight +10kg", "band red".',
    "type": "string",
    "pattern": (
        rf"^(?!\s*(?:{_any_case('external')})?[+\s]*$)"
        rf"\s*(?:{_MODES}|(?!\s*{_MODES}))\s*(?:\+\s*|(?!\+))(?:{_WEIGHT}\s*)?{_LABEL}\s*$"
    ),
}
_ITEM = {
    "title": "Item",
    "description": "An exercise or a group of them.",
    "anyOf": [{"$ref": "#/$defs/Exercise"}, {"$ref": "#/$defs/Group"}],
}


if __name__ == "__main__":
    sys.stdout.write(schema_text())
