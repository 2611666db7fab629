"""What crosses the wire arrives as it was sent; what is not of ours is refused."""

from __future__ import annotations

import collections
import contextlib
import enum
import math
import struct
import tracemalloc
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.sandbox import protocol, wire
from autograder.sandbox.wire import Payload, WireError, pack, unpack
from autograder.values import GivenFunction, Opaque

NUMBERS = "?bhilqBHILQefdgFDG"


class Colour(enum.IntEnum):
    RED = 1


class MyList(list):
    pass


class MyStr(str):
    pass


class MyFloat(float):
    pass


class MyBytes(bytes):
    pass


class MyArray(np.ndarray):
    pass


class Hostile:
    def __eq__(self, other: object) -> bool:
        raise SystemExit

    __hash__ = None

    @property
    def __class__(self) -> type:
        return int

    def __reduce__(self) -> str:
        raise SystemExit


def sent(value: object, names: dict[int, str] | None = None) -> Any:
    """Send a value as the worker does: through bytes, and no further than those."""
    buffers: list[bytes] = []
    tree = pack(value, buffers, names or {})
    data = protocol.encode(protocol.Returned(1, tree, []))
    payload = Payload(b"".join(buffers))
    reply = protocol.decode_from_worker(data)
    assert isinstance(reply, protocol.Returned)
    received = unpack(reply.value, payload)
    payload.finish()
    return received


def same(a: Any, b: Any) -> bool:
    """Whether two values are of the same types and the same bits."""
    if type(a) is not type(b):
        return False
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return same(list(a.items()), list(b.items()))
    if isinstance(a, np.ndarray | np.generic):
        return a.dtype == b.dtype and a.shape == b.shape and bits(a) == bits(b)
    if isinstance(a, float):
        return struct.pack("d", a) == struct.pack("d", b)
    if isinstance(a, complex):
        return same([a.real, a.imag], [b.real, b.imag])
    return bool(a == b)


def bits(a: Any) -> object:
    # the long kinds have bytes that mean nothing
    return str(a.tolist()) if a.dtype.char in "gG" else a.tobytes()


scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=-(2**2000), max_value=2**2000)
    | st.floats(allow_nan=True)
    | st.complex_numbers()
    | st.text()
    | st.binary()
)
arrays = st.sampled_from("?bhilBHILefdgFDG").flatmap(
    lambda code: hnp.arrays(
        np.dtype(code), hnp.array_shapes(min_dims=0, min_side=0, max_side=4)
    )
)
numpy_scalars = arrays.filter(lambda a: a.size > 0).map(lambda a: a.reshape(-1)[0])
keys = st.text() | st.integers() | st.booleans() | st.tuples(st.integers(), st.text())
values = st.recursive(
    scalars | arrays | numpy_scalars,
    lambda inner: (
        st.lists(inner)
        | st.lists(inner).map(tuple)
        | st.dictionaries(keys, inner, max_size=5)
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(values)
def test_what_arrives_is_what_was_sent(value):
    assert same(sent(value), value)


@pytest.mark.parametrize(
    "value",
    [
        True,
        2**63,
        -(2**63) - 1,
        2**63 - 1,
        -(2**63),
        16**wire.MAX_INT_DIGITS - 1,
        -0.0,
        math.inf,
        struct.unpack("d", b"\x01\x02\x03\x04\x05\x06\xf8\x7f")[0],  # a nan's payload
        complex(-0.0, math.nan),
        "가나다",
        "",
        b"\x00\xff",
        np.ones((1,) * wire.MAX_NDIM),
        (),
        [],
        {},
        {(1, "a"): [()]},
        {1: "int", "1": "str"},
        Opaque("Axes"),
        GivenFunction("relu"),
    ],
    ids=repr,
)
def test_plain_values_keep_type_and_bits(value):
    assert same(sent(value), value)


@pytest.mark.parametrize("code", NUMBERS)
def test_numpy_values_keep_their_type(code):
    scalar = np.ones(1, code)[0]
    assert sent(scalar).dtype == scalar.dtype
    assert type(sent(scalar)) is np.dtype(scalar.dtype.str).type
    assert sent(np.ones(3, code)).dtype == np.dtype(code)


@pytest.mark.parametrize("kind", [np.float64, np.int64, np.int32, np.uint64, np.bool_])
def test_the_usual_scalars_keep_their_very_type(kind):
    assert type(sent(kind(1))) is kind
    assert type(sent(np.ones(2, kind))[0]) is kind


def read_only() -> np.ndarray:
    array = np.arange(3.0)
    array.flags.writeable = False
    return array


@pytest.mark.parametrize(
    "array",
    [
        np.arange(6.0).reshape(2, 3),
        np.arange(6.0).reshape(2, 3).T,
        np.arange(20)[::-3],
        np.asfortranarray(np.arange(6.0).reshape(2, 3)),
        np.broadcast_to(np.float64(3), (2, 4)),  # zero strides
        np.array(2.5),
        np.zeros((0, 5)),
        np.zeros((2, 0, 3), np.int8),
        read_only(),
        np.arange(3, dtype=">i4"),
        np.arange(3, dtype=">f8"),
        np.arange(3.0).view(MyArray),
        np.ma.masked_array([1.0, 2.0], [True, False]),
    ],
    ids=lambda a: f"{type(a).__name__}{a.shape}{a.dtype.str}{a.strides}",
)
def test_arrays_arrive_owned_and_writable(array):
    received = sent(array)
    assert type(received) is np.ndarray
    assert received.dtype == array.dtype.newbyteorder("=")
    assert received.dtype.isnative
    assert np.array_equal(received, np.asarray(array))
    assert received.shape == array.shape
    assert received.flags.owndata
    assert received.flags.writeable
    assert received.flags.aligned
    assert received.flags.c_contiguous


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Colour.RED, 1),
        (MyFloat(2.5), 2.5),
        (MyStr("a"), "a"),
        (MyBytes(b"a"), b"a"),
        (MyList([1]), [1]),
        (collections.OrderedDict(a=1), {"a": 1}),
        (collections.defaultdict(int, a=1), {"a": 1}),
        (collections.namedtuple("P", "x")(1), (1,)),
    ],
    ids=lambda v: type(v).__name__,
)
def test_a_subclass_arrives_as_its_base(value, expected):
    assert same(sent(value), expected)


@pytest.mark.parametrize(
    ("value", "type_name"),
    [
        (object(), "object"),
        ({1, 2}, "set"),
        (len, "builtin_function_or_method"),
        (np, "module"),
        (iter([]), "list_iterator"),
        (bytearray(b"a"), "bytearray"),
        (type("X" * 500, (), {})(), "X" * 200),
        (np.array([None]), "ndarray of dtype object"),
        (np.array(["a"]), "ndarray of dtype <U1"),
        (np.array([b"a"]), "ndarray of dtype |S1"),
        (np.zeros(1, [("a", "i4")]), "ndarray of dtype [('a', '<i4')]"),
        (np.zeros(1, "M8[D]"), "ndarray of dtype datetime64[D]"),
        (np.str_("a"), "str_"),
        (np.datetime64("2024-01-01"), "datetime64"),
        ("\ud800", "str with characters that are not Unicode text"),
        (16**wire.MAX_INT_DIGITS, "int of 4097 bits"),
        (
            np.broadcast_to(np.float64(1), (2**27,)),
            "ndarray of 1073741824 bytes",
        ),
        (np.ones((1,) * 33), "ndarray of 33 dimensions"),
        (np.ones((1,) * 64), "ndarray of 64 dimensions"),
    ],
    ids=lambda v: str(v)[:30] if isinstance(v, str) else type(v).__name__,
)
def test_what_is_not_plain_data_crosses_as_the_name_of_its_type(value, type_name):
    assert sent(value) == Opaque(type_name)


def test_a_dict_of_opaque_values_keeps_its_other_entries():
    assert sent({"a": {1}, "b": 2, "\ud800": 3}) == {
        "a": Opaque("set"),
        "b": 2,
        Opaque("str with characters that are not Unicode text"): 3,
    }


def test_a_given_function_crosses_by_name():
    def relu(Z):
        return Z

    assert sent([relu, 1], {id(relu): "relu"}) == [GivenFunction("relu"), 1]
    assert sent(relu) == Opaque("function")


def test_a_class_that_lies_about_itself_does_no_harm():
    buffers: list[bytes] = []
    with pytest.raises(TypeError):  # in the worker: the call has raised
        pack(Hostile(), buffers, {})
    assert not buffers


def nested(depth: int, kind: type = list) -> Any:
    value: Any = "x"
    for _ in range(depth):
        value = kind([value])
    return value


def test_nesting_is_kept_up_to_the_limit():
    deep = nested(wire.MAX_DEPTH)
    assert sent(deep) == deep
    deeper = sent(nested(wire.MAX_DEPTH + 1, tuple))
    for _ in range(wire.MAX_DEPTH + 1):
        (deeper,) = deeper
    assert deeper == Opaque("str (nested too deeply)")


def test_a_list_that_holds_itself_ends():
    loop: list[Any] = []
    loop.append(loop)
    value = sent(loop)
    while isinstance(value, list):
        (value,) = value
    assert value == Opaque("list (nested too deeply)")


def test_every_integer_that_arrives_can_be_printed():
    assert len(str(sent(16**wire.MAX_INT_DIGITS - 1))) > 1000


trees = st.recursive(
    scalars.filter(lambda v: not isinstance(v, complex))
    | st.sampled_from(["t", "l", "d", "a", "s", "i", "c", "g", "o", "f8", "b1", "0x10"])
    | st.integers(0, 5),
    lambda inner: (
        st.lists(inner)
        | st.builds(
            lambda tag, rest: [tag, *rest],
            st.sampled_from([*wire._UNPACKERS]),
            st.lists(inner | st.sampled_from([*wire.DTYPES])),
        )
        | st.dictionaries(st.text(), inner, max_size=2)
    ),
    max_leaves=20,
)


def unpack_all(tree: Any, data: bytes) -> None:
    payload = Payload(data)
    unpack(tree, payload)
    payload.finish()


@settings(max_examples=150, deadline=None)
@given(trees, st.binary(max_size=64))
@example(["a", "f8", 0, 2**63], b"")
@example(["a", "f8", 2**64, 2**64], b"")
@example(["d", ["l"], 1], b"")
def test_unpacking_is_total(tree, data):
    with contextlib.suppress(WireError):
        unpack_all(tree, data)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_decoding_is_total(data):
    for head in (b"", b"\x94\xa8Returned\x01", b"\x94\xa8Returned\x01\x92"):
        with contextlib.suppress(
            msgspec.MsgspecError, RecursionError, UnicodeDecodeError, WireError
        ):
            message = protocol.decode_from_worker(head + data)
            assert isinstance(message, protocol.FromWorker)
            if isinstance(message, protocol.Returned):
                unpack(message.value, Payload(b"\0" * 16))


@pytest.mark.parametrize(
    ("tree", "data", "message"),
    [
        ({}, b"", "a dict in a tree"),
        ((1,), b"", "a tuple in a tree"),
        ([], b"", "a list without a tag, or nested too deeply"),
        ([1], b"", "a list without a tag, or nested too deeply"),
        ([["l"]], b"", "a list without a tag, or nested too deeply"),
        (["xyz"], b"", "unknown tag 'xyz'"),
        (["x" * 99], b"", "unknown tag 'xxxxxxxxxx'"),
        (["d", 1], b"", "a key without a value"),
        (["d", ["l"], 1], b"", "a key that cannot be hashed"),
        (["d", ["a", "b1", 0], 1], b"", "a key that cannot be hashed"),
        (["a"], b"", "unknown dtype"),
        (["a", "O"], b"", "unknown dtype"),
        (["a", 7], b"", "unknown dtype"),
        (["a", ["l"]], b"", "unknown dtype"),
        (["a", "f8", -1], b"", "not a shape"),
        (["a", "f8", True], b"\0" * 8, "not a shape"),
        (["a", "f8", 1.0], b"\0" * 8, "not a shape"),
        (["a", "f8", "1"], b"\0" * 8, "not a shape"),
        (["a", "f8", *[1] * 33], b"\0" * 8, "not a shape"),
        (["a", "f8", 2], b"\0" * 15, "the payload is shorter than its shapes"),
        (["a", "f8", 2**61], b"\0" * 8, "the payload is shorter than its shapes"),
        (["a", "f8", 2**32, 2**32], b"", "the payload is shorter than its shapes"),
        (["a", "f8", 1], b"\0" * 9, "the payload is longer than its shapes"),
        (["a", "b1", 2], b"\x01\xff", "a bool is neither 0 nor 1"),
        (["s", "b1"], b"\x02", "a bool is neither 0 nor 1"),
        (["s"], b"", "tag 's' with the wrong contents"),
        (["s", "f8", 1], b"\0" * 8, "tag 's' with the wrong contents"),
        (["s", "O"], b"", "unknown dtype"),
        (["i", 5], b"", "tag 'i' with the wrong contents"),
        (["i", "xyz"], b"", "not an integer"),
        (["i", ""], b"", "not an integer"),
        (["i", "0x" + "f" * 1026], b"", "an integer of too many digits"),
        (["c", 1.0], b"", "tag 'c' with the wrong contents"),
        (["c", 1, 1.0], b"", "tag 'c' with the wrong contents"),
        (["g", 1], b"", "tag 'g' with the wrong contents"),
        (["o"], b"", "tag 'o' with the wrong contents"),
        (msgspec.msgpack.Ext(5, b""), b"", "a Ext in a tree"),
    ],
)
def test_a_wrong_tree_is_refused(tree, data, message):
    with pytest.raises(WireError) as refused:
        unpack_all(tree, data)
    assert str(refused.value) == message


@pytest.mark.parametrize("shape", [(0, 2**63), (2**64 - 1, 0), (0, 2**40, 2**40)])
def test_a_shape_that_overflows_is_refused(shape):
    with pytest.raises(WireError, match=r"^shape \("):
        unpack(["a", "f8", *shape], Payload(b""))


@pytest.mark.parametrize("tag", ["l", "t", "d"])
def test_a_tree_may_not_be_deeper_than_what_pack_writes(tag):
    tree: Any = 1
    for _ in range(wire.MAX_DEPTH + 3):
        tree = [tag, tree] if tag != "d" else [tag, 1, tree]
    with pytest.raises(WireError):
        unpack(tree, Payload(b""))


@pytest.mark.parametrize("opening", [b"\x91", b"\x81", b"\x92\xa1l"])
def test_deep_nesting_is_found_out_while_decoding(opening):
    data = b"\x94\xa8Returned\x01" + opening * 60_000 + b"\xc0\x90"
    with pytest.raises((RecursionError, msgspec.DecodeError)):
        protocol.decode_from_worker(data)


@pytest.mark.parametrize(
    "tree", [["a", "f8", 0], ["l"], ["s", "b1"], ["o", ""]], ids=str
)
def test_the_largest_structure_costs_little_memory(tree):
    entry = msgspec.msgpack.encode(tree)
    count = (wire.MAX_STRUCTURE - 30) // len(entry)
    structure = protocol.encode(protocol.Returned(1, ["l", *[tree] * count], []))
    assert len(structure) <= wire.MAX_STRUCTURE
    tracemalloc.start()
    try:
        message = protocol.decode_from_worker(structure)
        assert isinstance(message, protocol.Returned)
        value = unpack(message.value, Payload(bytes(count)))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(value) == count
    assert peak < 64 << 20
