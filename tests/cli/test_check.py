import subprocess
import sys
from pathlib import Path

import pytest

from backtimer.log.record import to_toml
from backtimer.speech.language import SHIPPED
from tests.cli.conftest import Backtimer
from tests.log.workouts import a_record, a_set

GOOD = 'format = 1\ntitle = "Good"\n[[main]]\nexercise = "Row"\ntime = "38-52m"\n'
BAD = 'format = 1\ntitle = "Bad"\n[[main]]\nexercize = "Row"\nreps = "many"\n'


def test_a_good_file_is_told_so_with_its_length(tmp_path: Path, backtimer: Backtimer) -> None:
    (tmp_path / "good.toml").write_text(GOOD)
    assert backtimer("check", "good.toml") == (0, "good.toml: ok, 38 to 52 min, 1 exercise\n", "")


def test_every_problem_of_every_file_has_its_line_and_key(
    tmp_path: Path, backtimer: Backtimer
) -> None:
    (tmp_path / "good.toml").write_text(GOOD)
    (tmp_path / "bad.toml").write_text(BAD)
    ran = backtimer("check", "bad.toml", "nope.toml", "good.toml")
    assert ran.code == 2
    assert ran.out.startswith("good.toml: ok")
    *problems, missing = ran.err.splitlines()
    assert 'bad.toml:4: main[1].exercize: unknown key; did you mean "exercise"?' in problems
    assert any(
        line.startswith('bad.toml:5: main[1].reps: "many": not a count') for line in problems
    )
    assert missing == "nope.toml: no such file"


def test_a_sessions_name_is_no_file_but_its_file_is_told(backtimer: Backtimer) -> None:
    ran = backtimer("check", "day-a")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("day-a: no such file; did you mean ")
    assert ran.err.endswith("day-a.toml?\n")


def test_what_is_no_file_at_all_is_told_so(tmp_path: Path, backtimer: Backtimer) -> None:
    assert backtimer("check", tmp_path).err == f"{tmp_path}: is a folder; name a file in it\n"
    assert backtimer("check", "x" * 5000).code == 2


def test_settings_are_told_by_their_name(tmp_path: Path, backtimer: Backtimer) -> None:
    (tmp_path / "config.toml").write_text("[sound]\nvolume = 70\n")
    assert backtimer("check", "config.toml") == (0, "config.toml: ok, settings\n", "")
    text = '[sound]\ntheme = "cleer"\n[voice]\nlanguage = "x"\n[screen]\ntheme = "nort"\n'
    (tmp_path / "config.toml").write_text(text)
    assert backtimer("check", "config.toml").err.splitlines() == [
        'config.toml:2: sound.theme: there is no "cleer"; did you mean "clear"?',
        'config.toml:4: voice.language: there is no "x"',
        'config.toml:6: screen.theme: there is no "nort"; did you mean "nord"?',
    ]
    (tmp_path / "config.toml").write_text("[sound]\nvolum = 70\nquiet = 'never'\n")
    (tmp_path / "good.toml").write_text(GOOD)
    ran = backtimer("check", tmp_path / "config.toml", "good.toml")
    assert (ran.code, ran.out) == (2, "good.toml: ok, 38 to 52 min, 1 exercise\n")
    assert ran.err.splitlines() == [
        f'{tmp_path}/config.toml:2: sound.volum: unknown key; did you mean "volume"?',
        f'{tmp_path}/config.toml:3: sound.quiet: "never": not a part of the day;'
        ' write "22:00-07:00", or "" for never',
    ]


def test_settings_that_are_not_there_are_missed(backtimer: Backtimer) -> None:
    assert backtimer("check", "config.toml").err == "config.toml: no such file\n"


def test_a_cue_theme_is_told_by_its_files_name(tmp_path: Path, backtimer: Backtimer) -> None:
    theme = tmp_path / "bells"
    theme.mkdir()
    (theme / "cues.toml").write_text('format = 1\ntitle = "Bells"\n')
    assert backtimer("check", theme / "cues.toml").out.endswith('ok, cue theme "Bells"\n')
    (theme / "cues.toml").write_text(
        'format = 1\ntitle = "Bells"\nlevle = 1\n[cues]\ngo = { file = "bell.wav" }\n'
    )
    ran = backtimer("check", theme / "cues.toml")
    assert ran.code == 2
    assert f'{theme}/cues.toml:3: levle: unknown key; did you mean "level"?' in ran.err
    assert f'{theme}/cues.toml:5: cues.go.file: "bell.wav": no such file' in ran.err


def test_a_theme_in_the_folder_one_is_in_is_checked_too(
    tmp_path: Path, backtimer: Backtimer, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = tmp_path / "bells"
    theme.mkdir()
    (theme / "cues.toml").write_text('format = 1\ntitle = "Bells"\n')
    monkeypatch.chdir(theme)
    assert backtimer("check", "cues.toml") == (0, 'cues.toml: ok, cue theme "Bells"\n', "")


def test_a_language_is_told_by_its_folder(
    tmp_path: Path, backtimer: Backtimer, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = (SHIPPED / "english.toml").read_text(encoding="utf-8")
    folder = tmp_path / "languages"
    folder.mkdir()
    (folder / "mine.toml").write_text(english)
    assert backtimer("check", "languages/mine.toml") == (
        0,
        'languages/mine.toml: ok, language "English"\n',
        "",
    )
    (folder / "mine.toml").write_text(english.replace("Switch sides.", "Now {mane}."))
    ran = backtimer("check", folder / "mine.toml")
    assert ran.code == 2
    assert "say.switch[1]: nothing fills {mane} here" in ran.err
    monkeypatch.chdir(folder)
    assert "nothing fills {mane} here" in backtimer("check", "mine.toml").err


def test_a_log_is_told_by_its_folder_or_its_name(tmp_path: Path, backtimer: Backtimer) -> None:
    text = to_toml(a_record(a_set(reps=8), a_set(reps=9)))
    folder = tmp_path / "logs"
    folder.mkdir()
    for path in (folder / "renamed.toml", tmp_path / "2026-11-01T1830-day-a.toml"):
        path.write_text(text)
        said = f'{path}: ok, log of "Day A" on 2026-11-01, 2 sets\n'
        assert backtimer("check", path) == (0, said, "")
        path.write_text(text.replace("reps = 9", "reps = -9"))
        assert backtimer("check", path).err.startswith(f"{path}:")
        assert "sets[2].reps: " in backtimer("check", path).err


def test_nothing_in_a_file_or_its_name_acts_on_the_terminal(
    tmp_path: Path, backtimer: Backtimer
) -> None:
    (tmp_path / "\x1b[2J.toml").write_text(GOOD)
    (tmp_path / "bad.toml").write_text(GOOD + '"\\u001b]0;owned\\u0007" = 1\n')
    ran = backtimer("check", "\x1b[2J.toml", "bad.toml")
    assert ran.code == 2
    assert not set("\x1b\x07") & set(ran.out + ran.err)


def test_shipped_sessions_are_good_in_a_process_of_their_own() -> None:
    root = Path(__file__).parents[2]
    files = sorted(map(str, (root / "sessions").glob("*.toml")))
    ran = subprocess.run(
        [sys.executable, "-m", "backtimer", "check", *files],
        capture_output=True,
        cwd=root,
        check=False,
        text=True,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.count(": ok, ") == len(files)
