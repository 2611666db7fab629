"""The one shape of everything that a student is told about a failed check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from autograder.messages import Language, Message, Text, Words
from autograder.model import RenderedFeedback

MAX_EVIDENCE_LINES = 4


class Symptom(StrEnum):
    """What was seen; a stable code that results, tests and statistics use."""

    RETURNED_NONE = "returned-none"
    WRONG_TYPE = "wrong-type"
    WRONG_ARITY = "wrong-arity"
    MISSING_KEY = "missing-key"
    WRONG_SHAPE = "wrong-shape"
    NOT_FINITE = "not-finite"
    WRONG_VALUE = "wrong-value"
    WRONG_DISTRIBUTION = "wrong-distribution"
    WRONG_PROPERTY = "wrong-property"
    INCONSISTENT = "inconsistent"
    CHANGED_INPUT = "changed-input"
    RAISED = "raised"
    TIMED_OUT = "timed-out"
    CRASHED = "crashed"
    OUT_OF_MEMORY = "out-of-memory"
    PRINTED_TOO_MUCH = "printed-too-much"
    REPLY_TOO_LARGE = "reply-too-large"
    MALFORMED_REPLY = "malformed-reply"
    MISSING_FUNCTION = "missing-function"
    NOT_WRITTEN = "not-written"
    NOT_RUN = "not-run"
    UNEXPECTED_VALUE = "unexpected-value"


NEVER_CALLED = frozenset(
    {Symptom.MISSING_FUNCTION, Symptom.NOT_WRITTEN, Symptom.NOT_RUN}
)
"""Symptoms that no call can reproduce."""
SHOWS_VALUES = frozenset({Symptom.NOT_FINITE, Symptom.WRONG_VALUE})
"""Symptoms whose evidence holds expected values, which a hidden check leaves out."""


@dataclass(frozen=True)
class Feedback:
    """Why a check failed."""

    symptom: Symptom
    headline: Words
    """The student's own name for the thing, and the fact."""
    evidence: tuple[Words, ...] = ()
    cause: Words | None = None
    """Why it failed; only what has been verified."""
    mistake: str | None = None
    """Id of the known mistake that is the cause."""
    hint: Words | None = None
    call: Words | None = None
    """How to reproduce it."""

    def render(self, language: Language, hidden: bool) -> RenderedFeedback:
        """Return the feedback in `language`.

        Parameters
        ----------
        hidden : bool
            Whether evidence that shows expected values is left out.
        """
        silent = hidden and self.symptom in SHOWS_VALUES
        return RenderedFeedback(
            symptom=self.symptom.value,
            headline=self.headline.render(language),
            evidence=() if silent else self._evidence(language),
            cause=self.cause.render(language) if self.cause else None,
            mistake=self.mistake,
            hint=self.hint.render(language) if self.hint else None,
            call=self.call.render(language) if self.call else None,
        )

    def _evidence(self, language: Language) -> tuple[str, ...]:
        shown = self.evidence
        if len(shown) > MAX_EVIDENCE_LINES:
            kept = MAX_EVIDENCE_LINES - 1
            shown = (*shown[:kept], and_more(len(shown) - kept))
        return tuple(line.render(language) for line in shown)


class CheckFailed(AssertionError):
    """The verdict that a check failed; a result, not an error of ours."""

    def __init__(self, feedback: Feedback) -> None:
        super().__init__(feedback.headline.render("en"))
        self.feedback = feedback


def render_text(feedback: RenderedFeedback, language: Language) -> str:
    """Return rendered feedback as lines of text, the headline first."""
    return "\n".join(_lines(feedback, language))


def _lines(feedback: RenderedFeedback, language: Language) -> Iterator[str]:
    yield feedback.headline
    for line in feedback.evidence:
        yield f"    {line}"
    parts = (
        (Message("cause"), feedback.cause),
        (Message("hint"), feedback.hint),
        (Message("call"), feedback.call),
    )
    for label, text in parts:
        if text:
            yield f"  {label.render(language)}: {text}"


def and_more(count: int) -> Message:
    """Say that `count` more lines of evidence are not shown."""
    return Message("... and {count} more", count=count)


def verbatim(text: str) -> Text:
    """Return `text` as words that are the same in every language, such as code."""
    return Text(text, text)
