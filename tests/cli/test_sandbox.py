from __future__ import annotations

from types import SimpleNamespace

import pytest

DENIED = {"read a hidden file": "denied (EACCES)", "be [root]": "denied (EPERM)"}


@pytest.fixture
def examination(replace_module):
    """What the examination of this machine says."""
    found = SimpleNamespace(level="landlock", acts=dict(DENIED), problems=[])
    replace_module("autograder.grading.examination", examine=lambda: found)
    return found


def test_holds(run, examination):
    result = run("sandbox")
    assert result.exit_code == 0
    assert "read a hidden file        denied (EACCES)" in result.stdout
    assert "be [root]                 denied (EPERM)" in result.stdout
    assert result.stdout.splitlines()[-1] == "sandbox: landlock: holds"


def test_an_open_act_is_1(run, examination):
    examination.acts["be [root]"] = "OPEN"
    result = run("sandbox")
    assert result.exit_code == 1
    assert "be [root]                 OPEN" in result.stdout
    assert result.stderr == "sandbox: landlock: does not hold\n"


def test_what_is_missing_is_said(run, examination):
    examination.level, examination.acts = "none", {}
    examination.problems.append("Landlock: expected version 1 or newer, got none")
    result = run("sandbox")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "Landlock: expected version 1 or newer, got none\n"
        "sandbox: none: does not hold\n"
    )
