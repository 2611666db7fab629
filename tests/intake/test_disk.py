from __future__ import annotations

import os
from pathlib import Path

import pytest

M = "deep_network.py"
LINK = (
    "`{}` is a link that leads out of its folder or to nothing. Hand in the file "
    "itself."
)
NO_FILE = "`{}` is a folder or a device; expected a file. Hand in the file itself."
UNREADABLE = "`{}` cannot be read. Check its permissions, or hand it in again."


def problem(submission):
    return submission.problem.render("en") if submission.problem else None


@pytest.mark.parametrize("target", ["../lee.py", "/etc/hostname", "kim.py", "nowhere"])
def test_a_link_out_of_the_folder_or_to_nothing_is_refused(find, tree, target):
    root = tree(["lee.py", "class/park.py"])
    (root / "class" / "kim.py").symlink_to(target)
    found = find(root / "class")
    assert problem(found["kim"]) == LINK.format("kim.py")
    assert problem(found["park"]) is None


def test_a_link_within_the_folder_is_followed(find, tree):
    root = tree(["s01/code/v2.txt", f"s02/{M}"])
    (root / "s01" / M).symlink_to("code/v2.txt")
    found = find(root)["s01"]
    assert problem(found) is None
    assert found.file == f"s01/{M}"


@pytest.mark.parametrize("name", ["s01", "s01.zip"])
def test_a_linked_folder_is_refused(find, tree, zipped, name):
    root = tree({f"else/{M}": b"x", "else.zip": [M], f"class/s02/{M}": b"x"})
    (root / "class" / name).symlink_to(root / name.replace("s01", "else"))
    found = find(root / "class")
    assert problem(found["s01"]) == LINK.format(name)
    assert problem(found["s02"]) is None


def test_a_folder_that_links_to_itself_ends(find, tree):
    root = tree([f"s02/{M}", "s01/in/x.txt"])
    (root / "s01" / "in" / "again").symlink_to("..")
    (root / "s03").mkdir()
    (root / "s03" / "round").symlink_to(".")
    found = find(root)
    assert problem(found["s02"]) is None
    assert problem(found["s01"]) == LINK.format("again")
    assert problem(found["s03"]) == LINK.format("round")


def test_a_linked_file_named_by_the_grader_is_refused_too(find, tree):
    root = tree(["s01/x.py", "s02/x.py"])
    (root / "s02" / "kim.py").symlink_to("../s01/x.py")
    assert problem(find(root / "s02" / "kim.py")["kim"]) == LINK.format("kim.py")


def test_folders_and_pipes_called_like_a_file_do_not_hang(find, tree):
    root = tree(["kim.py/x.txt", "lee.py"])
    os.mkfifo(root / "park.ipynb")
    found = find(root)
    assert problem(found["kim"]) == NO_FILE.format("kim.py")
    assert problem(found["park"]) == NO_FILE.format("park.ipynb")
    assert problem(found["lee"]) is None
    assert problem(find(root / "park.ipynb")["park"]) == NO_FILE.format("park.ipynb")


def test_a_pipe_put_in_place_of_a_file_does_not_hang(find, tree, monkeypatch):
    root = tree(["kim.py"])
    regular = os.lstat(root / "kim.py")
    (root / "kim.py").unlink()
    os.mkfifo(root / "kim.py")
    monkeypatch.setattr(Path, "lstat", lambda path: regular)
    assert problem(find(root)["kim"]) == NO_FILE.format("kim.py")


def test_what_may_not_be_read_is_that_students_problem(find, tree, monkeypatch):
    root = tree([f"s01/{M}", f"s02/{M}", f"s03/{M}"])
    forbid(monkeypatch, Path, "iterdir", "s01")
    forbid(monkeypatch, os, "open", f"s02/{M}")
    found = find(root)
    assert problem(found["s01"]) == UNREADABLE.format("s01")
    assert problem(found["s02"]) == UNREADABLE.format(M)
    assert problem(found["s03"]) is None


def test_what_may_not_even_be_looked_at_is_that_students_problem(
    find, tree, monkeypatch
):
    root = tree([f"s01/{M}", f"s02/{M}", f"s03/{M}"])
    forbid(monkeypatch, Path, "is_dir", "s01")
    forbid(monkeypatch, Path, "lstat", f"s02/{M}")
    found = find(root)
    assert problem(found["s01"]) == UNREADABLE.format("s01")
    assert problem(found["s02"]) == UNREADABLE.format(M)
    assert problem(found["s03"]) is None


def forbid(monkeypatch, owner, function, path):
    allowed = getattr(owner, function)

    def checked(where, *args, **options):
        if str(where).endswith(path):
            raise PermissionError(13, "Permission denied")
        return allowed(where, *args, **options)

    monkeypatch.setattr(owner, function, checked)
