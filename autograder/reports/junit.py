"""The results as JUnit XML: a suite per submission, a case per check."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from autograder.checks.feedback import render_text
from autograder.messages import Language
from autograder.model import (
    Assignment,
    CheckResult,
    FunctionResult,
    Outcome,
    SubmissionResult,
)
from autograder.reports.grades_csv import number
from autograder.reports.labels import function_label, labels
from autograder.reports.summary import headline
from autograder.reports.text import one_line, plain
from autograder.reports.writing import write_whole

FILE = "junit.xml"


def write_junit(
    path: Path,
    results: Sequence[SubmissionResult],
    assignment: Assignment,
    language: Language,
) -> None:
    """Write JUnit XML; what could not be graded is an error, never a failure.

    Characters that XML cannot hold, or that mislead the eye, are shown as others.
    """
    root = Element("testsuites", name=one_line(assignment.slug))
    for result in results:
        root.append(_suite(result, assignment, language))
    for what in ("tests", "failures", "errors"):
        root.set(what, str(sum(int(suite.get(what, 0)) for suite in root)))
    root.set("time", _seconds(sum(result.seconds for result in results)))
    indent(root)
    write_whole(path, tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")


def _suite(
    result: SubmissionResult, assignment: Assignment, language: Language
) -> Element:
    language = result.language or language
    suite = Element("testsuite", name=one_line(result.student))
    properties = SubElement(suite, "properties")
    for name, value in _properties(result):
        SubElement(properties, "property", name=name, value=one_line(value))
    for name, function in result.functions.items():
        suite.extend(_cases(assignment, name, function, language))
    if not result.functions:
        suite.append(_not_graded(result, assignment, language))
    told = [*(result.late.lines if result.late else ()), *result.notes]
    if told:
        SubElement(suite, "system-out").text = plain("\n".join(told))
    for what, tag in (("tests", "."), ("failures", "failure"), ("errors", "error")):
        found = suite.findall("testcase" if tag == "." else f"testcase/{tag}")
        suite.set(what, str(len(found)))
    suite.set("time", _seconds(result.seconds))
    return suite


def _properties(result: SubmissionResult) -> list[tuple[str, str]]:
    return [
        ("score", number(result.score)),
        ("max_score", number(result.max_score)),
        ("file", result.file),
        ("sandbox", result.sandbox),
        ("round", result.round),
    ]


def _cases(
    assignment: Assignment, name: str, function: FunctionResult, language: Language
) -> list[Element]:
    """Return a case per check; what earns points without a check is one case."""
    place = f"{assignment.slug}.{name}"
    if not function.checks:
        return [_case(place, function_label(name, language))]
    return [_of_check(place, check, language) for check in function.checks]


def _of_check(place: str, check: CheckResult, language: Language) -> Element:
    case = _case(place, f"{check.title} [{check.id}]")
    if check.outcome is Outcome.PASSED:
        return case
    failed = check.outcome is Outcome.FAILED
    said = check.feedback
    told = SubElement(
        case,
        "failure" if failed else "error",
        message=one_line(headline(check)),
        type=said.symptom if said else str(check.outcome),
    )
    told.text = plain(render_text(said, language) if said else check.title)
    return case


def _not_graded(
    result: SubmissionResult, assignment: Assignment, language: Language
) -> Element:
    words = labels(language)
    case = _case(assignment.slug, result.file)
    reason = result.error or words["could_not_grade"]
    told = SubElement(case, "error", message=one_line(reason), type=str(result.outcome))
    told.text = plain(f"{reason}\n{words['no_score']}")
    return case


def _case(place: str, name: str) -> Element:
    return Element("testcase", classname=one_line(place), name=one_line(name))


def _seconds(seconds: float) -> str:
    return f"{seconds:.3f}"
