"""Fill in: ``answer: {blanks: {axis: ['1', '-1']}}``, with ``<<axis>>`` in the code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from autograder.checks.describe import clean
from autograder.course.places import one_of
from autograder.course.schema import Name, Sentence
from autograder.messages import Message, Words
from autograder.quizzes.formulas import normal_text
from autograder.quizzes.kinds.answer import Answer, Render, text_of
from autograder.quizzes.model import Form, Plain, Shown, Unreadable
from autograder.quizzes.scope import Scope

MAX_TEXT = 1000

_BLANK = re.compile(r"<<\s*(\w+)\s*>>")
_QUOTES = str.maketrans('‘’“”"', "'''''")  # noqa: RUF001 - what keyboards make

Filled = Mapping[str, str]
Right = Mapping[str, Sequence[str]]


class BlanksAnswer(Answer):
    """A text for each blank; spaces do not matter, and capital letters do."""

    kind: ClassVar[str] = "blanks"
    blanks: Annotated[
        dict[Name, Annotated[list[Sentence], Field(min_length=1)]], Field(min_length=1)
    ]
    case: bool = True
    credit: Literal["all", "each"] = "each"

    @property
    def how(self) -> Words:
        """See `Answer`."""
        if len(self.blanks) == 1:
            return Message("Write what belongs in the blank.")
        name = next(iter(self.blanks))
        return Message(
            "Fill in each blank on a line of its own: `{name}: …`", name=name
        )

    def show_parts(self, scope: Scope, render: Render) -> Iterator[Shown]:
        """Yield one part for each blank, under the name that the code shows."""
        for name in self.blanks:
            yield Shown(name, name)

    def key(self, scope: Scope) -> Right:
        """Return what is right in each blank, the usual text first."""
        return {
            name: [scope.line(text) for text in texts]
            for name, texts in self.blanks.items()
        }

    def read(self, response: Plain, form: Form) -> Filled:
        """Read a line ``axis: 1`` or ``axis = 1`` for each blank, or a mapping.

        What stands in a single blank may be written alone, and what stands in several
        in their order, a line each.
        """
        names = [part.key for part in form.parts]
        filled: Mapping[str, Plain]
        if isinstance(response, dict):
            filled = response
        elif isinstance(response, list):
            filled = _in_order(response, names)
        else:
            filled = _from_lines(_text(response, names), names)
        for name in filled:
            if name not in names:
                raise Unreadable(_unknown(name, names))
        texts = {name: _text(value, names) for name, value in filled.items()}
        return {name: texts[name] for name in names if texts.get(name)}

    def grade(self, read: Filled, key: Right, scope: Scope) -> float:
        """All or nothing, or the share of the blanks that are right."""
        right = sum(self._fits(read, name, key[name]) for name in key)
        return right / len(key) if self.credit == "each" else float(right == len(key))

    def meant(self, when: Any, scope: Scope) -> Sequence[Filled]:
        """Return the right texts, but in the blanks of `when` those of it."""
        texts = {name: str(_as_list(texts)[0]) for name, texts in when.items()}
        filled = {name: scope.line(text) for name, text in texts.items()}
        return [{**self.example(scope), **filled}]

    def example(self, scope: Scope) -> dict[str, str]:
        """Return the usual text for each blank."""
        return {name: texts[0] for name, texts in self.key(scope).items()}

    def is_mistake(self, read: Filled, when: Any, scope: Scope) -> bool:
        """Return whether each blank that `when` names is filled with its text."""
        if not isinstance(when, dict) or not when:
            return False
        return all(
            self._fits(read, name, [scope.line(str(text)) for text in _as_list(texts)])
            for name, texts in when.items()
        )

    def show(self, value: Filled | Right, form: Form) -> str:
        """Write a name and a text for each blank."""
        return ", ".join(
            f"{name}: {clean(text if isinstance(text, str) else text[0])}"
            for name, text in value.items()
        )

    def problems(self, code: str) -> Iterator[str]:
        """See `Answer`."""
        if not code.strip():
            yield "code: expected the code with the blanks in it"
            return
        there = dict.fromkeys(_BLANK.findall(code))
        for name in there:
            if name not in self.blanks:
                yield f"code: <<{name}>>: {one_of(self.blanks, name)}"
        for name in self.blanks:
            if name not in there:
                yield f"blanks: {name}: expected <<{name}>> in the code"

    def _fits(self, read: Filled, name: str, texts: Sequence[str]) -> bool:
        filled = self._normal(read.get(name, ""))
        return bool(filled) and any(filled == self._normal(text) for text in texts)

    def _normal(self, text: str) -> str:
        text = "".join(normal_text(text).translate(_QUOTES).split())
        return text if self.case else text.casefold()


def _as_list(texts: Any) -> list[Any]:
    return texts if isinstance(texts, list) else [texts]


def _text(value: Plain, names: Sequence[str]) -> str:
    """Return what a program put into one blank; ``True`` is code too."""
    if value is None:
        return ""
    text = str(value) if isinstance(value, bool) else text_of(value, _why(names))
    if len(text) > MAX_TEXT:
        why = Message("it is longer than {most} characters", most=MAX_TEXT)
        raise Unreadable(why)
    return text


def _from_lines(text: str, names: Sequence[str]) -> Mapping[str, str]:
    known = "|".join(map(re.escape, names))
    name = rf"(?:<<)?\s*(?P<name>{known})\s*(?:>>)?\s*[:=](?!=)"
    ends = re.compile(rf"[\n;]|,(?=\s*{name})")
    lines = [line.strip() for line in _pieces(text, ends) if line.strip()]
    named = re.compile(rf"{name}(?P<text>.*)", re.DOTALL)
    found = [named.fullmatch(line) for line in lines]
    if any(found):
        return {
            (it["name"] if it else _name_in(line)): (it["text"] if it else "")
            for it, line in zip(found, lines, strict=True)
        }
    return _in_order([text] if len(names) == 1 else lines, names)


def _pieces(text: str, ends: re.Pattern[str]) -> Iterator[str]:
    """Yield the text between the `ends`."""
    start = 0
    for end in ends.finditer(text):
        yield text[start : end.start()]
        start = end.end()
    yield text[start:]


def _name_in(line: str) -> str:
    return clean(re.split(r"[:=]", line)[0].strip(), 40)


def _in_order(texts: Sequence[Plain], names: Sequence[str]) -> Mapping[str, Plain]:
    if len(texts) != len(names):
        raise Unreadable(_why(names))
    return dict(zip(names, texts, strict=True))


def _why(names: Sequence[str]) -> Words:
    known = ", ".join(f"`{name}`" for name in names)
    return Message("a text is expected for each of the blanks {known}", known=known)


def _unknown(name: object, names: Sequence[str]) -> Words:
    known = ", ".join(f"`{known}`" for known in names)
    return Message(
        "there is no blank `{name}`; the blanks are {known}",
        name=clean(str(name), 40),
        known=known,
    )
