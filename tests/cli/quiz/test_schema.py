import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from autograder.course.yaml_file import read_yaml

QUIZZES = Path(__file__).parents[3] / "quizzes"
WEEKS = sorted(QUIZZES.glob("*.yaml"))


def test_the_schema_of_the_course_is_up_to_date(run):
    """Made by ``autograder quiz schema > quizzes/schema.json``."""
    result = run("quiz", "schema")
    assert result.exit_code == 0
    assert result.stdout == (QUIZZES / "schema.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", WEEKS, ids=lambda path: path.stem)
def test_editors_find_it_and_find_nothing_wrong(path):
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=schema.json"
    schema = json.loads((QUIZZES / "schema.json").read_text(encoding="utf-8"))
    errors = Draft202012Validator(schema).iter_errors(read_yaml(path).data)
    assert [error.message for error in errors] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": 3},
        {"number": 3, "absolute": 1},
        {"number": None},
        {"one": [{"key": "a", "text": 3}]},
    ],
)
def test_editors_find_what_is_wrong(wrong):
    schema = json.loads((QUIZZES / "schema.json").read_text(encoding="utf-8"))
    quiz = yaml.safe_load("{quiz: a, title: {en: a, ko: b}}")
    quiz["items"] = [{"id": "a", "ask": {"en": "a", "ko": "b"}, "answer": wrong}]
    assert not Draft202012Validator(schema).is_valid(quiz)
    quiz["items"][0]["answer"] = {"number": 3}
    assert Draft202012Validator(schema).is_valid(quiz)
