import pytest

from autograder.course.assignment import read_assignment
from autograder.course.equivalent import Entry, Listed, read_equivalent
from autograder.errors import AuthoringError

YAML = """\
title: {en: Tiny, ko: 작은}
module: net
functions:
  cost: {points: 9, returns: cost}
as_handed_in: {points: 1}
"""


@pytest.fixture
def read(tmp_path):
    """Return a function that reads a list of this text."""

    def read_text(text):
        folder = tmp_path / "week5"
        folder.mkdir()
        for name in ("net.py", "test_net.py"):
            (folder / name).touch()
        (folder / "assignment.yaml").write_text(YAML, encoding="utf-8")
        if text is not None:
            (folder / "equivalent.yaml").write_text(text, encoding="utf-8")
        try:
            return read_equivalent(read_assignment(folder), ["zeros", "ones"])
        except AuthoringError as error:
            return [line.rpartition("equivalent.yaml")[2] for line in error.problems]

    return read_text


@pytest.mark.parametrize("text", [None, "{}"])
def test_nothing_is_listed(read, text):
    assert read(text) == Listed()


def test_entries_know_their_lines(read):
    found = read(
        "equivalent:\n"
        "  - function: cost\n"
        "    diff: |\n"
        "      - a\n"
        "      + b\n"
        "    reason: equal\n"
        "nothing:\n"
        "  - {function: as_handed_in, kind: zeros, reason: they are right}\n"
    )
    (mutant,), (nothing,) = found.mutants, found.nothing
    assert mutant.where.endswith("week5/equivalent.yaml:2")
    assert mutant == Entry("cost", "- a\n+ b\n", mutant.where)
    assert nothing == Entry("as_handed_in", "zeros", mutant.where[:-1] + "8")


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (
            "equivalent: [{function: cots, diff: a, reason: b}]\n"
            "nothing: [{function: cots, kind: zero, reason: b}]\n",
            [
                ":1: equivalent.0.function: expected one of cost (nearest: cost), "
                "got 'cots'",
                ":2: nothing.0.function: expected one of cost, as_handed_in "
                "(nearest: cost), got 'cots'",
                ":2: nothing.0.kind: expected one of zeros, ones (nearest: zeros), "
                "got 'zero'",
            ],
        ),
        (
            "equivalent: [{function: cost, diff: a}]\n",
            [":1: equivalent.0.reason: expected a value, got nothing"],
        ),
        ("equivalent: 3\n", [":1: equivalent: expected a list, got 3"]),
    ],
)
def test_everything_wrong_is_told_together(read, text, problems):
    assert read(text) == problems
