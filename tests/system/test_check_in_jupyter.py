"""`check` and `%check` in a real kernel, in plain IPython, and in a browser."""

import json
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SLUG = "week5_deep_network"
IPYTHON = Path(sys.executable).with_name("ipython")
RIGHT = ROOT / "examples" / "submissions" / "right_new_naming" / "deep_network.py"
HOSTILE = """
def linear_forward(A, W, b):
    raise ValueError("<script>document.title = 'mine'</script><img src=x onerror=a()>")
"""
ELEMENTS = {"div", "table", "tbody", "tr", "td", "span", "pre", "code"}

pytestmark = pytest.mark.system


@pytest.fixture
def folder(tmp_path):
    """The released assignment, the work of a student beside it."""
    folder = shutil.copytree(ROOT / "assignments" / SLUG, tmp_path / SLUG)
    shutil.copy(RIGHT, folder / "work.py")
    return folder


@pytest.fixture
def outputs(folder):
    """Return a function that runs cells as a notebook; gives the last one's outputs."""
    nbclient, nbformat = map(pytest.importorskip, ("nbclient", "nbformat"))

    def run(*cells, lang=None, session=None):
        code = [nbformat.v4.new_code_cell(cell) for cell in cells]
        metadata = {"lang": lang} if lang else {}
        notebook = nbformat.v4.new_notebook(cells=code, metadata=metadata)
        nbformat.write(notebook, folder / "mine.ipynb")
        environment = dict(os.environ)
        if session:
            environment["JPY_SESSION_NAME"] = session
        place = {"metadata": {"path": str(folder)}}
        client = nbclient.NotebookClient(notebook, timeout=120, resources=place)
        client.execute(env=environment)
        return notebook.cells[-1].outputs

    return run


class Elements(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.found, self.text = set(), ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data):
        self.text += data


LOAD = "from work import *\nfrom autograder import check"


@pytest.mark.parametrize(
    ("cells", "passing"),
    [
        ((LOAD, "check(linear_forward)"), 1),
        ((LOAD, "check()"), 10),
        ((LOAD, "%load_ext autograder", "%check linear_forward sigmoid"), 0),
        ((LOAD, "%load_ext autograder", "%check linear_forward"), 1),
        ((LOAD, "%load_ext autograder", "%check"), 10),
        (("%load_ext autograder", "%reload_ext autograder", LOAD, "%check"), 10),
    ],
)
def test_a_table_in_a_notebook(outputs, cells, passing):
    (output,) = outputs(*cells)
    assert output.output_type == "display_data"
    assert output.data["text/plain"].count("✓") == passing
    assert output.data["text/html"].count("✓") == passing
    assert Elements(output.data["text/html"]).found <= ELEMENTS


@pytest.mark.parametrize(
    ("lang", "session", "cells", "korean"),
    [
        ("ko", "{}/mine.ipynb", (LOAD, "check()"), True),
        ("en", "{}/mine.ipynb", (LOAD, "check()"), False),
        ("en", "{}/deep_network.ko.ipynb", (LOAD, "check()"), True),
        ("ko", "{}/mine.ipynb", (LOAD, "check(lang='en')"), False),
        (
            "en",
            "{}/mine.ipynb",
            ("%load_ext autograder", LOAD, "%check --lang ko"),
            True,
        ),
        (None, None, (LOAD, "check()"), False),
        (
            "ko",
            None,
            ("__vsc_ipynb_file__ = 'mine.ipynb'", LOAD, "check()"),
            True,
        ),
    ],
)
def test_the_language_of_the_notebook(outputs, folder, lang, session, cells, korean):
    session = session and session.format(folder)
    (output,) = outputs(*cells, lang=lang, session=session)
    assert ("통과" in output.data["text/plain"]) == korean
    assert f'lang="{"ko" if korean else "en"}"' in output.data["text/html"]


def test_what_a_student_prints_comes_before_the_table(outputs):
    source = "\ndef linear_forward(A, W, b):\n    print('here')"
    printed, table = outputs(LOAD + source, "check(linear_forward)")
    assert printed.text.splitlines()[0] == "here"
    assert "returned None" in table.data["text/plain"]


def test_hostile_text_is_only_text(outputs):
    (output,) = outputs(LOAD + HOSTILE, "check(linear_forward)")
    page = output.data["text/html"]
    seen = Elements(page)
    assert seen.found <= ELEMENTS
    assert "<script>document.title" in seen.text


def test_in_a_browser(outputs, tmp_path):
    """Chromium sees the words, runs nothing, and asks nobody for anything."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("needs chromium")
    (output,) = outputs(LOAD + HOSTILE, "check()")
    page = tmp_path / "page.html"
    title = "<meta charset=utf-8><title>page</title>"
    page.write_text(title + output.data["text/html"], encoding="utf-8")
    options = ["--headless", "--disable-gpu", "--disable-background-networking"]
    options += ["--no-sandbox", f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom"]
    dom = subprocess.run(
        [chromium, *options, page.as_uri()],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    ).stdout
    assert "<title>page</title>" in dom
    assert "raised ValueError" in dom
    assert "<script" not in dom
    assert "<img" not in dom


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("from autograder import check\ncheck(linear_forward)", "✓ linear_forward"),
        ("%load_ext autograder\n%check linear_forward", "✓ linear_forward"),
        ("%load_ext autograder\n%check", "10 of 10 functions pass their examples"),
        ("%load_ext autograder\n%check nothing", "There is no example for `nothing`"),
    ],
)
def test_plain_ipython_prints_text(folder, tmp_path, code, said):
    session = tmp_path / "session.ipy"
    session.write_text(f"from work import *\n{code}\n", encoding="utf-8")
    environment = {**os.environ, "IPYTHONDIR": str(tmp_path), "LC_ALL": "C.UTF-8"}
    run = subprocess.run(
        [IPYTHON, "--simple-prompt", "--no-banner", "--colors=NoColor", session],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert run.stderr == ""
    assert said in run.stdout
    assert not re.search(r"<div|object at", run.stdout)


def test_ipython_is_not_needed(folder):
    code = (
        "import sys; sys.modules['IPython'] = None; from work import *; "
        "from autograder import check; check(linear_forward)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert run.stdout == "✓ linear_forward\n"


def test_an_executed_notebook_is_valid(outputs):
    nbformat = pytest.importorskip("nbformat")
    (output,) = outputs(LOAD, "check()")
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell("check()", outputs=[output])]
    )
    nbformat.validate(notebook)
    assert json.dumps(output.data)
