from __future__ import annotations

import hashlib
import os

import pytest

from autograder.intake.discover import discover

CODE = b"def f():\n    return 1\n"
NOTEBOOK = b'{"cells": [{"cell_type": "code", "source": "x = 1"}]}'
M = "deep_network.py"
N = "deep_network.ipynb"
K = "deep_network.ko.ipynb"


def said(submission):
    return [note.render("en") for note in submission.notes]


@pytest.mark.parametrize(
    ("files", "graded", "notes"),
    [
        # each file is newer than the one before
        ([N, M], M, [f"`{N}` was ignored: `{M}` is newer."]),
        ([M, N], N, [f"`{M}` was ignored: `{N}` is newer."]),
        (
            [K, N, M],
            M,
            [
                f"`{N}` was ignored: `{M}` is newer.",
                f"`{K}` was ignored: `{M}` is newer.",
            ],
        ),
        ([M, "week5_deep_network.ipynb"], M, []),
        (["a.py", "week5_deep_network.ipynb"], "week5_deep_network.ipynb", []),
        ([M, "other.ipynb"], M, []),
        (["hw.ipynb", "hw.py"], "hw.py", ["`hw.ipynb` was ignored: `hw.py` is newer."]),
        (["hw.py", "given.py", "test_hw.py", "__init__.py"], "hw.py", []),
        (["DEEP_NETWORK.PY"], "DEEP_NETWORK.PY", []),
    ],
)
def test_which_file_is_graded(find, tree, files, graded, notes):
    root = tree([f"s01/{name}" for name in files])
    (root / "s02").mkdir()  # a folder more, so that it is a folder per student
    submission = find(root)["s01"]
    assert submission.file == f"s01/{graded}"
    assert said(submission) == notes
    assert submission.problem is None


def test_the_newer_of_two_files_of_one_stem_in_a_folder_of_files(find, tree):
    submission = find(tree(["kim.py", "kim.ipynb", "lee.py"]))["kim"]
    assert submission.file == "kim.ipynb"
    assert said(submission) == ["`kim.py` was ignored: `kim.ipynb` is newer."]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            ["notes.txt", "given.py"],
            "`s01` holds no homework: expected `deep_network.py` or "
            "`deep_network.ipynb`. Hand in the file that you filled in.",
        ),
        (
            ["a.py", "b.ipynb"],
            "It is unclear which of `a.py`, `b.ipynb` is the homework. Hand in one "
            "of them, as `deep_network.py` or `deep_network.ipynb`.",
        ),
        (
            [f"{c}.py" for c in "abcdef"],
            "It is unclear which of `a.py`, `b.py`, `c.py`, `d.py`, `e.py`, … is "
            "the homework. Hand in one of them, as `deep_network.py` or "
            "`deep_network.ipynb`.",
        ),
    ],
)
def test_no_file_or_too_many_is_that_students_problem(find, tree, files, expected):
    found = find(tree([f"s01/{name}" for name in files] + [f"s02/{M}"]))
    assert found["s01"].problem.render("en") == expected
    assert found["s01"].file == "s01"
    assert found["s02"].problem is None


def test_two_files_of_the_same_time_are_not_guessed_between(find, tree):
    root = tree([f"s01/{M}", f"s01/{N}", f"s02/{M}"])
    for name in (M, N):
        os.utime(root / "s01" / name, (5, 5))
    assert find(root)["s01"].problem.render("en") == (
        "It is unclear which of `deep_network.ipynb`, `deep_network.py` is meant: "
        "they were saved at the same time. Hand in only one of them."
    )


def test_the_ignored_twin_and_given_code_are_no_modules(find, tree):
    names = [M, N, "given.py", "__init__.py", "helper.py", "2nd.py"]
    submission = find(tree([f"s01/{name}" for name in names] + ["s02/"]))["s01"]
    assert list(submission.modules) == ["helper"]


def test_a_file_as_it_was_released_is_ignored_beside_one_with_work(tree, assignment):
    stub, work = (
        b"def f():\n    raise NotImplementedError\n",
        b"def f():\n    return 1\n",
    )
    root = tree({f"kim/{M}": work, f"kim/{N}": NOTEBOOK, f"lee/{M}": stub})
    released = {hashlib.sha256(data).hexdigest() for data in (stub, NOTEBOOK)}
    kim, lee = discover([root], assignment, released)
    assert kim.file.endswith(M)
    assert said(kim) == [f"`{N}` was ignored: it is as it was released."]
    assert lee.file.endswith(M)
    assert said(lee) == []


def test_two_files_as_they_were_released(tree, assignment):
    root = tree({f"kim/{M}": CODE, f"kim/{N}": NOTEBOOK})
    released = {hashlib.sha256(data).hexdigest() for data in (CODE, NOTEBOOK)}
    (kim,) = discover([root], assignment, released)
    assert said(kim) == [f"`{M}` was ignored: `{N}` is newer."]
