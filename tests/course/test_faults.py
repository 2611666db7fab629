import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from autograder.course.faults import find_faults


class Model(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")
    number: int | float | str = 0
    sizes: str | list[int] | None = None
    few: list[int] = Field(default=[], max_length=2)


def faults_of(data):
    with pytest.raises(ValidationError) as caught:
        Model.model_validate(data)
    return find_faults(Model, caught.value.errors())


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ({"number": None}, [(("number",), "a number or text")]),
        ({"sizes": 3}, [(("sizes",), "text or a list")]),
        ({"sizes": [1, "a"]}, [(("sizes", 1), "a whole number")]),
        ({"few": [1, 2, 3]}, [(("few",), "at most 2 of them")]),
        (
            {"number": None, "sizes": 3},
            [(("number",), "a number or text"), (("sizes",), "text or a list")],
        ),
    ],
)
def test_one_fault_for_all_types_that_a_value_could_be_of(data, found):
    assert [(fault.place, fault.expected) for fault in faults_of(data)] == found


def test_valid_keys_beside_one_that_is_not():
    (fault,) = faults_of({"fw": 3})
    assert fault.type == "extra_forbidden"
    assert fault.place == ("fw",)
    assert fault.keys == ("number", "sizes", "few")
    assert fault.got == 3
