"""The whole round through nbgrader's real exchange, with two students' folders."""

from __future__ import annotations

import csv
import json
from types import SimpleNamespace

import pytest

from tests.system.nbgrader_course import (
    MODULE,
    SLUG,
    example,
    filled,
    make_course,
    run,
)

pytestmark = pytest.mark.system

SECRET = (".autograder", "solutions", "mistakes", "assignment.yaml", "test_", ".db")
RELEASED = {  # the script is not among it: the solution's has the same name
    *("README.md", "README.ko.md", "given.py", "examples.json"),
    *("deep_network.ipynb", "deep_network.ko.ipynb"),
}


@pytest.fixture(scope="module")
def round_(place):
    """Return the folders of a course, of two students and of the exchange."""
    folder = make_course(place / "teacher")
    exchange = place / "exchange"
    exchange.mkdir(mode=0o777)
    config = (
        "\nconfig.CourseDirectory.course_id = 'nn'"
        f"\nconfig.Exchange.root = {str(exchange)!r}\n"
    )
    with (folder / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(config)
    homes = {}
    for student in ("kim", "lee"):
        homes[student] = place / student
        homes[student].mkdir()
        own = (
            f"config = get_config(){config}config.Exchange.cache = '{place}/{student}'"
        )
        (homes[student] / "nbgrader_config.py").write_text(own, encoding="utf-8")
    return SimpleNamespace(teacher=folder, exchange=exchange, homes=homes)


def as_student(round_, student, command, *more):
    name = f"--CourseDirectory.student_id={student}"
    home = round_.homes[student]
    run(home, "nbgrader", command, SLUG, name, *more, environment={"HOME": str(home)})


def fill_in(home, name, text):
    path = home / SLUG / name
    notebook = filled(json.loads(path.read_text(encoding="utf-8")), text)
    path.chmod(0o644)
    path.write_text(json.dumps(notebook), encoding="utf-8")


def test_the_whole_round(round_):
    teacher, exchange = round_.teacher, round_.exchange
    run(teacher, "autograder", "release", SLUG)
    run(teacher, "nbgrader", "release_assignment", SLUG)
    outbound = exchange / "nn" / "outbound" / SLUG
    assert {path.name for path in outbound.iterdir()} == RELEASED

    work = {
        "kim": (f"{MODULE}.ipynb", example("right_new_naming")),
        "lee": (f"{MODULE}.ko.ipynb", example("wrong_no_mean")),
    }
    for student, (name, text) in work.items():
        as_student(round_, student, "fetch_assignment")
        fill_in(round_.homes[student], name, text)
        as_student(round_, student, "submit")

    run(teacher, "nbgrader", "collect", SLUG)
    stamps = {p.parts[-3] for p in teacher.glob(f"submitted/*/{SLUG}/timestamp.txt")}
    assert stamps == {"kim", "lee"}
    said = run(teacher, "autograder", "grade", SLUG).stdout
    assert "gradebook: 2 submissions: 2 new" in said

    run(teacher, "nbgrader", "generate_feedback", SLUG)
    run(teacher, "nbgrader", "release_feedback", SLUG)
    for student in work:
        as_student(round_, student, "fetch_feedback")
        home = round_.homes[student] / SLUG / "feedback"
        (page,) = home.glob(f"*/{MODULE}.html")
        text = page.read_text(encoding="utf-8")
        assert {"kim": "Score: 100 / 100", "lee": "점수: 83 / 100"}[student] in text

    run(teacher, "nbgrader", "export")
    with (teacher / "grades.csv").open(newline="", encoding="utf-8") as file:
        scores = {r["student_id"]: float(r["score"]) for r in csv.DictReader(file)}
    assert scores == {"kim": 100, "lee": 83}

    passed = [str(p.relative_to(exchange)) for p in exchange.rglob("*")]
    assert len(passed) > len(RELEASED)
    assert not [path for path in passed if any(name in path for name in SECRET)]
    reference = (teacher / "solutions" / SLUG / f"{MODULE}.py").read_bytes()
    files = [p for p in outbound.iterdir() if p.is_file()]
    assert not [p.name for p in files if p.read_bytes() == reference]
    assert not [p.name for p in files if b"BEGIN SOLUTION" in p.read_bytes()]
