"""How long a session takes, in words for people."""

from backtimer.quantity import Time, seconds_text

_MINUTE = 60


def length_text(total: Time, *, is_open: bool = False) -> str:
    """A length rounded to what matters: "70 s", "3 min", "38 to 52 min".

    A plus marks what is `is_open`, that is, goes on until told: "12+ min".
    """
    unit = 1 if total.high < 2 * _MINUTE else _MINUTE
    low, high = (max(1, round(seconds / unit)) for seconds in (total.low, total.high))
    plus = "+" if is_open else ""
    if high * unit >= 2 * 60 * _MINUTE:
        ends = dict.fromkeys(seconds_text(minutes * _MINUTE) for minutes in (low, high))
        return " to ".join(ends) + plus
    ends = dict.fromkeys(map(str, (low, high)))
    return f"{' to '.join(ends)}{plus} {'s' if unit == 1 else 'min'}"
