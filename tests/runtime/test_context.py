"""The context: settings are read once, and what is changed is kept and holds at once."""

from pathlib import Path

import pytest

from backtimer.files import folders
from backtimer.runtime.context import AppContext, Options
from backtimer.settings.settings_file import usable_settings
from backtimer.sound.outputs import OUTPUT_VARIABLE
from backtimer.toml.read import BadFileError
from tests.runtime.frontend import Notices


def mine(home: Path, text: str) -> None:
    """Write the person's settings."""
    home.mkdir()
    (home / "config.toml").write_text(text)


def test_a_mistake_in_the_settings_is_told_once_and_the_rest_holds(home: Path) -> None:
    mine(home, "[sound]\nvolume = 40\n[voice]\nsped = 2\n")
    frontend = Notices()
    context = AppContext(frontend)
    assert context.settings().sound.volume == context.settings().sound.volume == 40
    [words] = frontend.warned
    assert "config.toml:4" in words


def test_a_setting_that_is_changed_is_kept_and_holds_at_once() -> None:
    frontend = Notices()
    context = AppContext(frontend)
    context.change_setting("sound.volume", 30)
    assert context.sound.volume == 0.3
    context.change_setting("screen.theme", "nord")
    assert frontend.theme == context.settings().screen.theme == "nord"
    assert usable_settings(folders.config_file())[0] == context.settings()


def test_a_setting_that_cannot_be_kept_does_not_hold(home: Path) -> None:
    mine(home, "[sound\n")
    context = AppContext(Notices())
    with pytest.raises(BadFileError):
        context.change_setting("sound.volume", 30)
    assert context.settings().sound.volume == 100


async def test_the_volume_is_kept_unless_the_command_line_gave_it() -> None:
    context = AppContext(Notices())
    assert context.keeps_volume
    context.sound_control.turn(-2)
    await context.keep_volume()
    assert (
        usable_settings(folders.config_file())[0].sound.volume
        == context.settings().sound.volume
        == 80
    )
    assert not AppContext(Notices(), Options(volume=0.4)).keeps_volume
    assert not AppContext(Notices(), Options(sound=False)).keeps_volume


async def test_a_volume_that_cannot_be_kept_is_told(home: Path) -> None:
    mine(home, "[sound\n")
    frontend = Notices()
    await AppContext(frontend).keep_volume()
    assert frontend.warned[0].startswith("The volume is not kept: ")


def test_without_sound_nothing_is_ever_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(OUTPUT_VARIABLE, "none")
    context = AppContext(Notices(), Options(sound=False))
    context.wake_sound()
    context.renew_sound()
    context.apply_quiet_hours()
    assert not context.sound.working
    assert not context.close()
