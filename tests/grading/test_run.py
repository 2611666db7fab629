from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from autograder.course.assignment import read_assignment
from autograder.errors import AuthoringError, AutograderError, SandboxUnavailableError
from autograder.grading import cluster, job
from autograder.grading.journal import FILE, Journal
from autograder.grading.run import Hooks, Options, grade
from autograder.messages import Message
from autograder.model import Graded, SubmissionResult
from autograder.sandbox import opening, selftest
from autograder.sandbox.confined import ConfinedSandbox
from autograder.sandbox.opening import open_sandbox

pytestmark = pytest.mark.slow

BLANK = SubmissionResult(
    student="",
    assignment="tiny",
    file="",
    sha256="",
    outcome=Graded.GRADED,
    score=13.0,
    max_score=13.0,
    seconds=0.0,
    sandbox="landlock",
    round="",
)
WRONG = "def cost(A, Y, scale=0.5):\n    return 1.5"


@pytest.fixture
def shared(monkeypatch, sandbox):
    """Let runs share the workers of the whole test run."""
    monkeypatch.setattr(job, "open_sandbox", lambda **_: sandbox)


@pytest.fixture
def handed(submission, solution):
    """Three submissions: right, wrong, and one that cannot be read."""
    return [
        submission(solution(), "s01"),
        submission(solution(cost=WRONG), "s02"),
        submission("", "s03", problem=Message("`{file}` is empty.", file="tiny.py")),
    ]


@pytest.fixture
def run(course, tmp_path):
    def grade_them(
        submissions, on_result=lambda _: None, on_kept=lambda _: None, **options
    ):
        options = Options(**{"jobs": 1} | options)
        out = tmp_path / "out"
        hooks = Hooks(on_result=on_result, on_kept=on_kept)
        return grade(course.assignment, submissions, out, options, hooks)

    return grade_them


@pytest.fixture
def journal(tmp_path):
    return Journal(tmp_path / "out" / FILE)


@pytest.fixture
def summary(course):
    """An assignment of the same course that is graded by presence."""
    folder = course.root / "solutions" / "week9_summary"
    folder.mkdir()
    (folder / "assignment.yaml").write_text(
        "title: {en: A summary, ko: 요약}\ngraded: presence\npoints: 10\n", "utf-8"
    )
    return read_assignment(folder)


def test_presence_needs_no_sandbox(summary, tmp_path, submission, monkeypatch):
    monkeypatch.setattr(selftest, "missing_features", lambda: ["Landlock is missing"])
    handed = [submission("", "s01"), submission("", "s02")]
    results = grade(summary, handed, tmp_path / "out", Options())
    assert [(r.student, r.score) for r in results] == [("s01", 10), ("s02", 10)]
    again = grade(summary, handed, tmp_path / "out", Options(resume=True))
    assert again == results
    assert Journal(tmp_path / "out" / FILE).read() == results


def test_every_result_is_settled_before_it_is_written(
    summary, tmp_path, submission, journal
):
    def half(submission, result):
        return replace(result, score=result.max_score / 2, earned=result.max_score)

    def none(submission, result):
        return replace(result, score=0.0, earned=result.max_score)

    handed, told = [submission("", "s01")], []
    out = tmp_path / "out"
    (first,) = grade(
        summary, handed, out, Options(), Hooks(half, on_result=told.append)
    )
    assert (first.score, first.earned) == (5, 10)
    assert journal.read() == told == [first]
    hooks = Hooks(none, on_result=told.append)
    (again,) = grade(summary, handed, out, Options(resume=True), hooks)
    assert (again.score, journal.read()) == (0, [again])


def test_each_submission_may_have_a_round_of_its_own(shared, run, handed):
    first = run(handed, own_rounds=True)
    assert [r.score for r in first] == [13, 10, None]
    assert len({r.round for r in first}) == 3
    again = run(handed, own_rounds=True, resume=True)
    assert again[:2] == first[:2]
    assert again[2].round not in {r.round for r in first}


@pytest.mark.parametrize(("own_rounds", "rounds"), [(False, 1), (True, 3)])
def test_a_cluster_grades_in_the_place_of_processes(
    shared, run, journal, handed, monkeypatch, own_rounds, rounds
):
    class Here:
        def __init__(self, address, wanted):
            assert (address, wanted.job.language) == ("tcp://host:8786", "ko")

        def grade_all(self, jobs, submissions):
            for position, pair in enumerate(zip(jobs, submissions, strict=False)):
                yield position, job.grade_one(*pair)

    monkeypatch.setattr(cluster, "Cluster", Here)
    options = {"language": "ko", "own_rounds": own_rounds}
    results = run(handed, scheduler="tcp://host:8786", **options)
    assert [r.score for r in results] == [13, 10, None]
    assert journal.read() == results
    assert len({r.round for r in results}) == rounds


def test_results_come_in_order_and_stand_in_the_journal(shared, run, journal, handed):
    told = []
    results = run(handed, told.append)
    assert [(r.student, r.outcome.value, r.score) for r in results] == [
        ("s01", "graded", 13),
        ("s02", "graded", 10),
        ("s03", "could-not-grade", None),
    ]
    assert results[2].error == "`tiny.py` is empty."
    assert told == results
    assert journal.read() == results
    assert len({r.round for r in results}) == 1
    assert len({r.key for r in results}) == 3


def test_a_course_has_a_secret_after_the_first_run(shared, run, course, handed):
    run(handed[:1])
    assert len((course.root / ".autograder" / "secret").read_bytes()) == 32


def test_a_new_run_draws_a_new_round_and_forgets_the_old_one(
    shared, run, journal, handed
):
    first, second = run(handed[:1]), run(handed[1:2])
    assert first[0].round != second[0].round
    assert journal.read() == second


def test_no_submission_at_all(shared, run, journal):
    assert run([], jobs=2) == []
    assert journal.path.read_bytes() == b""


def test_a_resumed_run_makes_again_only_what_it_must(
    shared, run, journal, handed, submission, solution
):
    before = run(handed)
    changed = replace(handed[1], sha256="1", cells=handed[0].cells)
    new = submission(solution(), "s04")
    with journal.path.open("ab") as file:
        file.write(b'{"student": "half')
    told = []
    results = run([new, changed, handed[0], handed[2]], told.append, resume=True)
    assert [(r.student, r.score) for r in results] == [
        ("s04", 13),
        ("s02", 13),
        ("s01", 13),
        ("s03", None),
    ]
    assert results[2] == before[0]
    assert told[0] == before[0]
    assert {r.round for r in results} == {before[0].round}
    assert sorted(journal.read(), key=lambda r: r.student) == sorted(
        results, key=lambda r: r.student
    )


@pytest.fixture
def kept(monkeypatch, run, handed):
    """Return a function that grades all again, and says how many it kept.

    No sandbox and no check takes part in this: whatever is graded is right.
    """

    def mark(job, submissions, jobs):
        for position, one in enumerate(submissions):
            yield position, replace(BLANK, student=one.student, round=job.inputs.name)

    monkeypatch.setattr("autograder.grading.run.grade_all", mark)
    run(handed)

    def again(submissions=handed, **options):
        counts = []
        run(submissions, on_kept=counts.append, resume=True, **options)
        return counts

    return again


def test_unchanged_results_are_kept(kept):
    assert kept() == [3]


def test_a_new_run_keeps_nothing_and_does_not_say_so(run, kept, handed):
    counts = []
    run(handed, on_kept=counts.append)
    assert counts == []


def test_a_changed_submission_is_graded_again(kept, handed):
    changed = replace(handed[1], sha256="1")
    assert kept([handed[0], changed, handed[2]]) == [2]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("tiny.py", "\n"),
        ("test_tiny.py", "\n"),
        ("given.py", "\n"),
        ("mistakes.py", "\n"),
        ("assignment.yaml", "# why\n"),
        ("data/new.csv", "1"),
    ],
)
def test_after_a_change_of_the_assignment_all_are_graded_again(
    kept, course, name, text
):
    path = course.folder / name
    course.write(name, path.read_text("utf-8") + text if path.is_file() else text)
    assert kept() == [0]
    assert kept() == [3]


def test_after_a_change_of_a_used_assignment_all_are_graded_again(
    monkeypatch, course, run, handed, kept
):
    folder = course.root / "solutions"
    for week, uses in (("week1", ""), ("week2", "uses: {week1: [linear]}\n")):
        shutil.copytree(course.folder, folder / week)
        text = (folder / week / "assignment.yaml").read_text("utf-8")
        (folder / week / "assignment.yaml").write_text(
            text.replace("linear: {", "own: {").replace("[linear]", "[own]") + uses
            if uses
            else text,
            "utf-8",
        )
    text = (course.folder / "assignment.yaml").read_text("utf-8")
    course.write("assignment.yaml", f"{text}uses: {{week2: [cost]}}\n")
    course.change("assignment.yaml", "  cost: {points: 2, returns: [cost]}\n", "")
    assert [kept(), kept()] == [[0], [3]]
    for week in ("week2", "week1"):  # week1 is used by what is used
        (folder / week / "tiny.py").write_text("# another\n", "utf-8")
        assert [kept(), kept()] == [[0], [3]]


def test_with_another_engine_all_are_graded_again(kept, monkeypatch):
    monkeypatch.setattr("autograder.__version__", "9")
    assert [kept(), kept()] == [[0], [3]]


@pytest.mark.parametrize(
    "options",
    [
        {"language": "ko"},
        {"require": "namespaces"},
        {"unsafe": True},
    ],
)
def test_with_another_setting_all_are_graded_again(kept, options):
    assert [kept(**options), kept(**options)] == [[0], [3]]


def test_with_shown_values_all_are_graded_again(kept, course):
    path = course.root / "course.yaml"
    path.write_text(path.read_text("utf-8").replace("false", "true"), "utf-8")
    assert [kept(), kept()] == [[0], [3]]


def test_the_round_is_taken_over_with_what_is_kept(run, kept, handed, journal):
    before = {result.round for result in journal.read()}
    assert kept([*handed, replace(handed[0], student="s09")]) == [3]
    assert {result.round for result in journal.read()} == before


def test_what_could_not_be_graded_is_tried_again(kept, journal):
    lost = replace(journal.read()[0], outcome=Graded.COULD_NOT_GRADE, score=None)
    journal.start([lost, *journal.read()[1:]])
    assert [kept(), kept()] == [[2], [3]]


def test_a_resumed_run_with_nothing_to_do_needs_no_sandbox(
    shared, run, handed, monkeypatch
):
    before = run(handed[:2])
    monkeypatch.setattr(job, "open_sandbox", None)
    assert run(handed[:2], resume=True) == before


def test_nothing_is_written_before_the_first_result(run, handed, journal, monkeypatch):
    def mark(job, submissions, jobs):
        raise AuthoringError("wrong")
        yield

    journal.path.parent.mkdir()
    journal.path.write_bytes(b"of an earlier run")
    monkeypatch.setattr("autograder.grading.run.grade_all", mark)
    with pytest.raises(AuthoringError):
        run(handed)
    assert journal.path.read_bytes() == b"of an earlier run"


def test_a_resumed_run_without_a_journal_is_a_new_one(shared, run, handed):
    assert run(handed[:1], resume=True)[0].score == 13


def test_after_a_change_of_the_assignment_everything_is_made_again(
    shared, run, course, handed
):
    before = run(handed[:1])
    course.change("assignment.yaml", "linear: {points: 4", "linear: {points: 5")
    after = run(handed[:1], resume=True)
    assert (before[0].score, after[0].score) == (13, 14)
    assert before[0].round != after[0].round


def test_another_language_is_another_result(shared, run, handed):
    english = run(handed[1:2])
    korean = run(handed[1:2], resume=True, language="ko")
    titles = [r[0].functions["cost"].checks[0].title for r in (english, korean)]
    assert titles == ["Half the mean square", "제곱 평균의 반"]


def test_whether_values_are_shown_is_what_the_course_says(shared, run, course, handed):
    evidence = [run(handed[1:2])[0].functions["cost"].checks[0].feedback.evidence]
    path = course.root / "course.yaml"
    path.write_text(path.read_text("utf-8").replace("false", "true"), "utf-8")
    evidence += [run(handed[1:2])[0].functions["cost"].checks[0].feedback.evidence]
    assert [len(lines) for lines in evidence] == [0, 1]


def test_unsafe_results_say_so_and_are_never_reused(run, handed):
    unsafe = run(handed[:1], unsafe=True)
    assert (unsafe[0].sandbox, unsafe[0].score) == ("none", 13)
    safe = run(handed[:1], resume=True)
    assert safe[0].sandbox in ("namespaces", "landlock")
    assert safe[0].score == 13
    assert safe[0].round != unsafe[0].round


def test_results_of_a_weaker_sandbox_are_not_reused_by_who_insists(
    run, handed, monkeypatch, tmp_path
):
    namespaces = open_sandbox(unsafe=False, refusal="")
    namespaces.close()
    if namespaces.level != "namespaces":
        pytest.skip("no namespaces on this machine")
    monkeypatch.setattr(job, "open_sandbox", lambda **_: ConfinedSandbox("landlock"))
    weaker = run(handed[:1], require="landlock")
    monkeypatch.undo()
    stronger = run(handed[:1], resume=True, require="namespaces")
    assert (weaker[0].sandbox, stronger[0].sandbox) == ("landlock", "namespaces")
    assert stronger[0].round != weaker[0].round


def test_those_who_insist_are_refused(run, handed, monkeypatch, tmp_path):
    monkeypatch.setattr(opening, "_strongest", refuse)
    with pytest.raises(SandboxUnavailableError) as error:
        run(handed[:1], require="namespaces")
    assert str(error.value) == (
        "namespaces: sandbox: so what is required does not hold, and nothing is graded"
    )
    assert not (tmp_path / "out" / FILE).exists()


def refuse(require, refusal):
    raise SandboxUnavailableError(f"{require}: {refusal}")


def test_many_processes_grade_as_one_does(run, handed, submission, solution):
    others = [submission(solution(linear=""), f"s1{n}") for n in range(2)]
    submissions = [*handed, *others]
    one = run(submissions, jobs=1)
    two = run(submissions[::-1], jobs=2)[::-1]
    assert [(r.student, r.outcome, r.score) for r in one] == [
        (r.student, r.outcome, r.score) for r in two
    ]
    assert [r.outcome for r in two] == [Graded.GRADED] * 2 + [
        Graded.COULD_NOT_GRADE
    ] + [Graded.GRADED] * 2


def test_the_number_of_processes_is_that_of_the_cores(shared, run, handed, monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: None)
    assert run(handed[:2], jobs=0)[1].score == 10


def test_a_wrong_assignment_is_told_before_anything_is_written(
    shared, run, course, journal, handed
):
    run(handed[:1])
    before = journal.path.read_bytes()
    course.change("test_tiny.py", '@grades("cost")', '@grades("kost")')
    with pytest.raises(AuthoringError):
        run(handed)
    assert journal.path.read_bytes() == before


def test_without_a_sandbox_nothing_is_written(run, handed, journal, monkeypatch):
    monkeypatch.setattr(selftest, "missing_features", lambda: ["Landlock is missing"])
    with pytest.raises(SandboxUnavailableError, match="Landlock is missing"):
        run(handed)
    assert not journal.path.exists()


def refused(run, handed):
    with pytest.raises(AutograderError) as error:
        run(handed)
    assert type(error.value) is AutograderError
    return str(error.value)


def test_a_folder_that_cannot_be_made(shared, run, tmp_path, handed):
    out = tmp_path / "out"
    out.write_text("a file")
    assert refused(run, handed) == f"{out}: cannot be written: File exists"


def test_a_journal_that_cannot_be_written(shared, run, tmp_path, handed):
    out = tmp_path / "out"
    (out / FILE).mkdir(parents=True)
    assert refused(run, handed) == f"{out}: cannot be written: Is a directory"


def test_a_disk_that_is_full(shared, run, tmp_path, handed, monkeypatch):
    def append(self, result):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Journal, "append", append)
    out = tmp_path / "out"
    assert refused(run, handed) == f"{out}: cannot be written: No space left on device"
