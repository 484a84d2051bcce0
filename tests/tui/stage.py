"""The app on a stage: someone presses its keys and turns its clock, and looks at what it shows."""

from asyncio import timeout
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path

from textual.content import Content
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from backtimer.files import folders
from backtimer.log.changes import LogChangeDetector
from backtimer.log.journal import Journal
from backtimer.log.logbook import Entry, Logbook
from backtimer.log.record import CompletedSession
from backtimer.plan.session_file import SessionFile, read_session
from backtimer.runtime.app_data import AppData
from backtimer.runtime.clock import Clock
from backtimer.runtime.context import Options
from backtimer.runtime.runner import WorkoutRunner
from backtimer.tui import app
from backtimer.tui.app import BacktimerApp
from backtimer.tui.screens.history import HistoryScreen
from backtimer.tui.screens.home import HomeScreen
from backtimer.tui.screens.live import LiveScreen
from backtimer.tui.screens.loading import LoadingScreen
from backtimer.tui.screens.summary import SummaryScreen
from backtimer.tui.widgets.choices import Choices
from backtimer.workout.timeline import Step

QUIET = Options(sound=False)
PATIENCE = 20.0
"""Seconds to wait for something to happen before giving up."""
_LONGEST_TICK = 2.5
"""Seconds between two looks at the clock; a silence twice as long would pass for sleep."""


def written(folder: Path, text: str, name: str = "mine") -> SessionFile:
    """A session file with this text, below its format and title."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.toml"
    path.write_text(f"format = 1\n{text}", encoding="utf-8")
    return read_session(path)


async def until(pilot: Pilot[None], holds: Callable[[], object]) -> None:
    """Wait until something holds, as long as a busy machine may take.

    Raises TimeoutError if it never does.
    """
    async with timeout(PATIENCE):
        while not holds():
            await pilot.pause(0.01)  # what a thread does only shows on the screen


class Turned:
    """A clock that stands still until it is turned."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def app_for(
    file: SessionFile | None = None, options: Options = QUIET
) -> tuple[BacktimerApp, Turned]:
    """An app, and the clock that its workouts go by."""
    turned = Turned()
    return BacktimerApp(file, options, lambda: Clock(options.speed, turned)), turned


class Stage:
    """An app that runs, and what someone in front of it does and sees."""

    def __init__(self, pilot: Pilot[None], turned: Turned) -> None:
        self.pilot = pilot
        self.turned = turned

    @property
    def app(self) -> BacktimerApp:
        """The app."""
        assert isinstance(self.pilot.app, BacktimerApp)
        return self.pilot.app

    @property
    def screen(self) -> Screen[object]:
        """The screen in front."""
        return self.app.screen

    @property
    def live(self) -> LiveScreen:
        """The live screen, even behind a question."""
        return next(each for each in self.app.screen_stack if isinstance(each, LiveScreen))

    @property
    def is_live(self) -> bool:
        """Whether a workout is under way, or has not been left yet."""
        return any(isinstance(each, LiveScreen) for each in self.app.screen_stack)

    @property
    def runner(self) -> WorkoutRunner:
        """The runner of the workout under way."""
        return self.live._runner

    @property
    def step(self) -> Step:
        """The step in hand."""
        step = self.runner.state.step
        assert step is not None
        return step

    async def settles(self) -> None:
        """Wait until the sessions and logs are read, where they are read at all."""
        await self.pilot.pause()
        await until(
            self.pilot,
            lambda: (
                not isinstance(self.screen, LoadingScreen)
                and (not isinstance(self.screen, HomeScreen) or self.screen.app_data is not None)
            ),
        )
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def comes_to_show(self, text: str) -> None:
        """Wait until a text is to be seen, as long as a busy machine may take."""
        with suppress(TimeoutError):
            await until(self.pilot, lambda: text in self.seen)
        assert text in self.seen, f"{text!r} is not to be seen:\n{self.seen}"

    async def waits(self, seconds: float) -> None:
        """Let seconds pass, the app awake all the while."""
        end = self.turned.seconds + seconds
        while self.turned.seconds < end and self.is_live:
            self.turned.seconds = min(end, self.turned.seconds + _LONGEST_TICK)
            self.live._tick()
        await self.pilot.pause()

    async def reads_on(self, seconds: float = 2.0) -> None:
        """Let seconds pass over a summary."""
        assert isinstance(self.screen, SummaryScreen)
        await self.pilot.pause()
        self.turned.seconds += seconds

    async def sleeps(self, seconds: float) -> None:
        """Let seconds pass while the machine sleeps; then it wakes and looks at the clock."""
        self.turned.seconds += seconds
        self.live._tick()
        await self.pilot.pause()

    def close_journals(self) -> None:
        """Let go of the files of workouts that the test leaves in the middle."""
        for screen in self.app.screen_stack:
            if isinstance(screen, SummaryScreen):
                screen._workout.close()
            elif isinstance(screen, LiveScreen) and isinstance(screen._runner.journal, Journal):
                screen._runner.journal.close()

    def text(self, where: str) -> str:
        """The whole text of a part of the front screen, seen or not."""
        content = self.screen.query_one(where, Static).content
        return content.plain if isinstance(content, Content) else str(content)

    @property
    def listed(self) -> int:
        """How many there are in the list on the screen."""
        return self.screen.query_one(Choices).option_count

    @property
    def seen(self) -> str:
        """Everything that can be seen now, row by row, non-breaking spaces made plain."""
        rows = self.screen._compositor.render_strips()
        return "\n".join(row.text.rstrip() for row in rows).replace("\u00a0", " ")

    @property
    def told(self) -> list[str]:
        """The notices shown so far."""
        return [str(notice.message) for notice in self.app._notifications]


@asynccontextmanager
async def on_stage(
    file: SessionFile | None = None,
    size: tuple[int, int] = (100, 30),
    options: Options = QUIET,
) -> AsyncIterator[Stage]:
    """Run the app with one session, or from its home."""
    app, turned = app_for(file, options)
    async with app.run_test(size=size, notifications=True) as pilot:
        stage = Stage(pilot, turned)
        await stage.settles()
        try:
            yield stage
        finally:
            stage.close_journals()


TODAY = date(2026, 11, 22)
"""The day on which somebody looks back."""
NOON = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)


class Looking(BacktimerApp):
    """The app with somebody in front of their history: reading all sessions first takes time."""

    CSS_PATH = str(Path(app.__file__).with_name("backtimer.tcss"))

    def get_default_screen(self) -> HistoryScreen:  # type: ignore[override] # what it gives is for Home
        """Open on the history."""
        book = Logbook(folders.logs())
        log_changes = LogChangeDetector(book)
        known = tuple(each for each in book.entries() if isinstance(each, Entry))
        history = HistoryScreen(goal=3, today=lambda: TODAY)
        history.show_data(AppData(entries=known, log_changes=log_changes))
        return history


@asynccontextmanager
async def in_history(size: tuple[int, int] = (100, 80)) -> AsyncIterator[Stage]:
    """Run the app from its history."""
    async with Looking(None, QUIET).run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield Stage(pilot, Turned())


def marked_row(stage: Stage) -> str:
    """The session that is marked, by its date."""
    option = stage.screen.query_one(Choices).highlighted_option
    assert option
    return str(option.prompt)[: len("20 Nov 2026")]


def logs() -> list[CompletedSession]:
    """Every log there is, newest first."""
    return list(Logbook(folders.logs()).records())


def journals() -> list[Path]:
    """Every journal there is."""
    return sorted(folders.journals().glob("*.jsonl"))
