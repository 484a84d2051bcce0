"""Plain mode is chosen by flag, by environment variable, or by setting, in that order."""

import pytest

from backtimer.plain.mode import is_plain


@pytest.mark.parametrize(
    ("flag", "variable", "setting", "chosen"),
    [
        (None, "", False, False),
        (None, "", True, True),
        (None, "1", False, True),
        (None, "0", True, False),
        (None, "no", True, False),
        (None, " True ", False, True),
        (True, "0", False, True),
        (False, "1", True, False),
    ],
)
def test_the_first_that_says_anything_decides(
    flag: bool | None, variable: str, setting: bool, chosen: bool
) -> None:
    assert is_plain(flag, variable, lambda: setting) is chosen


def test_a_word_that_is_neither_on_nor_off_is_an_error() -> None:
    with pytest.raises(ValueError, match='BACKTIMER_PLAIN="perhaps": write 1 for plain mode'):
        is_plain(None, "perhaps", lambda: False)


def test_settings_are_not_read_unless_need_be() -> None:
    def setting() -> bool:
        raise AssertionError("nobody asked")

    assert is_plain(flag=True, variable="", setting=setting)
    assert is_plain(flag=None, variable="1", setting=setting)
