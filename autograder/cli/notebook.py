"""``autograder check`` for a notebook: ``from autograder import check``."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from autograder.course.examples import ExampleFile
    from autograder.messages import Language, Message
    from autograder.model import FunctionResult

EXAMPLES = "examples.json"

Functions = Mapping[str, Callable[..., Any]]


class Refusal(Exception):
    """Nothing can be tried; carries the sentence that says why."""

    def __init__(self, words: Message) -> None:
        super().__init__(words)
        self.words = words


@dataclass(frozen=True)
class Shown:
    """What a cell shows: a table in a notebook, text in a terminal."""

    text: str
    html: str

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        return {"text/plain": self.text, "text/html": self.html}


def check(*functions: object, lang: str | None = None) -> None:
    """Try the public examples on functions of this notebook, and show how it went.

    They are found in the ``examples.json`` of the current folder. Nothing is raised:
    what is wrong is shown.

    Parameters
    ----------
    *functions : callable
        Such as ``check(linear_forward)``; by default, all that this notebook defines.
    lang : str, optional
        Language of the feedback, ``"en"`` or ``"ko"``; by default that of the notebook.
    """
    show(functions, sys._getframe(1).f_globals, lang)


def show(
    functions: tuple[object, ...], namespace: Mapping[str, Any], lang: str | None
) -> None:
    """Show in the student's notebook or terminal how the examples went.

    Parameters
    ----------
    functions : tuple
        What the student named, functions or their names; all when nothing is.
    namespace : mapping
        What the notebook defines.
    lang : str, optional
        What the student asked for.
    """
    shell = _shell()
    language = _language(lang, namespace, shell)
    shown = outcome(functions, namespace, language)
    if shell is None:
        print(shown.text)
    else:
        import_module("IPython.display").display(shown)


def outcome(
    functions: tuple[object, ...], namespace: Mapping[str, Any], language: Language
) -> Shown:
    """Return how the examples of every function went, or why that cannot be said."""
    from autograder.reports.check_html import check_html
    from autograder.reports.self_check import function_lines, summary
    from autograder.reports.text import plain

    try:
        results = tried(functions, namespace, language)
    except Refusal as refusal:
        said = refusal.words.render(language)
        return Shown(plain(said), check_html({}, language, said))
    lines = list(function_lines(results, language))
    said = "" if functions else summary(results, language)
    text = "\n".join([*lines, "", said] if said else lines)
    return Shown(text, check_html(results, language, said))


def tried(
    functions: tuple[object, ...], namespace: Mapping[str, Any], language: Language
) -> dict[str, FunctionResult]:
    """Return how the examples of every function went, by name.

    Raises
    ------
    Refusal
        If there are no examples, or none for what the student named.
    """
    from autograder.grading.in_kernel import try_in_kernel

    examples = find_examples(Path.cwd())
    defined = {
        name: namespace[name]
        for name in examples.functions
        if callable(namespace.get(name))
    }
    if functions:
        wanted = named(found(functions, examples, namespace), examples, defined)
    else:
        wanted = dict(everything(defined))
    return try_in_kernel(examples, {**defined, **wanted}, wanted, namespace, language)


def _shell() -> Any:
    """Return the running IPython, or None in any other Python."""
    module = sys.modules.get("IPython")
    return module.get_ipython() if module else None


def _language(lang: str | None, namespace: Mapping[str, Any], shell: Any) -> Language:
    from autograder.cli.notebook_language import notebook_language
    from autograder.cli.self_check import language_of

    folder = Path.cwd()
    if lang is not None:
        return "ko" if lang == "ko" else "en"
    written = notebook_language(namespace, folder, os.environ)
    if written or hasattr(shell, "kernel"):  # else it is a terminal
        return written or "en"
    return language_of(folder, os.environ)


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


def found(
    functions: tuple[object, ...], examples: ExampleFile, namespace: Mapping[str, Any]
) -> tuple[object, ...]:
    """Return `functions`, each name among them replaced by what it names.

    Raises
    ------
    Refusal
        If a name of the assignment is not defined yet, or another means nothing.
    """
    from autograder.messages import Message

    for name in functions:
        if isinstance(name, str) and name not in namespace:
            if name not in examples.functions:
                raise _no_example(name, examples)
            raise Refusal(
                Message(
                    "`{name}` is not defined yet. Run the cell that defines it.",
                    name=name,
                )
            )
    return tuple(
        namespace[name] if isinstance(name, str) else name for name in functions
    )


def _no_example(name: str, examples: ExampleFile) -> Refusal:
    from autograder.messages import Message

    return Refusal(
        Message(
            "There is no example for `{name}` here, only for {names}.",
            name=name,
            names=", ".join(examples.functions),
        )
    )


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

    result: dict[str, Callable[..., Any]] = {}
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
            raise _no_example(name, examples)
        result[name] = function
    return result
