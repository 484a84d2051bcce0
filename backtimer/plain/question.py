"""A question as numbered lines, and what a typed line answers. Pure."""

from collections.abc import Iterator
from typing import Generic, NamedTuple, TypeVar

from backtimer.plain.wording import sentence

T = TypeVar("T")


class Choice(NamedTuple, Generic[T]):
    """An answer that may be given."""

    words: str
    """What is typed for it, or how that begins, besides its number."""
    about: str
    """What it does, in a few words."""
    answer: T


class Question(NamedTuple, Generic[T]):
    """A question with a few answers."""

    text: str
    choices: tuple[Choice[T], ...]
    unanswered: T
    """What is done if nobody can answer."""
    usual: int = 1
    """The number of the answer that enter alone gives: the careful one."""

    @property
    def lines(self) -> Iterator[str]:
        """The question, and a line for each answer."""
        yield sentence(self.text)
        for number, each in enumerate(self.choices, 1):
            yield sentence(f"{number} {each.words}" + (f": {each.about}" if each.about else ""))
        yield self.how

    @property
    def how(self) -> str:
        """How to answer."""
        return f"Type a number from 1 to {len(self.choices)}, or a word; enter is {self.usual}."

    def choice(self, line: str) -> Choice[T] | None:
        """What a typed line chooses: by number, or by how its words begin; None if nothing."""
        text = " ".join(line.casefold().split())
        if not text:
            return self.choices[self.usual - 1]
        if text.isdecimal():
            number = int(text[:9])
            return self.choices[number - 1] if 1 <= number <= len(self.choices) else None
        fits = [each for each in self.choices if each.words.casefold().startswith(text)]
        return fits[0] if len(fits) == 1 else None
