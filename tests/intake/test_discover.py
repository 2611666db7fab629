from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from autograder.errors import SubmissionError
from autograder.intake.discover import discover
from autograder.model import Cell

FORMS = (
    "expected a .py or .ipynb file, a folder with one such file per student, a folder "
    "with a folder per student (deep_network.py or deep_network.ipynb in each), "
    "submitted/<student>/week5_deep_network/, what Canvas, Moodle or Gradescope "
    "exports, or a zip of any of these"
)
M = "deep_network.py"
N = "deep_network.ipynb"
SLUG = "week5_deep_network"


def files_of(found):
    return {student: submission.file for student, submission in found.items()}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["kim.py", "lee.ipynb"], {"kim": "kim.py", "lee": "lee.ipynb"}),
        (["kim.py", "given.py", "test_x.py", "a.csv"], {"kim": "kim.py"}),
        (["kim.ko.ipynb"], {"kim": "kim.ko.ipynb"}),
        (
            [f"s01/{M}", f"s02/{N}", "s03/deep_network.ko.ipynb", "s04/mine.py"],
            {
                "s01": f"s01/{M}",
                "s02": f"s02/{N}",
                "s03": "s03/deep_network.ko.ipynb",
                "s04": "s04/mine.py",
            },
        ),
        ([f"s01/{M}", "given.py", "README.md"], {"s01": f"s01/{M}"}),
        ([M, "helper.py"], {"class": f"class/{M}"}),
        ([f"{SLUG}.ipynb", "helper.py"], {"class": f"class/{SLUG}.ipynb"}),
        (
            [f"s01/inside/{M}", f"s02/{M}"],
            {"s01": f"s01/inside/{M}", "s02": f"s02/{M}"},
        ),
        # nbgrader: the course, `submitted`, students without this assignment
        (
            [
                "nbgrader_config.py",
                f"submitted/s01/{SLUG}/{N}",
                "submitted/s02/week4/x.py",
                f"submitted/s03/{SLUG}/notes.txt",
                f"submitted/s04/{N}",
                f"source/{SLUG}/{N}",
            ],
            {"s01": f"s01/{SLUG}/{N}", "s03": f"s03/{SLUG}", "s04": f"s04/{N}"},
        ),
        (
            [f"s01/{SLUG}/{N}", "s02/week4/", "s02/week3/"],
            {"s01": f"s01/{SLUG}/{N}"},
        ),
        ([f"{SLUG}/{N}", f"{SLUG}/timestamp.txt"], {"class": f"class/{SLUG}/{N}"}),
        # wrapped
        (["all/kim.py", "all/lee.py"], {"kim": "kim.py", "lee": "lee.py"}),
        ([f"{SLUG}/kim.py", f"{SLUG}/lee.py"], {"kim": "kim.py", "lee": "lee.py"}),
        ([f"all/s01/{M}", f"all/s02/{M}"], {"s01": f"s01/{M}", "s02": f"s02/{M}"}),
        (["a/b/c/d/e/kim.py", "a/b/c/d/e/lee.py"], {"e": "e"}),
        # hidden and made by machines
        (
            [
                f"s01/{M}",
                f"s01/._{M}",
                f"s01/.ipynb_checkpoints/{N}",
                f"__MACOSX/s01/{M}",
                ".DS_Store",
            ],
            {"s01": f"s01/{M}"},
        ),
    ],
)
def test_forms_of_handing_in(find, tree, zipped, tmp_path, files, expected):
    assert files_of(find(tree(files))) == expected
    (tmp_path / "class.zip").write_bytes(zipped(files))
    in_zip = files_of(find(tmp_path / "class.zip"))
    assert in_zip == {
        student: file.replace("class/", "class.zip/")
        for student, file in expected.items()
    }


@pytest.mark.parametrize(
    ("path", "student", "shown"),
    [
        ("kim.py", "kim", "kim.py"),
        (f"s01/{M}", "s01", f"s01/{M}"),
        (f"s01/{SLUG}/{N}", "s01", f"{SLUG}/{N}"),
        (f"s01/{SLUG}.ko.ipynb", "s01", f"s01/{SLUG}.ko.ipynb"),
    ],
)
def test_one_file(find, tree, path, student, shown):
    assert files_of(find(tree([path]) / path)) == {student: shown}


def test_a_students_folder_in_nbgraders_form(find, tree):
    root = tree([f"submitted/s01/{SLUG}/{N}", f"submitted/s02/{SLUG}/{N}"])
    one = {"s01": f"s01/{SLUG}/{N}"}
    assert files_of(find(root / "submitted/s01")) == one
    assert files_of(find(root / "submitted/s01" / SLUG)) == {"s01": f"{SLUG}/{N}"}
    assert set(find(root / "submitted")) == {"s01", "s02"}


@pytest.mark.parametrize("path", [".", "../s01", M])
def test_a_relative_path(find, tree, monkeypatch, path):
    monkeypatch.chdir(tree([f"s01/{M}"]) / "s01")
    assert files_of(find(Path(path))) == {"s01": f"s01/{M}"}


def test_several_paths_with_one_submission_each_are_named_after_the_path(find, tree):
    root = tree(
        {
            "kim.zip": ["hw/mine.py"],
            "lee.zip": ["hw/mine.ipynb"],
            "s01/mine.py": b"a = 1",
            "s02/notes.txt": b"no",
            "s03.zip": b"broken",
            "bob.py": b"a = 1",
        }
    )
    found = find(*root.iterdir())
    assert files_of(found) == {
        "bob": "bob.py",
        "kim": "hw/mine.py",
        "lee": "hw/mine.ipynb",
        "s01": "s01/mine.py",
        "s02": "s02",
        "s03": "s03.zip",
    }


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ([], "{root}: no submission found: " + FORMS),
        (["s01/", "s02/"], "{root}: no submission found: " + FORMS),
        (["submitted/s01/week4/x.py"], "{root}: no submission found: " + FORMS),
        (["a/b/c/kim.txt"], "{root}: no submission found: " + FORMS),
        # a course where nobody handed in: its own solution is no submission
        (
            ["course.yaml", f"solutions/{SLUG}/{M}", f"assignments/{SLUG}/{M}"],
            "{root}: no submission found: " + FORMS,
        ),
        (
            ["kim.py", f"s01/{M}"],
            "{root}: two forms are mixed: expected files only or a folder per student, "
            "got kim.py beside s01/; name the files or folders that are meant",
        ),
        (
            [M, f"s01/{M}"],
            "{root}: two forms are mixed: expected files only or a folder per student, "
            "got deep_network of one student beside s01/; name the files or folders "
            "that are meant",
        ),
    ],
)
def test_no_submission_or_a_mixture_is_an_error_of_the_call(
    assignment, tree, files, expected
):
    root = tree(files)
    with pytest.raises(SubmissionError) as caught:
        discover([root], assignment)
    assert str(caught.value) == expected.format(root=root)


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("none", "does not exist: " + FORMS),
        ("none.py", "does not exist: " + FORMS),
        ("notes.txt", "not a submission: " + FORMS),
        ("loop", "cannot be read: [Errno 40] Too many levels of symbolic links: "),
        ("nul\0", "cannot be read: embedded null byte"),
        (
            "broken.zip",
            "cannot be read: The archive `broken.zip` is broken or not a zip. Make it "
            "again, or hand in the file itself.",
        ),
    ],
)
def test_a_path_that_cannot_be_used_is_an_error_of_the_call(
    assignment, tree, name, what
):
    root = tree({"notes.txt": b"x", "broken.zip": b"PK"})
    (root / "loop").symlink_to("loop")
    with pytest.raises(SubmissionError) as caught:
        discover([root / name], assignment)
    assert str(caught.value).startswith(f"{root / name}: {what}")


def test_a_path_without_permission_is_an_error_of_the_call(
    assignment, tree, monkeypatch
):
    root = tree(["kim.py"])
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(SubmissionError) as caught:
        discover([root], assignment)
    assert str(caught.value) == f"{root}: cannot be read: expected read permission"


def test_the_same_path_twice_is_one(find, tree):
    root = tree(["kim.py"])
    (submission,) = find(root, root / ".", root / "x" / "..").values()
    assert submission.student == "kim"


def test_nothing_named_is_nothing_found(assignment):
    assert discover([], assignment) == []


def test_a_link_to_a_folder_may_be_named(find, tree, tmp_path):
    (tmp_path / "link").symlink_to(tree([f"s01/{M}"]))
    assert files_of(find(tmp_path / "link")) == {"s01": f"s01/{M}"}


def test_order_does_not_depend_on_the_order_of_paths(find, tree):
    root = tree(["b.py", "a.py", "c.py"])
    one, other = (
        find(*(root / f"{name}.py" for name in order)) for order in ("abc", "cba")
    )
    assert one == other


def test_what_a_submission_holds(find, tree):
    files = {
        f"s01/{M}": b"import helper\r\n# %%\nx = 1\n",
        "s01/helper.py": b"y = 2\n",
        "s01/given.py": b"z = 3\n",
        "s01/not a name.py": b"z = 4\n",
        "s01/data.csv": b"1",
    }
    (submission,) = find(tree(files)).values()
    assert submission.cells == (Cell(M, "import helper\n# %%\nx = 1\n"),)
    assert submission.modules == {"helper": "y = 2\n"}
    assert submission.problem is None
    assert submission.notes == ()
    expected = hashlib.sha256(files[f"s01/{M}"] + b"\0helper.py\x006\0y = 2\n")
    assert submission.sha256 == expected.hexdigest()


def test_sha256_of_a_file_alone_is_that_of_its_bytes(find, tree):
    (submission,) = find(tree({"kim.py": b"a = 1\n"})).values()
    assert submission.sha256 == hashlib.sha256(b"a = 1\n").hexdigest()


def test_where_some_hand_in_a_file_others_may_hand_in_a_zip(find, tree):
    files = {"kim.py": b"x = 1", "lee.zip": ["hw/a.py"], "park.zip": ["hw.pdf"]}
    found = find(tree(files))
    assert files_of(found) == {
        "kim": "kim.py",
        "lee": "lee.zip/hw/a.py",
        "park": "park.zip",
    }
    assert found["park"].problem is not None


def test_a_zip_or_closed_folder_beside_a_students_own_file_is_let_be(find, tree):
    root = tree({M: b"x = 1", "old.zip": [M]})
    (root / "data").symlink_to("/")
    assert files_of(find(root)) == {"class": f"class/{M}"}


def test_closed_folders_in_nbgraders_form_are_told(find, tree):
    root = tree([f"s01/{SLUG}/{N}"])
    (root / "s02").symlink_to("/")
    found = find(root)
    assert found["s01"].problem is None
    assert found["s02"].problem is not None


def test_a_folder_that_holds_only_a_closed_one(find, tree):
    root = tree(["a.txt"])
    (root / "s02").symlink_to("/")
    assert find(root)["s02"].problem is not None


def test_texts_stay_in_memory_where_there_is_no_disk_to_put_them(
    find, tree, monkeypatch
):
    def nowhere():
        raise FileNotFoundError(2, "No usable temporary directory found")

    root = tree(["kim.py", "lee.py"])
    before = {name: tuple(one.cells) for name, one in find(root).items()}
    monkeypatch.setattr("tempfile.TemporaryFile", nowhere)
    found = find(root)
    assert {name: one.cells for name, one in found.items()} == before
