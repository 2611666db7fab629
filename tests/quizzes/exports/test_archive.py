from __future__ import annotations

from autograder.quizzes.exports.archive import notes_on, unsaid


def test_a_note_names_all_its_items(pools):
    notes = notes_on(pools, lambda pool: iter(["a note"]))
    assert f"a note: {', '.join(pool.item.id for pool in pools)}" in notes


def test_only_options_are_spoken_of(pools):
    silent = {pool.item.id for pool in pools if list(unsaid(pool))}
    assert silent == {
        "third",
        "wrong-line",
        "w-shape",
        "small-array",
        "word",
        "gaps",
    }
