"""`backtimer sound test`: hear every cue once."""

import argparse
import sys

from backtimer.cli.options import LOUDEST, add_sound_options
from backtimer.cli.output import print_error, print_lines
from backtimer.files import folders
from backtimer.settings.settings_file import usable_settings
from backtimer.sound.check import sound_test
from backtimer.sound.setup import setup_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said after `backtimer sound test`."""
    add_sound_options(parser)


def run(args: argparse.Namespace) -> int:
    """Play the cues. Returns 0 if all were played, 1 if there is no sound."""
    if args.no_sound:
        print_lines(["Sound is turned off, so there is nothing to hear."])
        return 1
    settings, error = usable_settings(folders.config_file())
    if error:
        print_error(str(error))
    percent = settings.sound.volume if args.volume is None else args.volume
    return sound_test(sys.stdout, setup=setup_of(settings), volume=percent / LOUDEST)
