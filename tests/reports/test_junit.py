from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.model import FunctionResult, Lateness, Outcome
from autograder.reports.junit import write_junit

ATTRIBUTES = {
    "testsuites": {"name", "tests", "failures", "errors", "time"},
    "testsuite": {"name", "tests", "failures", "errors", "time"},
    "properties": set(),
    "property": {"name", "value"},
    "testcase": {"classname", "name"},
    "failure": {"message", "type"},
    "error": {"message", "type"},
    "system-out": set(),
}
CHILDREN = {
    "testsuites": {"testsuite"},
    "testsuite": {"properties", "testcase", "system-out"},
    "properties": {"property"},
    "testcase": {"failure", "error"},
}
EVIL = "]]><script>&\"'\x1b[2J\u202e\x00\ud800\ufffe\r\n\tend"


def check_structure(element):
    """Check what the usual schema says: who is in whom, and with which attributes."""
    assert set(element.attrib) == ATTRIBUTES[element.tag]
    for name in {"tests", "failures", "errors"} & set(element.attrib):
        assert element.attrib[name].isdigit()
    if "time" in element.attrib:
        assert float(element.attrib["time"]) >= 0
    for child in element:
        assert child.tag in CHILDREN[element.tag]
        check_structure(child)


@pytest.fixture
def suites(tmp_path, assignment):
    """Return a function that writes JUnit XML and returns its root."""

    def write(results, language="en"):
        path = tmp_path / "out" / "junit.xml"
        write_junit(path, results, assignment, language)
        raw = path.read_bytes()
        assert raw.startswith(b"<?xml version='1.0' encoding='utf-8'?>\n")
        root = ElementTree.fromstring(raw)
        check_structure(root)
        return root

    return write


def test_a_suite_per_submission_and_a_case_per_check(suites, results):
    root = suites(results)
    assert root.attrib == {
        "name": "week5_deep_network",
        "tests": "25",
        "failures": "6",
        "errors": "1",
        "time": "0.090",
    }
    assert [
        (s.get("name"), s.get("tests"), s.get("failures"), s.get("errors"))
        for s in root
    ] == [("s01", "12", "0", "0"), ("s02", "12", "6", "0"), ("s03", "1", "0", "1")]
    properties = {p.get("name"): p.get("value") for p in root[1].iter("property")}
    assert properties == {
        "score": "54.66666667",
        "max_score": "100",
        "file": "s02/deep_network.py",
        "sandbox": "namespaces",
        "round": "0123456789abcdef",
    }


def test_a_failure_says_what_the_feedback_says(suites, wrong):
    (first, *_) = suites([wrong]).iterfind("testsuite/testcase[failure]")
    assert first.get("classname") == "week5_deep_network.relu"
    assert first.get("name") == "what relu returns [test_relu]"
    assert first[0].attrib == {
        "message": "`relu` raised AttributeError",
        "type": "raised",
    }
    assert first[0].text.splitlines()[1:] == [
        "    deep_network.ipynb, cell 9, line 2, in relu",
        "        return np.maxium(0, Z)",
        "    module 'numpy' has no attribute 'maxium'",
        "  cause: there is an attribute with a similar name: 'maximum'",
    ]


def test_what_could_not_be_run_is_an_error(suites, make, right, unreadable):
    lost = make.check("relu", Outcome.COULD_NOT_GRADE)
    function = FunctionResult(0, 20, (lost,))
    root = suites([replace(right, functions={"relu": function}), unreadable])
    first, second = root.iter("error")
    assert first.attrib == {"message": "what relu returns", "type": "could-not-grade"}
    assert second.attrib == {
        "message": "the notebook is not JSON: line 1, column 5",
        "type": "could-not-grade",
    }


def test_what_is_earned_without_a_check_is_a_case(suites, right):
    functions = {"presence": FunctionResult(10, 10)}
    (case,) = suites([replace(right, functions=functions)]).iter("testcase")
    assert case.attrib == {
        "classname": "week5_deep_network.presence",
        "name": "handed in",
    }
    assert len(case) == 0


def test_lateness_and_notes_are_the_output(suites, right):
    due = datetime(2026, 12, 1, tzinfo=UTC)
    late = Lateness(due, 86400.0, 1, 0.1, ("due …: 1 day late",))
    (out,) = suites([replace(right, late=late, notes=("a note",))]).iter("system-out")
    assert out.text == "due …: 1 day late\na note"
    assert not list(suites([right]).iter("system-out"))


def test_text_of_students_stays_text(suites, make, right):
    said = replace(make.raised, headline=EVIL, evidence=(EVIL,))
    checks = (replace(make.check("relu", Outcome.FAILED, said), title=EVIL),)
    functions = {"relu": FunctionResult(0, 20, checks)}
    (suite,) = suites(
        [replace(right, student=EVIL, file=EVIL, functions=functions, notes=(EVIL,))]
    )
    shown = "]]><script>&\"'␛[2J\ufffd␀\ufffd\ufffd end"
    assert suite.get("name") == shown
    failure = suite.find("testcase/failure")
    assert failure.get("message") == shown
    assert failure.text.startswith("]]><script>&\"'␛[2J")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(), min_size=1))
def test_any_text_can_be_written(suites, make, unreadable, text):
    said = replace(make.raised, headline=text, cause=text, hint=text, call=text)
    checks = (replace(make.check("relu", Outcome.FAILED, said), title=text, id=text),)
    functions = {"relu": FunctionResult(0, 20, checks)}
    graded = make.submission(text, functions, notes=(text,), file=text)
    suites([graded, replace(unreadable, student=text, error=text)])


def test_nothing_was_handed_in(suites):
    assert suites([]).attrib["tests"] == "0"
