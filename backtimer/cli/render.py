"""`backtimer render`: a whole session as a sound file, for a phone or a player."""

import argparse
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from backtimer.cli.options import seconds_per_rep
from backtimer.cli.output import UserError, print_error, print_lines
from backtimer.cli.output_file import cannot_write, check_writable
from backtimer.cli.session_file import compiled, load_session
from backtimer.cli.signals import orderly_exit
from backtimer.files import folders
from backtimer.quantity import clock_text
from backtimer.settings.settings import Settings
from backtimer.settings.settings_file import usable_settings
from backtimer.sound.mixer import Channel, Mixer
from backtimer.sound.narration import Narration
from backtimer.sound.pcm import RATE, Pcm
from backtimer.sound.render import Narrate, render, say_nothing
from backtimer.sound.setup import announcer_of, setup_of
from backtimer.sound.sound_file import CannotWrite, sound_file
from backtimer.sound.themes.choose import theme_or_default
from backtimer.sound.themes.theme import Theme
from backtimer.sound.voice.phrasebook import Phrasebook
from backtimer.speech.level import Level
from backtimer.workout.forecast import (
    ForecastStep,
    forecast,
    planned_duration,
    without_open_repeats,
)
from backtimer.workout.player import Player

if TYPE_CHECKING:
    from rich.progress import Progress

_BLOCKS_A_LOOK = 500


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said after `backtimer render`."""
    parser.add_argument("session", metavar="NAME|FILE", help='a name from "list", or a file')
    parser.add_argument(
        "-o", "--output", required=True, type=Path, metavar="FILE", help="a .wav or .flac file"
    )
    parser.add_argument(
        "--voice",
        choices=[level.value for level in Level],
        help="how much is said (as the settings say)",
    )
    parser.add_argument(
        "--cue-theme", metavar="NAME", help="what the cues sound like (as the settings say)"
    )
    parser.add_argument(
        "--seconds-per-rep",
        type=seconds_per_rep,
        metavar="N",
        help="how long a rep at your own pace takes, where no tempo says it (as the settings say)",
    )
    parser.add_argument("--force", action="store_true", help="replace the file if it is there")


def run(args: argparse.Namespace) -> int:
    """Make one session into sound. Returns 0; raises UserError if that cannot be done."""
    file = load_session(args.session)
    path: Path = args.output
    check_writable(path, force=args.force)
    settings = _settings(args)
    theme = _theme(args.cue_theme, settings)
    player = Player(compiled(file))
    player.begin(0.0)
    coming = list(
        forecast(
            without_open_repeats(player.state), planned_duration(settings.workout.seconds_per_rep)
        )
    )
    seconds = coming[-1].state.entered
    try:
        with (
            orderly_exit(),
            sound_file(path) as write,
            _progress() as progress,
            _speech(settings, coming, progress) as narrate,
        ):
            mixer = _mixer(settings)
            blocks = render(coming, narrate=narrate, tone_of=theme.tone, mixer=mixer)
            for block in _watched(blocks, seconds * RATE, progress):
                write(block)
    except CannotWrite as error:
        raise UserError(f"backtimer: {error}") from None
    except OSError as error:
        raise cannot_write(path, error) from None
    print_lines([f"{path}: {file.session.title}, {clock_text(seconds)}, {_size(path)}"])
    return 0


def _settings(args: argparse.Namespace) -> Settings:
    """The person's settings, with what the command line says in their place."""
    settings, error = usable_settings(folders.config_file())
    if error:
        print_error(str(error))
    if args.voice:
        settings = replace(settings, voice=replace(settings.voice, level=Level(args.voice)))
    if args.seconds_per_rep:
        workout = replace(settings.workout, seconds_per_rep=args.seconds_per_rep)
        settings = replace(settings, workout=workout)
    return settings


def _theme(wanted: str | None, settings: Settings) -> Theme:
    """The cue theme asked for. Raises UserError if one named on the command line is no good."""
    theme, error = theme_or_default(wanted or settings.sound.theme, folders.cues())
    if error and wanted:
        raise UserError(f"backtimer: {error}")
    if error:
        print_error(f'{error}\nThe cues are those of "{theme.name}" instead.')
    return theme


def _mixer(settings: Settings) -> Mixer:
    """A mixer with cues and voice as loud as they are set; a player has its own volume."""
    mixer = Mixer()
    mixer.set_volume(Channel.SIGNAL, settings.sound.cues / 100)
    mixer.set_volume(Channel.VOICE, settings.sound.voice / 100)
    return mixer


@contextmanager
def _speech(
    settings: Settings, coming: list[ForecastStep], progress: "Progress"
) -> Iterator[Narrate]:
    """What is said in a workout, every phrase made ahead; nothing, if there is no voice."""
    announcer, error = announcer_of(settings)
    if error:
        print_error(f"{error}\nEnglish is spoken instead.")
    if announcer is None:
        yield say_nothing
        return
    setup = setup_of(settings)
    with closing(Phrasebook(setup.engine, setup.speed, setup.phrases, log=setup.log)) as book:
        book.start()
        narration = Narration(announcer, book)
        task = progress.add_task("making phrases", total=None)
        narration.prepare(coming, lambda made, of: progress.update(task, completed=made, total=of))
        progress.remove_task(task)
        if book.trouble:
            print_error(f"{book.trouble} The file has tones only.")
        yield narration


@contextmanager
def _progress() -> "Iterator[Progress]":
    """A bar on a terminal, gone when all is done; elsewhere nothing."""
    from rich.console import Console
    from rich.progress import Progress

    screen = Console(stderr=True)
    with Progress(console=screen, transient=True, disable=not screen.is_terminal) as progress:
        yield progress


def _watched(blocks: Iterable[Pcm], frames: float, progress: "Progress") -> Iterator[Pcm]:
    """The same blocks, and the bar shows how far they are."""
    task = progress.add_task("making sound", total=frames)
    made = 0
    for number, block in enumerate(blocks):
        made += len(block)
        if number % _BLOCKS_A_LOOK == 0:
            progress.update(task, completed=made)
        yield block


def _size(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:.1f} MB"
