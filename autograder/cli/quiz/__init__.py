"""``autograder quiz``: weekly quizzes, from a YAML file to scores."""

from __future__ import annotations

import typer

from autograder.cli.quiz.schema import schema

quiz = typer.Typer(no_args_is_help=True, help="Weekly quizzes: lint, publish, score.")
quiz.command()(schema)
