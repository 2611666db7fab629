import json
import sys

import nbformat
import pytest

from autograder.errors import AutograderError
from autograder.jupyter import (
    NotebookCell,
    read_percent,
    write_notebook,
    write_percent,
)

CELLS = [NotebookCell("markdown", "# 층"), NotebookCell("code", "x = 1")]


def test_a_script_carries_no_metadata():
    cells = [NotebookCell("code", "%matplotlib inline", {"tags": ["a"]}), *CELLS]
    text = write_percent(cells)
    assert text == (
        "# %%\n# %matplotlib inline\n\n# %% [markdown]\n# # 층\n\n# %%\nx = 1\n"
    )
    assert [cell.text for cell in read_percent(text)] == [c.text for c in cells]


def test_a_notebook_is_valid_and_the_same_each_time():
    text = write_notebook(CELLS, "ko")
    assert text == write_notebook(CELLS, "ko")
    assert text.endswith("}\n")
    assert "층" in text
    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata == {
        "kernelspec": {
            "display_name": "Python 3",
            "language": "python",
            "name": "python3",
        },
        "lang": "ko",
        "language_info": {"name": "python"},
    }
    assert json.loads(text)["nbformat_minor"] == 5


def test_further_metadata_of_a_notebook():
    notebook = json.loads(write_notebook(CELLS, "en", {"ours": {"a": 1}}))
    assert notebook["metadata"]["ours"] == {"a": 1}
    assert notebook["metadata"]["lang"] == "en"


def test_the_extra_is_not_installed(monkeypatch):
    monkeypatch.setitem(sys.modules, "jupytext", None)
    with pytest.raises(AutograderError) as caught:
        read_percent("x = 1\n")
    assert str(caught.value) == (
        "jupytext: expected to be installed, got nothing: "
        "pip install 'autograder[authoring]'"
    )
