"""Where in a file an error of pydantic is, and what its model allows there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

if TYPE_CHECKING:
    from pydantic import BaseModel

Key = str | int
Place = tuple[Key, ...]
"""The keys and indices that lead to a value, from the top of the file."""

OF_A_KEY = "[key]"
"""What pydantic adds to the place of a mapping's key."""


@dataclass(frozen=True)
class Spot:
    """A place in a file, as a model describes it."""

    place: Place
    keys: tuple[str, ...]
    """The keys that are valid there; none if it is no mapping with fixed keys."""
    union: Place | None
    """Where several types are allowed without a tag, if that is on the way."""


def find_spot(model: type[BaseModel], loc: Sequence[Key]) -> Spot:
    """Return the place that pydantic means by `loc`.

    Pydantic puts the tag or the type of the member of each union into `loc`; these
    are no keys of the file.
    """
    kind: Any = model
    place: list[Key] = []
    union = None
    for index, key in enumerate(loc):
        if key == OF_A_KEY:
            continue
        kind, members = _members(kind)
        if len(members) > 1:
            if not _tagged(members):
                union = tuple(place)
            kind = _member(members, loc[index:])
            continue
        place.append(key)
        kind = _inside(kind, key)
    kind, _ = _members(kind)
    keys = tuple(getattr(kind, "model_fields", ()))
    return Spot(tuple(place), keys, union)


def _members(kind: Any) -> tuple[Any, list[Any]]:
    """Return a type without `Annotated` and None, and the types that it unites."""
    if get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) not in (Union, UnionType):
        return kind, [kind]
    members = [member for member in get_args(kind) if member is not type(None)]
    return (_members(members[0]) if len(members) == 1 else (kind, members))  # fmt: skip


def _tags(member: Any) -> list[str]:
    metadata = get_args(member)[1:] if get_origin(member) is Annotated else ()
    return [found.tag for found in metadata if hasattr(found, "tag")]


def _tagged(members: list[Any]) -> bool:
    return all(_tags(member) for member in members)


def _member(members: list[Any], loc: Sequence[Key]) -> Any:
    """Return the member that ``loc[0]`` names: by its tag, or by what follows."""
    tag, *rest = loc
    holder = list if rest and isinstance(rest[0], int) else dict
    for member in members:
        if tag in _tags(member) or (rest and get_origin(member) is holder):
            return member
    return Any


def _inside(kind: Any, key: Key) -> Any:
    """Return the type of what a mapping or list of type `kind` holds under `key`."""
    fields = getattr(kind, "model_fields", None)
    if fields is not None:
        return fields[key].annotation if key in fields else Any
    return (get_args(kind) or (Any,))[-1]
