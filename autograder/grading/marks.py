"""The two marks of a check file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

GRADES = "grades"
EXAMPLE = "example"


def grades(function: str) -> pytest.MarkDecorator:
    """Mark a hidden check that earns points for `function`.

    Parameters
    ----------
    function : str
        A graded function of assignment.yaml, or ``as_handed_in``.
    """
    import pytest  # what only runs examples does without

    return getattr(pytest.mark, GRADES)(function)  # type: ignore[no-any-return]


def example(function: str) -> pytest.MarkDecorator:
    """Mark a public example of `function`: recorded at release, without points."""
    import pytest

    return getattr(pytest.mark, EXAMPLE)(function)  # type: ignore[no-any-return]


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marks, so that a misspelt one is an error."""
    config.addinivalue_line("markers", "grades(function): a hidden check, with points")
    config.addinivalue_line("markers", "example(function): public, without points")
