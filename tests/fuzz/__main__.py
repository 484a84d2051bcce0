"""Fuzzing one reader for a while: `python -m tests.fuzz session -max_total_time=600`.

Needs Linux and `pip install atheris`. What comes after the reader's name goes to libFuzzer. Its
corpus is `corpus/<reader>` beside this file, and grows; a crash is written to the working folder.
"""

import sys
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import get_args

import atheris  # type: ignore[import-untyped]  # only there when somebody fuzzes

with atheris.instrument_imports(include=["backtimer"]):
    from backtimer.log.record import CompletedSession, CompletedSet, TimeBreakdown
    from backtimer.plan.session import Defaults, Exercise, Group, Option, Session, Tempo
    from backtimer.settings.settings import Sound, Voice
    from backtimer.sound.themes.format import CueEntries, NoteLine, SoundFile, ThemeFile
    from backtimer.toml.annotations import fields_of
    from backtimer.workout.events import AnyEvent, Result
    from tests.fuzz.readers import READERS, read

CORPUS = Path(__file__).parent / "corpus"
TABLES = (
    *(
        Session,
        Defaults,
        Exercise,
        Option,
        Group,
        Tempo,
        CompletedSession,
        CompletedSet,
        TimeBreakdown,
    ),
    *(Sound, Voice, ThemeFile, CueEntries, NoteLine, SoundFile, Result, *get_args(AnyEvent)),
)
"""Tables whose names and keys are worth trying anywhere."""
WORDS = ("[[", "]]", " = ", "max", "open", "8-12", "45s", "nan", "1e309", "9" * 30, "\\u0000")


def main() -> None:
    """Feed the reader that is named until the time is over or it breaks."""
    kind = sys.argv[1] if len(sys.argv) > 1 else ""
    if kind not in READERS:
        raise SystemExit(f"name one of {', '.join(READERS)}")

    def once(data: bytes) -> None:
        read(kind, data)

    with NamedTemporaryFile("w", suffix=".dict") as words:
        words.write("".join(f'"{_escaped(word)}"\n' for word in _words()))
        words.flush()
        atheris.Setup([sys.argv[0], f"-dict={words.name}", *sys.argv[2:], str(CORPUS / kind)], once)
        atheris.Fuzz()


def _words() -> set[str]:
    names = (table.__name__ for table in TABLES)
    return {*WORDS, *names, *(key for table in TABLES for key in fields_of(table))}


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace('"', '\\"')


if __name__ == "__main__":
    main()
