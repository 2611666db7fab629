"""One choice or many: ``answer: {one: [{key, text, right, say}, …]}``."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from autograder.course.schema import TextPart
from autograder.messages import Message, Words
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.kinds import keyed, marks
from autograder.quizzes.kinds.answer import Answer, Frozen, Key, Render, Wording
from autograder.quizzes.model import Form, Plain, Shown, Unreadable
from autograder.quizzes.scope import Scope

NONE = frozenset({"none", "없음", "-", "[]"})
"""How students say that no option is right."""


class Option(Frozen):
    """Something to choose; `right` is true, or an expression that is."""

    key: Key
    text: Wording
    right: bool | str = False
    say: TextPart | None = None
    """What to say to whoever chose it wrongly."""


Options = Annotated[list[Option], Field(min_length=2, max_length=20)]


class Choice(Answer):
    """What one choice and many have in common."""

    shuffle: bool = True

    @property
    @abstractmethod
    def options(self) -> Sequence[Option]:
        """What there is to choose from, in the order of the file."""

    @property
    def choices(self) -> Sequence[str]:
        """See `Answer`."""
        return [option.key for option in self.options]

    @property
    def shuffled(self) -> bool:
        """See `Answer`."""
        return self.shuffle

    @property
    def speaking(self) -> Sequence[str]:
        """See `Answer`."""
        return [option.key for option in self.options if option.say is not None]

    def show_options(
        self, scope: Scope, order: Sequence[str], render: Render
    ) -> Iterator[Shown]:
        """See `Answer`."""
        yield from keyed.shown(scope, self.options, order, render)

    def right(self, scope: Scope) -> frozenset[str]:
        """Return the keys of the options that are right for these parameters.

        Raises
        ------
        ExpressionError
            If `right` of one is neither true nor false.
        """
        return frozenset(
            option.key for option in self.options if _is_right(option, scope)
        )

    def problems(self, code: str) -> Iterator[str]:
        """See `Answer`."""
        yield from keyed.problems(self.kind, self.options)

    def distinct(self, scope: Scope) -> Plain:
        """Return the right keys and all texts, in the order of the file."""
        return [sorted(self.right(scope)), keyed.filled(scope, self.options)]

    def _first_say(
        self, chosen: frozenset[str], scope: Scope
    ) -> tuple[str, TextPart] | None:
        wrong = chosen - self.right(scope)
        for option in self.options:
            if option.key in wrong and option.say is not None:
                return option.key, option.say
        return None


class OneAnswer(Choice):
    """Exactly one option is right."""

    kind: ClassVar[str] = "one"
    one: Options

    @property
    def options(self) -> Sequence[Option]:
        """See `Choice`."""
        return self.one

    @property
    def how(self) -> Words:
        """See `Answer`."""
        return Message("Write the number of one option, such as ②.")

    def key(self, scope: Scope) -> str:
        """Return the key of the option that is right."""
        right = sorted(self.right(scope))
        if len(right) != 1:
            valid = ", ".join(self.choices)
            got = ", ".join(right) or "none"
            raise ExpressionError(
                f"one: expected one of {valid} to be right, got {got}"
            )
        return right[0]

    def read(self, response: Plain, form: Form) -> str:
        """Read ``②``, ``2``, ``2번``, a text or a key."""
        keys = marks.read_options(response, form)
        if len(keys) != 1:
            raise Unreadable(
                Message("expected one option, got {count}", count=len(keys))
            )
        return keys[0]

    def grade(self, read: str, key: str, scope: Scope) -> float:
        """All or nothing."""
        return float(read == key)

    def meant(self, when: Any, scope: Scope) -> Sequence[str]:
        """Return each option of `when`."""
        return keyed.named(when, self.options)

    def is_mistake(self, read: str, when: Any, scope: Scope) -> bool:
        """Return whether the option is `when`, or one of them."""
        return read in self.meant(when, scope)

    def says(self, read: str, scope: Scope) -> tuple[str, TextPart] | None:
        """See `Answer`."""
        return self._first_say(frozenset({read}), scope)

    def show(self, value: str, form: Form) -> str:
        """Write the sign and the text."""
        return marks.show_option(value, form)

    def problems(self, code: str) -> Iterator[str]:
        """See `Answer`."""
        yield from super().problems(code)
        if all(isinstance(option.right, bool) for option in self.one):
            count = sum(option.right is True for option in self.one)
            if count != 1:
                yield f"one: expected one option that is right, got {count}"


class ManyAnswer(Choice):
    """Any number of options are right."""

    kind: ClassVar[str] = "many"
    many: Options
    credit: Literal["all", "each", "net"] = "all"
    """All or nothing; the share of options decided correctly; right choices less wrong
    ones, as a share of the right ones, and at least 0."""

    @property
    def options(self) -> Sequence[Option]:
        """See `Choice`."""
        return self.many

    @property
    def how(self) -> Words:
        """See `Answer`."""
        return Message(
            "Write the numbers of all options that are right, such as ①③, or `none`."
        )

    def key(self, scope: Scope) -> frozenset[str]:
        """Return the keys of the options that are right; there may be none."""
        return self.right(scope)

    def read(self, response: Plain, form: Form) -> frozenset[str]:
        """Read ``①③``, ``1, 3``, texts, a list of keys, or ``none``."""
        if isinstance(response, str) and response.strip(" .`").casefold() in NONE:
            return frozenset()
        return frozenset(marks.read_options(response, form))

    def grade(self, read: frozenset[str], key: frozenset[str], scope: Scope) -> float:
        """Follow `credit`; where nothing is right, `net` is all or nothing."""
        if read == key:
            return 1.0
        if self.credit == "each":
            return 1 - len((read ^ key) & set(self.choices)) / len(self.many)
        if self.credit == "net" and key:
            return max(0, len(read & key) - len(read - key)) / len(key)
        return 0.0

    def meant(self, when: Any, scope: Scope) -> Sequence[frozenset[str]]:
        """Return the options of `when`."""
        return [frozenset(keyed.named(when, self.options))]

    def is_mistake(self, read: frozenset[str], when: Any, scope: Scope) -> bool:
        """Return whether exactly the options of `when` are chosen."""
        return read in self.meant(when, scope)

    def says(self, read: frozenset[str], scope: Scope) -> tuple[str, TextPart] | None:
        """See `Answer`."""
        return self._first_say(read, scope)

    def show(self, value: frozenset[str], form: Form) -> str:
        """Write the signs and the texts, in the order of the paper."""
        places = [option.key for option in form.options]
        chosen = [key for key in places if key in value]
        gone = sorted(value - set(places))
        shown = [marks.show_option(key, form) for key in chosen + gone]
        return ", ".join(shown) or "none"

    def problems(self, code: str) -> Iterator[str]:
        """See `Answer`."""
        yield from super().problems(code)
        for index, option in enumerate(self.many):
            for field, got in (("key", option.key), ("text", option.text.en)):
                if got.casefold() in NONE:
                    where = f"many.{index}.{field}"
                    yield f"{where}: expected no word for no option, got {got!r}"


def _is_right(option: Option, scope: Scope) -> bool:
    value = scope.value(option.right)
    if not isinstance(value, bool):
        raise ExpressionError(
            f"{option.key}: right: expected true or false, got {value!r}"
        )
    return value
