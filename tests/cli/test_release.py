from __future__ import annotations

import pytest


@pytest.fixture
def authoring(replace_module):
    """The calls of `release` and `check_release`, and what the latter finds."""
    calls = {"written": [], "checked": [], "differences": []}

    def release(assignment, target, record):
        calls["written"].append((assignment.slug, target, record))
        return [target / "README.md", target / "examples.json"]

    def check_release(assignment, target, record):
        calls["checked"].append((assignment.slug, target, record))
        return calls["differences"]

    replace_module(
        "autograder.authoring.release", release=release, check_release=check_release
    )
    replace_module("autograder.grading.examples", record_examples="record")
    return calls


def test_releases_every_assignment(run, course, authoring):
    result = run("release")
    assert result.exit_code == 0
    assert authoring["written"] == [
        (slug, course.root / "assignments" / slug, "record")
        for slug in ("week4", "week5")
    ]
    assert authoring["checked"] == []


def test_says_what_it_wrote(run, course, authoring):
    (course.root / "course.yaml").touch()
    assert run("release", "week5").stdout == (
        "wrote assignments/week5/README.md\nwrote assignments/week5/examples.json\n"
    )


def test_in_step(run, course, authoring):
    result = run("release", "--check")
    assert (result.exit_code, result.output) == (0, "")
    assert [slug for slug, *_ in authoring["checked"]] == ["week4", "week5"]
    assert authoring["written"] == []


def test_out_of_step_is_1(run, course, authoring):
    authoring["differences"] = ["a: expected a file, got nothing"]
    result = run("release", "week5", "--check")
    assert (result.exit_code, result.stderr) == (1, "a: expected a file, got nothing\n")
