"""Start: to the first paint of the home screen, of `backtimer check`, of `backtimer --help`."""

import subprocess
import sys
import time
from collections.abc import Iterator
from compileall import compile_dir

from tests.bench.figures import Figure, main, ratio
from tests.bench.terminal import ROOT, Terminal, backtimer, bare, is_drawn

SCREENS, COMMANDS = 15, 25
CHECK = ("-m", "backtimer", "check", "sessions/day-a.toml")
HELP = ("-m", "backtimer", "--help")
_TEXTUAL_IN_CHECK = """
import sys
from backtimer.cli import main
main(sys.argv[1:])
print(sum(name.partition(".")[0] in ("textual", "rich") for name in sys.modules))
"""


def measure() -> Iterator[Figure]:
    """Start each many times, in turns."""
    compile_dir(ROOT / "backtimer", quiet=1)  # else who comes first compiles for the others
    ours, label, listed = [], [], []
    for _ in range(SCREENS):
        with Terminal(*backtimer()) as terminal:
            ours.append(1000 * (terminal.wait_for(is_drawn) - terminal.started))
            listed.append(1000 * (terminal.wait_for("no kit") - terminal.started))
        with Terminal(*bare("label")) as terminal:
            label.append(1000 * (terminal.wait_for(is_drawn) - terminal.started))
    yield ratio("first paint of the home screen, against one Label", ours, label, "ms", 1.15)
    yield ratio("its sessions listed, against one Label", listed, label, "ms")
    check, helped, nothing = [], [], []
    for _ in range(COMMANDS):
        check.append(_milliseconds(*CHECK))
        helped.append(_milliseconds(*HELP))
        nothing.append(_milliseconds("-c", "pass"))
    yield ratio("backtimer check, against python -c pass", check, nothing, "ms", 5)
    yield ratio("backtimer --help, against python -c pass", helped, nothing, "ms", 3.5)
    loaded = _run("-c", _TEXTUAL_IN_CHECK, *CHECK[2:]).split()[-1]
    yield Figure("modules of Textual and Rich that check loads", int(loaded), "", 0)


def _milliseconds(*arguments: str) -> float:
    started = time.monotonic()
    _run(*arguments)
    return 1000 * (time.monotonic() - started)


def _run(*arguments: str) -> str:
    return subprocess.check_output([sys.executable, *arguments], cwd=ROOT, text=True)


if __name__ == "__main__":
    main(__doc__, measure)
