"""Records stand in the order in which workouts were done, whatever clocks and names say."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from backtimer.files.naming import dated_stem
from backtimer.log.order import newest_first

INSTANTS = st.datetimes(datetime(2026, 10, 1), datetime(2026, 10, 4), timezones=st.just(UTC))
PLACES = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))


@given(st.lists(st.builds(datetime.astimezone, INSTANTS, PLACES), unique=True))
def test_wherever_they_began_the_newest_comes_first(began: list[datetime]) -> None:
    named = {f"{dated_stem(start, 'day-a')}-{number}": start for number, start in enumerate(began)}
    read = sorted(named.items(), reverse=True)
    assert [start for _, start in newest_first(read, lambda start: start)] == sorted(
        began, reverse=True
    )


def test_no_more_is_read_than_it_takes() -> None:
    read: list[str] = []

    def reading() -> Iterator[tuple[str, datetime]]:
        for day in range(28, 0, -1):
            read.append(f"2026-11-{day:02}T1830-day-a")
            yield read[-1], datetime(2026, 11, day, 18, 30, tzinfo=UTC)

    found = newest_first(reading(), lambda start: start)
    assert next(found)[0] == "2026-11-28T1830-day-a"
    assert len(read) == 2


def test_what_began_at_no_known_instant_stands_where_its_name_says() -> None:
    names = ["notes", "2026-11-03T0700-bad", "2026-11-02T0700-bad"]
    assert [name for name, _ in newest_first(zip(names, names, strict=True), lambda _: None)] == (
        names
    )
