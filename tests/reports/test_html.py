from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest

from autograder.course.roster import Student
from autograder.model import CheckResult, FunctionResult, Lateness, Outcome
from autograder.reports.html import write_feedback, write_report
from autograder.reports.labels import LABELS
from autograder.reports.pages import TEMPLATES

VOID = {"meta", "rect"}


class Page(HTMLParser):
    """A page taken apart; refuses one whose tags are not balanced."""

    def __init__(self, path):
        super().__init__()
        self.source = path.read_text(encoding="utf-8")
        self.tags, self.links, self.texts, self._open = [], [], [], []
        self.feed(self.source)
        self.close()
        assert not self._open

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        if "href" in attributes:
            self.links.append(attributes["href"])
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        if "style" not in self._open and data.strip():
            self.texts.append(" ".join(data.split()))
            tag, attributes = self.tags[-1]
            if tag == "span" and attributes.get("role") == "img":
                self.texts.append(attributes["aria-label"])  # what is read aloud

    @property
    def text(self):
        return " ".join(self.texts)


@pytest.fixture
def feedback(tmp_path, assignment):
    """Return a function that writes a student's page and takes it apart."""

    def page(result, language="en"):
        return Page(write_feedback(tmp_path, result, assignment, language))

    return page


@pytest.fixture
def report(tmp_path, assignment):
    """Return a function that writes the report of a class and takes it apart."""

    def page(results, language="en", roster=()):
        path = tmp_path / "report.html"
        return Page(write_report(path, results, assignment, language, roster))

    return page


def test_a_student_sees_the_score_and_why_each_point_was_lost(feedback, wrong):
    text = feedback(wrong).text
    assert text.startswith(
        "s02 · Week 5 · Deep network, step by step Week 5 · Deep network, step by "
        "step s02 Score: 54.67 / 100 Score by function Function Score Reason"
    )
    assert (
        "~ part of the score linear_backward 12 / 36 what linear_backward returns "
        "dW has the right shape but 12 of 12 values differ "
        "dW[0, 0]: expected 0.0634767, got 0.317384 ... and 11 more "
        "cause every entry is 5 times the expected one, and m = 5 "
        "hint the cost is a mean over the batch; so is its gradient "
        "call linear_backward(dZ, cache), dZ (3, 5), A_prev (4, 5), W (3, 4) "
        "Failed in the same way: 1"
    ) in text
    assert "What was right ✓ full score linear_forward 40 / 40" in text
    assert text.endswith("File: s02/deep_network.py")


def test_checks_with_one_cause_are_told_once(feedback, make, right):
    def failure(title, **changes):
        said = replace(make.no_mean, **changes)
        return CheckResult(title, f"title {title}", Outcome.FAILED, said)

    checks = (
        failure("a"),
        failure("b", headline="`db` differs"),
        failure("c", mistake=None, cause="another cause"),
        failure("d", mistake=None, cause=None),
        failure("e", mistake=None, cause=None),
    )
    functions = {"relu": FunctionResult(0, 20, checks)}
    page = feedback(replace(right, functions=functions))
    assert "Failed in the same way: 1 title b db differs" in page.text
    assert [tag for tag, _ in page.tags].count("article") == 4


def test_evidence_keeps_its_lines_and_indents(feedback, wrong):
    assert (
        "<pre>deep_network.ipynb, cell 9, line 2, in relu\n"
        "    return np.maxium(0, Z)\n"
        "module &#39;numpy&#39; has no attribute &#39;maxium&#39;</pre>"
    ) in feedback(wrong).source


def test_passed_checks_are_folded(feedback, wrong):
    page = feedback(wrong)
    assert all("open" not in attributes for tag, attributes in page.tags)
    assert "Passed checks: 1 what linear_backward returns" in page.text


def test_full_score(feedback, right):
    text = feedback(right).text
    assert "Every check passed." in text
    assert "What was lost" not in text
    assert "Reason" not in text


def test_could_not_grade_is_not_zero(feedback, unreadable):
    page = feedback(unreadable)
    assert page.text.split("step by step ")[-1] == (
        "s03 Could not be graded the notebook is not JSON: line 1, column 5 There is "
        "no score yet, and no points were lost. Please show this page to your teaching "
        "team. File: s03/deep_network.py"
    )
    assert "/ 100" not in page.text
    assert "Could not be graded" in feedback(replace(unreadable, error=None)).text


def test_notes_and_checks_that_could_not_be_run(feedback, right):
    lost = CheckResult("a", "never ran", Outcome.COULD_NOT_GRADE)
    bare = CheckResult("b", "says `nothing", Outcome.FAILED)
    functions = {
        "relu": FunctionResult(0, 20, (lost, bare, bare), ("`Z` was changed",)),
    }
    page = feedback(replace(right, functions=functions, notes=("two files",)))
    assert "two files" in page.text
    assert "Checks that could not be run: 1 never ran" in page.text
    assert "says `nothing Failed in the same way: 1 says `nothing" in page.text
    assert "Z was changed" in page.text


@pytest.mark.parametrize(
    "evil", ["<script>alert(1)</script>", '"><img src=x onerror=a>']
)
def test_what_students_write_is_text(feedback, report, make, evil):
    said = replace(
        make.raised,
        headline=f"`f` {evil}",
        evidence=(evil,),
        cause=evil,
        hint=evil,
        call=evil,
    )
    functions = make.functions(relu=(said, said), as_handed_in=(said,))
    result = make.submission(evil, functions, notes=(evil,), error=evil, sandbox=evil)
    for page in (feedback(result), report([result])):
        assert evil in page.text
        assert not {"script", "img"} & {tag for tag, _ in page.tags}
        assert not [a for _, attrs in page.tags for a in attrs if a.startswith("on")]


def test_characters_that_mislead_are_shown(feedback, unreadable):
    page = feedback(replace(unreadable, student="a\u202eb\x1b\udcff"))
    assert "a\ufffdb␛\ufffd" in page.text


def test_a_page_is_one_file_and_says_so_to_the_browser(
    feedback, report, results, wrong
):
    policy = (
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
        "form-action 'none'"
    )
    for page in (feedback(wrong), report(results)):
        (content,) = [
            attributes["content"]
            for tag, attributes in page.tags
            if attributes.get("http-equiv") == "Content-Security-Policy"
        ]
        assert content == policy
        assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in page.tags}
        assert not re.search(r"https?:|url\(|@import", page.source)
        assert "/srv/course" not in page.source


def test_links_within_a_page_lead_somewhere(feedback, wrong):
    page = feedback(wrong)
    ids = {f"#{attributes['id']}" for _, attributes in page.tags if "id" in attributes}
    assert ids == set(page.links)
    assert len(ids) == 4


def test_the_round_is_for_teachers_and_only_its_beginning(feedback, report, wrong):
    assert "01234567" not in feedback(wrong).source
    page = report([wrong])
    assert page.text.endswith("Sandbox: namespaces · Round: 01234567")
    assert wrong.round not in page.source


def test_the_report_counts_the_class(report, results):
    page = report(results)
    assert "Graded 2 Could not be graded 1 Mean 77.33 Median 77.33 Maximum 100" in (
        page.text
    )
    assert "3 linear_backward 24 / 36 50 %" in page.text
    assert (
        "Most frequent reasons relu 1 there is an attribute with a similar name: "
        "'maximum' raised linear_backward 1 every entry is 5 times the expected one, "
        "and m = 5 values everything as handed in 1"
    ) in page.text
    assert (
        "s02 54.67 ✓ full score ✗ no points ~ part of the score ~ part of the score "
        "relu : relu raised AttributeError"
    ) in page.text
    assert (
        "Could not be graded Student File Reason s03 s03/deep_network.py the notebook "
        "is not JSON: line 1, column 5"
    ) in page.text


def test_pictures_have_words(report, results):
    pictures = [attributes for tag, attributes in report(results).tags if tag == "svg"]
    assert all(attributes["role"] == "img" for attributes in pictures)
    assert [attributes["aria-label"] for attributes in pictures[:3]] == [
        "Scores: 0–10 %: 0, 10–20 %: 0, 20–30 %: 0, 30–40 %: 0, 40–50 %: 0, "
        "50–60 %: 1, 60–70 %: 0, 70–80 %: 0, 80–90 %: 0, 90–100 %: 1",
        "full score: 2, part of the score: 0, no points: 0",
        "full score: 1, part of the score: 0, no points: 1",
    ]


def test_the_report_links_to_every_student(tmp_path, report, feedback, results):
    names = ("김민수", "../a/b", "Kim", "kim", "50% off?#x", "가" * 300)
    results = [replace(results[n % 3], student=name) for n, name in enumerate(names)]
    for result in results:
        feedback(result)
    links = report(results).links
    assert len(set(links)) == len(names)
    for link in links:
        assert (tmp_path / unquote(link)).is_file()


def test_functions_that_were_not_run(report, make, right):
    result = replace(right, functions={"relu": make.function("relu")})
    assert (
        "· not graded ✓ full score · not graded · not graded" in report([result]).text
    )


def test_an_empty_class(report):
    assert report([]).text.endswith("Maximum 100 Nothing was handed in.")


def test_a_report_without_a_sandbox_says_so(report, right, results):
    unsafe = "Student code ran without a sandbox."
    assert unsafe in report([right, replace(right, sandbox="none")]).text
    assert unsafe not in report(results).text


def test_every_fixed_word_is_translated(feedback, report, results, marked_korean):
    english = {word.render("en") for word in LABELS.values()}
    pages = [feedback(result, "ko") for result in results] + [report(results, "ko")]
    for page in pages:
        assert ("html", {"lang": "ko"}) in page.tags
        assert "«Week 5» · 심층 신경망 만들기" in page.text
        assert not english & set(page.texts)
    assert not english & set(re.split(r"«.*?»", " ".join(p.text for p in pages)))


def colours(css, number):
    block = css.split(":root {")[number].split("}")[0]
    return dict(re.findall(r"--([\w-]+): (#\w{6})", block))


def contrast(one, other):
    def luminance(colour):
        channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
        linear = (
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
            for c in channels
        )
        return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [1, 2], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "soft", "link", "full", "partial", "none"])
@pytest.mark.parametrize("ground", ["paper", "card", "well"])
def test_contrast_is_enough_to_read(scheme, ink, ground):
    css = (TEMPLATES / "style.css").read_text(encoding="utf-8")
    palette = colours(css, scheme)
    assert contrast(palette[ink], palette[ground]) >= 4.5


LATE = Lateness(
    datetime(2026, 12, 1, tzinfo=UTC),
    90000,
    2,
    0.2,
    ("due …: 2 days late", "10% a day: 20%", "score 100 − 20 = 80"),
)


def test_a_student_sees_line_by_line_what_being_late_costs(feedback, right):
    page = feedback(replace(right, score=80, earned=100, late=LATE))
    assert "Score: 80 / 100 due …: 2 days late 10% a day: 20% score 100 − 20 = 80" in (
        page.text
    )


def test_the_report_says_who_was_late(report, right, wrong):
    text = report(
        [
            replace(right, score=80, earned=100, late=LATE),
            replace(wrong, score=43.74, earned=54.67, late=LATE),
        ]
    ).text
    assert "2 days late: −20 s02" in text
    assert "2 days late: −10.93 · relu : relu raised AttributeError" in text


def test_the_report_names_the_students_of_a_roster(report, results):
    evil = "<b>Kim\u202e</b>"
    page = report(
        results,
        roster=(
            Student("s01", evil, "A"),
            Student("s03", "Lee"),
            Student("s09", evil, evil),
        ),
    )
    assert "s01 <b>Kim\ufffd</b> 100" in page.text
    assert "s03 Lee s03/deep_network.py" in page.text
    assert page.text.count("Handed in nothing") == 1
    assert (
        "Handed in nothing Student Name Section s09 <b>Kim\ufffd</b> <b>Kim\ufffd</b>"
        in page.text
    )
    assert "Handed in nothing" not in report(results).text


def test_presence_has_neither_sandbox_nor_round(report, right):
    functions = {"presence": FunctionResult(10, 10)}
    page = report([replace(right, functions=functions, sandbox="", round="")])
    assert "Sandbox" not in page.text
