"""Explain an exception of student code, from text alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import numpy as np

from autograder.checks.describe import clean, function_words, nearest, place_words
from autograder.checks.feedback import Feedback, Symptom, verbatim
from autograder.checks.symptoms import not_written
from autograder.messages import Message, Words
from autograder.values import Frame, Raised

SIMILAR = 0.75
"""How alike two names are before one is offered for the other."""

_WITH_ATTRIBUTES: Mapping[str, object] = {
    "module 'numpy'": np,
    "module 'numpy.linalg'": np.linalg,
    "module 'numpy.random'": np.random,
    "'numpy.ndarray' object": np.ndarray,
    "'numpy.float64' object": np.float64,
    "'list' object": list,
    "'tuple' object": tuple,
    "'dict' object": dict,
    "'str' object": str,
    "'float' object": float,
    "'int' object": int,
}
_ATTRIBUTE = re.compile(
    r"((?:module )?'[\w.]{1,80}'(?: object)?) has no attribute '(\w{1,80})'"
)
_NAME = re.compile(r"name '(\w{1,80})' is not defined")
# Each repetition is bounded: this text is a student's.
_DEFINITION = re.compile(r"\bdef[ \t]{1,8}(\w{1,80})[ \t]{0,8}\(([^()]{0,500})\)")
_ASSIGNMENT = re.compile(r"^[ \t]{0,80}(\w{1,80})[ \t]{0,8}=(?!=)", re.MULTILINE)
_WORD = re.compile(r"[^\W\d]\w{0,80}")


def explain_raised(
    function: str, raised: Raised, sources: Mapping[str, str]
) -> Feedback:
    """Return feedback for a call of `function` that raised.

    Parameters
    ----------
    raised : Raised
        As the worker reports it; believed only where our own copy agrees.
    sources : mapping of str to str
        Label to text of every cell and module that we sent.
    """
    if _is_stub(function, raised):
        return not_written(function)
    headline = Message(
        "{function} raised {type}",
        function=function_words(function),
        type=clean(raised.type_name, 80),
    )
    message = clean(raised.message.strip())
    evidence = [*_place(raised, sources), *([verbatim(message)] if message else [])]
    cause = _similar_attribute(raised) or _similar_name(raised, sources)
    return Feedback(Symptom.RAISED, headline, tuple(evidence), cause=cause)


def _is_stub(function: str, raised: Raised) -> bool:
    """Whether the function itself, not one that it calls, is as it was released."""
    last = raised.frames[-1].function if raised.frames else ""
    return raised.type_name == "NotImplementedError" and last == function


def _place(raised: Raised, sources: Mapping[str, str]) -> Iterator[Words]:
    """Show the innermost line of the student's own code, if it is in our copy."""
    for frame in reversed(raised.frames):
        line = _line(frame, sources)
        if line is not None:
            yield Message(
                "{place}, in {function}",
                place=place_words(frame.file, frame.line),
                function=clean(frame.function, 80),
            )
            yield verbatim(f"    {line}")
            return


def _line(frame: Frame, sources: Mapping[str, str]) -> str | None:
    lines = sources.get(frame.file, "").split("\n")
    if not 1 <= frame.line <= len(lines):
        return None
    return clean(lines[frame.line - 1].strip()) or None


def _similar_attribute(raised: Raised) -> Words | None:
    match = _ATTRIBUTE.match(raised.message)
    if raised.type_name != "AttributeError" or not match:
        return None
    owner, name = match.groups()
    known = [word for word in dir(_WITH_ATTRIBUTES.get(owner)) if word[0] != "_"]
    similar = nearest(name, known, SIMILAR) if owner in _WITH_ATTRIBUTES else None
    if similar is None:
        return None
    return Message("there is an attribute with a similar name: '{name}'", name=similar)


def _similar_name(raised: Raised, sources: Mapping[str, str]) -> Words | None:
    match = _NAME.match(raised.message)
    if raised.type_name != "NameError" or not match:
        return None
    known = {name for text in sources.values() for name in names_defined(text)}
    similar = nearest(match.group(1), sorted(known), SIMILAR)
    if similar is None:
        return None
    return Message("a similar name is defined in the file: '{name}'", name=similar)


def names_defined(text: str) -> set[str]:
    """Return the functions, parameters and variables that a text seems to define.

    A search in text, since student code is parsed only where it is confined.
    """
    names = {match.group(1) for match in _ASSIGNMENT.finditer(text)}
    for match in _DEFINITION.finditer(text):
        names.add(match.group(1))
        names.update(_WORD.findall(match.group(2)))
    return names
