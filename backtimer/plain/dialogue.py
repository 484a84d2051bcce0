"""The dialogue with the person: lines out, typed lines in, and questions."""

from collections.abc import Callable
from typing import Protocol, TypeVar, assert_never

from backtimer.plain.inbox import Call, Line, Message, Raised
from backtimer.plain.question import Question
from backtimer.text.sanitize import sanitize

T = TypeVar("T")
Idle = Callable[[], float | None]
"""Called before each wait; says for how many seconds to wait at most, None being for ever."""


def no_clock() -> None:
    """Wait for ever: nothing changes by itself."""


class Messages(Protocol):
    """Where messages come from: an `Inbox`."""

    def wait(self, seconds: float | None) -> Message | None:
        """The next message; None if none comes within some seconds."""


class Dialogue:
    """Says lines and reads them. What else comes is met while reading, and nowhere else."""

    def __init__(
        self,
        messages: Messages,
        write: Callable[[str], object],
        *,
        typed: bool,
        bell: str = "",
    ) -> None:
        self._messages = messages
        self._write = write
        self._bell = bell
        self.is_typed = typed
        """Whether a person types at a terminal, who can go on after the end of their input."""
        self.is_over = False
        """Whether nobody will type any more."""

    def say(self, *lines: str, ring: bool = False) -> None:
        """Say some lines, the first with the terminal's bell if it is to `ring`.

        Parts of them may come from files: nothing in them acts on a terminal.
        """
        bell = self._bell if ring else ""
        for line in lines:
            self._write(bell + sanitize(line))
            bell = ""

    def wait(self, idle: Idle = no_clock) -> str | None:
        """Wait for a message: the line, if it is one.

        Raises EOFError at the end of input, and whatever else is to be met; see `Raised`.
        """
        message = self._messages.wait(idle())
        match message:
            case Line():
                return message.text
            case Call():
                message.run()
            case Raised():
                if isinstance(message.error, EOFError):
                    self.is_over = not self.is_typed
                raise message.error
            case None:
                pass
            case _:
                assert_never(message)
        return None

    def read(self, idle: Idle = no_clock) -> str | None:
        """The next line; None if there will be none."""
        while not self.is_over:
            try:
                line = self.wait(idle)
            except EOFError:
                return None
            if line is not None:
                return line
        return None

    def ask(self, question: Question[T], idle: Idle = no_clock) -> T:
        """Ask until there is an answer; what is done unanswered if there will be none."""
        self.say(*question.lines)
        while (line := self.read(idle)) is not None:
            if choice := question.choice(line):
                return choice.answer
            self.say(question.how)
        return question.unanswered
