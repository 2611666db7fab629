from __future__ import annotations

import base64
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.gradebook.neutral import (
    LONGEST_TEXT,
    MOST_OUTPUTS,
    attachments,
    outputs,
    prose,
    shown_text,
)

PNG = base64.b64encode(b"\x89PNG\r\n\x1a\nrest").decode()
JPEG = base64.b64encode(b"\xff\xd8\xffrest").decode()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, $a<3$ and a < b && c", "plain, $a<3$ and a < b && c"),
        ("<script>alert(1)</script>", "< script>alert(1)< /script>"),
        ("<<b>", "<< b>"),
        ("<!-- x --><?php ?>", "< !-- x -->< ?php ?>"),
        ("`<b>` and\n```mermaid\n<b>\n```", "`< b>` and\n```mermaid\n< b>\n```"),
        ("$x<y$", "$x< y$"),
        ("[x](javascript:alert(1))", "[x](javascript :alert(1))"),
        ("[x](JavaScript\\:alert(1))", "[x](JavaScript \\:alert(1))"),
        (
            "[x](vbscript:a) ![y](data:text/html,a)",
            "[x](vbscript :a) ![y](data :text/html,a)",
        ),
        ("[x](file:///etc/passwd)", "[x](file :///etc/passwd)"),
        ("[x](&#106;avascript:a)", "[x](&amp;#106;avascript :a)"),
        ("[x](javascript&colon;a)", "[x](javascript&amp;colon;a)"),
        ("\\begin{align} a &= b \\\\ c &d \\end{align}",) * 2,
        ("\x00<\x07b>", "␀<␇b>"),
        ("tab\tand\u202etext", "tab    and\ufffdtext"),
        ("http://example.org/?a=1&b=2", "http://example.org/?a=1&b=2"),
    ],
)
def test_prose_holds_no_html_and_no_link_to_run(text, shown):
    assert prose(text, {}) == shown


def test_prose_is_bounded():
    shown = prose("x" * (LONGEST_TEXT + 1), {})
    assert shown == "x" * LONGEST_TEXT + "\n…"


@given(st.text(alphabet="<>&;:#\\ab/!?jscriptdata() \n\t`$[]", max_size=60))
def test_prose_is_neutral_whatever_it_was(text):
    shown = prose(text, {})
    assert not re.search(r"<[A-Za-z/!?]", shown)
    assert not re.search(r"(?i)(script|data|file)\\*:", shown)
    assert not re.search(r"&#|&(?!amp;)[A-Za-z]+;", shown)


def test_attachments_are_pictures_or_nothing():
    cell = {
        "attachments": {
            "my plot.png": {"image/png": PNG, "text/html": "<b>"},
            "photo.jpg": {"image/jpeg": [JPEG]},
            "a.svg": {"image/svg+xml": "PHN2Zz4="},
            "fake.png": {"image/png": base64.b64encode(b"<svg>").decode()},
            "breakout.png": {"image/png": '"><script>'},
            "odd": [],
        }
    }
    pictures, names = attachments(cell)
    assert pictures == {
        "picture-1": {"image/png": PNG},
        "picture-2": {"image/jpeg": JPEG},
    }
    text = "![a](attachment:my%20plot.png) ![b](attachment:photo.jpg)"
    assert prose(f"{text} ![c](attachment:a.svg)", names) == (
        "![a](attachment:picture-1) ![b](attachment:picture-2) ![c](attachment :a.svg)"
    )


@pytest.mark.parametrize("cell", [{}, {"attachments": None}, {"attachments": [1]}])
def test_a_cell_without_attachments(cell):
    assert attachments(cell) == ({}, {})


def said(text):
    return {"output_type": "stream", "name": "stdout", "text": text}


@pytest.mark.parametrize(
    ("output", "kept"),
    [
        (said("x = 1\n"), [said("x = 1\n")]),
        ({"output_type": "stream", "name": "stderr", "text": ["a", "b"]}, [said("ab")]),
        (
            {
                "output_type": "error",
                "ename": "ValueError",
                "evalue": "<b>",
                "traceback": [],
            },
            [said("ValueError: <b>")],
        ),
        (
            {
                "output_type": "execute_result",
                "data": {"text/html": "<b>", "text/plain": "\x1b[31mred\x1b[0m"},
                "metadata": {"x": 1},
            },
            [
                {
                    "output_type": "display_data",
                    "metadata": {},
                    "data": {"text/plain": "red"},
                }
            ],
        ),
        (
            {"output_type": "display_data", "data": {"image/png": f"{PNG}\n"}},
            [
                {
                    "output_type": "display_data",
                    "metadata": {},
                    "data": {"image/png": PNG},
                }
            ],
        ),
        ({"output_type": "display_data", "data": {"image/png": "no base64!"}}, []),
        ({"output_type": "display_data", "data": {"image/jpeg": JPEG}}, []),
        ({"output_type": "display_data", "data": {"application/javascript": "x"}}, []),
        ({"output_type": "display_data", "data": None}, []),
        ({"output_type": "unknown"}, []),
        ("text", []),
    ],
)
def test_of_outputs_text_and_png_are_kept(output, kept):
    assert outputs({"outputs": [output]}) == kept


def test_outputs_are_bounded():
    assert outputs({"outputs": "all"}) == []
    assert len(outputs({"outputs": [said("x")] * 99})) == MOST_OUTPUTS
    assert shown_text("y" * (LONGEST_TEXT + 5)).endswith("y\n…")
