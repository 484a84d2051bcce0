"""Sets to walk through, under headings that are passed over."""

from collections.abc import Iterable

from textual.widgets.option_list import Option

from backtimer.tui.widgets.choices import Choices


class SetList(Choices, can_focus=False):
    """Options with an id are sets, the others headings. Its screen decides what keys do to it."""

    @property
    def marked(self) -> int | None:
        """The number of the set that is marked."""
        option = self.highlighted_option
        return int(option.id) if option and option.id else None

    def show(self, options: Iterable[Option]) -> None:
        """Show these options, the same one marked as before."""
        marked, top = self.highlighted, self.scroll_offset.y
        self.clear_options()
        self.add_options(options)
        if marked is None or marked >= self.option_count or self.options[marked].disabled:
            self.action_first()
            self.call_after_refresh(self.scroll_home, animate=False)
        else:
            self.highlighted = marked
            self.scroll_to(y=top, animate=False, immediate=True)

    def on_resize(self) -> None:
        """Keep what is marked in sight, now that there is more or less room."""
        self.scroll_to_highlight()

    def action_cursor_up(self) -> None:
        """Go to the set before; from the first on to what stands above it."""
        before = self.highlighted or 0
        if any(not option.disabled for option in self.options[:before]):
            super().action_cursor_up()
        else:
            self.scroll_home(animate=False)

    def action_page_down(self) -> None:
        """Go on by a page."""
        self.page(1)

    def action_page_up(self) -> None:
        """Go back by a page."""
        self.page(-1)

    def page(self, direction: int) -> None:
        """Go by half as many sets as there are rows: on for 1, back for -1."""
        sets = [index for index, option in enumerate(self.options) if not option.disabled]
        if sets and self.highlighted is not None:
            by = direction * max(1, self.scrollable_content_region.height // 2)
            wanted = sets.index(self.highlighted) + by
            self.highlighted = sets[min(max(0, wanted), len(sets) - 1)]
