"""Grade a list of submissions into a folder: the one entry for the command line."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.course.course import Course, find_course
from autograder.course.secret import read_secret
from autograder.errors import AutograderError
from autograder.grading.alike import Alike
from autograder.grading.job import Job, bench_for
from autograder.grading.journal import FILE, Journal, key_of, reusable, surroundings_of
from autograder.grading.pool import Results, grade_all, usable_cores
from autograder.grading.presence import mark_presence
from autograder.grading.rounds import Round, draw_round
from autograder.messages import Language
from autograder.model import Assignment, Submission, SubmissionResult
from autograder.sandbox.confined import Level

OnResult = Callable[[SubmissionResult], object]
Settle = Callable[[Submission, SubmissionResult], SubmissionResult]
"""Decides what of a score counts, such as after the due time."""
Mark = Callable[[Sequence[Submission]], Results]
"""Yields position and result of each submission, as each is done; to be closed."""


def _as_it_is(_: Submission, result: SubmissionResult) -> SubmissionResult:
    return result


@dataclass(frozen=True)
class Hooks:
    """What a run calls, in this process."""

    settle: Settle = _as_it_is
    """What becomes of every result, reused ones too, before it is written."""
    on_kept: Callable[[int], object] = lambda _: None
    """Told how many results are reused, before any result."""
    on_result: OnResult = lambda _: None
    """Told every result once it is written, the reused ones first."""


@dataclass(frozen=True)
class Options:
    """How to grade."""

    jobs: int = 0
    """Grading processes; 0 means one per core."""
    resume: bool = False
    """Keep the results of an interrupted run that are still up to date."""
    language: Language = "en"
    unsafe: bool = False
    """Run student code without a sandbox; written into every result."""
    require: Level | None = None
    """The weakest sandbox that will do; what holds is written into every result."""
    own_rounds: bool = False
    """Every submission gets a round of its own, and so inputs of its own."""
    scheduler: str | None = None
    """Address of a dask scheduler whose workers grade in the place of `jobs`."""


def grade(
    assignment: Assignment,
    submissions: Sequence[Submission],
    out: Path,
    options: Options,
    hooks: Hooks | None = None,
) -> list[SubmissionResult]:
    """Grade `submissions`, in any order, and return their results in theirs.

    Each result is appended to ``out/results.jsonl`` as soon as it is there; nothing is
    written before the first one is.

    Raises
    ------
    AuthoringError
        If the assignment cannot be graded by.
    SandboxUnavailableError
        If student code cannot be confined here.
    AutograderError
        If `out` cannot be written.
    """
    course, hooks = find_course(assignment.folder), hooks or Hooks()
    with _told_in_one_line(out):
        journal = _open_journal(out)
        old = journal.read() if options.resume else []
    keys = _keys(assignment, submissions, options, course)
    kept = reusable(old, keys)
    results = [
        hooks.settle(submission, kept[key]) if key in kept else None
        for submission, key in zip(submissions, keys, strict=True)
    ]
    todo = [i for i, result in enumerate(results) if result is None]
    mark, alike = _marker(assignment, options, course, kept), Alike()
    with _begun(mark([submissions[i] for i in todo])) as marked:
        with _told_in_one_line(out):
            journal.start(filter(None, results))
        if options.resume:
            hooks.on_kept(len(results) - len(todo))
        for reused in filter(None, results):
            hooks.on_result(reused)
        for at, result in marked:
            position = todo[at]
            keyed = replace(alike.kept(result), key=keys[position])
            settled = hooks.settle(submissions[position], keyed)
            with _told_in_one_line(out):
                journal.append(settled)
            hooks.on_result(settled)
            results[position] = settled
    return [result for result in results if result is not None]


@contextlib.contextmanager
def _begun(results: Results) -> Iterator[Iterator[tuple[int, SubmissionResult]]]:
    """Give the results once the first is there, and close them in the end.

    So an error of the teaching team comes before anything is written, and an interrupt
    that comes while we write ends the grading, too.
    """
    with contextlib.closing(results):
        first = list(itertools.islice(results, 1))
        yield itertools.chain(first, results)


def _keys(
    assignment: Assignment,
    submissions: Sequence[Submission],
    options: Options,
    course: Course,
) -> list[str]:
    """Return for each submission what its result depends on."""
    level = "none" if options.unsafe else options.require or "landlock"
    surroundings = surroundings_of(
        assignment, level, options.language, show_values=course.show_values
    )
    return [key_of(submission, surroundings) for submission in submissions]


def _marker(
    assignment: Assignment,
    options: Options,
    course: Course,
    kept: Mapping[str, SubmissionResult],
) -> Mark:
    """Return what marks."""
    if assignment.presence:
        return lambda todo: mark_presence(assignment, todo, options.language)
    before = () if options.own_rounds else (r.round for r in kept.values())
    name = next(iter(before), None) or draw_round()
    secret = read_secret(course.root)
    language, show_values = options.language, course.show_values
    job = Job(
        assignment.folder,
        Round(secret, assignment.slug, name),
        language,
        show_values,
        options.unsafe,
        options.require,
    )
    if options.scheduler:
        bench_for(job)  # an error is told here, in a line, and not by every worker
        return _on_cluster(options.scheduler, assignment, job, options)
    if options.own_rounds:
        return lambda todo: _one_by_one(job, todo)
    return lambda todo: grade_all(job, todo, options.jobs or len(usable_cores()))


def _one_by_one(job: Job, submissions: Sequence[Submission]) -> Results:
    """Mark each submission in a round of its own."""
    for position, one in enumerate(zip(_in_rounds(job), submissions, strict=False)):
        for _, result in grade_all(one[0], [one[1]], 1):
            yield position, result


def _in_rounds(job: Job) -> Iterator[Job]:
    """Yield the job in one round after another, without end."""
    while True:
        yield job
        job = replace(job, inputs=replace(job.inputs, name=draw_round()))


def _on_cluster(
    scheduler: str, assignment: Assignment, job: Job, options: Options
) -> Mark:
    """Return what marks on the workers of a cluster, once they have been looked at."""
    from autograder.grading.cluster import Cluster, wanted_for

    cluster = Cluster(scheduler, wanted_for(assignment, job))
    jobs = _in_rounds(job) if options.own_rounds else itertools.repeat(job)
    return lambda todo: cluster.grade_all(jobs, todo)


def _open_journal(out: Path) -> Journal:
    out.mkdir(parents=True, exist_ok=True)
    return Journal(out / FILE)


@contextlib.contextmanager
def _told_in_one_line(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise AutograderError(f"{out}: cannot be written: {error.strerror}") from error
