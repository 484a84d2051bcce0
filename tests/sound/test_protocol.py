"""What a worker process is told and tells arrives as it was sent, a line each."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backtimer.sound.protocol import (
    Command,
    Heartbeat,
    Hello,
    Made,
    Make,
    Mute,
    Notice,
    Phrase,
    Plan,
    Play,
    Report,
    SetTheme,
    Silence,
    Trouble,
    Unmade,
    Voice,
    VoiceReport,
    Volume,
    decode_command,
    decode_report,
    decode_voice_command,
    decode_voice_report,
    encode,
)
from backtimer.workout.signals import ScheduledSignal, Signal

seconds = st.floats(0, 1e7)
counts = st.integers(0, 2**40)
signals = st.builds(ScheduledSignal, st.text(max_size=20), seconds, st.sampled_from(Signal))
phrases = st.builds(Phrase, st.text(max_size=20), seconds, st.text(max_size=20))
commands = st.one_of(
    st.builds(
        Plan,
        st.lists(signals, max_size=5).map(tuple),
        st.lists(phrases, max_size=5).map(tuple),
    ),
    st.builds(Play, st.sampled_from(Signal)),
    st.just(Silence()),
    st.builds(Volume, st.floats(0, 1), st.floats(0, 1)),
    st.builds(SetTheme, st.text(), st.text()),
    st.builds(Mute, st.booleans()),
)
reports = st.one_of(
    st.builds(Hello, seconds, st.text()),
    st.builds(Heartbeat, counts, counts, counts, seconds),
    st.builds(Notice, st.text()),
    st.builds(Trouble, st.text()),
)
voice_reports = st.one_of(
    st.builds(Voice, st.text()),
    st.builds(Made, st.text(), st.text(), seconds),
    st.builds(Unmade, st.text()),
    st.builds(Trouble, st.text()),
)


@given(commands)
def test_a_command_arrives_as_it_was_sent(command: Command) -> None:
    assert decode_command(encode(command)) == command


@given(reports)
def test_a_report_arrives_as_it_was_sent(report: Report) -> None:
    assert decode_report(encode(report)) == report


@given(st.lists(st.text()).map(tuple))
def test_what_is_to_be_made_arrives_as_it_was_sent(texts: tuple[str, ...]) -> None:
    assert decode_voice_command(encode(Make(texts))) == Make(texts)


@given(voice_reports)
def test_what_was_made_arrives_as_it_was_sent(report: VoiceReport) -> None:
    assert decode_voice_report(encode(report)) == report


@given(st.text())
def test_a_message_is_one_line_whatever_is_in_it(text: str) -> None:
    line = encode(Plan((ScheduledSignal(text, 1.0, Signal.GO),)))
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1


@pytest.mark.parametrize("line", [b"", b"beep\n", b'{"type":"dance"}\n', b'{"type":"play"}\n'])
def test_what_is_no_command_is_refused(line: bytes) -> None:
    with pytest.raises(msgspec.MsgspecError):
        decode_command(line)


@pytest.mark.parametrize("line", [b"", b"sing\n", b'{"type":"make"}\n', b'{"type":"voice"}\n'])
def test_what_is_no_command_to_the_voice_is_refused(line: bytes) -> None:
    with pytest.raises(msgspec.MsgspecError):
        decode_voice_command(line)
