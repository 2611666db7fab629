"""The how-to for GitHub Actions: its workflow, and the step that grades."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from autograder.sandbox.selftest import missing_features

ROOT = Path(__file__).parents[2]
HOW_TO = ROOT / "examples" / "github"
SUBMISSIONS = ROOT / "examples" / "submissions"
TEXT = (HOW_TO / "grade.yml").read_text(encoding="utf-8")
(JOB,) = yaml.safe_load(TEXT)["jobs"].values()
STEPS = {step.get("name", "Check out"): step for step in JOB["steps"]}


def test_the_sandbox_is_on_and_tried_before_anything_is_graded():
    assert list(STEPS) == [
        "Check out",
        "Install",
        "What the sandbox holds here",
        "Collect",
        "Grade",
        "Keep the results",
    ]
    assert STEPS["What the sandbox holds here"]["run"] == "autograder sandbox"
    assert "unsafe" not in TEXT
    assert "://" not in TEXT


def test_the_token_is_in_one_step_only():
    with_token = [name for name, step in STEPS.items() if "secrets." in str(step)]
    assert with_token == ["Collect"]


def test_no_step_puts_text_of_others_into_a_script():
    assert not any("${{" in step.get("run", "") for step in STEPS.values())


@pytest.fixture
def course(tmp_path):
    """The course as the workflow checks it out, and a stand-in for gh."""
    tmp_path.chmod(0o755)
    (tmp_path / "course.yaml").symlink_to(ROOT / "course.yaml")
    (tmp_path / "solutions").symlink_to(ROOT / "solutions")
    tools = tmp_path / "tools"
    tools.mkdir()
    gh = tools / "gh"
    gh.write_text(f'#!/bin/sh\ncp -r "{SUBMISSIONS}/${{3#*/}}" "$4"\n')
    gh.chmod(0o755)
    (tmp_path / "handed-in").mkdir()
    return tmp_path


def run(course, name, **changes):
    path = os.pathsep.join(
        [str(course / "tools"), str(Path(sys.prefix, "bin")), os.environ["PATH"]]
    )
    return subprocess.run(
        ["bash", "-e", "-c", STEPS[name]["run"]],
        cwd=course,
        env={**os.environ, "PATH": path, **changes},
        capture_output=True,
        text=True,
        check=False,
    )


def test_repositories_are_collected_by_student(course):
    (course / "students.csv").write_text(
        "student,repository\r\n20261234,class/stub\r\n김민수,class/right_table\r\n"
        "20269999,class/no-such-repository\r\n"
    )
    done = run(course, "Collect")
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (course / "handed-in").iterdir()) == [
        "20261234",
        "김민수",
    ]
    assert done.stdout.splitlines() == [
        "::warning::20269999: class/no-such-repository could not be cloned"
    ]


@pytest.mark.slow
@pytest.mark.skipif(bool(missing_features()), reason="needs a sandbox")
def test_a_class_is_graded(course):
    for name in ("stub", "right_table", "not_a_notebook"):
        shutil.copytree(SUBMISSIONS / name, course / "handed-in" / name)
    done = run(course, "Grade", ASSIGNMENT="week5_deep_network")
    assert done.returncode == 1, done.stderr  # one could not be graded
    suites = ElementTree.parse(course / "graded" / "junit.xml").getroot()
    scores = {
        suite.get("name"): suite.find("properties/property[@name='score']").get("value")
        for suite in suites
    }
    assert scores == {"not_a_notebook": "", "right_table": "100", "stub": "0"}
    rounds = {p.get("value") for p in suites.iterfind(".//property[@name='round']")}
    assert len(rounds) == 3


def test_the_readme_names_every_file():
    readme = (HOW_TO / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`(\w+\.\w+)`", readme)) >= {"grade.yml", "students.csv"}
