from __future__ import annotations

import pytest

from autograder.quizzes.exports.credit import PARTS, part_text, parts_of


@pytest.mark.parametrize("count", range(1, 21))
def test_parts_are_known_to_moodle_and_make_a_whole(count):
    parts = parts_of(count)
    assert len(parts) == count
    assert set(parts) <= set(PARTS)
    assert sum(parts) == pytest.approx(100, abs=0.001)


@pytest.mark.parametrize("count", [*range(1, 11), 20])
def test_parts_are_alike_where_moodle_knows_them(count):
    assert len(set(parts_of(count))) == 1


def test_parts_are_written_as_moodle_compares_them():
    texts = ["100", "33.33333", "-12.5", "0"]
    assert [part_text(part) for part in (100, 33.33333, -12.5, 0)] == texts
