from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.model import CheckResult, FunctionResult, Outcome, RenderedFeedback
from autograder.reports.check_html import check_html

PASSED = CheckResult("a", "zeros", Outcome.PASSED)
WRONG = RenderedFeedback(
    "wrong-shape",
    "`A` has shape (3,)",
    ("expected 1", "got 2"),
    cause="one axis",
    hint="look at `keepdims`",
    call="relu(Z), Z (3, 1)",
)
FAILED = CheckResult("b", "ones", Outcome.FAILED, WRONG)
NOT_RUN = CheckResult("c", "nothing", Outcome.COULD_NOT_GRADE)
FUNCTIONS = {
    "relu": FunctionResult(0, 0, (PASSED, FAILED, FAILED, NOT_RUN), ("`Z` changed",)),
    "sigmoid": FunctionResult(0, 0, (PASSED,)),
    "as_handed_in": FunctionResult(0, 0),
}
ELEMENTS = {"div", "table", "tbody", "tr", "td", "span", "pre", "code"}
ATTRIBUTES = {"style", "lang", "role", "aria-label", "aria-hidden"}


class Seen(HTMLParser):
    """What a browser would make of it."""

    def __init__(self, page):
        super().__init__()
        self.open, self.text, self.rows = [], "", []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        assert tag in ELEMENTS
        assert {name for name, _ in attrs} <= ATTRIBUTES
        assert not re.search(r"url|expression|\\", dict(attrs).get("style", ""))
        self.open.append(tag)
        if tag == "tr":
            self.rows.append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data
        if "tr" in self.open:
            self.rows[-1] += f" {data.strip()}" if data.strip() else ""


def test_a_row_for_each_function():
    seen = Seen(check_html(FUNCTIONS, "en", "1 of 2 functions pass"))
    assert [" ".join(row.split()) for row in seen.rows] == [
        "✗ relu A has shape (3,) expected 1 got 2 cause: one axis hint: look at "
        "keepdims call: relu(Z), Z (3, 1) nothing Z changed",
        "✓ sigmoid passes",
        "· everything as handed in no public example",
    ]
    assert seen.text.rstrip().endswith("1 of 2 functions pass")


def test_korean():
    page = check_html(FUNCTIONS, "ko")
    assert page.startswith('<div lang="ko"')
    assert "원인" in Seen(page).text


def test_a_sentence_alone():
    seen = Seen(check_html({}, "en", "There is no `examples.json` here."))
    assert seen.rows == []
    assert seen.text.strip() == "There is no examples.json here."


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "`<b>` & \"' onclick='x",
    "]]></pre></td></table><iframe>",
    "{{ 7 * 7 }}{% raw %}",
    "\x1b[2J\u202e\x00",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text):
    feedback = RenderedFeedback(text, text, (text,), text, None, text, text)
    check = CheckResult(text, text, Outcome.FAILED, feedback)
    functions = {text: FunctionResult(0, 0, (check, NOT_RUN), (text,))}
    seen = Seen(check_html(functions, "en", text))
    assert "script" not in seen.open
    for steering in "\x1b\u202e\x00":
        assert steering not in seen.text
    if "{{" in text:
        assert text in seen.text


@given(st.text())
def test_any_text_is_only_text(text):
    check = CheckResult("a", text, Outcome.FAILED, RenderedFeedback("x", text, (text,)))
    Seen(check_html({"f": FunctionResult(0, 0, (check,), (text,))}, "ko", text))


def luminance(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("page", ["#ffffff", "#111111", "#1e1e1e"])
def test_marks_are_seen_on_light_and_on_dark_pages(page):
    for colour in re.findall(r"color: (#\w{6})", check_html(FUNCTIONS, "en")):
        high, low = sorted((luminance(colour), luminance(page)), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 3.5


def test_the_first_lines_of_a_row_stand_on_one_line():
    """Korean letters are taller than the names of functions beside them."""
    page = check_html(FUNCTIONS, "ko")
    assert "vertical-align: baseline" in page
    assert "vertical-align: top" not in page
