"""The pictures in the README, drawn by the program itself: `python -m tests.picture`."""

import asyncio
import os
import re
import tempfile
from pathlib import Path

from backtimer.files import folders
from backtimer.log.logbook import Logbook
from backtimer.plan.find import find
from backtimer.plan.session_file import read_session
from backtimer.runtime.clock import Clock
from backtimer.runtime.context import Options
from backtimer.tui.app import BacktimerApp
from backtimer.tui.screens.live import LiveScreen
from backtimer.workout.compile import compile_session
from backtimer.workout.events import Result
from backtimer.workout.memory import LastPerformance, PastSet, memory_key
from tests.bench.diary import keep
from tests.tui.stage import NOON, in_history, until

DOCS = Path(__file__).parents[1] / "docs"
SIZE = (96, 27)


A_YEAR = 156
"""Workouts, three a week."""


async def lead() -> str:
    """Lead somebody through Day A up to a plank and draw what they see."""
    now = 0.0
    app = BacktimerApp(
        read_session(find("day-a")),
        Options(sound=False, keep_log=False),
        make_clock=lambda: Clock(source=lambda: now),
    )
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LiveScreen))
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, LiveScreen)
        runner = screen._runner
        past = LastPerformance(
            (PastSet(1, "", Result(43)), PastSet(2, "", Result(38))), (Result(51),)
        )
        player = runner.player
        player.timeline = compile_session(player.timeline.session, {memory_key("Plank"): past})
        while (step := runner.state.step) and step.exercise.title != "Plank":
            now += 30
            runner.player._seen = now
            runner.do(runner.player.next)
        runner.do(runner.player.next)
        now += 23
        screen._refresh_all()
        await pilot.pause()
        return app.export_screenshot(title="backtimer", simplify=True)


async def look_back() -> str:
    """Open the history of somebody who has trained for a year and draw what they see."""
    keep(Logbook(folders.logs()), A_YEAR, NOON)
    async with in_history(SIZE) as stage:
        await stage.comes_to_show("Better:")
        return stage.app.export_screenshot(title="backtimer", simplify=True)


def main() -> None:
    """Draw the pictures and put them where the README looks for them."""
    DOCS.mkdir(exist_ok=True)
    for name, draw in {"live": lead, "history": look_back}.items():
        with tempfile.TemporaryDirectory() as home:
            os.environ["BACKTIMER_HOME"] = home
            svg = asyncio.run(draw())
        own_fonts = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
        text = own_fonts.replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas")
        (DOCS / f"{name}.svg").write_text(text)


if __name__ == "__main__":
    main()
