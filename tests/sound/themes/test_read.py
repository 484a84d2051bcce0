from pathlib import Path

import pytest

from backtimer.sound.pcm import LOUDEST
from backtimer.sound.score import Note, Timbre, Tune
from backtimer.sound.themes.format import CueEntries
from backtimer.sound.themes.read import MOST_IN_A_ROW, read_theme
from backtimer.sound.themes.theme import default_theme, shipped_theme
from backtimer.toml.read import BadFileError
from backtimer.workout.signals import Signal
from tests.sound.themes.own import HEAD, complaints, write


class TestNotes:
    def test_a_signal_can_be_given_notes_and_the_rest_stays_as_it_is(self, tmp_path: Path) -> None:
        folder = write(tmp_path / "mine", HEAD + '[cues]\ngo = [{ pitch = "A4", length = 0.5 }]')
        theme = read_theme(folder)
        assert (theme.name, theme.title) == ("mine", "Mine")
        assert theme.tones[Signal.GO] == Tune((Note(440.0, 0.5),))
        others = set(Signal) - {Signal.GO}
        assert all(theme.tone(signal) is default_theme().tone(signal) for signal in others)

    def test_all_that_can_be_said_of_notes_is_heeded(self, tmp_path: Path) -> None:
        text = """
            format = 1
            title = "Mine"
            level = 0.5
            harmonics = [1, 0.5]
            attack = 0.01
            release = 0.2
            [cues]
            lift = [{ pitch = 300, length = 1, gap = 0.2, level = 0.5, glide_to = "A4" }]
        """
        theme = read_theme(write(tmp_path / "mine", text))
        note = Note(300.0, 1.0, gap=0.2, level=0.25, glide_to=440.0)
        assert theme.tones[Signal.LIFT] == Tune((note,), Timbre((1.0, 0.5), 0.01, 0.2))
        assert theme.length_of(Signal.LIFT) == 1.2
        assert max(theme.tone(Signal.LIFT)) == pytest.approx(LOUDEST / 4, rel=0.01)

    def test_the_format_has_a_key_for_every_signal(self) -> None:
        assert CueEntries.__struct_fields__ == tuple(Signal)

    def test_keys_of_ones_own_pass_everywhere(self, tmp_path: Path) -> None:
        text = HEAD + "x_a = 1\n[cues]\nx_b = 2\ngo = [{ pitch = 440, length = 1, x_c = [] }]"
        assert read_theme(write(tmp_path / "mine", text)).title == "Mine"


class TestBases:
    def test_what_is_left_out_comes_from_the_theme_it_is_based_on(self, tmp_path: Path) -> None:
        theme = read_theme(write(tmp_path / "mine", HEAD + 'based_on = "soft"'))
        assert theme.tones == shipped_theme("soft").tones

    def test_that_may_be_another_of_ones_own(self, tmp_path: Path) -> None:
        write(tmp_path / "one", HEAD + '[cues]\ngo = [{ pitch = "A4", length = 0.5 }]')
        text = HEAD + 'based_on = "one"\nlevel = 0.1\n[cues]\nrest = [{ pitch = 300, length = 1 }]'
        theme = read_theme(write(tmp_path / "two", text))
        assert theme.tones[Signal.GO] == Tune((Note(440.0, 0.5),))
        assert theme.tones[Signal.REST] == Tune((Note(300.0, 1.0, level=0.1),))
        assert theme.tones[Signal.EASY] == default_theme().tones[Signal.EASY]

    def test_one_named_like_a_shipped_one_is_based_on_that(self, tmp_path: Path) -> None:
        theme = read_theme(write(tmp_path / "clear", HEAD))
        assert theme.title == "Mine"
        assert theme.tones == default_theme().tones

    def test_two_that_are_based_on_each_other_are_refused(self, tmp_path: Path) -> None:
        write(tmp_path / "two", HEAD + 'based_on = "one"')
        one = write(tmp_path / "one", HEAD + 'based_on = "two"')
        with pytest.raises(BadFileError, match=r"two/cues.toml:3: based_on: no cue theme has that"):
            read_theme(one)

    def test_a_row_has_an_end(self, tmp_path: Path) -> None:
        for number in range(MOST_IN_A_ROW + 1):
            write(tmp_path / str(number), HEAD + f'based_on = "{number - 1 if number else "soft"}"')
        assert read_theme(tmp_path / str(MOST_IN_A_ROW - 1)).tones == shipped_theme("soft").tones
        with pytest.raises(
            BadFileError, match=r"0/cues.toml:3: based_on: at most 5 themes in a row"
        ):
            read_theme(tmp_path / str(MOST_IN_A_ROW))

    def test_a_name_that_is_none_gets_a_suggestion(self, tmp_path: Path) -> None:
        folder = write(tmp_path / "mine", HEAD + 'based_on = "claer"')
        assert complaints(folder) == [
            '3: based_on: no cue theme has that name; did you mean "clear"?'
        ]
        write(folder, HEAD + 'based_on = "../mine"')
        assert "no cue theme has that name" in complaints(folder)[0]

    def test_what_is_wrong_with_it_is_said_with_its_own_file(self, tmp_path: Path) -> None:
        write(tmp_path / "one", HEAD + "levl = 1")
        folder = write(tmp_path / "two", HEAD + 'based_on = "one"')
        with pytest.raises(BadFileError, match=r"one/cues.toml:3: levl: unknown key; did you mean"):
            read_theme(folder)


class TestComplaints:
    @pytest.mark.parametrize(
        ("line", "message"),
        [
            ("levl = 0.5", '3: levl: unknown key; did you mean "level"?'),
            ("level = 1.5", "3: level: 1.5: give a number from 0 to 1"),
            ("attack = 0", "3: attack: 0: give a number from 0.001 to 1"),
            ("harmonics = []", "3: harmonics: expected a list that is not empty"),
            ("harmonics = [1, 2]", "3: harmonics[2]: 2: give a number from 0 to 1"),
            ("harmonics = [0]", "3: harmonics[1]: the first is the pitch itself: at least 0.01"),
            ("cues.goo = []", '3: cues.goo: unknown key; did you mean "go"?'),
            ("cues.go = []", "3: cues.go: no notes; for silence, give one a level of 0"),
            ("cues.go = 440", "3: cues.go: expected a list or a table, not a number"),
            ("cues.go = [440]", "3: cues.go[1]: expected a table, got a number"),
            ("cues.go = {}", '3: cues.go.file: "file" is missing'),
            ("cues.go = { file = 1 }", "3: cues.go.file: expected text, got a number"),
        ],
    )
    def test_each_says_its_line_and_key(self, line: str, message: str, tmp_path: Path) -> None:
        assert complaints(write(tmp_path / "mine", HEAD + line)) == [message]

    @pytest.mark.parametrize(
        ("note", "message"),
        [
            ("pitch = 440", '.length: "length" is missing'),
            ("pitch = 440, length = 3", ".length: 3: give a number from 0.01 to 2"),
            ("pitch = 440, length = 0", ".length: 0: give a number from 0.01 to 2"),
            ("pitch = 440, length = nan", ".length: nan: give a number from 0.01 to 2"),
            ("pitch = 440, length = 1, gap = -1", ".gap: -1: give a number from 0 to 2"),
            ("pitch = 20, length = 1", ".pitch: 20: not between 50 and 10000 Hz"),
            ("pitch = nan, length = 1", ".pitch: nan: not between 50 and 10000 Hz"),
            ("pitch = true, length = 1", ".pitch: expected a number or text, got true or false"),
            ("pitch = 440, length = 1, glid_to = 9", '.glid_to: unknown key; did you mean "glide'),
            ("pitch = 440, length = 1, glide_to = 'H'", '.glide_to: "H": not a pitch; write Hz'),
        ],
    )
    def test_those_about_a_note_say_which(self, note: str, message: str, tmp_path: Path) -> None:
        text = f"[cues]\ngo = [\n{{ pitch = 440, length = 0.1 }},\n{{ {note} }}\n]"
        (only,) = complaints(write(tmp_path / "mine", HEAD + text))
        assert only.startswith(f"6: cues.go[2]{message}")

    def test_all_mistakes_are_told_at_once(self, tmp_path: Path) -> None:
        text = """based_on = "x"
[cues]
rest = [{ pitch = "H4", length = 1 }]
go = { file = "none.wav", levl = 1 }
lift = [{ pitch = 1, length = 9 }]
"""
        found = complaints(write(tmp_path / "mine", HEAD + text))
        assert [each.split(":")[0] for each in found] == ["3", "5", "6", "6", "7", "7"]

    def test_a_signal_has_so_many_notes_and_no_more(self, tmp_path: Path) -> None:
        notes = "{ pitch = 440, length = 0.01 }," * 17
        found = complaints(write(tmp_path / "mine", HEAD + f"cues.go = [{notes}]"))
        assert found == ["3: cues.go: 17 notes are too many: at most 16"]

    def test_a_signal_takes_two_seconds_at_most_the_last_gap_apart(self, tmp_path: Path) -> None:
        text = HEAD + "cues.go = [{{ pitch = 440, length = 1 }}, {{ pitch = 440, length = {} }}]"
        folder = write(tmp_path / "mine", text.format("0.96"))
        assert read_theme(folder).length_of(Signal.GO) == pytest.approx(2.04)
        write(folder, text.format("0.97"))
        assert complaints(folder) == ["3: cues.go: 2.01 s are too long: at most 2 s"]

    def test_a_folder_without_a_theme_says_so(self, tmp_path: Path) -> None:
        with pytest.raises(BadFileError, match=r"cues.toml: no such file"):
            read_theme(tmp_path)

    def test_an_empty_file_lacks_all_there_must_be(self, tmp_path: Path) -> None:
        with pytest.raises(BadFileError, match=r'"format" is missing\n.*"title" is missing'):
            read_theme(write(tmp_path / "mine", ""))
