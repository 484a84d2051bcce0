"""The command palette."""

from textual.command import CommandList, CommandPalette


class Palette(CommandPalette):
    """Textual's own, but where there is no room for a page of commands, a page key does nothing."""

    def _action_command_list(self, action: str) -> None:
        pages = action in ("page_up", "page_down")
        if not pages or self.query_one(CommandList).scrollable_content_region.area:
            super()._action_command_list(action)
