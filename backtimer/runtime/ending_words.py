"""What is said as a workout ends, whoever watches it."""

from pathlib import Path

from backtimer.log.record import CompletedSession
from backtimer.log.review import totals
from backtimer.plan.session import Session
from backtimer.text.humanize import plural
from backtimer.workout.events import Ending

FEELINGS = {1: "awful", 2: "hard going", 3: "all right", 4: "good", 5: "great"}
"""How a session can feel, from 1 to 5."""
PAIN_ADVICE = (
    "Well done for stopping. Sharp pain in the spine, pain that shoots into an arm or a leg, or "
    "numbness: leave it for today and let a doctor or physiotherapist have a look."
)
"""What is said to somebody who stops because something hurts."""
REHEARSAL = "A rehearsal: nothing was written down."
_HEADINGS = {
    Ending.FINISHED: "Well done: all of it",
    Ending.EARLY: "Well done: what you did counts",
    Ending.PAIN: "Well done for stopping. Take care of it",
}


def stop_signs(session: Session) -> str:
    """The signs at which a session says to stop, in a sentence; empty if it names none."""
    signs = ", ".join(session.stop_if)
    return f"This session says to stop at: {signs}." if signs else ""


def loss_text(count: int) -> str:
    """What is lost with so many sets: "1 set", "3 sets", "this session" if none is done."""
    return plural(count, "set") if count else "this session"


def ending_heading(record: CompletedSession) -> str:
    """A word of praise that fits how a workout ended."""
    sums = totals(record)
    if record.outcome is Ending.FINISHED and sums.sets_done < sums.sets_planned:
        return "Well done: through to the end"
    return _HEADINGS.get(record.outcome, "Over")


def trouble_text(reason: str, journal: Path | None) -> str:
    """What to say of a log that cannot be written, given where a journal has it all, if one has."""
    if journal:
        return f"The log could not be written ({reason}). The journal has it all: {journal}"
    return f"Neither log nor journal could be written ({reason}). It all is on this screen only."
