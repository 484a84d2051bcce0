"""The settings screen: what is changed there is kept at once and holds at once."""

from pathlib import Path

import pytest

from backtimer.files import folders
from backtimer.runtime.context import Options
from backtimer.settings.fields import setting_fields
from backtimer.settings.quiet import Quiet
from backtimer.settings.settings import Settings
from backtimer.settings.settings_file import default_config, usable_settings
from backtimer.sound.outputs import OUTPUT_VARIABLE
from backtimer.speech.level import Level
from backtimer.tui import keys
from backtimer.tui.dialogs.note import NoteDialog
from backtimer.tui.screens.home import HomeScreen
from backtimer.tui.screens.settings import SettingsScreen
from tests.tui.stage import QUIET, Stage, on_stage, until, written

ROW = 'title = "Mine"\n[[main]]\nexercise = "Row"\nreps = 8\n'
KEYS = [setting.key for setting in setting_fields()]


def kept() -> Settings:
    """What stands in the person's file."""
    return usable_settings(folders.config_file())[0]


def mine(text: str) -> Path:
    """Write the person's file."""
    path = folders.config_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


async def mark(stage: Stage, key: str) -> None:
    """Open the settings and mark one."""
    await stage.press("s", *["down"] * KEYS.index(key))


async def test_the_first_change_writes_the_file_with_its_comments() -> None:
    async with on_stage() as stage:
        await mark(stage, "sound.volume")
        assert not folders.config_file().exists(), "looking changes nothing"
        await stage.press("left", "left")
        assert "sound volume             90 %" in stage.seen
    text = folders.config_file().read_text()
    assert text == default_config().replace("volume = 100", "volume = 90")


async def test_the_persons_own_words_and_order_stay() -> None:
    path = mine('# mine\n[voice]\nlevel = "off" # at night\n[sound]\nvolume = 40\n')
    async with on_stage() as stage:
        await mark(stage, "voice.level")
        await stage.press("right")
    assert path.read_text() == (
        '# mine\n[voice]\nlevel = "changes" # at night\n[sound]\nvolume = 40\n'
    )


async def test_every_setting_but_the_typed_one_changes_with_a_key_and_back() -> None:
    (folders.languages()).mkdir(parents=True)
    (folders.languages() / "other.toml").touch()
    async with on_stage() as stage:
        await stage.press("s")
        for setting in setting_fields():
            before = setting.value(stage.app.context.settings())
            there, back = ("left", "right") if before == 100 else ("right", "left")
            await stage.press(there)
            assert (setting.value(kept()) == before) is setting.is_typed, setting.key
            assert setting.value(stage.app.context.settings()) == setting.value(kept())
            await stage.press(back, "down")
            assert setting.value(stage.app.context.settings()) == before
    assert kept() == Settings()


async def test_enter_changes_as_well_and_types_quiet_hours() -> None:
    async with on_stage() as stage:
        await mark(stage, "voice.level")
        await stage.press("enter")
        assert kept().voice.level is Level.EVERYTHING
        await stage.press("up", "enter")
        assert isinstance(stage.screen, NoteDialog)
        await stage.press(*"22:00-7:00", "enter")
        assert kept().sound.quiet == Quiet.parse("22:00-07:00")
        assert "22:00-07:00" in stage.seen


async def test_quiet_hours_that_are_none_are_told_and_not_kept() -> None:
    path = mine('[sound]\nquiet = "21:00-06:00"\n')
    async with on_stage() as stage:
        await mark(stage, "sound.quiet")
        await stage.press("enter", *["backspace"] * 11, *"[/]9", "enter")
        assert '"[/]9": not a part of the day; write "22:00-07:00"' in stage.text("#setting")
        await stage.press("enter", "escape", "up", "down")
        assert "not a part of the day" not in stage.seen
    assert path.read_text() == '[sound]\nquiet = "21:00-06:00"\n'


async def test_a_broken_file_is_told_and_left_as_it_is() -> None:
    path = mine("[sound\nvolume = 40\n")
    async with on_stage() as stage:
        await mark(stage, "sound.volume")
        assert any("config.toml:1" in words for words in stage.told)
        await stage.press("left")
        assert "Not kept: " in stage.text("#setting")
        assert "config.toml:1" in stage.text("#setting")
        assert "sound volume             100 %" in stage.seen
    assert path.read_text() == "[sound\nvolume = 40\n"


async def test_a_mistake_elsewhere_keeps_no_setting_from_being_changed() -> None:
    path = mine("[sound]\nvolume = 40\n[voice]\nsped = 2\n")
    async with on_stage() as stage:
        await mark(stage, "sound.volume")
        await stage.press("right")
    assert path.read_text() == "[sound]\nvolume = 45\n[voice]\nsped = 2\n"


async def test_a_folder_that_cannot_be_written_is_told(home: Path) -> None:
    home.write_text("no folder")  # noqa: ASYNC240 - nothing else runs yet
    async with on_stage() as stage:
        await mark(stage, "sound.volume")
        await stage.press("left")
        assert "cannot be written" in stage.text("#setting")
        assert stage.app.context.settings().sound.volume == 100


async def test_colours_hold_at_once_and_the_usual_ones_come_back() -> None:
    async with on_stage() as stage:
        usual = stage.app.theme
        await mark(stage, "screen.theme")
        await stage.press("right")
        assert stage.app.theme == kept().screen.theme != usual
        await stage.press("left")
        assert (stage.app.theme, kept().screen.theme) == (usual, "")


async def test_other_changes_leave_the_colours_of_the_command_line() -> None:
    options = Options(sound=False, theme="nord")
    async with on_stage(options=options) as stage:
        await mark(stage, "voice.level")
        await stage.press("right")
        assert stage.app.theme == "nord"
        await stage.press("end", "right")
        assert stage.app.theme == kept().screen.theme != "nord"


@pytest.mark.parametrize("key", ["escape", "q", "b"])
async def test_it_can_be_left(key: str) -> None:
    async with on_stage() as stage:
        await stage.press("s", key)
        assert isinstance(stage.screen, HomeScreen)
        assert stage.app.is_running


async def test_it_is_in_the_hints_the_help_and_the_palette() -> None:
    async with on_stage(size=(80, 24)) as stage:
        assert "s settings" in stage.seen
        titles = [each.title for each in stage.app.get_system_commands(stage.screen)]
        assert "settings (s)" in titles
        await stage.press("question_mark")
        assert keys.SETTINGS.help in stage.seen
        await stage.press("escape", "s", "question_mark")
        for command in keys.SETTINGS_COMMANDS:
            assert command.help in stage.seen


@pytest.mark.parametrize("size", [(100, 30), (60, 15), (40, 12)])
async def test_it_can_be_read_and_left_at_any_size(size: tuple[int, int]) -> None:
    async with on_stage(size=size) as stage:
        await stage.press("s")
        for setting in setting_fields():
            assert setting.label in stage.seen
            last_word = setting.about.split()[-1]
            assert last_word in stage.seen, setting.key
            await stage.press("down")
        assert "esc back" in stage.seen


async def test_no_size_breaks_it() -> None:
    async with on_stage(options=QUIET) as stage:
        await stage.press("s")
        for size in [(1, 1), (3, 2), (12, 3), (300, 100), (40, 12)]:
            await stage.pilot.resize_terminal(*size)
            await stage.press("down", "right", "pagedown", "pageup", "end", "home")
        assert isinstance(stage.screen, SettingsScreen)


async def volume_comes_to_be_kept(stage: Stage, percent: int) -> None:
    """Wait until it stands in the person's file, as long as a busy machine may take."""
    await until(stage.pilot, lambda: stage.app.context.settings().sound.volume == percent)
    assert kept().sound.volume == percent


async def test_the_volume_turned_in_a_workout_is_kept_for_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = mine("[sound]\nvolume = 90 # at home\n")
    monkeypatch.setenv(OUTPUT_VARIABLE, "none")
    file = written(tmp_path, ROW)
    async with on_stage(file, options=Options()) as stage:
        await stage.press("[", "[", "[", "]")
        assert "Volume 70%." in stage.told
        await volume_comes_to_be_kept(stage, 70)
    assert path.read_text() == "[sound]\nvolume = 70 # at home\n"


async def test_a_volume_of_the_command_line_is_for_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OUTPUT_VARIABLE, "none")
    async with on_stage(written(tmp_path, ROW), options=Options(volume=0.4)) as stage:
        await stage.press("[")
        assert stage.app.context.sound.volume == 0.3
        assert stage.app._volume_timer is None
    assert not folders.config_file().exists()


async def test_a_volume_that_cannot_be_kept_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OUTPUT_VARIABLE, "none")
    path = mine("[sound\n")
    async with on_stage(written(tmp_path, ROW), options=Options()) as stage:
        await stage.press("[")
        await stage.comes_to_show("The volume is not kept")
    assert path.read_text() == "[sound\n"
