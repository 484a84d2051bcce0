"""The page as text: all of it is there, nothing acts, and nothing is asked for elsewhere."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from backtimer.history.muscles import Trains
from backtimer.log.record import CompletedRound, CompletedSession
from backtimer.report import exercises, sessions
from backtimer.report.page import page
from tests.bench.diary import diary
from tests.hostile import WORDS, is_harmless
from tests.log.test_page import WORKOUT
from tests.log.workouts import a_hold, a_record, a_set

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
HTML = {
    "an element": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "the end of a quote": "\"'><svg onload=alert(1)>",
    "the end of an element": "</title></style></svg></table></details></html>",
    "a character": "&lt;script&gt; &amp; &#0; &nbsp",
    "a template of ours": "{{ 7 * 7 }} {% include 'report.css' %} {# #}",
    "an address": "javascript:alert(1) https://example.com/x.js",
}


class Read(HTMLParser):
    """What stands on a page: its elements with their attributes, and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert not self._open, f"never closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in {"meta", "br"}:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        """All words, a space between any two."""
        return " ".join(" ".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every element of a kind."""
        return [attributes for name, attributes in self.elements if name == tag]


def made(
    records: Sequence[CompletedSession], trains: dict[str, Trains] | None = None, chosen: str = ""
) -> str:
    return page(records, goal=3, trains=trains or {}, today=TODAY, chosen=chosen)


def everything(words: str) -> list[CompletedSession]:
    """Workouts in which all there can be is called so."""
    sides = [
        a_set(words, reps=8 + n, side=f"{n}{words}", note=words, unit=unit, load=load, target=words)
        for n, unit, load in (
            (0, words, "20 kg"),
            (1, "reps", "25 kg"),
            (2, "reps", f"band {words[:30]}"),
        )
    ]
    stretch = a_hold(
        words, seconds=30.0, effort=words, rounds=(CompletedRound(title=words, round=1),)
    )
    first = a_record(*sides, stretch, session=words, title=words, note=words, day=2)
    heavier = tuple(replace(each, reps=(each.reps or 0) + 1) for each in sides)
    return [replace(first, sets=heavier, started=NOW), first]


@pytest.mark.parametrize("words", [*WORDS.values(), *HTML.values()], ids=[*WORDS, *HTML])
def test_whatever_stands_in_a_log_is_shown_and_does_nothing(words: str) -> None:
    trains = {words.casefold(): Trains(frozenset({words}))}
    html = made(everything(words), trains, chosen=words)
    read, usual = Read(html), Read(made(everything("x"), {"x": Trains(frozenset("x"))}, "x"))
    assert [tag for tag, _ in read.elements] == [tag for tag, _ in usual.elements]
    assert [[*each] for _, each in read.elements] == [[*each] for _, each in usual.elements]
    assert is_harmless(html)


def test_what_is_html_is_shown_as_it_is_written() -> None:
    words = HTML["an element"]
    assert words in Read(made(everything(words))).text


@pytest.mark.parametrize("words", ["x", HTML["an address"]])
def test_nothing_is_asked_for_and_nothing_runs(words: str) -> None:
    html = made(everything(words))
    read = Read(html)
    tags = {tag for tag, _ in read.elements}
    assert not tags & {"script", "link", "img", "image", "use", "iframe", "object", "embed", "base"}
    for _, attributes in read.elements:
        assert not any(name.startswith("on") or name in ("src", "style") for name in attributes)
        assert (attributes.get("href") or "#").startswith("#")
    assert "url(" not in html
    assert "@import" not in html
    assert "default-src 'none'" in html


def test_every_place_that_is_gone_to_is_there() -> None:
    read = Read(made(everything("x")))
    goals = {(each["href"] or "")[1:] for each in read.all("a")}
    assert goals == {"year", "weeks", "exercises", "sessions", "exercise-1"}
    ids = [each["id"] for _, each in read.elements if "id" in each]
    assert goals <= {*ids}
    assert len({*ids}) == len(ids)


def test_every_chart_is_told_in_words_and_has_its_figures() -> None:
    read = Read(made(list(diary(30, NOW))))
    charts = [each for each in read.all("svg") if each.get("role") == "img"]
    assert len(charts) > 10
    assert len(charts) == len(read.all("figure")) == len(read.all("svg"))
    assert all(len(each["aria-label"] or "") > 30 for each in charts)
    assert read.words.count("The figures") == len(charts)


def test_the_facts_of_every_session_are_there() -> None:
    text = Read(made([WORKOUT, *diary(3, NOW)])).text
    for told in (
        "Pull day",
        "Finished, felt 4 of 5",
        "Note: good",
        "15:12 in all: 10:00 work, 5:00 rest, 0:12 paused",
        "set 1 of 2, left 8 to 12 reps 10 \u00d7 20 kg as planned, rest 61 s",
        "as planned, RPE 8.5, shaky",
        "Core, round 2 of 3 8 to 12 taps 12 taps as planned, put off",
        "Longest hold 43 s",
    ):
        assert told in text
    for record in diary(3, NOW):
        assert f"{record.started:%a %d %b %Y}" in text
    assert "Estimated 1RM: Epley (1985)" in text
    assert "Boyd Epley Workout, Lincoln 1985" in text


def test_where_nothing_was_done_that_is_said() -> None:
    read = Read(made([]))
    assert "No workouts yet. Finish one and it will be here." in read.text
    assert not read.all("section")
    assert "No workout is like that." in Read(made([], chosen="since May")).text


def test_a_workout_in_which_nothing_was_done_is_listed_and_not_counted() -> None:
    text = Read(made([a_record()])).text
    assert "0 sessions" in text.replace("sessions 0", "0 sessions")
    assert "Sun 01 Nov 2026 Day A" in text


def test_which_workouts_were_chosen_is_said() -> None:
    assert (
        'Only with "row" in an exercise.'
        in Read(made([WORKOUT], chosen='with "row" in an exercise')).text
    )


def test_of_very_many_the_newest_are_listed_and_that_is_said() -> None:
    records = list(diary(sessions.MOST + 5, NOW))
    read = Read(made(records))
    assert sum(each.get("class") == "session" for each in read.all("details")) == sessions.MOST
    assert "5 earlier ones are counted above and not listed." in read.text
    assert f"{sessions.MOST + 5}" in read.text


def test_of_very_many_exercises_the_most_trained_are_shown_and_that_is_said() -> None:
    sets = [a_set(f"Row {n}", reps=8) for n in range(exercises.MOST + 2)]
    text = Read(made([a_record(*sets)])).text
    assert "2 more, each with fewer sets." in text
