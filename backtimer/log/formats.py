"""The numbers of the formats that are written: those of logs and journals."""

FORMAT = 1
"""The newest that this version knows, and the only one so far."""


def newer(number: object) -> str | None:
    """What to say of a format's number if a later version wrote it; None if this one knows it."""
    if not isinstance(number, int) or number <= FORMAT:
        return None
    return f"written by a newer backtimer (format {number}): update backtimer to read it"
