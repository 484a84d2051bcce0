"""Breathers in long work."""

import time

import pytest

from backtimer.runtime.throttle import OFTEN, throttled


def test_nothing_is_lost_and_there_is_a_breather_now_and_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    breathers: list[float] = []
    monkeypatch.setattr(time, "sleep", breathers.append)
    assert list(throttled(range(2 * OFTEN + 1))) == list(range(2 * OFTEN + 1))
    assert len(breathers) == 2
