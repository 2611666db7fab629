"""Grading in a course where nbgrader runs: its gradebook, its own commands after."""

from __future__ import annotations

import contextlib
import csv
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import time

import pytest

from tests.system import hostile
from tests.system.nbgrader_course import (
    BIN,
    SLUG,
    cell_of,
    example,
    filled,
    graded_notebook,
    hand_in,
    make_course,
    marks,
    notebook_text,
    released,
    run,
)

pytestmark = pytest.mark.system

SCORES = {
    "right": 100,
    "홍길동": 83,
    "script": 83,
    "duplicate": 100,
    "deleted": 100,
    "altered": 100,
    "richer": 100,
    "kernel": 100,
    "renamed": 100,
    "hostile": 86,
    "_img_src_x_onerror_alert_1__-63b586b4a9": 86,
}
POINTS = "select base_cell.name, max_score from base_cell join grade_cells using (id)"
GRADES = """
    select submitted_assignment.student_id, base_cell.name, auto_score, manual_score,
        extra_credit, needs_manual_grade
    from grade
    join base_cell on base_cell.id = grade.cell_id
    join submitted_notebook on submitted_notebook.id = grade.notebook_id
    join submitted_assignment
        on submitted_assignment.id = submitted_notebook.assignment_id
"""


def ask(folder, text):
    with contextlib.closing(sqlite3.connect(folder / "gradebook.db")) as database:
        return database.execute(text).fetchall()


def tell(folder, text, *values):
    with contextlib.closing(sqlite3.connect(folder / "gradebook.db")) as database:
        database.execute(text, values)
        database.commit()


def exported(folder):
    run(folder, "nbgrader", "export")
    with (folder / "grades.csv").open(newline="", encoding="utf-8") as file:
        return {row["student_id"]: row for row in csv.DictReader(file)}


def regrade(folder, *options):
    """Grade again, and return what is said of the gradebook."""
    done = run(folder, "autograder", "grade", SLUG, *options, check=False)
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr
    return [line for line in done.stdout.splitlines() if "gradebook: " in line]


@pytest.fixture
def small(place, request):
    """Return a course with two students, graded by nobody."""
    folder = make_course(place / request.node.name)
    hand_in(folder, "kim", filled(released(folder), example("right_new_naming")))
    hand_in(folder, "lee", filled(released(folder), example("wrong_no_mean")))
    yield folder
    shutil.rmtree(folder)


def test_everything_is_graded_and_said(graded):
    assert graded.done.returncode == 1, graded.done.stderr
    said = graded.done.stdout
    assert "autograded: 12 notebooks" in said
    assert "gradebook: 12 submissions: 12 new, 0 changed, 0 as they were" in said
    assert f"gradebook: {hostile.STUDENT!r} is called _img_src_x" in said


def test_the_export_has_all_scores(graded):
    rows = exported(graded.folder)
    assert {s: float(row["score"]) for s, row in rows.items()} == SCORES | {
        "corrupt": 0  # nbgrader exports nothing for nothing; see the next test
    }
    assert {float(row["max_score"]) for row in rows.values()} == {100}
    assert {row["timestamp"] for row in rows.values()} == {"2026-11-20 10:00:00"}


def test_what_could_not_be_graded_waits_for_a_human(graded):
    needs = {row[0] for row in ask(graded.folder, GRADES) if row[5]}
    assert needs == {"corrupt"}
    assert {row[2] for row in ask(graded.folder, GRADES) if row[0] == "corrupt"} == {
        None
    }
    said = notebook_text(graded_notebook(graded.folder, "corrupt"))
    assert "line 1 is not valid JSON" in said


def test_cells_are_what_nbgrader_would_have_registered(graded):
    cells = [c for c in released(graded.folder)["cells"] if marks(c)]
    points = {
        marks(c)["grade_id"]: marks(c)["points"] for c in cells if marks(c)["grade"]
    }
    assert dict(ask(graded.folder, POINTS)) == points
    assert sum(points.values()) == 100
    names = {marks(c)["grade_id"] for c in cells}
    assert {
        row[0] for row in ask(graded.folder, "select name from source_cell")
    } == names


def test_odd_notebooks_are_told(graded):
    told = {
        "duplicate": "Several cells have one name; all of them were read: "
        "`linear_forward-solution`.",
        "deleted": "Cells were missing: `compute_cost-solution`, `compute_cost`.",
        "altered": "Read-only cells were changed; they count as they were released: "
        "`compute_cost`.",
        "richer": "The points of cells were changed; they count as they were released: "
        "`compute_cost`.",
        "kernel": "The notebook names the kernel `no-such-kernel`; it is graded as "
        "Python 3.",
        "renamed": "The notebook is called `hw5.ipynb`; expected `deep_network.ipynb`.",
    }
    for student, sentence in told.items():
        assert sentence in notebook_text(graded_notebook(graded.folder, student))
        page = graded.folder / "graded" / SLUG / "feedback" / f"{student}.html"
        assert sentence.split("`")[0] in page.read_text(encoding="utf-8")


def test_what_was_altered_is_shown_as_released_and_as_handed_in(graded):
    notebook = graded_notebook(graded.folder, "altered")
    own = cell_of(released(graded.folder), "compute_cost")
    shown = cell_of(notebook, "compute_cost")
    assert "".join(shown["source"]) == "".join(own["source"])
    at = notebook["cells"].index(shown)
    assert notebook["cells"][at + 1]["source"] == ["print('full marks')"]
    assert "nbgrader" not in notebook["cells"][at + 1]["metadata"]


def test_verdicts_are_in_the_language_of_the_notebook(graded):
    korean, script = (graded_notebook(graded.folder, s) for s in ("홍길동", "script"))
    assert korean["cells"][0]["outputs"][0]["text"] == "점수: 83 / 100\n"
    said = cell_of(korean, "linear_backward")["outputs"][0]["text"]
    assert said.startswith("✗ linear_backward: 0 / 13\n")
    assert "    같은 이유" in said or "    같은 방식" in said or "원인: " in said
    assert "handed in as a script" in notebook_text(script)


def test_notebooks_are_valid_and_nothing_else_is_copied(graded):
    code = (
        "import glob, nbformat\n"
        "for f in glob.glob('autograded/*/*/*.ipynb'):\n"
        "    nbformat.validate(nbformat.read(f, 4))\n"
    )
    run(graded.folder, "python", "-W", "error", "-c", code)
    names = {p.name for p in graded.folder.glob("autograded/*/*/*")}
    assert names == {"deep_network.ipynb", "timestamp.txt", "submission_secret.txt"}


def test_feedback_is_generated_and_released_for_all(graded, feedback, place):
    folder, pages = graded.folder, feedback
    assert set(pages) == set(SCORES) | {"corrupt"}
    assert "dW and db are sums over the m examples" in pages["script"].read_text(
        "utf-8"
    )
    for student in ("hostile", "_img_src_x_onerror_alert_1__-63b586b4a9"):
        text = pages[student].read_text("utf-8")
        assert hostile.SCRIPT not in text
        assert hostile.IMAGE not in text
        assert f'"javascript:{hostile.RUN}' not in text
        assert "&lt;script&gt;window.pwned" in text
    exchange = place / "exchange-of-feedback"
    exchange.mkdir(mode=0o777)
    options = ("--course=nn", f"--Exchange.root={exchange}")
    run(folder, "nbgrader", "release_feedback", SLUG, *options)
    assert list((exchange / "nn" / "feedback").iterdir())


def test_students_are_in_nbgraders_list(graded):
    listed = run(graded.folder, "nbgrader", "db", "student", "list").stdout
    assert "There are 12 students in the database" in listed
    assert "홍길동 (None, None)" in listed


def test_its_own_generate_assignment_still_works(graded, place):
    """Its `SaveCells` refuses to change the cells of what was handed in already."""
    source = place / "source"
    (source / SLUG).mkdir(parents=True)
    shutil.copy(
        graded.folder / "assignments" / SLUG / "deep_network.ipynb", source / SLUG
    )
    before = ask(graded.folder, GRADES)
    locked = "select name, checksum from source_cell where locked order by name"
    sources = ask(graded.folder, locked)
    run(
        graded.folder,
        *("nbgrader", "generate_assignment", SLUG, "--force"),
        f"--CourseDirectory.source_directory={source}",
        f"--CourseDirectory.release_directory={place / 'released'}",
    )
    assert ask(graded.folder, GRADES) == before
    assert ask(graded.folder, locked) == sources


def test_grading_again_changes_only_what_changed(small):
    assert regrade(small)[0].startswith(
        "gradebook: 2 submissions: 2 new, 0 changed, 0 as they were"
    )
    cell = "(select id from base_cell where name = ? and type = 'GradeCell')"
    by_hand = (
        "update grade set manual_score = 9, extra_credit = 2, needs_manual_grade = 0 "
    )
    tell(small, f"{by_hand} where cell_id = {cell}", "linear_backward")
    tell(small, "update student set last_name = 'Kim' where id = 'kim'")
    notebook = small / "autograded" / "kim" / SLUG / "deep_network.ipynb"
    written = notebook.stat().st_mtime_ns
    before = ask(small, GRADES)
    assert "0 new, 0 changed, 2 as they were" in regrade(small)[0]
    assert ask(small, GRADES) == before
    assert notebook.stat().st_mtime_ns == written

    hand_in(small, "lee", filled(released(small), example("right_new_naming")))
    said = regrade(small)
    assert "0 new, 1 changed, 1 as they were" in said[0]
    assert said[1].endswith("manual one, which still counts: lee")
    after = {row[:2]: row[2:] for row in ask(small, GRADES)}
    assert after["lee", "linear_backward"] == (13, 9, 2, 1)  # a human looks again
    assert after["lee", "as_handed_in"] == (4, None, None, 0)
    same = {k: v for k, v in after.items() if k[0] == "kim"}
    assert same == {row[:2]: row[2:] for row in before if row[0] == "kim"}
    assert ask(small, "select last_name from student where id = 'kim'") == [("Kim",)]


def test_other_points_and_other_functions(small):
    """An assignment may change after submissions exist (nbgrader #1646)."""
    regrade(small)
    solution = small / "solutions" / SLUG
    for path, begin, end in (
        (solution / "assignment.yaml", "as_handed_in:", "\n"),
        (solution / "test_deep_network.py", '@grades("as_handed_in")', "\n\n\n"),
    ):
        text = path.read_text(encoding="utf-8")
        before, _, rest = text.partition(begin)
        path.write_text(before + rest.partition(end)[2], encoding="utf-8")
    regrade(small)
    assert "as_handed_in" not in dict(ask(small, POINTS))
    assert {float(r["max_score"]) for r in exported(small).values()} == {96}


def test_a_locked_gradebook_loses_nothing(small):
    regrade(small)
    with contextlib.closing(sqlite3.connect(small / "gradebook.db")) as database:
        database.execute("begin exclusive")
        hand_in(small, "kim", filled(released(small), example("wrong_no_mean")))
        done = run(small, "autograder", "grade", SLUG, check=False)
    assert done.returncode == 2
    error = done.stderr.splitlines()[-1]
    assert error.endswith(
        "the gradebook cannot be written: database is locked; nothing is lost: "
        f"autograder gradebook sync graded/{SLUG}"
    )
    said = run(small, "autograder", "gradebook", "sync", f"graded/{SLUG}").stdout
    assert "0 new, 1 changed, 1 as they were" in said


def test_a_read_only_gradebook_is_said(small):
    regrade(small)
    url = f"sqlite:///file:{small / 'gradebook.db'}?mode=ro&uri=true"
    tell(small, "update grade set auto_score = 1")
    done = run(
        small,
        *("autograder", "gradebook", "sync", f"graded/{SLUG}", "--gradebook", url),
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.rstrip().endswith("attempt to write a readonly database")


def test_a_killed_run_goes_on(small):
    for number in range(40):
        hand_in(small, f"s{number}", example("wrong_no_mean"), "deep_network.py")
    command = [BIN / "autograder", "grade", SLUG, "--jobs", "1"]
    journal = small / "graded" / SLUG / "results.jsonl"
    with subprocess.Popen(command, cwd=small, stderr=subprocess.DEVNULL) as grading:
        while not journal.is_file() or journal.read_bytes().count(b"\n") < 3:
            time.sleep(0.01)
        os.kill(grading.pid, signal.SIGKILL)
    kept = journal.read_bytes().count(b"\n")
    assert 3 <= kept < 42
    part = run(small, "autograder", "gradebook", "sync", f"graded/{SLUG}").stdout
    assert f"gradebook: {kept} submissions: {kept} new" in part
    said = regrade(small, "--resume")
    assert f"42 submissions: {42 - kept} new, 0 changed, {kept} as they were" in said[0]
    assert len(ask(small, GRADES)) == 42 * 11


def test_a_late_policy_is_in_the_gradebook(small):
    text = (small / "course.yaml").read_text(encoding="utf-8")
    (small / "course.yaml").write_text(text + "late: {per_day: 10%, cap: 50%}\n")
    path = small / "solutions" / SLUG / "assignment.yaml"
    due = "due: '2026-11-19T12:00:00+00:00'\n"  # 22 hours before
    path.write_text(due + path.read_text(encoding="utf-8"), encoding="utf-8")
    regrade(small)
    rows = exported(small)
    found = {s: (r["raw_score"], r["late_submission_penalty"]) for s, r in rows.items()}
    assert found == {"kim": ("100.0", "10.0"), "lee": ("83.0", "8.3")}
    assert rows["kim"]["duedate"] == "2026-11-19 12:00:00"
    grades = (small / "graded" / SLUG / "grades.csv").read_text("utf-8-sig")
    own = {row["student"]: row["score"] for row in csv.DictReader(grades.splitlines())}
    assert own == {"kim": "90", "lee": "74.7"}


def test_a_wrong_configuration_is_one_line(small):
    with (small / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write("\nraise ValueError('no such thing')\n")
    done = run(small, "autograder", "grade", SLUG, check=False)
    assert done.returncode == 2
    assert done.stderr == "nbgrader_config.py: no such thing\n"


def test_the_configured_database_is_used(small):
    with (small / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(f"\ncourse.db_url = 'sqlite:///{small}/other.db'\n")
    assert regrade(small)[0].endswith("other.db")
    assert (small / "other.db").is_file()
    assert not (small / "gradebook.db").exists()


def test_a_roster_is_in_the_gradebook(small):
    roster = "id,name,section\nkim,김철수,1\npark,박영희,2\n"
    (small / "roster.csv").write_text(roster, encoding="utf-8")
    regrade(small)
    found = dict(ask(small, "select id, last_name from student"))
    assert found == {"kim": "김철수", "park": "박영희", "lee": None}


def test_results_are_as_before(graded):
    """The drop-in changes nothing of what a grader reads."""
    folder = graded.folder / "graded" / SLUG
    lines = (folder / "results.jsonl").read_text(encoding="utf-8").splitlines()
    results = {line["student"]: line for line in map(json.loads, lines)}
    assert results["right"]["score"] == 100
    assert results["corrupt"]["score"] is None
    assert (folder / "report.html").is_file()
