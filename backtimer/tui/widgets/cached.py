"""Parts of a screen that cost next to nothing while they do not change.

When anything on a screen changes, Textual asks every widget on it for its lines again.
"""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any, Self

from rich.style import Style
from textual.color import TRANSPARENT
from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static


class CachedLines(Widget):
    """A widget whose lines are kept until it is refreshed."""

    _kept: tuple[Region, list[Strip]] | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines as they were, unless something has changed."""
        if self._kept is None or self._kept[0] != crop:
            self._kept = crop, self.lines_anew(crop)
        return self._kept[1]

    def lines_anew(self, crop: Region) -> list[Strip]:
        """The lines as Textual draws them."""
        return super().render_lines(crop)

    def refresh(self, *regions: Region, **what: Any) -> Self:
        """Draw again: what is shown or what is behind it has changed."""
        self._kept = None
        return super().refresh(*regions, **what)

    def notify_style_update(self) -> None:
        """Draw again in the new style."""
        self._kept = None
        super().notify_style_update()


class CachedStatic(CachedLines, Static):
    """A text whose lines are kept until it is refreshed."""


class DrawnWidget(CachedLines):
    """Draws its cells itself, for Textual's way from styles to lines costs several times as much.

    It can have neither border nor padding.
    """

    @abstractmethod
    def draw(self, style: Style) -> Sequence[Strip]:
        """As many strips as it is high, each as long as it is wide."""

    def lines_anew(self, crop: Region) -> list[Strip]:
        """The lines it draws, in the colours that the terminal has."""
        style = self.visual_style
        strips, background = self.draw(style.rich_style), style.background or TRANSPARENT
        for each in self.get_line_filters():
            strips = [strip.apply_filter(each, background) for strip in strips]
        return [strip.crop(crop.x, crop.right) for strip in strips[crop.y : crop.bottom]]


class Rows(Vertical):
    """Lays out its parts one below the other, and draws nothing but its background."""

    BLANK = True


class Columns(Horizontal):
    """Lays out its parts side by side, and draws nothing but its background."""

    BLANK = True
