"""``autograder quiz``: weekly quizzes, from a YAML file to scores."""

from __future__ import annotations

import typer

from autograder.cli.quiz.export import export
from autograder.cli.quiz.lint import lint
from autograder.cli.quiz.preview import preview
from autograder.cli.quiz.publish import publish
from autograder.cli.quiz.report import report
from autograder.cli.quiz.schema import schema
from autograder.cli.quiz.score import score
from autograder.cli.quiz.take import take

quiz = typer.Typer(no_args_is_help=True, help="Weekly quizzes: lint, publish, score.")
quiz.command()(export)
quiz.command()(lint)
quiz.command()(preview)
quiz.command()(publish)
quiz.command()(report)
quiz.command()(schema)
quiz.command()(score)
quiz.command()(take)
