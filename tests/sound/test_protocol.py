import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backtimer.sound.protocol import (
    Command,
    Heartbeat,
    Hello,
    Mute,
    Phrase,
    Plan,
    Play,
    Report,
    Silence,
    Trouble,
    Volume,
    decode_command,
    decode_report,
    encode,
)
from backtimer.workout.signals import ScheduledSignal, Signal

seconds = st.floats(0, 1e7)
counts = st.integers(0, 2**40)
cues = st.builds(ScheduledSignal, st.text(max_size=20), seconds, st.sampled_from(Signal))
phrases = st.builds(Phrase, st.text(max_size=20), seconds, st.text(max_size=20))
commands = st.one_of(
    st.builds(
        Plan,
        st.lists(cues, max_size=5).map(tuple),
        st.lists(phrases, max_size=5).map(tuple),
    ),
    st.builds(Play, st.sampled_from(Signal)),
    st.just(Silence()),
    st.builds(Volume, st.floats(0, 1), st.floats(0, 1)),
    st.builds(Mute, st.booleans()),
)
reports = st.one_of(
    st.builds(Hello, seconds, st.text()),
    st.builds(Heartbeat, counts, counts, counts, seconds),
    st.builds(Trouble, st.text()),
)


@given(commands)
def test_a_command_arrives_as_it_was_sent(command: Command) -> None:
    assert decode_command(encode(command)) == command


@given(reports)
def test_a_report_arrives_as_it_was_sent(report: Report) -> None:
    assert decode_report(encode(report)) == report


@given(st.text())
def test_a_message_is_one_line_whatever_is_in_it(text: str) -> None:
    line = encode(Plan((ScheduledSignal(text, 1.0, Signal.GO),)))
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1


@pytest.mark.parametrize("line", [b"", b"beep\n", b'{"type":"dance"}\n', b'{"type":"play"}\n'])
def test_what_is_no_command_is_refused(line: bytes) -> None:
    with pytest.raises(msgspec.MsgspecError):
        decode_command(line)
