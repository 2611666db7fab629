from __future__ import annotations

from types import SimpleNamespace

import pytest

from autograder.grading.journal import FILE, Journal


@pytest.fixture
def told(replace_module):
    """What the gradebook is told."""
    calls = SimpleNamespace(written=[], added=[])
    names = {
        "read_course": lambda root, url: (root, url),
        "add_students": lambda course, names: calls.added.append((course, names)) or 1,
    }
    replace_module("autograder.gradebook.nbgrader_db", **names)

    def write_gradebook(course, assignment, results, nbgrader):
        calls.written.append((assignment.slug, list(results), nbgrader))
        yield "gradebook: written"

    def known_as(roster):
        return [(student.id, student.name) for student in roster]

    replace_module(
        "autograder.gradebook.dropin",
        write_gradebook=write_gradebook,
        known_as=known_as,
    )
    return calls


def test_results_are_written_again(run, course, told, result, tmp_path):
    (tmp_path / "out").mkdir()
    Journal(tmp_path / "out" / FILE).append(result)
    done = run("gradebook", "sync", "out", "--gradebook", "sqlite:///x.db")
    assert (done.exit_code, done.stdout) == (0, "gradebook: written\n")
    assert told.written == [("week5", [result], (tmp_path, "sqlite:///x.db"))]


def test_a_folder_without_results(run, course, told):
    done = run("gradebook", "sync", "nowhere")
    assert done.exit_code == 2
    assert done.stderr == "nowhere/results.jsonl: expected results, got none\n"


def test_students_are_added(run, course, told, tmp_path):
    (tmp_path / "roster.csv").write_text(
        "id,name\nkim,김철수\nlee,\n", encoding="utf-8"
    )
    done = run("gradebook", "students", "roster.csv")
    assert (done.exit_code, done.stdout) == (0, "gradebook: 1 of 2 students added\n")
    assert told.added == [((tmp_path, None), [("kim", "김철수"), ("lee", "")])]
