"""What in a file does not fit its model, in words and at its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from autograder.course.model_places import Place, find_spot

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

EXPECTED = {
    "bool_type": "true or false",
    "dict_type": "a mapping",
    "extra_forbidden": "",
    "finite_number": "a finite number",
    "float_type": "a number",
    "greater_than": "a number above {gt:g}",
    "greater_than_equal": "a number of at least {ge:g}",
    "int_type": "a whole number",
    "less_than_equal": "a number of at most {le:g}",
    "list_type": "a list",
    "literal_error": "{expected}",
    "missing": "a value",
    "model_type": "a mapping",
    "string_too_short": "text that is not empty",
    "string_type": "text",
    "string_unicode": "text",
    "too_long": "at most {max_length} of them",
    "too_short": "at least {min_length} of them",
    "union_tag_not_found": "a mapping with a key that says its kind",
    "written": "{written}",
}
"""What was expected, by pydantic's type of error; ``written`` is our own type."""


@dataclass(frozen=True)
class Fault:
    """Something in a file that does not fit its model."""

    type: str
    """Of pydantic's error."""
    place: Place
    keys: tuple[str, ...]
    """Those that are valid there or, of an unknown key, beside it."""
    expected: str
    got: Any


def find_faults(model: type[BaseModel], details: list[ErrorDetails]) -> list[Fault]:
    """Return what pydantic found, each at its place in the file.

    Of a value that may be of several types pydantic says for each why it is not that
    one: this becomes one fault, or what is wrong inside the one type that it is of.
    """
    united: dict[Place | int, list[Fault]] = {}
    for index, detail in enumerate(details):
        spot = find_spot(model, detail["loc"])
        keys = spot.keys
        if detail["type"] == "extra_forbidden":
            keys = find_spot(model, detail["loc"][:-1]).keys
        expected = EXPECTED[detail["type"]].format(**detail.get("ctx", {}))
        fault = Fault(detail["type"], spot.place, keys, expected, detail["input"])
        united.setdefault(spot.union or index, []).append(fault)
    return [fault for found in united.values() for fault in _one_fault(found)]


def _one_fault(found: list[Fault]) -> list[Fault]:
    """Return one fault for the types that a value is not of, or the faults inside."""
    types = [fault for fault in found if fault.type.endswith("_type")]
    outer = min(len(fault.place) for fault in found)
    inner = [f for f in found if f not in types or len(f.place) > outer]
    if inner or len(found) == 1:
        return inner or found
    expected = " or ".join(dict.fromkeys(fault.expected for fault in found))
    expected = expected.replace("a whole number or a number", "a number")
    return [replace(found[0], expected=expected)]
