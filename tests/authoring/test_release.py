import ast
import json

import nbformat
import pytest

from autograder.authoring.release import check_release, release
from autograder.course.assignment import read_assignment
from autograder.course.examples import RecordedExample, load_examples
from autograder.errors import AuthoringError
from autograder.messages import Text

FILES = [
    "README.ko.md",
    "README.md",
    "examples.json",
    "given.py",
    "net.ipynb",
    "net.ko.ipynb",
    "net.py",
]


def record(assignment):
    title = Text("one layer", "한 층")
    parameters = {"expected": {"Z": [0.1 + 0.2]}}
    return [
        RecordedExample(
            "test_a", "forward", title, {"A": 1, "b": 2.5}, "matches", parameters
        )
    ]


@pytest.fixture
def released(make, tmp_path):
    """An assignment and the folder that it was released into."""
    assignment = make()
    target = tmp_path / "assignments" / "week5"
    release(assignment, target, record)
    return assignment, target


def test_what_students_get(released):
    assignment, target = released
    assert sorted(path.name for path in target.iterdir()) == FILES
    given = (assignment.folder / "given.py").read_text()
    assert (target / "given.py").read_text() == given
    for name in ("net.ipynb", "net.ko.ipynb"):
        nbformat.validate(nbformat.read(target / name, as_version=4))
    (example,) = load_examples(target / "examples.json").examples
    assert example.args == {"A": 1, "b": 2.5}


def test_the_stub_is_a_script_in_english(released):
    _, target = released
    text = (target / "net.py").read_text(encoding="utf-8")
    assert text.startswith("# %% [markdown]\n# # A tiny network\n")
    assert "신경망" not in text
    assert "SOLUTION" not in text
    assert [n.name for n in ast.parse(text).body if isinstance(n, ast.FunctionDef)] == [
        "forward",
        "cost",
    ]


def test_a_release_is_the_same_each_time(released, tmp_path):
    assignment, target = released
    again = tmp_path / "again"
    paths = release(assignment, again, record)
    assert sorted(path.name for path in paths) == FILES
    for path in paths:
        assert path.read_bytes() == (target / path.name).read_bytes()


def test_only_the_languages_of_the_course_are_released(make, tmp_path):
    assignment = make()
    (tmp_path / "course.yaml").write_text("title: {en: a, ko: b}\nlanguages: [en]\n")
    (assignment.folder / "given.py").unlink()
    paths = release(assignment, tmp_path / "out", lambda _: [])
    assert sorted(path.name for path in paths) == [
        "README.md",
        "examples.json",
        "net.ipynb",
        "net.py",
    ]


def test_a_release_in_step_has_no_differences(released):
    assignment, target = released
    (target / "__pycache__").mkdir()
    (target / ".ipynb_checkpoints").mkdir()
    assert check_release(assignment, target, record) == []


def test_differences_are_named(released):
    assignment, target = released
    (target / "README.md").unlink()
    (target / "net.py").write_text("edited by hand\n")
    (target / "old.py").write_text("")
    assert check_release(assignment, target, record) == [
        "assignments/week5/README.md: expected a file, got nothing",
        "assignments/week5/net.py: expected what the solution says, got another text",
        "assignments/week5/old.py: expected no such file; delete it",
    ]


def test_nothing_was_released_yet(make, tmp_path):
    differences = check_release(make(), tmp_path / "assignments" / "week5", record)
    assert len(differences) == len(FILES)


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("0.30000000000000004", "0.3000000000000001", True),
        ("0.30000000000000004", "0.3001", False),
        ("0.30000000000000004", "3", False),
        ("0.30000000000000004]", "0.30000000000000004, 1.0]", False),
        ('"test_a"', '"test_b"', False),
        ('"expected"', '"alternatives"', False),
        ("{", "", False),
    ],
)
def test_examples_may_differ_in_the_last_digits(released, old, new, same):
    assignment, target = released
    path = target / "examples.json"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    said = "expected what the solution says, got another text"
    expected = [] if same else [f"assignments/week5/examples.json: {said}"]
    assert check_release(assignment, target, record) == expected


def test_a_release_that_gives_a_solution_away_is_refused(make, tmp_path):
    given = "def linear(A, W, b):\n    Z = np.dot(W, A) + b\n    return Z\n"
    with pytest.raises(AuthoringError) as caught:
        release(make(given_py=given), tmp_path / "out", record)
    assert caught.value.problems == (
        "assignments/week5/given.py: expected nothing of a solution, "
        "got 'Z = np.dot(W, A) + b' (solutions/week5/net.py:18)",
    )
    assert not (tmp_path / "out").exists()


def test_examples_count_too(make, tmp_path):
    def telling(assignment):
        title = Text("Z = np.dot(W, A) + b", "한 층")
        return [RecordedExample("test_a", "forward", title, {}, "matches", {})]

    with pytest.raises(AuthoringError, match=r"^assignments/week5/examples\.json: "):
        release(make(), tmp_path / "out", telling)


def test_notebooks_and_script_hold_the_same_code(released):
    _, target = released
    cells = json.loads((target / "net.ipynb").read_text(encoding="utf-8"))["cells"]
    script = (target / "net.py").read_text(encoding="utf-8")
    for cell in cells:
        if cell["id"].endswith("-solution"):
            assert "".join(cell["source"]) in script


PRESENCE = """\
title: {en: A summary, ko: 요약}
graded: presence
points: 10
week: 3
due: '2026-11-30T23:59:00+09:00'
prose: {en: 'Summarise it on *one* page.', ko: '한 쪽으로 요약하세요.'}
files: [slides.txt]
"""
SUMMARY = """\
# A summary

Week 3. 10 points.

Due 2026-11-30 23:59 (UTC+09:00).

Summarise it on *one* page.

## How to hand in

Hand in one file of any kind. It earns all points when it comes in on time; what is in \
it is not graded.
"""


@pytest.fixture
def summary(make, tmp_path):
    """An assignment that is graded by presence, beside one that is not."""
    make()
    folder = tmp_path / "solutions" / "week3_summary"
    folder.mkdir()
    (folder / "assignment.yaml").write_text(PRESENCE, encoding="utf-8")
    (folder / "slides.txt").write_text("slides", encoding="utf-8")
    return read_assignment(folder)


def test_presence_releases_what_to_do(summary, tmp_path):
    target = tmp_path / "assignments" / "week3_summary"
    paths = release(summary, target, record)
    assert [p.name for p in paths] == ["README.md", "README.ko.md", "slides.txt"]
    assert (target / "README.md").read_text(encoding="utf-8") == SUMMARY
    korean = (target / "README.ko.md").read_text(encoding="utf-8")
    assert korean.startswith("# 요약\n")
    assert "\n\n한 쪽으로 요약하세요.\n\n" in korean
    assert check_release(summary, target, record) == []


def test_presence_stands_in_the_way_of_no_other_release(summary, make, tmp_path):
    other = read_assignment(tmp_path / "solutions" / "week5")
    release(other, tmp_path / "out", record)


def test_presence_gives_no_solution_away(summary):
    leaking = "total = np.sum(np.abs(AL - Y), axis=1)"
    (summary.folder / "slides.txt").write_text(leaking, encoding="utf-8")
    with pytest.raises(AuthoringError, match=r"slides\.txt: expected nothing of a sol"):
        release(summary, summary.folder, record)


def test_what_may_be_left_out_of_presence(summary, tmp_path):
    text = "title: {en: a, ko: b}\ngraded: presence\npoints: 2.5\n"
    (summary.folder / "assignment.yaml").write_text(text, encoding="utf-8")
    release(read_assignment(summary.folder), tmp_path / "out", record)
    assert (tmp_path / "out" / "README.md").read_text(encoding="utf-8") == (
        "# a\n\n2.5 points.\n\n## How to hand in\n\nHand in one file of any "
        "kind. It earns all points when it comes in on time; what is in it is not "
        "graded.\n"
    )
