"""Numbers humanised: plurals, lengths rounded to what matters, and how long ago something was."""

from datetime import date

from backtimer.quantity import Time, seconds_text

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400
_DAYS_COUNTED = 7
"""Days after which a date says more than their number."""


def noun(count: float, singular: str) -> str:
    """A noun in the number that goes with a count: "set", "sets"."""
    return singular if count == 1 else f"{singular}s"


def plural(count: float, singular: str) -> str:
    """How many of something there are: "1 set", "3 sets", "1,200 reps", "2.5 sets"."""
    number = f"{count:,.0f}" if count == int(count) else f"{count:,g}"
    return f"{number} {noun(count, singular)}"


def length_text(total: Time, *, is_open: bool = False) -> str:
    """A length rounded to what matters: "70 s", "3 min", "38 to 52 min".

    A plus marks one that `is_open`, that is, goes on until told: "12+ min".
    """
    unit = 1 if total.high < 2 * _MINUTE else _MINUTE
    low, high = (max(1, round(seconds / unit)) for seconds in (total.low, total.high))
    plus = "+" if is_open else ""
    if high * unit >= 2 * _HOUR:
        ends = dict.fromkeys(seconds_text(minutes * _MINUTE) for minutes in (low, high))
        return " to ".join(ends) + plus
    ends = dict.fromkeys(map(str, (low, high)))
    return f"{' to '.join(ends)}{plus} {'s' if unit == 1 else 'min'}"


def left_text(left: Time) -> str:
    """How much of a length is left: "about 23 min left", "5 to 8 min left", "nearly done"."""
    low, high = (round(seconds / _MINUTE) for seconds in (left.low, left.high))
    if high < 1:
        return "nearly done"
    return f"about {high} min left" if low == high else f"{low} to {high} min left"


def ago(seconds: float) -> str:
    """How long ago something was: "just now", "12 minutes ago", "2 days ago"."""
    for size, unit in ((_DAY, "day"), (_HOUR, "hour"), (_MINUTE, "minute")):
        if seconds >= size:
            return f"{plural(seconds // size, unit)} ago"
    return "just now"


def day_text(day: date, today: date) -> str:
    """A day seen from `today`: "today", "yesterday", "3 days ago", "12 March"."""
    days = (today - day).days
    if days <= 1:
        return "yesterday" if days == 1 else "today"
    return f"{days} days ago" if days <= _DAYS_COUNTED else f"{day.day} {day:%B}"
