"""Lint one variant of an item: whether it can be asked, answered and told apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from autograder.course.model_places import Place
from autograder.course.schema import TextPart
from autograder.messages import LANGUAGES, Language, Words
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.figures import draw_figure
from autograder.quizzes.kinds.answer import Answer
from autograder.quizzes.lint_texts import latex_faults
from autograder.quizzes.model import Form, Plain, Unreadable, Variant, Verdict
from autograder.quizzes.schema import Item
from autograder.quizzes.scope import Numpy, Scope
from autograder.quizzes.score import judge

Made = TypeVar("Made")
Params = Mapping[str, Plain]
Texts = Sequence[tuple[Place, TextPart]]

AUTHORS = (
    ExpressionError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
"""What a value of the wrong kind in a file can raise."""


@dataclass(frozen=True)
class Fault:
    """Something wrong in one variant."""

    place: Place
    """In the item."""
    label: str
    """The same for the same fault of other variants."""
    what: str


class VariantLint:
    """What is wrong with one variant.

    Parameters
    ----------
    item : Item
    params : mapping
        As drawn.
    texts : sequence
        Everything in `item` that students read, with its place.
    numpy : Numpy or None
        Where expressions run.
    closely : bool
        Whether to convert its LaTeX too.

    Raises
    ------
    ExpressionError
        If a derived name cannot be computed.
    """

    def __init__(
        self,
        item: Item,
        params: Params,
        texts: Texts,
        numpy: Numpy | None = None,
        *,
        closely: bool = True,
    ) -> None:
        self.item = item
        self.answer: Answer = item.answer
        self.params = params
        self.faults: list[Fault] = []
        self.looks: object = None
        """Equal for two variants that are the same to a student."""
        scope = Scope(item, params, numpy)
        self._read_texts(scope, texts, closely=closely)
        if item.figure is not None:
            self._tried(("figure",), partial(draw_figure, item.figure, scope))
        self._tried(("answer",), lambda: self._answer_it(scope, numpy))

    def _tried(self, place: Place, make: Callable[[], Made]) -> Made | None:
        """Return what `make` returns, or None and note why it cannot."""
        try:
            return make()
        except ExpressionError as error:
            self._note(place, "error", str(error))
        except Unreadable as error:
            self._note(place, "unreadable", f"expected to be readable, but {error}")
        except AUTHORS as error:
            self._note(place, "error", f"{type(error).__name__}: {error}")
        return None

    def _note(self, place: Place, label: str, what: str) -> None:
        self.faults.append(Fault(place, label, what))

    def _read_texts(self, scope: Scope, texts: Texts, *, closely: bool) -> None:
        for place, text in texts:
            said = self._tried(place, partial(scope.text, text))
            if said is None or not closely:
                continue
            for language in LANGUAGES:
                for what in latex_faults(said.render(language)):
                    self._note((*place, language), "latex", what)

    def _form(self, scope: Scope, language: Language) -> Form:
        def render(words: Words) -> str:
            return words.render(language)

        return self.answer.form(scope, self.answer.choices, render)

    def _answer_it(self, scope: Scope, numpy: Numpy | None) -> None:
        """See whether the key scores full, and each mistake can be told from it."""
        form, _ = (self._form(scope, language) for language in LANGUAGES)
        ask = scope.line(self.item.ask.en)
        key = self.answer.key(scope)
        self.looks = (ask, repr(self.answer.distinct(scope)))
        right = self.answer.example(scope)
        item = self.item
        variant = Variant(item.id, item.rev, item.points, self.params, ask, form)
        judged = judge(item, variant, right, numpy)
        if judged.outcome is not Verdict.RIGHT:
            why = f" ({judged.problem.render('en')})" if judged.problem else ""
            what = f"expected full score for {right!r}, got {judged.outcome}{why}"
            self._note(("answer",), "full", what)
            return
        self._tell_mistakes(scope, key, self.answer.read(right, form), form)

    def _tell_mistakes(self, scope: Scope, key: Any, read: Any, form: Form) -> None:
        """See whether each mistake can be told from the key and from earlier ones."""
        for index in range(len(self.item.mistakes)):
            place = ("mistakes", index, "when")
            found = self._tried(place, partial(self._alike, scope, index, key, read))
            for other, one in (found or {}).items():
                said = self.answer.show(one, form)
                what = f"expected another answer than that of {other}, got {said}"
                self._note(place, other, what)

    def _alike(self, scope: Scope, index: int, key: Any, read: Any) -> dict[str, Any]:
        """Return with what a mistake is confused, and the response that is both."""
        *earlier, mistake = self.item.mistakes[: index + 1]
        if self.answer.is_mistake(read, mistake.when, scope):
            return {"the key": read}
        found: dict[str, Any] = {}
        for one in self.answer.meant(mistake.when, scope):
            if self.answer.grade(one, key, scope) == 1:
                found["the key"] = one
            for other in earlier:
                if self.answer.is_mistake(one, other.when, scope):
                    found[other.id] = one
        return found
