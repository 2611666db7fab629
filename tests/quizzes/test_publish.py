from __future__ import annotations

import csv
import json
import shutil
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from autograder.course.roster import Student
from autograder.course.secret import existing_secret
from autograder.errors import AuthoringError, AutograderError
from autograder.quizzes.history import History
from autograder.quizzes.manifest import Manifest, published_folder
from autograder.quizzes.paper_notebook import read_paper_notebook
from autograder.quizzes.papers import make_paper
from autograder.quizzes.practice import PRACTICE, judge_of
from autograder.quizzes.publish import Options, publish, stem_of
from autograder.quizzes.variants import Sitting
from autograder.reports.text import file_name

CLASS = (Student("0012", "김민준", "A", "ko"), Student("s2", "Ann", "B", "en"))


@pytest.fixture
def run(course, quiz):
    """Return a function that publishes the quiz to the class, or to others."""

    def published(students=CLASS, out=None, course=course, quiz=quiz, **options):
        out = out or published_folder(course, quiz.quiz)
        return publish(course, quiz, students, out, Options(**options))

    return published


@pytest.fixture
def folder(course):
    return published_folder(course, "week5")


def files_in(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in (".lock", "keys.jsonl")
    }


def test_everybody_gets_a_notebook_and_a_page(run, course, folder, quiz):
    done = run()
    assert (len(done.new), done.there, done.left_out) == (2, 0, ())
    assert done.folder == folder / "papers"
    assert list(files_in(folder)) == [
        "manifest.jsonl",
        "papers/0012/week5.html",
        "papers/0012/week5.ipynb",
        "papers/s2/week5.html",
        "papers/s2/week5.ipynb",
        "papers.csv",
    ]
    papers = Manifest.read(folder).papers
    assert tuple(papers.values()) == done.new
    secret = existing_secret(course.root)
    for paper in papers.values():
        sitting = Sitting(secret, paper.term, paper.student)
        assert make_paper(quiz, sitting, paper.language).id == paper.id
        files = [folder / f"{stem_of(paper)}.{kind}" for kind in ("ipynb", "html")]
        assert read_paper_notebook(files[0].read_bytes(), "x").paper == paper.id
        assert paper.id in files[1].read_text(encoding="utf-8")
    first, second = papers.values()
    assert (first.language, second.language) == ("ko", "en")
    assert first.variants[0].ask.startswith("유닛")


def test_the_table_for_letters(run, folder):
    run((Student("=1+1", "@김", "A", "ko"), CLASS[1]), blank=1)
    raw = (folder / "papers.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
    numbers = list(Manifest.read(folder).papers)
    assert rows == [
        ["student", "name", "section", "paper", "file"],
        ["'=1+1", "'@김", "A", numbers[0], f"papers/{file_name('=1+1')}/week5.ipynb"],
        ["s2", "Ann", "B", numbers[1], "papers/s2/week5.ipynb"],
        ["", "", "", numbers[2], "papers/blank/01.ipynb"],
    ]


def test_published_again_nothing_changes(run, quiz, folder):
    run(blank=1)
    before = files_in(folder)
    edited = [quiz.items[0].model_copy(update={"rev": 2}), *quiz.items[1:]]
    done = run(quiz=quiz.model_copy(update={"items": edited}), blank=1)
    assert (done.new, done.there) == ((), 3)
    assert files_in(folder) == before


def test_missing_files_come_back_as_they_were(run, quiz, folder):
    run(blank=1)
    before = files_in(folder)
    (folder / "papers" / "s2" / "week5.html").unlink()
    shutil.rmtree(folder / "papers" / "0012")
    done = run((), quiz=quiz.model_copy(update={"items": quiz.items[:1]}))
    assert (done.new, done.there) == ((), 3)
    assert files_in(folder) == before


def test_new_students_are_added(run, folder):
    run(CLASS[:1])
    before = files_in(folder)
    done = run((Student("s9"), *CLASS))
    assert [paper.student for paper in done.new] == ["s9", "s2"]
    after = files_in(folder)
    assert {name: after[name] for name in before if name.startswith("papers/")} == {
        name: raw for name, raw in before.items() if name.startswith("papers/")
    }
    assert after["manifest.jsonl"].startswith(before["manifest.jsonl"])


def test_a_run_that_was_killed_is_finished_by_the_next(run, course, quiz, folder):
    def stop(papers):
        yield papers[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(course, quiz, CLASS, folder, None, stop)
    made = list(Manifest.read(folder).papers)
    assert len(made) == 2
    done = run()
    assert (done.new, done.there) == ((), 2)
    assert list(Manifest.read(folder).papers) == made
    assert "papers/s2/week5.ipynb" in files_in(folder)


def test_a_student_is_the_same_however_the_id_is_spelled(run):
    run((Student("가"),))
    assert run((Student(" \u1100\u1161"),)).new == ()


def test_spare_papers(run, folder):
    done = run(blank=2)
    assert [paper.sitting for paper in done.new] == ["", "", "blank-1", "blank-2"]
    assert len(run(blank=3).new) == 1
    assert run(blank=1).new == ()
    spare = Manifest.read(folder).of("")
    assert len({paper.id for paper in spare}) == 3
    assert {paper.language for paper in spare} == {"en"}
    names = [name for name in files_in(folder) if "blank" in name]
    assert names == [
        f"papers/blank/0{n}.{kind}" for n in (1, 2, 3) for kind in ("html", "ipynb")
    ]


def test_the_language_of_all(run):
    done = run(language="ko", blank=1)
    assert {paper.language for paper in done.new} == {"ko"}


def test_another_folder_to_hand_out(run, folder, tmp_path):
    done = run(out=tmp_path / "usb")
    assert done.folder == tmp_path / "usb" / "papers"
    assert list(files_in(folder)) == ["manifest.jsonl"]
    assert "papers/s2/week5.html" in files_in(tmp_path / "usb")
    assert run().new == ()


def test_items_are_kept_as_they_were_asked(run, quiz, folder):
    run()
    kept = History.read(folder).definitions
    assert [one.item for one in kept] == [item.id for item in quiz.items]


def test_times_of_a_student_are_on_the_paper(run, course, folder):
    (course.root / "extensions.csv").write_text(
        "student,quiz,opens,closes\n"
        "s2,week5,2026-12-02T13:00:00+09:00,2026-12-02T14:00:00+09:00\n"
    )
    run(blank=1)
    texts = {
        name: (folder / "papers" / f"{name}.ipynb").read_text(encoding="utf-8")
        for name in ("0012/week5", "s2/week5", "blank/01")
    }
    assert "2026-12-02 13:00" in texts["s2/week5"]
    assert "2026-12-01 10:00" in texts["0012/week5"]
    assert "2026-12-01 10:00" in texts["blank/01"]


def test_without_a_calendar(run, course, folder):
    run(course=replace(course, quizzes={}))
    text = (folder / "papers" / "s2" / "week5.ipynb").read_text(encoding="utf-8")
    assert "2026-12" not in text
    with pytest.raises(AutograderError, match=r"^attempt: expected at most 1, as "):
        run(course=replace(course, quizzes={}), attempt=2)


def test_a_second_attempt_needs_the_calendar_or_an_extension(run, course, folder):
    first = run().new
    with pytest.raises(AutograderError) as caught:
        run(attempt=2)
    assert str(caught.value) == (
        "attempt: expected at most 1, as course.yaml and extensions.csv allow, got 2"
    )
    (course.root / "extensions.csv").write_text("student,quiz,attempt\ns2,week5,2\n")
    done = run(attempt=2)
    assert [(paper.student, paper.attempt) for paper in done.new] == [("s2", 2)]
    assert done.left_out == ("0012",)
    assert done.new[0].variants[0].params != first[1].variants[0].params
    assert (folder / "papers" / "s2" / "week5-2.ipynb").is_file()
    assert run(attempt=2).new == ()
    every = {"week5": replace(course.quizzes["week5"], attempts=2)}
    assert len(run(course=replace(course, quizzes=every), attempt=2).new) == 1


@pytest.mark.parametrize("options", [{"attempt": 2}, {"practice": True}])
def test_spare_papers_are_of_the_first_attempt(run, options):
    with pytest.raises(
        AutograderError, match=r"^blank: expected none but for the first attempt$"
    ):
        run(blank=1, **options)


def test_a_secret_that_is_gone(run, course, quiz, folder):
    run()
    before = files_in(folder)
    (course.root / ".autograder" / "secret").unlink()
    for week in ("week5", "week6"):
        with pytest.raises(AutograderError, match=r"secret: expected the secret of "):
            run((Student("s9"),), quiz=quiz.model_copy(update={"quiz": week}))
    assert files_in(folder) == before


def test_papers_of_another_term(run, course):
    run()
    with pytest.raises(AutograderError) as caught:
        run(course=replace(course, term="2027-spring"))
    assert str(caught.value) == (
        "published/week5: expected papers of '2027-spring', got papers of "
        "'2026-fall': move the folder to where you keep that term"
    )


def test_an_item_that_cannot_be_shown(run, quiz, folder):
    params = {"n": "randint(5, 2)", "m": 3}
    broken = quiz.items[0].model_copy(update={"params": params})
    with pytest.raises(AuthoringError) as caught:
        run(quiz=quiz.model_copy(update={"items": [broken]}))
    assert str(caught.value) == (
        "week5: expected a paper for 0012, got an error: randint(5, 2): ValueError: "
        "expected low <= high, got randint(5, 2); see autograder quiz lint week5"
    )
    assert Manifest.read(folder).papers == {}


def test_no_key_leaves_the_manifest(run, folder):
    run(blank=1)
    for name, raw in files_in(folder / "papers").items():
        text = raw.decode()
        for key in ("good", "worse", "weights", "swapped", "Rows are units"):
            assert f'"{key}' not in text, name
            assert f"&#34;{key}" not in text, name


# Practice


@pytest.fixture
def closed(course):
    """The course after its quiz, two attempts long ago."""
    opens = datetime.now().astimezone() - timedelta(days=9)
    window = replace(
        course.quizzes["week5"], opens=opens, closes=opens + timedelta(minutes=20)
    )
    return replace(course, quizzes={"week5": window})


def test_practice_comes_after_everybodys_quiz(run, course, closed):
    opens = datetime.now().astimezone() - timedelta(minutes=1)
    window = replace(
        course.quizzes["week5"], opens=opens, closes=opens + timedelta(days=1)
    )
    open_now = replace(course, quizzes={"week5": window})
    with pytest.raises(AutograderError, match=r"^week5: expected a quiz whose keys "):
        run(course=open_now, practice=True)
    tomorrow = (datetime.now().astimezone() + timedelta(days=1)).isoformat()
    (course.root / "extensions.csv").write_text(
        f"student,quiz,closes\ns2,week5,{tomorrow}\n"
    )
    with pytest.raises(AutograderError, match=r"^week5: expected a quiz whose keys "):
        run(course=closed, practice=True)


def test_practice_papers_have_other_variants_and_all_keys(run, closed, folder):
    counted = run(course=closed)
    done = run(course=closed, practice=True)
    assert (len(done.new), done.there) == (2, 0)
    assert done.folder == folder / "practice"
    names = [name for name in files_in(folder) if name.startswith("practice/")]
    assert names == [
        f"practice/{student}/week5-practice-1.{kind}"
        for student in ("0012", "s2")
        for kind in ("html", "ipynb")
    ]
    page = (folder / names[2]).read_text(encoding="utf-8")
    assert "Rows are units." in page
    notebook = json.loads((folder / names[3]).read_text(encoding="utf-8"))
    judge = judge_of(notebook["metadata"]["autograder"][PRACTICE])
    assert judge.paper == done.new[1]
    judge.close()
    asked = [paper.variants[0].params for paper in (*counted.new, *done.new)]
    assert asked[0] != asked[2] or asked[1] != asked[3]
    assert len(Manifest.read(folder).papers) == 2


def test_practice_again(run, closed):
    closed = replace(closed, quizzes={})
    first = run(course=closed, practice=True)
    again = run(course=closed, practice=True)
    assert (again.new, again.there) == ((), 2)
    second = run(course=closed, practice=True, attempt=2)
    assert [paper.sitting for paper in second.new] == ["practice-2"] * 2
    assert {paper.id for paper in first.new}.isdisjoint(p.id for p in second.new)
