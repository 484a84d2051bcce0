"""The page of the report: all its sections, rendered to HTML that loads nothing from elsewhere."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from backtimer.history.calendar import months
from backtimer.history.exercise import by_exercise
from backtimer.history.exercise_words import EPLEY
from backtimer.history.measure import SOURCE
from backtimer.history.muscles import Trains
from backtimer.history.periods import Period, by_period, daily
from backtimer.history.weeks import by_day
from backtimer.history.words import HALVES
from backtimer.log.record import CompletedSession
from backtimer.report import exercises, muscles, overview, sessions, weeks
from backtimer.text.sanitize import sanitize


def page(
    records: Sequence[CompletedSession],
    *,
    goal: int,
    trains: Mapping[str, Trains],
    today: date,
    chosen: str = "",
) -> str:
    """A page of HTML about workouts, newest first.

    `goal` is how many sessions a week are wanted, `trains` says what exercises train, and `chosen`
    in words which workouts these are, if they are not all.
    """
    told: dict[str, object] = {"records": records, "today": today, "chosen": chosen}
    if records:
        done = [each for each in records if any(one.has_result for one in each.sets)]
        told |= _overview(done, goal, trains, today) | _exercises(done) | _sessions(records)
    return _environment().get_template("report.html").render(told)


def _overview(
    done: Sequence[CompletedSession], goal: int, trains: Mapping[str, Trains], today: date
) -> dict[str, object]:
    years, days = by_period(daily(done), Period.YEAR), by_day(done)
    return {
        "facts": list(overview.headline(years, days, goal, today)),
        "years": overview.period_table(years, Period.YEAR),
        "months": months(days, today),
        "weeks": weeks.figures(done, today),
        "muscles": muscles.figure(done, trains, today),
        "halves": HALVES,
    }


def _exercises(done: Sequence[CompletedSession]) -> dict[str, object]:
    trained = exercises.most_trained(by_exercise(done))
    shown = [exercises.exercise(each) for each in trained[: exercises.MOST]]
    return {
        "exercises": shown,
        "more_exercises": len(trained) - len(shown),
        "formula": f"{EPLEY} {SOURCE}" if any(each.is_estimated for each in shown) else "",
    }


def _sessions(records: Sequence[CompletedSession]) -> dict[str, object]:
    shown = sessions.newest(records)
    return {"sessions": shown, "more_sessions": len(records) - len(shown)}


@cache
def _environment() -> Environment:
    """The template environment: every value is sanitised, then escaped (text is data)."""
    return Environment(
        loader=PackageLoader("backtimer.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_harmless,
    )


def _harmless(value: object) -> object:
    return sanitize(value) if isinstance(value, str) and not isinstance(value, Markup) else value
