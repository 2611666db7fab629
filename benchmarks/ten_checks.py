"""A course with the first check of each function: what nbgrader's notebook grades."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from benchmarks.workload import ROOT, SLUG, SOLUTION, Workload

KEEP = """

_FIRST = {names}
for _name, _test in list(globals().items()):
    if _name.startswith("test_") and _name not in _FIRST:
        del globals()[_name]
for _name in _FIRST:
    globals()[_name].pytestmark = [
        pytest.mark.parametrize(mark.args[0], mark.args[1][:1]).mark
        if mark.name == "parametrize"
        else mark
        for mark in globals()[_name].pytestmark
    ]
"""


def make_course(folder: Path, workload: Workload) -> Path:
    """Write a course in which week 5 has the first check of each function only."""
    course = folder / "ten"
    shutil.copytree(SOLUTION, course / "solutions" / SLUG)
    shutil.copy(ROOT / "course.yaml", course)
    names = {name.partition("[")[0] for name in workload.first_checks}
    solution = course / "solutions" / SLUG
    (checks,) = solution.glob("test_*.py")
    text = checks.read_text(encoding="utf-8") + KEEP.format(names=sorted(names))
    checks.write_text(text, encoding="utf-8")
    settings = solution / "assignment.yaml"
    content = yaml.safe_load(settings.read_text(encoding="utf-8"))
    del content["as_handed_in"]
    settings.write_text(yaml.safe_dump(content), encoding="utf-8")
    return course
