"""Parts of a screen that cost next to nothing while they do not change.

When anything on a screen changes, Textual asks every widget on it for its lines again.
"""

from typing import Any, Self

from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Static


class CachedStatic(Static):
    """A text whose lines are kept until it is refreshed."""

    _kept: tuple[Region, list[Strip]] | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines as they were, unless something has changed."""
        if self._kept is None or self._kept[0] != crop:
            self._kept = crop, super().render_lines(crop)
        return self._kept[1]

    def refresh(self, *regions: Region, **what: Any) -> Self:
        """Draw again: the text or what is behind it has changed."""
        self._kept = None
        return super().refresh(*regions, **what)

    def notify_style_update(self) -> None:
        """Draw again in the new style."""
        self._kept = None
        super().notify_style_update()


class Rows(Vertical):
    """Lays out its parts one below the other, and draws nothing but its background."""

    BLANK = True


class Columns(Horizontal):
    """Lays out its parts side by side, and draws nothing but its background."""

    BLANK = True
