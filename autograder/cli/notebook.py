"""``autograder check`` for a notebook: ``from autograder import check``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from autograder.course.examples import ExampleFile
    from autograder.messages import Language, Message

EXAMPLES = "examples.json"

Functions = Mapping[str, Callable[..., Any]]


class Refusal(Exception):
    """Nothing can be tried; carries the sentence that says why."""

    def __init__(self, words: Message) -> None:
        super().__init__(words)
        self.words = words


def check(*functions: object, lang: str = "en") -> None:
    """Try the public examples on functions of this notebook, and print how it went.

    They are found in the ``examples.json`` of the current folder. Nothing is raised:
    what is wrong is printed.

    Parameters
    ----------
    *functions : callable
        Such as ``check(linear_forward)``; by default, all that this notebook defines.
    lang : str
        Language of the feedback: ``"en"`` or ``"ko"``.
    """
    from autograder.reports.text import plain

    language: Language = "ko" if lang == "ko" else "en"
    namespace = sys._getframe(1).f_globals
    try:
        for line in lines(functions, namespace, language):
            print(line)
    except Refusal as refusal:
        print(plain(refusal.words.render(language)))


def lines(
    functions: tuple[object, ...], namespace: Mapping[str, Any], language: Language
) -> Iterator[str]:
    """Say how the examples of every function went.

    Parameters
    ----------
    functions : tuple
        What the student named; all that are defined when nothing is.
    namespace : mapping
        What the notebook defines.

    Raises
    ------
    Refusal
        If there are no examples, or none for what the student named.
    """
    from autograder.grading.in_kernel import try_in_kernel
    from autograder.reports.self_check import function_lines, summary

    examples = find_examples(Path.cwd())
    defined = {
        name: namespace[name]
        for name in examples.functions
        if callable(namespace.get(name))
    }
    wanted = named(functions, examples, defined) if functions else everything(defined)
    known = {**defined, **wanted}
    results = try_in_kernel(examples, known, wanted, namespace, language)
    yield from function_lines(results, language)
    if not functions:
        yield ""
        yield summary(results, language)


def find_examples(folder: Path) -> ExampleFile:
    """Return the public examples in `folder`.

    Raises
    ------
    Refusal
        If there are none, or they are damaged.
    """
    from autograder.course.examples import load_examples
    from autograder.errors import AutograderError
    from autograder.messages import Message

    path = folder / EXAMPLES
    if not path.is_file():
        raise Refusal(
            Message(
                "There is no `examples.json` in this folder. Open the notebook in the "
                "folder of its assignment."
            )
        )
    try:
        return load_examples(path)
    except AutograderError:
        raise Refusal(
            Message(
                "`examples.json` cannot be read. Fetch a fresh copy from your course."
            )
        ) from None


def everything(defined: Functions) -> Functions:
    """Return `defined`, all functions of the notebook.

    Raises
    ------
    Refusal
        If there are none.
    """
    from autograder.messages import Message

    if not defined:
        raise Refusal(
            Message(
                "No function of this assignment is defined yet. Run the cells that "
                "define them."
            )
        )
    return defined


def named(
    functions: tuple[object, ...], examples: ExampleFile, defined: Functions
) -> dict[str, Callable[..., Any]]:
    """Return `functions` by the names that the examples know.

    Raises
    ------
    Refusal
        If one is not a function, or no example can be for it.
    """
    from autograder.messages import Message

    found: dict[str, Callable[..., Any]] = {}
    for function in functions:
        if not callable(function):
            raise Refusal(
                Message(
                    "`check` takes a function: write its name without parentheses, "
                    "as in `check({name})`.",
                    name=next(iter(defined or examples.functions)),
                )
            )
        bound = [name for name, value in defined.items() if value is function]
        name = bound[0] if bound else getattr(function, "__name__", "")
        if name not in examples.functions:
            raise Refusal(
                Message(
                    "There is no example for `{name}` here, only for {names}.",
                    name=name,
                    names=", ".join(examples.functions),
                )
            )
        found[name] = function
    return found
