"""The names of the colour themes that the app has."""

from textual.theme import BUILTIN_THEMES


def theme_names() -> tuple[str, ...]:
    """Every theme's name; known without an app, which takes long to load."""
    return tuple(BUILTIN_THEMES)
