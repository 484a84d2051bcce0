"""The page as a real browser shows it, on a phone, on a desk, in the dark and on paper."""

import zlib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from backtimer.history.muscles import trained_by
from backtimer.plan.find import find
from backtimer.plan.session_file import read_session
from backtimer.report.page import page
from tests.bench.diary import diary
from tests.hostile import WORDS
from tests.report.browser import Browser, browser, needs_browser
from tests.report.test_page import HTML, everything

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
PHONE, DESK = 360, 1280

pytestmark = needs_browser


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("chromium")) as found:
        yield found


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some believable workouts, and some in which everything is named with ill will."""
    trains = trained_by(read_session(find(f"day-{day}")).session for day in "abc")
    ill = (WORDS["letters"], WORDS["accents"], WORDS["directions"], HTML["an element"])
    hostile = [each for words in ill for each in everything(words)]
    path = tmp_path_factory.mktemp("report") / "report.html"
    records = [*diary(20, NOW), *hostile]
    path.write_text(page(records, goal=3, trains=trains, today=TODAY), encoding="utf-8")
    return path


def colours(picture: bytes) -> int:
    """How many different bytes the lines of a PNG have: of an empty page hardly any."""
    data, at = b"", 8
    while at < len(picture):
        size = int.from_bytes(picture[at : at + 4])
        if picture[at + 4 : at + 8] == b"IDAT":
            data += picture[at + 8 : at + 8 + size]
        at += size + 12
    return len(set(zlib.decompress(data)))


def brightness(chromium: Browser, what: str) -> int:
    """How bright ink or paper is, from 0 to 765."""
    shade: str = chromium.tells(f"getComputedStyle(document.documentElement).{what}")
    return sum(map(int, shade.strip("rgb()").split(", ")))


WIDE = """[...document.querySelectorAll("body *")].filter(each =>
    each.getBoundingClientRect().right > document.documentElement.clientWidth + 1
    && !each.closest("svg")).map(each => each.outerHTML.slice(0, 80))"""
DRAWN = """[...document.querySelectorAll("svg[role=img]")].map(svg => [
    svg.getBoundingClientRect().width, svg.getBoundingClientRect().height,
    ...[...svg.querySelectorAll("path, .columns rect, .bars rect")].map(each =>
        each.getBoundingClientRect()).reduce(([w, h], r) =>
        [Math.max(w, r.width), Math.max(h, r.height)], [0, 0])])"""
COVERED = """[...document.querySelectorAll("svg[role=img]")].flatMap(svg =>
    [...svg.querySelectorAll("text")].filter(text => {
        const [inner, outer] = [text, svg].map(each => each.getBoundingClientRect());
        return inner.left < outer.left - 1 || inner.right > outer.right + 1
            || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1;
    }).map(text => text.textContent))"""


@pytest.mark.parametrize(
    ("width", "media", "is_dark"),
    [
        (PHONE, "screen", False),
        (PHONE, "screen", True),
        (DESK, "screen", False),
        (700, "print", False),
    ],
)
def test_it_fits_and_every_chart_is_drawn(
    chromium: Browser, report: Path, width: int, media: str, is_dark: bool
) -> None:
    chromium.opens(report, width, media=media, is_dark=is_dark)
    assert colours(chromium.picture()) > 100
    chromium.tells("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert chromium.tells("document.documentElement.scrollWidth") == width
    assert chromium.tells(WIDE) == []
    sizes = chromium.tells(DRAWN)
    assert len(sizes) > 20
    for wide, high, inside, above in sizes:
        assert wide > 250
        assert high > 80
        assert inside > 3
        assert above > 3 or inside > 100
    assert chromium.tells(COVERED) == [], "words of a chart are cut off"
    assert colours(chromium.picture()) > 100
    assert chromium.asked == [report.as_uri()], "nothing else is asked for"


def test_it_is_dark_where_people_want_it_dark_but_not_on_paper(
    chromium: Browser, report: Path
) -> None:
    chromium.opens(report, PHONE)
    assert brightness(chromium, "color") < 200 < 600 < brightness(chromium, "backgroundColor")
    chromium.opens(report, PHONE, is_dark=True)
    assert brightness(chromium, "backgroundColor") < 200 < 600 < brightness(chromium, "color")
    chromium.opens(report, PHONE, is_dark=True, media="print")
    assert brightness(chromium, "color") < 200 < 600 < brightness(chromium, "backgroundColor")


def test_the_charts_are_pictures_with_words_to_those_who_do_not_see(
    chromium: Browser, report: Path
) -> None:
    chromium.opens(report, DESK)
    nodes = chromium.does("Accessibility.getFullAXTree")["nodes"]
    pictures = [each for each in nodes if each.get("role", {}).get("value") in ("image", "img")]
    assert len(pictures) == chromium.tells("document.querySelectorAll('figure').length")
    assert all(len(each["name"]["value"]) > 30 for each in pictures)


def test_it_goes_where_its_links_say(chromium: Browser, report: Path) -> None:
    chromium.opens(report, PHONE)
    for goal in ("exercises", "exercise-2", "sessions"):
        chromium.tells(f"document.querySelector('a[href=\"#{goal}\"]').click()")
        top = chromium.tells(f"document.getElementById('{goal}').getBoundingClientRect().top")
        assert abs(top) < 5


def test_what_would_be_asked_for_is_noticed(chromium: Browser, report: Path) -> None:
    """The other tests can fail: a page that asks for more is caught, and so is one too wide."""
    html = report.read_text(encoding="utf-8").replace("default-src 'none'", "default-src *")
    more = '<img src="http://localhost:9/x.png"><p style="width: 900px">wide</p>'
    bad = report.with_name("bad.html")
    bad.write_text(html.replace("<main>", f"<main>{more}"), encoding="utf-8")
    chromium.opens(bad, PHONE)
    assert len(chromium.asked) == 2
    assert len(chromium.tells(WIDE)) > 0
