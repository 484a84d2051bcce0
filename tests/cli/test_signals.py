import signal
import sys

import pytest

from backtimer.cli.signals import orderly_exit

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGHUP", 129)])
def test_being_told_to_end_leaves_in_order_and_all_is_as_before(name: str, code: int) -> None:
    number = getattr(signal, name)
    with pytest.raises(SystemExit) as left, orderly_exit():
        signal.raise_signal(number)
    assert left.value.code == code
    assert signal.getsignal(number) is signal.SIG_DFL


def test_a_hang_up_that_is_ignored_stays_so() -> None:
    hang_up = signal.SIGHUP
    before = signal.signal(hang_up, signal.SIG_IGN)
    try:
        with orderly_exit():
            signal.raise_signal(hang_up)
        assert signal.getsignal(hang_up) is signal.SIG_IGN
    finally:
        signal.signal(hang_up, before)
