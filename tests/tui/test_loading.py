"""Straight into a session, however many logs there are to read first."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from backtimer.files import folders
from backtimer.log.journal import Header, Journal, wall_clock
from backtimer.log.logbook import Logbook
from backtimer.log.record import CompletedSession
from backtimer.runtime.context import Options
from backtimer.tui.screens.loading import LoadingScreen
from backtimer.workout.compile import compile_session
from tests.tui.stage import Stage, app_for, until, written
from tests.tui.texts import ROWS


async def test_while_logs_are_read_the_title_stands_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end = Event()

    def slowly(_: Logbook) -> Iterator[CompletedSession]:
        may_end.wait(10)
        return iter(())

    monkeypatch.setattr(Logbook, "records", slowly)
    app, turned = app_for(written(tmp_path, ROWS))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        stage = Stage(pilot, turned)
        await pilot.pause()
        assert isinstance(stage.screen, LoadingScreen)
        assert "Rows" in stage.seen
        may_end.set()
        await stage.settles()
        assert stage.is_live
        stage.close_journals()


async def test_if_another_backtimer_was_quicker_it_says_so_and_leaves(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, ROWS)
    other = Journal(
        folders.journals(), Header.of(file, wall_clock(), compile_session(file.session))
    )
    app, _ = app_for(file, Options(sound=False))
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.return_code is not None)
    other.close()
    assert app.return_code == 2
    assert "being led in another window" in capsys.readouterr().err
