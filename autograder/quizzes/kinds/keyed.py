"""Options as the file of a quiz has them: with keys, which students never see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from autograder.course.places import one_of
from autograder.course.schema import TextPart
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.kinds.marks import is_sign
from autograder.quizzes.model import Shown
from autograder.quizzes.scope import Scope

if TYPE_CHECKING:
    from autograder.quizzes.kinds.answer import Render


class Keyed(Protocol):
    """An option in a quiz file."""

    @property
    def key(self) -> str:
        """By which the file refers to it."""

    @property
    def text(self) -> TextPart:
        """What students read."""


def shown(
    scope: Scope, options: Sequence[Keyed], order: Sequence[str], render: Render
) -> Iterator[Shown]:
    """Yield `options` in this order, their ``{{ }}`` filled in.

    Raises
    ------
    ExpressionError
        If two of them read alike for these parameters.
    """
    texts: dict[str, str] = {}
    by_key = {option.key: option for option in options}
    for key in order:
        text = render(scope.text(by_key[key].text))
        if text in texts:
            raise ExpressionError(
                f"{texts[text]}, {key}: expected different texts, got {text!r} twice"
            )
        texts[text] = key
        yield Shown(key, text)


def filled(scope: Scope, options: Sequence[Keyed]) -> list[str]:
    """Return the texts of `options` in the order of the file, in English."""
    return [scope.line(option.text.en) for option in options]


def named(when: Any, options: Sequence[Keyed]) -> list[str]:
    """Return the keys that `when` of a mistake names; one need not be in a list.

    Raises
    ------
    ExpressionError
        If one of them is no option.
    """
    valid = [option.key for option in options]
    keys = listed(when)
    for key in keys:
        if key not in valid:
            raise ExpressionError(f"when: {one_of(valid, str(key))}")
    return keys


def listed(value: Any) -> list[Any]:
    """Return a list as it is, and anything else in a list."""
    return value if isinstance(value, list) else [value]


def problems(where: str, options: Sequence[Keyed]) -> Iterator[str]:
    """Yield what is wrong with the keys and texts of options in a file."""
    yield from repeated_keys(where, options)
    texts: set[tuple[str, str]] = set()
    for index, option in enumerate(options):
        here, text = f"{where}.{index}.text", option.text.en
        both = (text, option.text.ko)
        if both in texts:
            yield f"{here}: expected a text of its own, got {text!r} again"
        texts.add(both)
        if is_sign(text, len(options)):
            yield f"{here}: expected a text unlike a sign ('$2$'), got {text!r}"


def repeated_keys(where: str, options: Sequence[Keyed]) -> Iterator[str]:
    """Yield each key in a file that another option has already."""
    seen: set[str] = set()
    for index, option in enumerate(options):
        if option.key in seen:
            here, key = f"{where}.{index}.key", option.key
            yield f"{here}: expected a key of its own, got {key!r} again"
        seen.add(option.key)
