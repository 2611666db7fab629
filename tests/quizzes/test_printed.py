from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from html.parser import HTMLParser

import pytest
import yaml

from autograder.course.calendar import Window
from autograder.errors import AuthoringError
from autograder.quizzes.papers import make_paper, public
from autograder.quizzes.printed import ShownKey, picture, printed_page, show_key
from autograder.quizzes.schema import Quiz
from autograder.quizzes.variants import Sitting

WINDOW = Window(
    datetime.fromisoformat("2026-12-01T10:00:00+09:00"),
    datetime.fromisoformat("2026-12-01T10:20:00+09:00"),
    10,
)
QUIZ = """
quiz: week5
title: {en: 'Deep <networks>', ko: '심층 신경망'}
items:
  - id: shape
    points: 2
    params: {n: 'randint(2, 9)'}
    ask: {en: '$W$ for {{ n }}?', ko: '{{ n }}일 때 $W$는?'}
    answer: {shape: '(n, 1)'}
    explain: {en: 'It has *{{ n }}* rows.', ko: '행이 *{{ n }}*개입니다.'}
  - id: pick
    ask: {en: 'Which?', ko: '어느 것?'}
    answer:
      one: [{key: good, text: '$a^2$', right: true}, {key: bad, text: '<b>'}]
      shuffle: false
  - id: claim
    ask: {en: 'So?', ko: '그런가?'}
    answer: {true_false: true}
  - id: steps
    ask: {en: 'Order.', ko: '순서는?'}
    answer:
      order: [{key: a, text: first}, {key: b, text: second}, {key: c, text: third}]
      right: [a, b, c]
  - id: pairs
    ask: {en: 'Match.', ko: '짝은?'}
    answer:
      match: [{key: w, text: W, to: m}, {key: b, text: b, to: v}]
      options: [{key: m, text: matrix}, {key: v, text: vector}]
  - id: spot
    ask: {en: 'Line?', ko: '줄은?'}
    code: "a < 1\\n\\nb\\n"
    answer: {line: 3}
  - id: fill
    ask: {en: 'Fill in.', ko: '채우시오.'}
    code: 'x = <<axis>>'
    answer: {blanks: {axis: ['1']}}
  - id: net
    ask: {en: 'Layers?', ko: '층은?'}
    code: 'plain <code>'
    figure: {network: [2, 3, 1]}
    answer: {number: 2}
"""


@pytest.fixture
def quiz():
    return Quiz.model_validate(yaml.safe_load(QUIZ))


@pytest.fixture
def paper(quiz):
    sitting = Sitting(b"secret", "2026-fall", "s<01>")
    return make_paper(quiz, sitting, "en", name="Kim", section="A")


class Outline(HTMLParser):
    """What is open at the end, and every tag with its attributes."""

    def __init__(self, page):
        super().__init__()
        self.open, self.tags = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "img", "mspace"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag != "mspace":
            assert self.open.pop() == tag

    def count(self, tag, **attributes):
        wanted = attributes.items()
        return sum(tag == name and wanted <= at.items() for name, at in self.tags)


def test_the_page_is_well_formed_and_reaches_nowhere(paper):
    page = printed_page(paper, WINDOW)
    outline = Outline(page)
    assert outline.open == []
    assert not outline.count("script") + outline.count("a") + outline.count("link")
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:; " in page


def test_the_head_says_whose_it_is_and_when(paper):
    page = printed_page(paper, WINDOW)
    assert f"<b>{paper.id}</b>" in page
    assert f'content: "{paper.id}"' in page
    assert "2026-12-01 10:00 to 10:20 (UTC+09:00) · 10 minutes" in page
    assert "Items: 8 · 9 points" in page
    assert "<h1>Deep &lt;networks&gt;</h1>" in page
    for value in ("Kim", "s&lt;01&gt;", "A"):
        assert f"<dd>{value}</dd>" in page


def test_a_spare_paper_has_room_for_a_name(paper):
    page = printed_page(replace(paper, student="", name="", section=""))
    assert page.count("<dd></dd>") == 3


def test_a_paper_without_number_shows_none(paper):
    page = printed_page(replace(paper, id=""))
    assert "@bottom-left" not in page
    assert 'class="number"' not in page


def test_every_kind_has_its_place_to_write(paper):
    outline = Outline(printed_page(paper))
    for kind in ("shape", "one", "line", "number"):
        assert outline.count("span", **{"class": f"box {kind}"}) == 1
    assert outline.count("span", **{"class": "box"}) == 3 + 2  # order, match
    assert outline.count("span", **{"class": "blank"}) == 1
    assert outline.count("ul", **{"class": "options two"}) == 1


def test_code_is_shown_as_its_kind_needs(paper):
    page = printed_page(paper)
    assert (
        '<ol class="listing">\n<li><code>a &lt; 1</code></li>\n'
        "<li><code></code></li>\n<li><code>b</code></li>\n</ol>"
    ) in page
    assert '<code>x = <span class="blank">axis</span></code>' in page
    assert '<pre class="listing"><code>plain &lt;code&gt;</code></pre>' in page


def test_a_public_paper_shows_the_same(paper):
    assert printed_page(public(paper), WINDOW) == printed_page(paper, WINDOW)


def test_a_paper_holds_no_key(paper):
    page = printed_page(paper, WINDOW)
    assert "rows." not in page
    assert 'class="panel' not in page


def test_keys_stand_after_their_items(paper, quiz):
    keys = [
        show_key(item, variant, "en")
        for item, variant in zip(quiz.items, paper.variants, strict=True)
    ]
    n = paper.variants[0].params["n"]
    explained = f"It has *{n}* rows."
    assert keys[0] == ShownKey("shape", f"({n}, 1)", explained)
    assert keys[1] == ShownKey("pick", "① ($a^2$)")
    page = printed_page(public(paper), WINDOW, keys=keys)
    assert Outline(page).open == []
    assert f'<span class="code">({n}, 1)</span>' in page
    assert f"<p>It has <em>{n}</em> rows.</p>" in page
    assert page.count("<b>Key</b>") == 8


def test_in_korean(quiz):
    paper = make_paper(quiz, Sitting(b"secret", "2026-fall", "s01"), "ko")
    page = printed_page(paper, WINDOW)
    assert '<html lang="ko">' in page
    assert "짝은?" in page
    item = quiz.items[0]
    assert show_key(item, paper.variants[0], "ko").explain.startswith("행이 *")


def test_pictures(paper, tmp_path):
    drawn = paper.variants[-1]
    assert picture(drawn, None).startswith("data:image/svg+xml;base64,")
    assert picture(paper.variants[0], None) == ""
    file = replace(drawn, figure="a.png", alt="a < b")
    assert picture(file, None) == ""
    with pytest.raises(AuthoringError):
        picture(file, tmp_path)
    (tmp_path / "a.png").write_bytes(b"")
    page = printed_page(replace(paper, variants=(file,)), folder=tmp_path)
    assert '<img src="data:image/png;base64," alt="a &lt; b">' in page
