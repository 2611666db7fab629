from __future__ import annotations

import json

import pytest

from autograder.cli.notebook_language import SESSION, VS_CODE, notebook_language


def notebook(lang):
    return json.dumps({"cells": [], "metadata": {"lang": lang} if lang else {}})


@pytest.fixture
def folder(tmp_path):
    """The folder of a released assignment, and a notebook that a student renamed."""
    (tmp_path / "deep.ipynb").write_text(notebook("en"))
    (tmp_path / "deep.ko.ipynb").write_text(notebook("ko"))
    (tmp_path / "mine.ipynb").write_text(notebook("ko"))
    (tmp_path / "old.ko.ipynb").write_text(notebook(None))
    (tmp_path / "plain.ipynb").write_text(notebook("fr"))
    (tmp_path / "broken.ipynb").write_text("{")
    (tmp_path / "deep_list.ipynb").write_text("[" * 10**5)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("deep.ipynb", "en"),
        ("deep.ko.ipynb", "ko"),
        ("mine.ipynb", "ko"),
        ("old.ko.ipynb", "ko"),
        ("plain.ipynb", None),
        ("broken.ipynb", None),
        ("deep_list.ipynb", None),
        ("gone.ipynb", None),
        ("Untitled", None),
    ],
)
def test_the_notebook_that_is_open(folder, name, expected):
    assert notebook_language({}, folder, {SESSION: str(folder / name)}) == expected
    assert notebook_language({}, folder, {SESSION: f"/elsewhere/{name}"}) == expected
    assert notebook_language({VS_CODE: str(folder / name)}, folder, {}) == expected


def test_vs_code_knows_better(folder):
    session = {SESSION: "deep.ipynb"}
    assert notebook_language({VS_CODE: "mine.ipynb"}, folder, session) == "ko"
    assert notebook_language({VS_CODE: 3}, folder, session) == "en"


def test_the_notebooks_of_a_folder(tmp_path):
    assert notebook_language({}, tmp_path, {}) is None
    (tmp_path / "a.ipynb").write_text(notebook("ko"))
    (tmp_path / "b.ko.ipynb").write_text(notebook(None))
    assert notebook_language({}, tmp_path, {}) == "ko"
    (tmp_path / "c.ipynb").write_text(notebook("en"))
    assert notebook_language({}, tmp_path, {}) is None
