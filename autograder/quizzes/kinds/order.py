"""Put in order: ``answer: {order: [{key, text}, …], right: [a, [b, c], d]}``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from autograder.course.places import one_of
from autograder.messages import Message, Words
from autograder.quizzes.kinds import keyed, marks
from autograder.quizzes.kinds.answer import Answer, Frozen, Key, Render, Wording
from autograder.quizzes.model import Form, Plain, Shown, Unreadable
from autograder.quizzes.scope import Scope

Sequel = tuple[tuple[str, ...], ...]
"""Groups of keys, one after another; within a group the order is free."""


class Step(Frozen):
    """Something that is put in order."""

    key: Key
    text: Wording


class OrderAnswer(Answer):
    """A sequence; what stands in a nested list is free among itself."""

    kind: ClassVar[str] = "order"
    order: Annotated[list[Step], Field(min_length=2, max_length=20)]
    right: list[Key | list[Key]]
    credit: Literal["all", "longest"] = "all"
    """All or nothing; or the longest common subsequence, as a share beyond one step."""

    @property
    def how(self) -> Words:
        """See `Answer`."""
        if len(self.order) > sum(map(len, _groups(self.right))):
            return Message(
                "Write the numbers in order, such as ③①②; "
                "leave out what does not belong."
            )
        return Message("Write all numbers in order, such as ③①②.")

    @property
    def choices(self) -> Sequence[str]:
        """See `Answer`."""
        return [step.key for step in self.order]

    def show_options(
        self, scope: Scope, order: Sequence[str], render: Render
    ) -> Iterator[Shown]:
        """See `Answer`."""
        yield from keyed.shown(scope, self.order, order, render)

    def key(self, scope: Scope) -> Sequel:
        """Return the steps as groups."""
        return _groups(self.right)

    def read(self, response: Plain, form: Form) -> Sequel:
        """Read ``③①②④``, ``3 → 1 → 2``, texts or a list of keys."""
        keys = marks.read_options(response, form, marks.CHAIN)
        if len(set(keys)) < len(keys):
            raise Unreadable(Message("an option is written twice"))
        return _groups(keys)

    def grade(self, read: Sequel, key: Sequel, scope: Scope) -> float:
        """Give all to a right sequence, and to others what `credit` says."""
        if _is_in_order(read, key):
            return 1.0
        return _share(read, key) if self.credit == "longest" else 0.0

    def meant(self, when: Any, scope: Scope) -> Sequence[Sequel]:
        """Return the steps of `when`."""
        steps = _groups(keyed.listed(when))
        keyed.named(_flat(steps), self.order)
        return [steps]

    def example(self, scope: Scope) -> Plain:
        """Return the keys in a right order."""
        return _flat(self.key(scope))

    def is_mistake(self, read: Sequel, when: Any, scope: Scope) -> bool:
        """Return whether exactly the steps of `when` are written, in its order."""
        return any(_is_in_order(read, steps) for steps in self.meant(when, scope))

    def show(self, value: Sequel, form: Form) -> str:
        """Write signs and texts with arrows, and a free group in braces."""
        return " → ".join(_show_group(group, form) for group in value)

    def problems(self, code: str) -> Iterator[str]:
        """See `Answer`."""
        yield from keyed.problems("order", self.order)
        seen: set[str] = set()
        for index, group in enumerate(_groups(self.right)):
            if not group:
                yield f"right.{index}: expected at least one key, got nothing"
            for key in group:
                if key not in self.choices:
                    yield f"right.{index}: {one_of(self.choices, key)}"
                elif key in seen:
                    yield f"right.{index}: expected each key once, got {key!r} again"
                seen.add(key)
        if len(self.right) < 2:
            yield f"right: expected at least two in order, got {len(self.right)}"

    def distinct(self, scope: Scope) -> Plain:
        """Return the texts: the right order is the same in all variants."""
        return keyed.filled(scope, self.order)


def _groups(keys: Sequence[Any]) -> Sequel:
    return tuple(tuple(keyed.listed(key)) for key in keys)


def _flat(groups: Sequel) -> list[str]:
    return [key for group in groups for key in group]


def _places(read: Sequel, key: Sequel) -> list[int]:
    """Return in which group of `key` each step stands; others are left out."""
    place = {step: i for i, group in enumerate(key) for step in group}
    return [place[step] for step in _flat(read) if step in place]


def _is_in_order(read: Sequel, key: Sequel) -> bool:
    places = _places(read, key)
    return sorted(_flat(read)) == sorted(_flat(key)) and places == sorted(places)


def _share(read: Sequel, key: Sequel) -> float:
    """Return (L - g) / (n + extra - g), at least 0.

    L is the length of the longest common subsequence with the right sequence that fits
    best: since each step is written once, the longest run of places that never falls
    (Fredman 1975, by bisection). n steps are right and `extra` others were written. The
    complete reversal still has L = g, the size of the largest free group, and earns
    nothing; with no free groups g = 1.
    """
    ends: list[int] = []
    for place in _places(read, key):
        at = bisect_right(ends, place)
        ends[at : at + 1] = [place]
    steps = _flat(key)
    extra = len(set(_flat(read)) - set(steps))
    free = max(map(len, key), default=0)
    return max(0, len(ends) - free) / max(1, len(steps) + extra - free)


def _show_group(group: tuple[str, ...], form: Form) -> str:
    shown = ", ".join(marks.show_option(key, form) for key in group)
    return shown if len(group) == 1 else f"{{{shown}}}"
