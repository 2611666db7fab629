"""``autograder quiz schema``: the JSON Schema of a quiz file, for editors."""

from __future__ import annotations

import json

import typer


def schema() -> None:
    """Print the JSON Schema of a quiz file; editors check and complete with it."""
    from autograder.quizzes.schema import Quiz

    typer.echo(json.dumps(Quiz.model_json_schema(), indent=2, ensure_ascii=False))
