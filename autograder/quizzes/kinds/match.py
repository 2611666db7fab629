"""Match: ``answer: {match: [{key, text, to}, …], options: [{key, text}, …]}``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from autograder.course.places import one_of
from autograder.messages import Message, Words
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.kinds import keyed, marks
from autograder.quizzes.kinds.answer import Answer, Frozen, Key, Render, Wording
from autograder.quizzes.model import Form, Plain, Shown, Unreadable
from autograder.quizzes.scope import Scope

_IS = "(?::|=|→|->)"
_SIGN = rf"(?:{marks.CIRCLE}|[0-9]{{1,2}}(?![0-9])번?)"
_PAIR = re.compile(rf"\(?([a-z])\)?\s*(?:{_IS}|[.-])?\s*({_SIGN})", re.IGNORECASE)
_PAIRS = re.compile(rf"(?:{_PAIR.pattern}[\s,;]*+)++", re.IGNORECASE)
_ENTRY = re.compile(rf"(.+?)\s*{_IS}\s*(.*)", re.DOTALL)
_BEFORE_ENTRY = re.compile(rf"(?<![,;\n])[,;\n]++(?=[^,;\n:=→]{{1,200}}{_IS})")
"""Not every comma: one may stand in the text of an option."""
_CUT = re.compile(r"[,;\n]++")
_IS_SIGN = re.compile(_IS)

_Way = tuple[tuple[str, str], ...]
"""Keys of parts, each with the key of its option."""


class Left(Frozen):
    """Something that is matched `to` an option."""

    key: Key
    text: Wording
    to: Key


class Right(Frozen):
    """An option; it may be used often or never."""

    key: Key
    text: Wording


class MatchAnswer(Answer):
    """An option for each of several things."""

    kind: ClassVar[str] = "match"
    match: Annotated[list[Left], Field(min_length=2, max_length=20)]
    options: Annotated[list[Right], Field(min_length=2, max_length=20)]
    credit: Literal["all", "each"] = "each"

    @property
    def how(self) -> Words:
        """See `Answer`."""
        return Message(
            "Write an option for each letter, such as a: ②, b: ①; "
            "an option may be used again or never."
        )

    @property
    def choices(self) -> Sequence[str]:
        """See `Answer`."""
        return [option.key for option in self.options]

    def show_options(
        self, scope: Scope, order: Sequence[str], render: Render
    ) -> Iterator[Shown]:
        """See `Answer`."""
        yield from keyed.shown(scope, self.options, order, render)

    def show_parts(self, scope: Scope, render: Render) -> Iterator[Shown]:
        """Yield the left sides, in the order of the file."""
        for left in self.match:
            yield Shown(left.key, render(scope.text(left.text)))

    def key(self, scope: Scope) -> Mapping[str, str]:
        """Return the key of the option for the key of each left side."""
        return {left.key: left.to for left in self.match}

    def read(self, response: Plain, form: Form) -> Mapping[str, str]:
        """Read ``a: ②, b: 1``, one a line, ``2 1 3`` in order, or a mapping."""
        try:
            return _read_pairs(_pairs(response, form), form)
        except Unreadable:
            ways = _ways(response, form) if isinstance(response, str) else ()
            if len(ways) != 1:
                raise
            (way,) = ways
            if len(dict(way)) < len(way):  # a part is written twice
                raise
            return dict(way)

    def grade(
        self, read: Mapping[str, str], key: Mapping[str, str], scope: Scope
    ) -> float:
        """Give the share of pairs that are right, or all or nothing."""
        right = sum(read.get(left) == option for left, option in key.items())
        if self.credit == "all":
            return float(right == len(key))
        return right / len(key)

    def meant(self, when: Any, scope: Scope) -> Sequence[Mapping[str, str]]:
        """Return the right pairs, but for those of `when`."""
        return [{**self.key(scope), **self._pairs(when)}]

    def is_mistake(self, read: Mapping[str, str], when: Any, scope: Scope) -> bool:
        """Return whether all pairs of `when` are chosen."""
        pairs = self._pairs(when)
        return all(read.get(left) == option for left, option in pairs.items())

    def show(self, value: Mapping[str, str], form: Form) -> str:
        """Write each letter with the sign and the text of its option."""
        letters = {part.key: marks.letter(i) for i, part in enumerate(form.parts, 1)}
        rows = [*letters, *(key for key in value if key not in letters)]
        return ", ".join(
            f"{letters.get(key, key)}: {marks.show_option(value[key], form)}"
            for key in rows
            if key in value
        )

    def problems(self, code: str) -> Iterator[str]:
        """See `Answer`."""
        yield from keyed.repeated_keys("match", self.match)
        yield from keyed.problems("options", self.options)
        letters = [marks.letter(number) for number in range(1, len(self.match) + 1)]
        for index, left in enumerate(self.match):
            if left.key in letters and left.key != letters[index]:
                own = letters[index]
                yield f"match.{index}.key: expected {own!r} or a word, got {left.key!r}"
            if left.to not in self.choices:
                yield f"match.{index}.to: {one_of(self.choices, left.to)}"

    def distinct(self, scope: Scope) -> Plain:
        """Return all texts: the right pairs are the same in all variants."""
        return keyed.filled(scope, [*self.match, *self.options])

    def _pairs(self, when: Any) -> Mapping[str, str]:
        if not isinstance(when, dict):
            raise ExpressionError(f"when: expected a mapping, got {when!r}")
        keyed.named(list(when), self.match)
        keyed.named(list(when.values()), self.options)
        return when


def _read_pairs(pairs: Iterable[tuple[str, Plain]], form: Form) -> Mapping[str, str]:
    read: dict[str, str] = {}
    for part, option in pairs:
        key = marks.find_part(part, form)
        if key in read:
            raise Unreadable(Message("`{part}` is written twice", part=part))
        read[key] = marks.read_option(option, form)
    return read


def _pairs(response: Plain, form: Form) -> Sequence[tuple[str, Plain]]:
    """Return what is written for a part, and for which; nothing is no pair.

    Raises
    ------
    Unreadable
        If a response is not made of such pairs.
    """
    if isinstance(response, dict):
        pairs = [(str(part), option) for part, option in response.items()]
        return [(part, option) for part, option in pairs if option not in (None, "")]
    if isinstance(response, list):
        return _in_order(response, form)
    if isinstance(response, str):
        text = marks.tidy(response)
        if _PAIRS.fullmatch(text):
            return [(it[1], it[2]) for it in _PAIR.finditer(text)]
        if entries := _entries(text):
            return entries
    return _in_order(marks.read_options(response, form), form)


def _entries(text: str) -> Sequence[tuple[str, str]]:
    """Return the two sides of each entry; nothing if one has no two sides."""
    entries = _BEFORE_ENTRY.split(text.strip(" ,;"))
    found = [_ENTRY.fullmatch(entry.strip()) for entry in entries]
    return [(it[1], it[2]) for it in found if it] if all(found) else []


def _ways(response: str, form: Form) -> Set[_Way]:
    """Return the ways to read entries whose two sides may hold what stands between.

    From the last entry to the first: the ways to read all that follows are known.
    None are returned where there are too many to be looked at.
    """
    text = marks.tidy(response).strip(" ,;")
    cuts = [(0, 0), *(it.span() for it in _CUT.finditer(text)), (len(text),) * 2]
    signs = [it.span() for it in _IS_SIGN.finditer(text)]
    if max(len(cuts), len(signs)) > marks.MAX_PIECES:
        return frozenset()
    left = cache(lambda start, end: marks.parts_meant(text[start:end], form))
    right = cache(lambda start, end: marks.options_meant(text[start:end], form))
    ways: dict[int, Set[_Way]] = {len(text): {()}}
    for _, start in reversed(cuts[:-1]):
        ways[start] = {
            ((part, option), *rest)
            for end, after in cuts
            for sign, behind in signs
            if start < sign and behind <= end
            for rest in ways[after]
            for part in left(start, sign)
            for option in right(behind, end)
        }
        if len(ways[start]) > marks.MAX_PIECES:
            return frozenset()
    return ways[0]


def _in_order(options: Sequence[Plain], form: Form) -> Sequence[tuple[str, Plain]]:
    if len(options) != len(form.parts):
        count = len(form.parts)
        raise Unreadable(Message("expected an option for each of {count}", count=count))
    return [
        (part.key, option) for part, option in zip(form.parts, options, strict=True)
    ]
