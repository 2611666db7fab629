"""What students write is shown as text: in pages, spreadsheets and the terminal."""

from __future__ import annotations

import csv
import io
import re
import unicodedata

import lxml.html
import pytest
from autograder.reports.grades_csv import write_grades
from autograder.reports.html import write_feedback, write_report
from autograder.reports.table import results_table
from rich.console import Console
from tests.hostile.attacks import attacks

pytestmark = pytest.mark.slow

SHOWN = list(attacks("showing"))
ELEMENTS = {"script", "img", "svg", "iframe", "object", "embed", "base", "form", "red"}
FORMULA = ("=", "+", "-", "@", "\t", "\r")
ESCAPE = "\x1b"
ALLOWED_CONTROLS = {"\n", ESCAPE}
STYLE = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture(scope="module")
def graded(grade_all):
    return grade_all(SHOWN, jobs=1)


@pytest.fixture(scope="module")
def results(graded):
    return [graded.results[student] for student in graded.order]


@pytest.fixture(scope="module", params=["en", "ko"])
def pages(request, graded, results, tmp_path_factory):
    """Every page, by its path below a folder of its own."""
    folder = tmp_path_factory.mktemp("pages")
    for result in results:
        write_feedback(folder, result, graded.assignment, request.param)
    write_report(folder / "report.html", results, graded.assignment, request.param)
    return {str(p.relative_to(folder)): p.read_text("utf-8") for p in _files(folder)}


def _files(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_every_student_has_a_page_and_nothing_lies_elsewhere(pages, results):
    assert len(pages) == len(results) + 1
    assert {path.count("/") for path in pages} == {0, 1}
    assert sorted(p for p in pages if "honest" in p) == sorted(
        [f"feedback/honest-{n:03}.html" for n in range(len(SHOWN) + 1)]
        + [p for p in pages if "evil" in p]
    )


def test_no_page_has_an_element_or_attribute_of_a_students(pages):
    for path, text in pages.items():
        page = lxml.html.document_fromstring(text.encode())
        policies = page.xpath("//meta[@http-equiv]/@http-equiv")
        assert policies == ["Content-Security-Policy"], path
        assert len(page.xpath("//style")) == 1
        for element in page.iter("*"):
            name = element.tag.rpartition("}")[2]
            assert name not in ELEMENTS - _own_elements(element), path
            assert not [a for a in element.attrib if a.startswith("on")], path
            link = element.get("href", "") + element.get("src", "")
            assert re.fullmatch(r"|#[\w-]+|(\.\./)?[\w./%-]+\.html", link), link


def _own_elements(element):
    """Return the drawings that are ours: of the distribution."""
    drawn = element.xpath("ancestor-or-self::svg[@role or @class or @aria-hidden]")
    return {"svg"} if drawn else set()


def test_what_was_written_can_still_be_read(pages, graded):
    text = "".join(
        lxml.html.document_fromstring(p).text_content() for p in pages.values()
    )
    for attack in SHOWN:
        assert all(words in text for words in attack.says)
    for words in ("<script>alert(document.cookie)", "{{ 7*7 }}", "[bold]x[/bold]"):
        assert words in text


def test_nothing_steers_or_misleads_in_a_page(pages):
    for text in pages.values():
        assert _misleading(text) == set()
        assert "49" not in lxml.html.document_fromstring(text).xpath("string(//h1)")


def _misleading(text):
    return {
        char
        for char in text
        if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and char != "\n"
    }


def test_the_spreadsheet_has_a_row_each_and_no_formula(graded, results, tmp_path):
    path = tmp_path / "grades.csv"
    write_grades(path, results, graded.assignment)
    text = path.read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert len(rows) == len(text.splitlines()) == len(results) + 1
    assert len({len(row) for row in rows}) == 1
    for cell in (cell for row in rows for cell in row):
        number = re.fullmatch(r"-?[0-9.]*", cell)
        assert number or not unicodedata.normalize("NFKC", cell).startswith(FORMULA)
        assert _misleading(cell) == set()
    header = rows[0]
    scores = {row[header.index("student")]: row[header.index("score")] for row in rows}
    assert "eve" not in scores
    assert {s for n, s in scores.items() if n.startswith("honest")} == {"12"}


@pytest.mark.parametrize("width", [40, 100, 1000])
def test_the_table_of_the_terminal_only_has_styles_of_ours(graded, results, width):
    console = Console(file=io.StringIO(), force_terminal=True, width=width)
    console.print(results_table(results, graded.assignment, "en"))
    text = console.file.getvalue()
    plain = STYLE.sub("", text)
    assert _misleading(plain) == set()
    links = re.findall(r"\x1b\]8", text)
    assert links == []
    rows = [line for line in plain.splitlines() if "honest-" in line]
    assert len(rows) == len(SHOWN) + 1 + any("evil" in line for line in rows)
