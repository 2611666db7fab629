import pytest

from autograder.authoring.script import read_script
from autograder.authoring.stub import stub_text, student_cells
from autograder.errors import AuthoringError

BODIES = """\
def forward():
    ### BEGIN SOLUTION
    return 1
    ### END SOLUTION

def cost():
    for i in range(3):
        ### BEGIN SOLUTION
        x = 2
        ### END SOLUTION
    return x
"""


def test_a_sentence_that_raises_stands_in_place_of_a_solution(script_of):
    assert (
        stub_text(script_of(BODIES), "en")
        == """\
def forward():
    # YOUR CODE HERE
    raise NotImplementedError("forward is not written yet")

def cost():
    for i in range(3):
        # YOUR CODE HERE
        raise NotImplementedError("cost is not written yet")
    return x
"""
    )


def test_a_stub_that_is_called_says_so(make):
    names = {}
    exec(stub_text(read_script(make()), "en"), names)
    with pytest.raises(NotImplementedError, match=r"^forward is not written yet$"):
        names["forward"](1, 2, 3)


def test_readers_get_the_prose_of_their_language(make):
    script = read_script(make())
    english, korean = (student_cells(script, language) for language in ("en", "ko"))
    assert english[0].text.startswith("# A tiny network")
    assert korean[0].text.startswith("# 작은 신경망")
    assert [cell.text for cell in english[1:]] == [cell.text for cell in korean[1:]]
    assert [cell.kind for cell in english] == ["markdown", "code", "code", "code"]
    assert all(not cell.metadata for cell in english + korean)


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        (
            "# %% [markdown]\n# text",
            "'text': lang: expected one of en, ko, got ''",
        ),
        (
            '# %% [markdown] lang="kr"\n# text',
            "'text': lang: expected one of en, ko, got 'kr'",
        ),
        (
            '# %% lang="kr"\nx = 1',
            "'x = 1': lang: expected one of en, ko, got 'kr'",
        ),
        (
            "# %% [raw]\n# text",
            "cell: expected code or prose, got 'text' in a cell of the kind 'raw'",
        ),
        (
            '# %% [markdown] lang="en"\n# text',
            "prose: expected equally many cells in each language, "
            "got 1 in en and 0 in ko",
        ),
    ],
)
def test_what_is_wrong_with_a_cell(script_of, cell, problem):
    script = script_of(f"{cell}\n\n# %%\n{BODIES}")
    with pytest.raises(AuthoringError) as caught:
        student_cells(script, "en")
    assert caught.value.problems == (f"solutions/week5/net.py: {problem}",)
