"""JSON output for programs, in ASCII: it survives every pipe and acts on no terminal."""

import json
import sys
from collections.abc import Iterable


def print_json(document: object) -> None:
    """Print one JSON document."""
    sys.stdout.write(json.dumps(document, indent=2) + "\n")


def print_json_lines(documents: Iterable[object]) -> None:
    """Print JSON documents, a line each, as soon as each is made."""
    for document in documents:
        sys.stdout.write(json.dumps(document) + "\n")
