"""A short run of what ``make fuzz`` runs for longer: the corpus, and its mutations."""

from __future__ import annotations

import itertools
from random import Random

import msgspec
import pytest

from autograder.sandbox.wire import HEADER, MAX_STRUCTURE
from tests.fuzz.measure import check
from tests.fuzz.mutations import CORPUS, corpus_of, mutations
from tests.fuzz.targets import TARGETS

INPUTS = 250
ROOM = MAX_STRUCTURE - 64
"""Bytes of a tree in the largest frame."""
COLLIDING = [["i", hex(n * (2**61 - 1))] for n in range(1, ROOM // 28)]
"""Integers of one hash."""
WORST = {
    "nothing": ["l", *[None] * ROOM],
    "empty lists": ["l", *[["l"]] * (ROOM // 3)],
    "empty dicts": ["l", *[["d"]] * (ROOM // 3)],
    "empty arrays": ["l", *[["a", "f8", 0]] * (ROOM // 7)],
    "opaque values": ["l", *[["o", ""]] * (ROOM // 5)],
    "keys of one hash": ["d", *(part for key in COLLIDING for part in (key, None))],
    "a huge shape": ["a", "f8", 0, 2**63, 2**63],
}


def test_every_target_has_a_corpus():
    assert sorted(path.name for path in CORPUS.iterdir()) == sorted(TARGETS)


@pytest.mark.parametrize("name", TARGETS)
def test_the_corpus(name):
    for data in corpus_of(name):
        check(TARGETS[name], data)


@pytest.mark.parametrize("name", TARGETS)
def test_mutations(name):
    for data in itertools.islice(mutations(name, Random(name)), INPUTS):
        check(TARGETS[name], data)


@pytest.mark.parametrize("tree", WORST.values(), ids=WORST)
def test_the_dearest_frames(tree):
    structure = msgspec.msgpack.encode(["Returned", 1, tree, []])
    assert len(structure) <= MAX_STRUCTURE
    check(TARGETS["reply"], HEADER.pack(len(structure), 0) + structure)
