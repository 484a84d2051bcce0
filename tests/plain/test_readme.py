"""What the README shows of plain mode is how it is."""

from pathlib import Path

from tests.plain.stage import Led, session
from tests.plain.test_app import ROWS


def test_the_readme_shows_how_it_is(tmp_path: Path) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text()
    *before, typed, done, rest = plain_lines(readme)
    pulldowns = ROWS.replace("sets = 2", "sets = 3").replace("8-12", "6-10")
    led = Led(session(tmp_path, pulldowns), f"40s, enter, 61s, {typed}, ^C, ^C", typed=True)
    at = led.lines.index(before[0])
    assert led.lines[at : at + len(before)] == before
    assert [line for line in led.after(before[-1]) if line in (done, rest)] == [done, rest]


def plain_lines(readme: str) -> list[str]:
    """The lines that the README shows of plain mode."""
    return readme.split("\n## Plain mode\n")[1].split("```")[1].strip().splitlines()
