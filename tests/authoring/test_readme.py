from dataclasses import replace

from autograder.authoring.readme import readme_text
from autograder.authoring.script import read_script
from autograder.authoring.stub import student_cells
from autograder.jupyter import NotebookCell

ENGLISH = """\
# Tiny network

Week 5. About 30 minutes. 15.5 points.

Two functions, $Z = WA + b$ first.

## What to write

| function | returns | points |
|---|---|---:|
| `forward` | `Z, cache` | 9 |
| `cost` | `cost` | 2.5 |
| everything as handed in |  | 4 |

## How to work

Open `net.py` or `net.ipynb`. They hold the same functions: choose one. Write your \
code where it says `YOUR CODE HERE`, and leave the names and arguments of the \
functions as they are.

## How to check your work

In the notebook, run the cell below a function. In a terminal, check all functions of \
a file:

```sh
autograder check net.py
```

Both try the public examples of `examples.json`. They carry no points: the graded \
checks use other numbers.

## How to hand in

Hand in the one file that you worked in. Each function is graded on its own: a mistake \
in one costs no points in another.
"""


def test_the_readme_in_english(make):
    assignment = make()
    cells = student_cells(read_script(assignment), "en")
    assert readme_text(assignment, cells, "en") == ENGLISH


def test_the_readme_in_korean_has_the_title_prose_and_notebook_in_korean(make):
    assignment = make()
    text = readme_text(assignment, student_cells(read_script(assignment), "ko"), "ko")
    assert text.startswith("# 작은 신경망\n")
    assert "\n\n함수는 두 개다.\n\n" in text
    assert "`net.ko.ipynb`" in text


def test_what_is_not_said_is_left_out(make):
    assignment = replace(make(), minutes=0, as_handed_in=0.0)
    text = readme_text(assignment, [NotebookCell("code", "x = 1")], "en")
    assert text.startswith(
        "# Tiny network\n\nWeek 5. 11.5 points.\n\n## What to write\n\n"
    )
    assert "everything together" not in text


def test_prose_that_begins_without_a_heading_is_kept(make):
    text = readme_text(make(), [NotebookCell("markdown", "Hello.\n\n# Later")], "en")
    assert "\n\nHello.\n\n# Later\n\n" in text
