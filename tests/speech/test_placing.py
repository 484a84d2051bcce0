import math
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from backtimer.speech.announcement import Announcement
from backtimer.speech.placing import place


def said(*texts: str, at: float = 0, by: float = 10) -> Announcement:
    return Announcement(f"{texts[0]}@{at}", at, by, texts)


def by_letter(text: str) -> float:
    return len(text) / 10


def test_the_longest_that_fits_is_said() -> None:
    long, short = "x" * 50, "x" * 20
    assert [each.text for each in place([said(long, short, by=6)], by_letter, 0)] == [long]
    assert [each.text for each in place([said(long, short, by=4)], by_letter, 0)] == [short]
    assert place([said(long, short, by=1)], by_letter, 0) == []


def test_what_is_not_made_yet_gives_way_to_what_is() -> None:
    made = {"short": 0.5}
    assert [each.text for each in place([said("a long one", "short")], made.get, 0)] == ["short"]
    assert place([said("nothing of it")], made.get, 0) == []


def test_one_waits_for_another_if_there_is_time() -> None:
    first, second = said("x" * 20, at=1), said("y" * 10, at=2)
    placed = place([second, first], by_letter, 0)
    assert [each.text[0] for each in placed] == ["x", "y"]
    assert placed[1].at > placed[0].ends


def test_what_would_be_over_too_late_is_left_out() -> None:
    first, second = said("x" * 20, at=1), said("y" * 10, at=2, by=3.5)
    assert [each.text[0] for each in place([first, second], by_letter, 0)] == ["x"]


def test_one_that_was_ready_only_now_is_said_now() -> None:
    (placed,) = place([said("x" * 10, at=1)], by_letter, now=3)
    assert placed.at == 3


def test_it_is_not_said_when_it_has_lost_its_point() -> None:
    assert place([said("x" * 10, at=1, by=math.inf)], by_letter, now=30) == []


def test_it_waits_for_what_is_being_said() -> None:
    (placed,) = place([said("x" * 10, at=1)], by_letter, now=1, free_from=2)
    assert placed.at == 2


def test_what_is_known_is_not_told_again() -> None:
    full, short = "x" * 30, "x" * 10
    start = Announcement("start", 4, 9, ("y",), unless="row")
    for by, texts in ((4.0, [full]), (2.0, [short, "y"])):
        rest = Announcement("rest", 0, by, (full, short), tells="row")
        assert [each.text for each in place([rest, start], by_letter, 0)] == texts
    assert place([start], by_letter, 4, known={"row"}) == []


ANNOUNCEMENTS = st.builds(
    lambda texts, at, room: Announcement(f"{texts}{at}", at, at + room, tuple(texts)),
    st.lists(st.text("ab ", min_size=1, max_size=80), min_size=1, max_size=3),
    st.floats(0, 100),
    st.floats(0, 20) | st.just(math.inf),
)


@given(st.lists(ANNOUNCEMENTS, max_size=20, unique_by=lambda each: each.key), st.floats(0, 100))
def test_nothing_overlaps_comes_early_or_ends_late(all_: list[Announcement], now: float) -> None:
    placed = place(all_, by_letter, now)
    windows = {each.key: each for each in all_}
    for each in placed:
        window = windows[each.key]
        assert each.text in window.texts
        assert max(now, window.at) <= each.at <= each.ends <= window.by
    assert all(one.ends < other.at for one, other in pairwise(placed))
