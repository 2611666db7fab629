"""``%check`` for IPython and Jupyter, after ``%load_ext autograder``."""

from __future__ import annotations

from typing import Any

MAGIC = "check"
OPTION = "--lang"


def register(shell: Any) -> None:
    """Make ``%check`` known.

    Parameters
    ----------
    shell : IPython.core.interactiveshell.InteractiveShell
        Whose namespace holds the student's functions.
    """

    def check(line: str) -> None:
        """Try the public examples: `%check`, `%check linear_forward`, `--lang ko`."""
        from autograder.cli.notebook import show

        names, lang = arguments(line)
        show(names, shell.user_ns, lang)

    shell.register_magic_function(check, "line", MAGIC)


def arguments(line: str) -> tuple[tuple[str, ...], str | None]:
    """Return the names of functions in the line of the magic, and the language.

    Brackets and commas mean nothing: ``%check(relu, sigmoid)`` is ``%check relu
    sigmoid``.
    """
    words = (
        line.replace("=", " ").translate(dict.fromkeys(map(ord, "(),"), " ")).split()
    )
    lang = None
    if OPTION in words:
        at = words.index(OPTION)
        lang = next(iter(words[at + 1 : at + 2]), None)
        del words[at : at + 2]
    return tuple(words), lang
