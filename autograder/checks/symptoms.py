"""Feedback for what is not a matter of values: limits, crashes, missing functions."""

from __future__ import annotations

from collections.abc import Iterable

from autograder.checks.describe import clean, function_words, nearest, place_words
from autograder.checks.feedback import Feedback, Symptom, verbatim
from autograder.messages import Message, Words

_MEBIBYTE = 1 << 20


def timed_out(function: str, seconds: float) -> Feedback:
    """Say that a call did not end within `seconds`."""
    return Feedback(
        Symptom.TIMED_OUT,
        Message(
            "{function} did not finish within {seconds} s",
            function=function_words(function),
            seconds=f"{seconds:g}",
        ),
    )


def crashed(function: str, signal: str) -> Feedback:
    """Say that Python itself died in a call, and of which signal or exit."""
    return Feedback(
        Symptom.CRASHED,
        Message(
            "Python crashed in {function} ({signal})",
            function=function_words(function),
            signal=clean(signal, 80),
        ),
    )


def out_of_memory(function: str, limit: int) -> Feedback:
    """Say that a call wanted more memory than `limit` bytes."""
    return Feedback(
        Symptom.OUT_OF_MEMORY,
        Message(
            "{function} needed more than {limit} MiB of memory",
            function=function_words(function),
            limit=_mebibytes(limit),
        ),
    )


def printed_too_much(function: str, limit: int) -> Feedback:
    """Say that a call printed more than `limit` bytes."""
    return Feedback(
        Symptom.PRINTED_TOO_MUCH,
        Message(
            "{function} printed more than {limit} MiB",
            function=function_words(function),
            limit=_mebibytes(limit),
        ),
    )


def reply_too_large(function: str) -> Feedback:
    """Say that a call returned far more data than the reference does."""
    return Feedback(
        Symptom.REPLY_TOO_LARGE,
        Message(
            "{function} returned far more data than expected",
            function=function_words(function),
        ),
    )


def malformed_reply(function: str) -> Feedback:
    """Say that what came back from a call was no answer at all."""
    return Feedback(
        Symptom.MALFORMED_REPLY,
        Message(
            "the answer of {function} could not be read",
            function=function_words(function),
        ),
    )


def unexpected_value(function: str) -> Feedback:
    """Say that a check could not go on with what a call returned."""
    return Feedback(
        Symptom.UNEXPECTED_VALUE,
        Message(
            "{function} returned a value that the check cannot go on with",
            function=function_words(function),
        ),
    )


def not_run(function: str, reason: Words | None = None) -> Feedback:
    """Say that a check never called the function, and why if that is known."""
    headline = Message("{function} was not run", function=function_words(function))
    return Feedback(Symptom.NOT_RUN, headline, cause=reason)


def missing_function(function: str, defined: Iterable[str] = ()) -> Feedback:
    """Say that a function is not defined; name one that is spelt alike.

    Parameters
    ----------
    defined : iterable of str
        The names of all functions that the student defined.
    """
    headline = Message("{function} is not defined", function=function_words(function))
    similar = nearest(function, defined, cutoff=0.75)
    if similar is None:
        return Feedback(Symptom.MISSING_FUNCTION, headline)
    cause = Message(
        "there is a function with a similar name: '{name}'", name=clean(similar, 80)
    )
    return Feedback(Symptom.MISSING_FUNCTION, headline, cause=cause)


def not_written(function: str) -> Feedback:
    """Say that a function is still the stub that was released."""
    name = function_words(function)
    return Feedback(
        Symptom.NOT_WRITTEN, Message("{function} is not written yet", function=name)
    )


def changed_input(
    function: str, argument: str, changed: int, size: int, written_into: bool = False
) -> Feedback:
    """Say that a call changed an argument that it must leave as it is.

    Parameters
    ----------
    changed, size : int
        How many entries changed, and how many there are.
    written_into : bool
        Whether the returned value is right and the argument now holds the same.
    """
    headline = Message(
        "{function} changed its argument `{argument}` ({changed} of {size} entries)",
        function=function_words(function),
        argument=argument,
        changed=changed,
        size=size,
    )
    cause = Message(
        "the returned values are right, but they were written into `{argument}` itself",
        argument=argument,
    )
    return Feedback(
        Symptom.CHANGED_INPUT, headline, cause=cause if written_into else None
    )


def not_loaded(function: str, kind: str, detail: str = "") -> Feedback:
    """Say that no function can be called, since the file never finished loading.

    Parameters
    ----------
    kind : str
        The symptom of loading, such as ``timed-out``; any other is not named.
    detail : str
        The limit in seconds, or of which signal or exit Python died.
    """
    return not_run(function, _why_not_loaded(kind, clean(detail, 80)))


def _why_not_loaded(kind: str, detail: str) -> Message:
    if kind == Symptom.TIMED_OUT:
        return Message(
            "the file did not finish loading within {seconds} s;"
            " keep computations inside functions",
            seconds=detail,
        )
    if kind == Symptom.CRASHED:
        return Message(
            "Python crashed while it loaded the file ({signal});"
            " keep computations inside functions",
            signal=detail,
        )
    if kind == Symptom.PRINTED_TOO_MUCH:
        return Message(
            "the file printed too much while it was loaded;"
            " keep computations inside functions"
        )
    return Message("the file could not be loaded; keep computations inside functions")


def unreadable(function: str, label: str, line: int, reason: str) -> Feedback:
    """Say that the text which defines `function` is not Python."""
    name = function_words(function)
    headline = Message("{function} could not be read", function=name)
    evidence = (place_words(label, line), verbatim(clean(reason, 200)))
    return Feedback(Symptom.MISSING_FUNCTION, headline, evidence)


def _mebibytes(limit: int) -> str:
    return f"{limit / _MEBIBYTE:g}"
