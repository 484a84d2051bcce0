from pathlib import Path

import pytest

from backtimer.cli.output import UserError
from backtimer.cli.run import position
from backtimer.plan.session_file import session_from_text
from backtimer.runtime.begin_workout import CannotBeginError
from backtimer.runtime.context import Options
from backtimer.workout.compile import compile_session
from backtimer.workout.timeline import Timeline
from tests.cli.conftest import Backtimer


@pytest.fixture
def timeline() -> Timeline:
    text = """
format = 1
title = "Test"
[[main]]
exercise = "Plank"
sets = 2
hold = "20s"
[[main]]
any_of = ["Pull-up", "Lat pulldown"]
reps = 5
"""
    return compile_session(session_from_text(text, "test.toml"))


@pytest.mark.parametrize(
    ("wanted", "at"),
    [
        ("1", 0),
        ("2", 2),
        ("3", 3),
        ("plank", 0),
        (" LAT  pulldown", 3),
        ("pull-up or lat pulldown", 3),
    ],
)
def test_a_step_is_meant_by_its_number_or_by_an_exercise(
    wanted: str, at: int, timeline: Timeline
) -> None:
    assert position(timeline, wanted) == at


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("0", "--from 0: the steps are numbered from 1 to 3"),
        ("4", "--from 4: the steps are numbered from 1 to 3"),
        ("plnak", '--from "plnak": no such exercise in this session; did you mean "plank"?'),
        ("9" * 5000, "no such exercise"),
        ("", "no such exercise in this session; name an exercise or give a step's number"),
    ],
)
def test_an_unknown_step_is_told_with_what_there_is(
    wanted: str, message: str, timeline: Timeline
) -> None:
    with pytest.raises(UserError) as caught:
        position(timeline, wanted)
    assert message in str(caught.value)


@pytest.mark.parametrize("args", [[], ["--no-sound"], ["run", "taste"], ["run", "taste", "--log"]])
def test_a_workout_needs_a_terminal(args: list[str], backtimer: Backtimer) -> None:
    ran = backtimer(*args)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("backtimer: a workout needs a terminal")


def test_a_bad_file_or_step_is_told_before_a_screen_is_opened(
    tmp_path: Path, backtimer: Backtimer
) -> None:
    (tmp_path / "bad.toml").write_text("format = 1\n")
    assert backtimer("run", "bad.toml").err.startswith("bad.toml:1: title: ")
    assert backtimer("run", "taste", "--from", "999").err.startswith("backtimer: --from 999: ")


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the streams that pytest puts in place pass for a terminal."""
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(f"sys.{name}.isatty", lambda: True)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ([], {"file": None, "keep_log": True, "sound": True, "volume": None, "theme": None}),
        (["--volume", "30", "--theme", "nord"], {"volume": 0.3, "theme": "nord"}),
        (["run", "taste"], {"keep_log": True, "speed": 1.0, "start": 0, "sound": True}),
        (["run", "taste", "--speed", "60"], {"keep_log": False, "speed": 60.0}),
        (["run", "taste", "--speed", "60", "--log"], {"keep_log": True}),
        (["run", "taste", "--from", "2", "--no-sound"], {"start": 1, "sound": False}),
        (["--no-sound", "run", "taste", "--volume", "0"], {"sound": False, "volume": 0.0}),
    ],
)
def test_the_app_is_told_what_was_asked_for(
    args: list[str],
    told: dict[str, object],
    backtimer: Backtimer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: dict[str, object] = {}

    def launch(file: object, options: Options, cut_off: object) -> int:
        assert cut_off is None
        asked.update(options._asdict(), file=file)
        return 0

    monkeypatch.setattr("backtimer.tui.app.launch", launch)
    on_a_terminal(monkeypatch)
    assert backtimer(*args).code == 0
    assert told.items() <= asked.items()


def test_an_unknown_theme_gets_a_suggestion(
    backtimer: Backtimer, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_a_terminal(monkeypatch)
    ran = backtimer("--theme", "gruvbux")
    assert ran.code == 2
    assert ran.err == 'backtimer: --theme "gruvbux": no such theme; did you mean "gruvbox"?\n'


@pytest.fixture
def led(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What plain mode was asked for."""
    asked: dict[str, object] = {}

    def launch(file: object, options: Options, cut_off: object) -> int:
        assert cut_off is None
        asked.update(options._asdict(), file=file)
        return 0

    monkeypatch.setattr("backtimer.plain.app.launch_plain", launch)
    return asked


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--plain"], {"file": None, "keep_log": True, "sound": True}),
        (["run", "taste", "--plain", "--speed", "60"], {"keep_log": False, "speed": 60.0}),
        (["--plain", "run", "taste", "--log", "--volume", "30"], {"keep_log": True, "volume": 0.3}),
        (["run", "taste", "--plain", "--from", "2", "--no-sound"], {"start": 1, "sound": False}),
    ],
)
def test_plain_mode_needs_no_terminal(
    args: list[str], told: dict[str, object], backtimer: Backtimer, led: dict[str, object]
) -> None:
    assert backtimer(*args).code == 0
    assert told.items() <= led.items()


@pytest.mark.parametrize(
    ("flag", "variable", "setting", "is_plain"),
    [
        ([], "", "false", False),
        ([], "", "true", True),
        ([], "0", "true", False),
        ([], "1", "false", True),
        (["--plain"], "0", "false", True),
        (["--no-plain"], "1", "true", False),
    ],
)
def test_it_is_chosen_by_flag_environment_and_setting_in_this_order(
    flag: list[str],
    variable: str,
    setting: str,
    is_plain: bool,
    backtimer: Backtimer,
    led: dict[str, object],
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BACKTIMER_PLAIN", variable)
    home.mkdir()
    (home / "config.toml").write_text(f"[screen]\nplain = {setting}\n")
    ran = backtimer("run", "taste", *flag)
    assert bool(led) is is_plain
    assert ran.code == (0 if is_plain else 2), "the screen needs a terminal"


def test_while_a_workout_is_led_elsewhere_plain_mode_says_so(
    backtimer: Backtimer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def launch(*_: object) -> int:
        raise CannotBeginError("Day A is being led in another window: one at a time.")

    monkeypatch.setattr("backtimer.plain.app.launch_plain", launch)
    ran = backtimer("run", "taste", "--plain")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "backtimer: Day A is being led in another window: one at a time.\n"
