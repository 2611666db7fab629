from __future__ import annotations

import msgspec
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.sandbox import protocol, wire
from autograder.sandbox.question import Question, packed
from autograder.values import GivenFunction

A = np.arange(6.0).reshape(2, 3)


def test_arguments_travel_as_the_wire_wants_them():
    args = [A, "relu", GivenFunction("relu"), {"W1": A + 1}]
    sent = packed(args)
    payload = wire.Payload(sent.payload)
    trees = protocol.decode_trees(sent.trees)
    values = [wire.unpack(tree, payload) for tree in trees]
    payload.finish()
    assert msgspec.msgpack.decode(sent.trees) == trees
    np.testing.assert_array_equal(values[0], A)
    assert values[1:3] == args[1:3]
    np.testing.assert_array_equal(values[3]["W1"], A + 1)


def test_arguments_are_packed_once():
    question = Question("f", [A])
    assert question.packed is question.packed


def test_the_same_question_is_the_same_whichever_objects_it_holds():
    question = Question("f", [A, 3], seed=1)
    assert question.is_same_as(question)
    assert question.is_same_as(Question("f", [A.copy(), 3], seed=1))
    for other in (
        Question("g", [A, 3], seed=1),
        Question("f", [A, 3], seed=2),
        Question("f", [A, 3.0], seed=1),
        Question("f", [A.T, 3], seed=1),
        Question("f", [A.astype(np.float32), 3], seed=1),
    ):
        assert not question.is_same_as(other)


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.floats(-1, 1) | st.text("ab"),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.tuples(inner)
        | st.dictionaries(st.text("ab"), inner, max_size=2)
    ),
    max_leaves=4,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PLAIN, max_size=2), st.lists(PLAIN, max_size=2))
def test_fingerprints_are_equal_for_equal_arguments_only(one, other):
    same = packed(one).fingerprint == packed(other).fingerprint
    assert same == (repr(one) == repr(other))
