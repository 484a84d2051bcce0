import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backtimer.sound.protocol import encode
from backtimer.sound.voice.protocol import (
    Made,
    Make,
    Report,
    Trouble,
    Unmade,
    Voice,
    decode_order,
    decode_report,
)

reports = st.one_of(
    st.builds(Voice, st.text()),
    st.builds(Made, st.text(), st.text(), st.floats(0, 1e4)),
    st.builds(Unmade, st.text()),
    st.builds(Trouble, st.text()),
)


@given(st.lists(st.text()).map(tuple))
def test_an_order_arrives_as_it_was_sent(texts: tuple[str, ...]) -> None:
    assert decode_order(encode(Make(texts))) == Make(texts)


@given(reports)
def test_a_report_arrives_as_it_was_sent(report: Report) -> None:
    assert decode_report(encode(report)) == report


@pytest.mark.parametrize("line", [b"", b"sing\n", b'{"type":"make"}\n', b'{"type":"voice"}\n'])
def test_what_is_no_order_is_refused(line: bytes) -> None:
    with pytest.raises(msgspec.MsgspecError):
        decode_order(line)
