"""The terminal that shows the output, if one does."""

import shutil
import sys


def terminal_width() -> int | None:
    """How many characters a line of it has; None where the output goes elsewhere."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None
