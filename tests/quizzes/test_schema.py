import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from autograder.quizzes.kinds.answer import plain
from autograder.quizzes.schema import KINDS, AnyAnswer, Item, Quiz

ANSWER = TypeAdapter(AnyAnswer)


def test_the_key_says_the_kind():
    assert ANSWER.validate_python({"abs": 0.1, "number": 3}).kind == "number"
    answer = ANSWER.validate_python({"line": 3})
    assert ANSWER.validate_python(answer) is answer
    for nothing in ({}, {"nummer": 3}, 3, None):
        with pytest.raises(ValidationError):
            ANSWER.validate_python(nothing)


def test_every_kind_has_a_description_for_editors():
    schema = Quiz.model_json_schema()
    Draft202012Validator.check_schema(schema)
    kinds = [
        schema["$defs"][part["$ref"].rpartition("/")[2]]
        for part in schema["$defs"]["Item"]["properties"]["answer"]["oneOf"]
    ]
    assert len(kinds) == len(KINDS)
    assert all(kind["description"] for kind in kinds)


@pytest.mark.parametrize(
    "id", ["Upper", "two words", "dash-", "-dash", "double--dash", "1st", "a_b", ""]
)
def test_ids(id):  # noqa: A002 - as in a file
    item = {"ask": {"en": "a", "ko": "b"}, "answer": {"number": 3}}
    assert Item.model_validate({"id": "a-1b-c2", **item})
    with pytest.raises(ValidationError):
        Item.model_validate({"id": id, **item})


def test_an_item_is_never_changed():
    item = Item.model_validate(
        {"id": "a", "ask": {"en": "a", "ko": "b"}, "answer": {"number": 3}}
    )
    with pytest.raises(ValidationError):
        item.points = 3


def test_plain_data():
    assert plain({"a": {"c", "b"}, "d": ((1, 2.5), None)}) == {
        "a": ["b", "c"],
        "d": [[1, 2.5], None],
    }
