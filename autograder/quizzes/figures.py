"""Pictures of items: a drawn network, or a file of the course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from autograder.messages import Text
from autograder.quizzes.scope import Scope

if TYPE_CHECKING:
    from autograder.quizzes.schema import Figure


def draw_figure(figure: Figure, scope: Scope) -> tuple[str, Text | None]:
    """Return an SVG or the path of a file, and its alternative text."""
    alt = scope.text(figure.alt) if figure.alt else None
    return (figure.file or "", alt)
