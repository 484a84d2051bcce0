"""The chart of hard sets a week by muscle, a mean of the last weeks."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from backtimer.history.muscles import Trains, by_muscle
from backtimer.history.weeks import WEEK, monday_of
from backtimer.log.record import CompletedSession
from backtimer.report import charts
from backtimer.report.figure import Figure, Table
from backtimer.text.humanize import plural

WEEKS = 8
"""The most weeks of which the mean is taken: the last ones, the current one included."""
MOST = 15
"""The most muscles that are shown, those with the most sets first."""


HardSets = Mapping[str, float]
"""The hard sets of each muscle in a week."""


def figure(
    records: Sequence[CompletedSession], trains: Mapping[str, Trains], today: date
) -> Figure | None:
    """The chart of the means; None if no known muscle was trained in these weeks."""
    weeks = [_hard_sets(records, trains, week) for week in _weeks(records, today)]
    means = _means(weeks)
    if not means:
        return None
    span = "this week" if len(weeks) == 1 else f"the last {len(weeks)} weeks, a mean"
    name, most = next(iter(means.items()))
    return Figure(
        f"Hard sets a week by muscle ({span})",
        f"Hard sets a week ({span}) of {plural(len(means), 'muscle')}; "
        f"the most, {most:.1f}, for {name}.",
        charts.bars(means),
        Table(("Muscle", "Mean", "Last week", "This week"), tuple(_rows(means, weeks))),
    )


def _weeks(records: Sequence[CompletedSession], today: date) -> list[date]:
    """The Mondays of the weeks that count, newest first; weeks before the first workout do not."""
    this = monday_of(today)
    began = monday_of(min((each.started.date() for each in records), default=today))
    return [this, *(this - n * WEEK for n in range(1, WEEKS) if this - n * WEEK >= began)]


def _hard_sets(
    records: Sequence[CompletedSession], trains: Mapping[str, Trains], week: date
) -> HardSets:
    of_week = (each for each in records if monday_of(each.started.date()) == week)
    return {name: dose.hard_sets for name, dose in by_muscle(of_week, trains).items()}


def _means(weeks: Sequence[HardSets]) -> dict[str, float]:
    """The mean of each muscle that was trained, the most trained first, `MOST` at most."""
    names = {name for week in weeks for name in week}
    means = {name: sum(week.get(name, 0.0) for week in weeks) / len(weeks) for name in names}
    order = sorted((name for name in names if means[name]), key=lambda name: (-means[name], name))
    return {name: means[name] for name in order[:MOST]}


def _rows(means: HardSets, weeks: Sequence[HardSets]) -> Iterator[tuple[str, ...]]:
    this, last = weeks[0], weeks[1] if len(weeks) > 1 else {}
    for name, mean in means.items():
        yield name, f"{mean:.1f}", f"{last.get(name, 0):g}", f"{this.get(name, 0):g}"
