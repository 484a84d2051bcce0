"""Files made to be slow to read, or big in memory: `python -m tests.fuzz.hostile log`.

Reads those for one reader, one after the other, and prints of each its name, the milliseconds of
processor time, the megabytes of memory that were needed so far, and what was said of it.
"""

import resource
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path

import msgspec
from msgspec.structs import replace

from backtimer.toml.read import MOST_BYTES, MOST_PARTS
from tests.fuzz.readers import read
from tests.log.workouts import TEXT, header

MEGABYTE = 1_000_000
PATIENCE = 5
"""Seconds of processor time after which the reading of a file is ended by the system."""

HEAD = 'format = 1\ntitle = "T"\n'
ITEM = '[[main]]\nexercise = "A"\n'
LOG = f"""{HEAD}session = "a"
started = 2026-11-21T18:30:05+01:00
ended = 2026-11-21T19:30:05+01:00
outcome = "finished"
"""
SET = '[[sets]]\nexercise = "A"\nsection = "main"\nstatus = "done"\nset = 1\n'

Files = Iterator[tuple[str, str]]
"""Names, and what is in them."""


def filled(piece: str, size: int = MEGABYTE) -> str:
    """A piece over and over, in about as many characters; "%d" in it is a number that grows."""
    times = size // len(piece)
    return "".join(piece % n for n in range(times)) if "%d" in piece else piece * times


def parts(piece: str) -> str:
    """A piece over and over, as often as there may be parts of it in a file."""
    each = sum(map(piece.count, "=,.[{"))
    return filled(piece, (MOST_PARTS - 100) // each * len(piece))


def any_text() -> Files:
    """What no reader expects."""
    yield "nothing but NUL", "\0" * MEGABYTE
    yield "byte order marks", "\ufeff" * (MEGABYTE // 3)
    yield "line ends of Windows", "\r\n" * (MEGABYTE // 2)
    yield "empty lines", "\n" * MEGABYTE
    yield "one line", "a" * MEGABYTE
    yield "brackets", "a=" + "[" * MEGABYTE
    yield "tables in tables", filled("{a=")


def toml(size: int = MOST_BYTES) -> Files:
    """What takes the library long, or what tells the lines, in a file that is just let in."""
    size -= 100
    yield "quotes", '"' * size
    yield "a long text", f'{HEAD}x="{"a" * size}"'
    yield "escapes", HEAD + 'x="' + filled("\\u0041", size) + '"'
    yield "a text without an end", HEAD + 'x="""' + filled('\\"""\n', size)
    yield "a long number", HEAD + "x=" + "9" * size
    yield "numbers", HEAD + "main=[" + parts("0,") + "]"
    yield "unknown keys", HEAD + parts("x%d=1\n")
    yield "lists of tables", HEAD + parts("[[main]]\n")
    yield "long keys", HEAD + parts("b%d." + "a." * 14 + "a=1\n")


def session() -> Files:
    """Sessions of far too much."""
    size = MOST_BYTES - 1000
    yield "many exercises", HEAD + parts(ITEM)
    yield "many sets", HEAD + filled(ITEM + 'sets=10000\nreps=10000\nhold="1s"\n', size)
    group = '[[main]]\ncircuit="A"\nsteps=[{exercise="A",sets=100,time="1s"}]\n'
    yield "many rounds", HEAD + filled(group + "rounds=10000\n", size)
    yield "a day of rounds", HEAD + filled(group + 'for="24h"\n', size)
    for key, piece in ("load", "1"), ("time", "1 "), ("reps", " 8-"), ("hold", "1h"):
        yield f"a long {key}", HEAD + ITEM + f'{key}="{filled(piece, size)}"'


def log() -> Files:
    """Logs of far too much."""
    yield "30,000 sets", LOG + filled(SET, 30_000 * len(SET))
    yield "sets", LOG + filled(SET + 'note = "words and more words and yet more words"\n')
    yield "sets with nothing in them", LOG + parts("[[sets]]\n")
    yield "exercises", LOG + parts(SET.replace('"A"', '"%d"'))
    yield "rounds", LOG + SET + "rounds=[" + parts('{title="A",round=1},') + "]"
    wide = f'planned="{"w" * (MEGABYTE // 2)}"\n'
    yield "a wide dose", LOG + SET + wide + filled(SET, MEGABYTE // 2)


def journal() -> Files:
    """Journals of far too much."""
    started = _first(TEXT) + _event("Began", 0)
    yield "nested lists", '{"x":' + "[" * (MEGABYTE // 2) + "]" * (MEGABYTE // 2) + "}\n"
    yield "a nested event", started + '{"x":' + "[" * MEGABYTE + "\n"
    yield "tiny lines", started + filled("{}\n")
    yield "a long number", started + _event("Paused", int("9" * 4000)) * 200
    yield "a long note", started + _event("Noted", 1, f',"note":"{"n" * MEGABYTE}"')
    yield "a long session", _first(TEXT + "#" * MEGABYTE)
    yield "a session of keys", _first(HEAD + parts("x%d=1\n"))
    for kind, more in EVENTS.items():
        yield f"{kind}, few steps", started + _events(kind, more)
    started = _first(HEAD + (ITEM + "sets=100\nreps=5\n") * 40) + _event("Began", 0)
    for kind in "StepEnded", "LeftOut", "WentBack", "Postponed":
        yield f"{kind}, many steps", started + _events(kind, EVENTS[kind])
    half = MEGABYTE // 2
    chosen = _events("Chose", ',"slot":0,"option":0', half)
    yield "all undone", started + chosen + _events("Undone", "", half)


def exported() -> Files:
    """Tables of other programs with far too much in them."""
    head, time = "title,start_time,exercise_title,reps\n", "3.1.2025, 10:00"
    yield "commas", head + "," * MEGABYTE
    yield "columns", head.strip() + filled(",x%d")
    yield "sets", head + filled(f'a,"{time}",Row,8\n')
    yield "workouts", head + filled(f'%d,"{time}",Row,8\n')
    yield "exercises", head + filled(f'a,"{time}",%d,8\n')
    yield "bad times", head + filled("a,%d,Row,8\n")
    yield "a long time", head + f'a,"{"1 " * (MEGABYTE // 20)}",Row,8\n'
    yield "a long cell", head + f'a,"{"1" * MEGABYTE}",Row,8\n'
    yield "a long number", head + f'a,"{time}",Row,{"9" * (MEGABYTE // 10)}\n'
    yield "no end of quotes", head + '"' * MEGABYTE
    yield "strong", "Date,Exercise Name,Reps\n" + filled("2025-01-01 10:00:00,Row,8\n")


EVENTS = {
    "Seen": "",
    "Paused": "",
    "LeftOut": ',"step":0',
    "WentBack": ',"position":0',
    "Postponed": ',"item":0',
    "Chose": ',"slot":%d,"option":0',
    "Corrected": ',"step":%d,"result":{}',
    "StepEnded": ',"step":%d,"result":{}',
}
"""Kinds of events, and what is in them."""


def _first(text: str) -> str:
    return msgspec.json.encode(replace(header(), text=text)).decode() + "\n"


def _event(kind: str, at: int, more: str = "") -> str:
    event = f'{{"type":"{kind}","at":{at}{more}}}'
    return f'{{"wall":"2026-11-21T18:30:05Z","event":{event}}}\n'


def _events(kind: str, more: str, size: int = MEGABYTE) -> str:
    pieces, left = [], size
    for number in count():
        pieces.append(_event(kind, number, more % number if "%d" in more else more))
        left -= len(pieces[-1])
        if left < 0:
            break
    return "".join(pieces)


HOSTILE: Mapping[str, tuple[Callable[[], Files], ...]] = {
    "session": (any_text, toml, session),
    "log": (any_text, lambda: toml(MEGABYTE), log),
    "journal": (any_text, journal),
    "settings": (any_text, toml),
    "theme": (any_text, toml),
    "exported": (any_text, exported),
}


def most_megabytes() -> int:
    """The most memory that this program has needed; what its parent needs is none of it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    (peak,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) // 1024


def main(kind: str) -> None:
    """Read every hostile file of a kind."""
    for files in HOSTILE[kind]:
        for name, text in files():
            print(f"{name:28}", end="", flush=True)  # noqa: T201 - this is what it is for
            started = time.process_time()
            most = resource.RLIM_INFINITY
            resource.setrlimit(resource.RLIMIT_CPU, (int(started) + PATIENCE, most))
            error = read(kind, text.encode())
            spent = 1000 * (time.process_time() - started)
            memory = most_megabytes()
            said = str(error).partition(f"{kind}/")[2][:70] if error else "read"
            print(f"{spent:6.0f} ms {memory:4} MB  {said!r}", flush=True)  # noqa: T201 - the same


if __name__ == "__main__":
    main(sys.argv[1])
