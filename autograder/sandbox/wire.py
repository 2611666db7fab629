"""The wire format: structure and array bytes apart, both length-checked, no pickle.

A frame is two lengths (uint32, little endian), then the structure (MessagePack), then
the payload: the bytes of all arrays and numpy scalars, in the order in which the
structure mentions them. What stands in the structure for a value is called its tree:
a scalar stands for itself, everything else is a list that begins with a tag.

Whoever reads believes nothing: every length, tag, shape and dtype is checked, and a
tree that is wrong in any way raises `WireError` and nothing else.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from autograder.values import GivenFunction, Opaque

MAX_STRUCTURE = 256 << 10
"""Bytes of structure that the trusted side accepts in one frame."""
MAX_ARRAY = 256 << 20
"""Bytes of one array that may be sent; a larger one becomes `Opaque`."""
MAX_DEPTH = 40
MAX_NDIM = 32
"""Dimensions of one array that may be sent; NumPy has up to 64."""
HEADER = struct.Struct("<II")

_NAMES = [np.dtype(code).str for code in "?bhiqBHIQefdgFDG"]
DTYPES = {name.lstrip("<|"): np.dtype(name) for name in _NAMES}  # "i8": int64, not "q"
CODES = {dtype: code for code, dtype in DTYPES.items()}
INT64 = range(-(2**63), 2**63)
MAX_INT_DIGITS = 1024
"""Hexadecimal digits of an integer beyond 64 bits; Python prints at most 4300."""
SCALARS = (type(None), bool, int, float, str, bytes)

Tree = Any
Buffers = list[bytes]


class WireError(Exception):
    """The bytes are not a frame of ours."""


def pack(
    value: object, buffers: Buffers, names: Mapping[int, str], depth: int = 0
) -> Tree:
    """Return the tree of `value` and append the bytes of its arrays to `buffers`.

    Parameters
    ----------
    value : object
        Anything; what is not plain data becomes `Opaque`.
    buffers : list of bytes
        Receives the payload, in order.
    names : mapping of int to str
        ``id`` of a function of ``given.py`` to its name.
    depth : int
        How deep `value` is nested; beyond `MAX_DEPTH` it becomes `Opaque`.
    """
    kind = type(value)
    if value is None or kind is bool or kind is float:
        return value
    if depth > MAX_DEPTH:
        return ["o", f"{kind.__name__} (nested too deeply)"]
    packer = _PACKERS.get(kind)
    if packer is None:
        packer = next(
            (p for base, p in _PACKERS.items() if isinstance(value, base)), _opaque
        )
    return packer(value, buffers, names, depth)


def _pack_items(tag: str) -> _Packer:
    def packer(
        value: Any, buffers: Buffers, names: Mapping[int, str], depth: int
    ) -> Tree:
        return [tag, *[pack(item, buffers, names, depth + 1) for item in value]]

    return packer


def _pack_dict(
    value: Any, buffers: Buffers, names: Mapping[int, str], depth: int
) -> Tree:
    tree: list[Tree] = ["d"]
    for key, item in value.items():
        tree.append(pack(key, buffers, names, depth + 1))
        tree.append(pack(item, buffers, names, depth + 1))
    return tree


def _pack_array(value: Any, buffers: Buffers, *_: object) -> Tree:
    array = np.asarray(value)
    code = CODES.get(array.dtype)
    if code is None:
        native = array.dtype.newbyteorder("=")
        code = CODES.get(native)
        if code is None:
            return ["o", f"ndarray of dtype {array.dtype}"[:200]]
        array = array.astype(native)
    if array.nbytes > MAX_ARRAY:
        return ["o", f"ndarray of {array.nbytes} bytes"]
    if array.ndim > MAX_NDIM:
        return ["o", f"ndarray of {array.ndim} dimensions"]
    buffers.append(array.tobytes())
    return ["a", code, *array.shape]


def _pack_scalar(value: Any, buffers: Buffers, *_: object) -> Tree:
    code = CODES.get(value.dtype)
    if code is None:
        return ["o", type(value).__name__]
    buffers.append(value.tobytes())
    return ["s", code]


def _pack_int(value: int, *_: object) -> Tree:
    value = int(value)  # looking for an `IntEnum` in a range would walk along it
    if value in INT64:
        return value
    if value.bit_length() > 4 * MAX_INT_DIGITS:
        return ["o", f"int of {value.bit_length()} bits"]
    return ["i", hex(value)]


def _pack_str(value: str, *_: object) -> Tree:
    try:
        value.encode()
    except UnicodeEncodeError:
        return ["o", "str with characters that are not Unicode text"]
    return str(value)


def _opaque(value: object, _: Buffers, names: Mapping[int, str], __: int) -> Tree:
    if (name := names.get(id(value))) is not None:
        return ["g", name]
    return ["o", str(type(value).__name__)[:200]]


_Packer = Callable[[Any, Buffers, Mapping[int, str], int], Tree]
_PACKERS: dict[type, _Packer] = {
    np.ndarray: _pack_array,
    np.generic: _pack_scalar,
    **{dtype.type: _pack_scalar for dtype in DTYPES.values()},
    tuple: _pack_items("t"),
    list: _pack_items("l"),
    dict: _pack_dict,
    int: _pack_int,
    float: lambda value, *_: float(value),
    str: _pack_str,
    bytes: lambda value, *_: bytes(value),
    complex: lambda value, *_: ["c", value.real, value.imag],
    GivenFunction: lambda value, *_: ["g", value.name],
    Opaque: lambda value, *_: ["o", value.type_name],
}


class Payload:
    """The array bytes of a frame, taken from the front as the trees name them."""

    def __init__(self, data: bytes | bytearray) -> None:
        self.data = data
        self.position = 0

    def take(
        self, dtype: np.dtype[Any], shape: tuple[int, ...]
    ) -> np.ndarray[Any, Any]:
        """Return the next array: owned, writable, of native byte order."""
        start = self.position
        end = start + math.prod(shape) * dtype.itemsize
        if end > len(self.data):
            raise WireError("the payload is shorter than its shapes")
        if dtype.kind == "b" and self.data[start:end].translate(None, b"\0\1"):
            raise WireError("a bool is neither 0 nor 1")
        self.position = end
        try:
            return np.ndarray(shape, dtype, self.data, start).copy()
        except (ValueError, TypeError) as error:
            raise WireError(f"shape {shape}: {error}") from None

    def finish(self) -> None:
        """Raise unless every byte has been taken."""
        if self.position != len(self.data):
            raise WireError("the payload is longer than its shapes")


def unpack(tree: Tree, payload: Payload, depth: int = 0) -> Any:
    """Return the value of `tree`, taking array bytes from `payload`.

    Raises
    ------
    WireError
        If anything about the tree is not as `pack` writes it.
    """
    if not isinstance(tree, list):
        if isinstance(tree, SCALARS):
            return tree
        raise WireError(f"a {type(tree).__name__} in a tree")
    if depth > MAX_DEPTH + 1 or not tree or not isinstance(tree[0], str):
        raise WireError("a list without a tag, or nested too deeply")
    unpacker = _UNPACKERS.get(tree[0])
    if unpacker is None:
        raise WireError(f"unknown tag {tree[0][:10]!r}")
    return unpacker(tree, payload, depth)


def _unpack_dict(tree: Tree, payload: Payload, depth: int) -> dict[Any, Any]:
    if len(tree) % 2 == 0:
        raise WireError("a key without a value")
    items = [unpack(item, payload, depth + 1) for item in tree[1:]]
    try:
        return dict(zip(items[::2], items[1::2], strict=True))
    except TypeError:
        raise WireError("a key that cannot be hashed") from None


def _unpack_array(tree: Tree, payload: Payload, _: int) -> Any:
    shape = tuple(tree[2:])
    if len(shape) > MAX_NDIM:
        raise WireError("not a shape")
    for size in shape:
        if type(size) is not int or size < 0:
            raise WireError("not a shape")
    return payload.take(_dtype(tree), shape)


def _unpack_scalar(tree: Tree, payload: Payload, _: int) -> Any:
    _expect(tree, str)
    return payload.take(_dtype(tree), ())[()]


def _unpack_int(tree: Tree, *_: object) -> int:
    (digits,) = _expect(tree, str)
    if len(digits) > MAX_INT_DIGITS + len("-0x"):
        raise WireError("an integer of too many digits")
    try:
        return int(digits, 16)
    except ValueError:
        raise WireError("not an integer") from None


def _unpack_complex(tree: Tree, *_: object) -> complex:
    return complex(*_expect(tree, float, float))


def _dtype(tree: Tree) -> np.dtype[Any]:
    code = tree[1] if len(tree) > 1 else None
    if not isinstance(code, str) or code not in DTYPES:
        raise WireError("unknown dtype")
    return DTYPES[code]


def _expect(tree: Tree, *types: type) -> list[Any]:
    if [type(item) for item in tree[1:]] != list(types):
        raise WireError(f"tag {tree[0]!r} with the wrong contents")
    return list(tree[1:])


_UNPACKERS: dict[str, Callable[[Tree, Payload, int], Any]] = {
    "t": lambda tree, payload, d: tuple(unpack(i, payload, d + 1) for i in tree[1:]),
    "l": lambda tree, payload, d: [unpack(i, payload, d + 1) for i in tree[1:]],
    "d": _unpack_dict,
    "a": _unpack_array,
    "s": _unpack_scalar,
    "i": _unpack_int,
    "c": _unpack_complex,
    "g": lambda tree, *_: GivenFunction(*_expect(tree, str)),
    "o": lambda tree, *_: Opaque(*_expect(tree, str)),
}
