"""The settings: each on a line, changed with two keys, heard at once and kept at once."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static
from textual.widgets.option_list import Option

from backtimer.files import folders
from backtimer.runtime.context import AppContext
from backtimer.runtime.sound_preview import SoundPreview, source_of
from backtimer.settings.fields import SettingField, setting_fields
from backtimer.sound.themes.find import theme_names
from backtimer.speech.language import language_names
from backtimer.text.sanitize import sanitize
from backtimer.text.width import cell_len, pad
from backtimer.toml.edit import Value
from backtimer.toml.read import BadFileError
from backtimer.tui import keys
from backtimer.tui.dialogs.note import NoteDialog
from backtimer.tui.screens.base import PAGE_BINDINGS, BaseScreen
from backtimer.tui.widgets.choices import Choices
from backtimer.tui.widgets.hints import KeyHints

PREVIEW_DEBOUNCE = 0.35
"""Seconds without another change after which a change is heard."""
POLL_EVERY = 0.2
"""Seconds between two looks at what the sound has become."""


class SettingsScreen(BaseScreen[None]):
    """Lists the settings. Every change is written to the person's file before it holds."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(keys.SETTINGS_COMMANDS),
        *PAGE_BINDINGS,
    ]
    KEY_COMMANDS = keys.SETTINGS_COMMANDS
    VERTICAL_BREAKPOINTS = [(0, "-low"), (12, "-short"), (18, "-normal")]  # noqa: RUF012 - Textual declares an instance variable

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._app_context = context
        self._settings_fields = setting_fields()
        self._width = max(cell_len(setting.label) for setting in self._settings_fields)
        self._preview = SoundPreview()
        self._trouble = ""
        self._preview_timer: Timer | None = None

    @property
    def _setting(self) -> SettingField:
        """The setting that is marked."""
        return self._settings_fields[self.query_one(Choices).highlighted or 0]

    def compose(self) -> ComposeResult:
        """Lay out the settings, what the marked one is for, and the keys."""
        yield Static("backtimer \u00b7 as you like it", id="title", markup=False)
        yield Choices(
            *(Option(self._line(setting)) for setting in self._settings_fields), id="list"
        )
        yield Static("", id="setting", markup=False)
        yield KeyHints(keys.SETTINGS_COMMANDS, id="hints")

    def on_mount(self) -> None:
        """Let the keys go to the list, and keep an eye on the sound."""
        self._names = {
            "sound.theme": theme_names(folders.cues()),
            "voice.language": sorted(language_names(folders.languages())),
            "screen.theme": ["", *sorted(self.app.available_themes)],
        }
        self.query_one(Choices).focus()
        self.set_interval(POLL_EVERY, self._poll)

    def on_unmount(self) -> None:
        """Leave the sound as it is set, and in silence."""
        if self._preview_timer:
            self._app_context.renew_sound()
        self._app_context.sound.silence()

    def on_option_list_option_highlighted(self) -> None:
        """Say what the marked setting is for."""
        self._trouble = ""
        self._show_about()

    def on_option_list_option_selected(self) -> None:
        """Change the marked setting."""
        self.action_change()

    def action_more(self) -> None:
        """Give the marked setting the value after."""
        self._turn(1)

    def action_less(self) -> None:
        """Give the marked setting the value before."""
        self._turn(-1)

    def _turn(self, direction: int) -> None:
        setting, settings = self._setting, self._app_context.settings()
        value = setting.turned(settings, direction, self._names)
        if value != setting.value(settings):
            self._keep(setting, value)

    def action_change(self) -> None:
        """Give the marked setting another value; one that is typed is asked for."""
        setting = self._setting
        if not setting.is_typed:
            self.action_more()
            return
        before = str(setting.value(self._app_context.settings()))
        self.app.push_screen(
            NoteDialog(setting.about, before, lambda text: self._typed(setting, text))
        )

    def _typed(self, setting: SettingField, text: str) -> None:
        try:
            self._keep(setting, setting.typed(text))
        except ValueError as error:
            self._show_trouble(f'"{text}": {error}')

    def _keep(self, setting: SettingField, value: Value) -> None:
        """Write a value to the person's file and go by it; say so if it cannot be written."""
        try:
            self._app_context.change_setting(setting.key, value)
        except BadFileError as error:
            self._show_trouble(f"Not kept: {error.complaints[0]}")
            return
        self._trouble = ""
        self._show_values()
        self._show_about()
        if self._preview_timer:
            self._preview_timer.stop()
        self._preview_timer = self.set_timer(PREVIEW_DEBOUNCE, self._play_preview)

    def _play_preview(self) -> None:
        """Let the change be heard: the keys have come to rest."""
        self._preview_timer = None
        self._app_context.renew_sound()
        self._preview.play(self._setting.key, self._app_context.settings(), self._app_context.sound)

    def _poll(self) -> None:
        if not self._preview_timer:
            self._preview.poll(self._app_context.sound)
        self._show_about()

    def _show_values(self) -> None:
        choices = self.query_one(Choices)
        for number, setting in enumerate(self._settings_fields):
            choices.replace_option_prompt_at_index(number, self._line(setting))

    def _show_about(self) -> None:
        about = self.query_one("#setting", Static)
        setting = self._setting
        trouble = self._trouble or self._preview.trouble
        words = (
            f"{setting.about[0].upper()}{setting.about[1:]}.",
            trouble or source_of(setting.key, self._app_context.sound),
        )
        text = Content("\n").join(Content(sanitize(each)) for each in words if each)
        if text != about.content:
            about.update(text)

    def _show_trouble(self, words: str) -> None:
        self._trouble = words
        self._show_about()

    def _line(self, setting: SettingField) -> Content:
        words = sanitize(setting.words(self._app_context.settings()))
        return Content(f"{pad(setting.label, self._width)}  {words}")
