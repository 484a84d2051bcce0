"""Suggestions: the known word that a mistyped one was most likely meant to be."""

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[object]) -> str:
    """The closest known word, as the end of an error message; empty if none is close."""
    import difflib  # it costs a start 2 ms, and only mistakes need it

    close = difflib.get_close_matches(word, map(str, known), n=1, cutoff=0.5)
    return f'; did you mean "{close[0]}"?' if close else ""
