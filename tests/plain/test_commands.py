"""What people type, and what it asks for."""

import re
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from backtimer.plain.commands import (
    FIRST_WORDS,
    HELP,
    NOTHING,
    VERBS,
    Command,
    Said,
    Verb,
    parse_command,
)


@pytest.mark.parametrize(
    ("line", "verb"),
    [
        ("", Verb.DONE),
        ("done", Verb.DONE),
        (" Done ", Verb.DONE),
        (" ", Verb.TOGGLE),
        ("pause", Verb.PAUSE),
        ("go", Verb.GO),
        ("b", Verb.BACK),
        ("x", Verb.SKIP),
        ("l", Verb.LATER),
        ("u", Verb.UNDO),
        ("UNDO", Verb.UNDO),
        ("s", Verb.STOP),
        ("m", Verb.MUTE),
        ("e", Verb.EDIT),
        ("a", Verb.OTHER),
        ("+", Verb.MORE),
        ("-", Verb.LESS),
        ("?", Verb.HELP),
        ("note", Verb.NOTE),
    ],
)
def test_words_and_letters(line: str, verb: Verb) -> None:
    assert parse_command(line) == Command(verb)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("done 9", Said(9)),
        ("done 9 reps", Said(9)),
        ("done 12 taps", Said(12)),
        ("done 43s", Said(43, is_time=True)),
        ("done 1:05", Said(65, is_time=True)),
        ("done 1 min 5 sec", Said(65, is_time=True)),
        ("done 9 @ 42.5", Said(9, load="42.5")),
        ("done 9 @ 42,5 kg", Said(9, load="42.5 kg")),
        ("done 9@42.5kg", Said(9, load="42.5 kg")),
        ("done @ 40", Said(load="40")),
        ("done 9 @ 42.5 kg rpe 8.5", Said(9, load="42.5 kg", rpe=8.5)),
        ("done 9 rpe 8 note left knee, rpe was 9", Said(9, rpe=8, note="left knee, rpe was 9")),
        ("done note @ home", Said(note="@ home")),
    ],
)
def test_a_set_is_ended_with_what_was_done_in_it(line: str, said: Said) -> None:
    assert parse_command(line) == Command(Verb.DONE, said)


def test_a_number_alone_is_so_many() -> None:
    assert parse_command("9") == Command(Verb.NUMBER, Said(9))
    assert parse_command("9 @ 42.5") == Command(Verb.NUMBER, Said(9, load="42.5"))
    assert parse_command("43 s").said == Said(43, is_time=True)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("rpe 8", Said(rpe=8)),
        ("RPE 8,5", Said(rpe=8.5)),
        ("load 40kg", Said(load="40 kg")),
        ("load 40", Said(load="40")),
        ("load none", Said(load="")),
        ("load bodyweight +10kg rpe 7", Said(load="bodyweight + 10 kg", rpe=7)),
        ("load band red", Said(load="band red")),
        ("@ 40", Said(load="40")),
        ("note  Left Knee ", Said(note="Left Knee")),
    ],
)
def test_more_is_said_of_the_set_just_done(line: str, said: Said) -> None:
    assert parse_command(line) == Command(Verb.SAY, said)


def test_another_way_may_be_named_by_its_number() -> None:
    assert parse_command("other") == Command(Verb.OTHER)
    assert parse_command("other 2") == Command(Verb.OTHER, number=2)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("dome", 'Not known: "dome"; did you mean "done"?'),
        ("zzzz", 'Not known: "zzzz". Type "done 9 @ 42.5"'),
        ("pause 5", '"pause" stands alone'),
        ("done 9 kg", 'A load is said as in "@ 9 kg"'),
        ("done 8-12", "One number, please"),
        ("done 20-60s", "One number, please"),
        ("done -3", "Not understood"),
        ("done 9 @ 4 5", '"4 5": not a load'),
        ("rpe 11", "RPE is a number from 1"),
        ("rpe", "RPE is a number from 1"),
        ("rpe hard", "RPE is a number from 1"),
        ("load 99999999kg", "not a load"),
    ],
)
def test_what_is_not_understood_gets_one_helpful_line(line: str, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)) as caught:
        parse_command(line)
    assert "\n" not in str(caught.value)


@given(st.text() | st.text("0123456789@:.,- rpenotdkgs"))
@example("\u0663")
@example("note")
@example("@")
@example("done @")
def test_whatever_is_typed_is_a_command_or_gets_told(line: str) -> None:
    with suppress(ValueError):
        assert parse_command(line).verb in Verb


def test_help_tells_every_word() -> None:
    told = " ".join(HELP)
    assert all(word in told for word in FIRST_WORDS.values())
    assert set(Verb) - set(FIRST_WORDS) == {Verb.NUMBER, Verb.SAY, Verb.TOGGLE}
    assert all(parse_command(word).said == NOTHING for word in VERBS)
