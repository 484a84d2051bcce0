"""`backtimer render`: a whole session as a sound file, for a phone or a player."""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from backtimer.cli.options import seconds_per_rep
from backtimer.cli.output import UserError, say

if TYPE_CHECKING:
    from backtimer.sound.pcm import Pcm

_BLOCKS_A_LOOK = 500


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register `backtimer render`."""
    parser = commands.add_parser("render", help="make a session into a sound file")
    parser.add_argument("session", metavar="NAME|FILE", help='a name from "list", or a file')
    parser.add_argument(
        "-o", "--output", required=True, type=Path, metavar="FILE", help="a .wav or .flac file"
    )
    parser.add_argument(
        "--seconds-per-rep",
        type=seconds_per_rep,
        default=4.0,
        metavar="N",
        help="how long a rep at your own pace takes, where no tempo says it (4)",
    )
    parser.add_argument("--force", action="store_true", help="replace the file if it is there")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make one session into sound. Returns 0; raises UserError if that cannot be done."""
    from backtimer.cli.files import load
    from backtimer.sound.files import CannotWrite, sound_file
    from backtimer.sound.pcm import RATE
    from backtimer.sound.render import render
    from backtimer.workout.ahead import ahead, once, plan_pace
    from backtimer.workout.player import Player
    from backtimer.workout.unfold import unfold

    file = load(args.session)
    path: Path = args.output
    if path.exists() and not args.force:
        raise UserError(f"backtimer: {path} is there already; --force replaces it")
    player = Player(unfold(file.session))
    player.begin(0.0)
    moments = list(ahead(once(player.state), plan_pace(args.seconds_per_rep)))
    seconds = moments[-1].state.entered
    try:
        with sound_file(path) as write:
            for block in _watched(render(moments), seconds * RATE):
                write(block)
    except CannotWrite as error:
        raise UserError(f"backtimer: {error}") from None
    except OSError as error:
        raise UserError(f"backtimer: {path} cannot be written: {error.strerror}") from None
    from backtimer.quantity import clock_text

    say([f"{path}: {file.session.title}, {clock_text(seconds)}, {_size(path)}"])
    return 0


def _watched(blocks: Iterable["Pcm"], frames: float) -> Iterator["Pcm"]:
    """The same blocks, with a bar that shows on a terminal how far they are."""
    from rich.console import Console
    from rich.progress import Progress

    screen = Console(stderr=True)
    with Progress(console=screen, transient=True, disable=not screen.is_terminal) as progress:
        task = progress.add_task("making sound", total=frames)
        made = 0
        for number, block in enumerate(blocks):
            made += len(block)
            if number % _BLOCKS_A_LOOK == 0:
                progress.update(task, completed=made)
            yield block


def _size(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:.1f} MB"
