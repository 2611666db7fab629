from typing import Annotated

import pytest
from pydantic import BaseModel, Discriminator, Field, Tag

from autograder.course.model_places import Spot, find_spot


class Inner(BaseModel):
    size: int | list[int] | None = None


class Other(BaseModel):
    name: str | dict[str, Inner]


class Model(BaseModel):
    plain: int
    inner: Inner | None = None
    listed: list[Annotated[Inner, Field()]] = []
    named: dict[str, Inner | list[Other]] = {}
    tagged: Annotated[
        Annotated[Inner, Tag("inner")] | Annotated[Other, Tag("other")],
        Discriminator(lambda value: "inner"),
    ]


@pytest.mark.parametrize(
    ("loc", "place", "keys", "union"),
    [
        ((), (), tuple(Model.model_fields), None),
        (("plain",), ("plain",), (), None),
        (("unknown", "below"), ("unknown", "below"), (), None),
        (("inner",), ("inner",), ("size",), None),
        (("inner", "size", "int"), ("inner", "size"), (), ("inner", "size")),
        (("listed", 0, "size"), ("listed", 0, "size"), (), None),
        (
            ("listed", 0, "size", "list[int]", 1),
            ("listed", 0, "size", 1),
            (),
            ("listed", 0, "size"),
        ),
        (("named", "a b", "[key]"), ("named", "a b"), (), None),
        (
            ("named", "a", "list[Other]", 0),
            ("named", "a", 0),
            ("name",),
            ("named", "a"),
        ),
        (("tagged", "other"), ("tagged",), ("name",), None),
        (
            ("tagged", "other", "name", "str"),
            ("tagged", "name"),
            (),
            ("tagged", "name"),
        ),
        (
            ("tagged", "other", "name", "dict[str,Inner]", "k"),
            ("tagged", "name", "k"),
            ("size",),
            ("tagged", "name"),
        ),
    ],
)
def test_the_place_that_pydantic_means(loc, place, keys, union):
    assert find_spot(Model, loc) == Spot(place, keys, union)
