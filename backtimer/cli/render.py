"""`backtimer render`: a whole session as a sound file, for a phone or a player."""

import argparse
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from backtimer.cli.options import seconds_per_rep
from backtimer.cli.output import UserError, complain, say
from backtimer.speech.level import Level

if TYPE_CHECKING:
    from rich.progress import Progress

    from backtimer.settings.settings import Settings
    from backtimer.sound.mixer import Mixer
    from backtimer.sound.pcm import Pcm
    from backtimer.sound.render import Speech
    from backtimer.sound.themes.theme import Theme
    from backtimer.workout.forecast import ForecastStep

_BLOCKS_A_LOOK = 500


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register `backtimer render`."""
    parser = commands.add_parser("render", help="make a session into a sound file")
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
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make one session into sound. Returns 0; raises UserError if that cannot be done."""
    from backtimer.cli.ending import orderly_end
    from backtimer.cli.files import load
    from backtimer.cli.writing import cannot_write, check_free
    from backtimer.files import folders
    from backtimer.log.logbook import Logbook
    from backtimer.log.review import memory
    from backtimer.quantity import clock_text
    from backtimer.sound.files import CannotWrite, sound_file
    from backtimer.sound.pcm import RATE
    from backtimer.sound.render import render
    from backtimer.workout.compile import compile_session
    from backtimer.workout.forecast import forecast, planned_duration, without_open_repeats
    from backtimer.workout.player import Player

    file = load(args.session)
    path: Path = args.output
    check_free(path, force=args.force)
    settings = _settings(args)
    theme = _theme(args.cue_theme, settings)
    player = Player(
        compile_session(
            file.session, memory(Logbook(folders.logs(), folders.records()).records()), file.name
        )
    )
    player.begin(0.0)
    all_coming = list(
        forecast(
            without_open_repeats(player.state), planned_duration(settings.workout.seconds_per_rep)
        )
    )
    seconds = all_coming[-1].state.entered
    try:
        with (
            orderly_end(),
            sound_file(path) as write,
            _progress() as progress,
            _speech(settings, all_coming, progress) as speech,
        ):
            mixer = _mixer(settings)
            blocks = render(all_coming, speech=speech, tone_of=theme.tone, mixer=mixer)
            for block in _watched(blocks, seconds * RATE, progress):
                write(block)
    except CannotWrite as error:
        raise UserError(f"backtimer: {error}") from None
    except OSError as error:
        raise cannot_write(path, error) from None
    say([f"{path}: {file.session.title}, {clock_text(seconds)}, {_size(path)}"])
    return 0


def _settings(args: argparse.Namespace) -> "Settings":
    """The person's settings, with what the command line says in their place."""
    from msgspec.structs import replace

    from backtimer.files import folders
    from backtimer.settings.read import usable_settings

    settings, error = usable_settings(folders.config_file())
    if error:
        complain(str(error))
    if args.voice:
        settings = replace(settings, voice=replace(settings.voice, level=Level(args.voice)))
    if args.seconds_per_rep:
        workout = replace(settings.workout, seconds_per_rep=args.seconds_per_rep)
        settings = replace(settings, workout=workout)
    return settings


def _theme(wanted: str | None, settings: "Settings") -> "Theme":
    """The cue theme asked for. Raises UserError if one named on the command line is no good."""
    from backtimer.files import folders
    from backtimer.sound.themes.choose import theme_or_default

    theme, error = theme_or_default(wanted or settings.sound.theme, folders.cues())
    if error and wanted:
        raise UserError(f"backtimer: {error}")
    if error:
        complain(f'{error}\nThe cues are those of "{theme.name}" instead.')
    return theme


def _mixer(settings: "Settings") -> "Mixer":
    """A mixer with cues and voice as loud as they are set; a player has its own volume."""
    from backtimer.sound.mixer import Kind, Mixer

    mixer = Mixer()
    mixer.set_volume(Kind.CUE, settings.sound.cues / 100)
    mixer.set_volume(Kind.VOICE, settings.sound.voice / 100)
    return mixer


@contextmanager
def _speech(
    settings: "Settings", all_coming: "list[ForecastStep]", progress: "Progress"
) -> "Iterator[Speech]":
    """What is said in a workout, every phrase made ahead; nothing, if there is no voice."""
    from contextlib import closing

    from backtimer.sound.announcer import announcer_of
    from backtimer.sound.narration import Narration
    from backtimer.sound.render import silent
    from backtimer.sound.setup import setup_of
    from backtimer.sound.voice.phrasebook import Phrasebook

    announcer, error = announcer_of(settings)
    if error:
        complain(f"{error}\nEnglish is spoken instead.")
    if announcer is None:
        yield silent
        return
    setup = setup_of(settings)
    with closing(Phrasebook(setup.engine, setup.speed, setup.phrases, log=setup.log)) as book:
        book.start()
        narration = Narration(announcer, book)
        task = progress.add_task("making phrases", total=None)
        narration.prepare(
            all_coming, lambda made, of: progress.update(task, completed=made, total=of)
        )
        progress.remove_task(task)
        if book.trouble:
            complain(f"{book.trouble} The file has tones only.")
        yield narration


@contextmanager
def _progress() -> "Iterator[Progress]":
    """A bar on a terminal, gone when all is done; elsewhere nothing."""
    from rich.console import Console
    from rich.progress import Progress

    screen = Console(stderr=True)
    with Progress(console=screen, transient=True, disable=not screen.is_terminal) as progress:
        yield progress


def _watched(blocks: Iterable["Pcm"], frames: float, progress: "Progress") -> Iterator["Pcm"]:
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
