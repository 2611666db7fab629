"""Grade a class as large as an online course: 10,000 submissions of week 5.

``make bench-10000`` or ``python -m benchmarks.class_of_10000 [--submissions 10000]``.
Of every 100 submissions 60 are right, 38 wrong (every known mistake, and the wrong
examples) and 2 hostile, in a fixed random order. Reported are the rate, the memory of
the grading processes over time, the size of what is written, and how long the report
and the table take.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.measuring import Cost, load, machine, run
from benchmarks.tables import save, show
from benchmarks.watching import Glance, Watch
from benchmarks.workload import EXAMPLES, ROOT, SLUG, SOLUTION, warm_up

Files = Mapping[str, bytes]
"""What one student hands in, by name."""
SHARES = {"right": 60, "wrong": 38, "hostile": 2}
PARTS = 10
MEGABYTE = 1e6
COLUMNS = (
    *("done", "a second", "main MB", "grader MB", "zygote MB", "worker MB"),
    "journal MB",
)


def main() -> None:
    """Make the class, grade it under watch, and print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--submissions", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    warm_up()
    before = load()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        kinds = make_class(folder / "handed-in", options.submissions)
        watch = Watch(folder / "out" / "results.jsonl", 1.0)
        cost = grade(folder, options.jobs, watch)
        believe(watch.journal, kinds)
        again = grade(folder, options.jobs, None, "--resume")
        totals = total(folder / "out", cost, again, watch)
    parts = over_time(watch.glances, options.submissions, totals["journal MB"])
    show("over time", COLUMNS, {k: tuple(v.values()) for k, v in parts.items()})
    title = f"{options.submissions} submissions, {options.jobs} jobs"
    show(title, ("",), {key: (value,) for key, value in totals.items()})
    facts = {
        "submissions": options.submissions,
        "jobs": options.jobs,
        "kinds": Counter(kinds.values()),
        "load": {"before": before, "after": load()},
    }
    save("class", machine() | facts, {"over time": parts, "in all": totals})


def make_class(folder: Path, count: int) -> dict[str, str]:
    """Write the submissions; return which kind each student's is."""
    pools = {
        "right": examples("right_"),
        "wrong": [*examples("wrong_", "syntax_", "stub"), *mistakes()],
        "hostile": examples("hostile_", "infinite_loop"),
    }
    dealt = [kind for kind, share in SHARES.items() for _ in range(share)]
    kinds = [dealt[number % len(dealt)] for number in range(count)]
    random.Random(count).shuffle(kinds)
    turn: Counter[str] = Counter()
    students = {}
    for number, kind in enumerate(kinds):
        files = pools[kind][turn[kind] % len(pools[kind])]
        turn[kind] += 1
        home = folder / f"s{number:05}"
        home.mkdir(parents=True)
        for name, content in files.items():
            (home / name).write_bytes(content)
        students[home.name] = kind
    return students


def examples(*prefixes: str) -> list[Files]:
    """Return the examples whose names begin like this."""
    homes = sorted(
        home for home in EXAMPLES.iterdir() if home.name.startswith(prefixes)
    )
    return [
        {path.name: path.read_bytes() for path in home.iterdir() if path.is_file()}
        for home in homes
    ]


def mistakes() -> list[Files]:
    """Return a submission with each known mistake."""
    from autograder.authoring.probes import mistaken
    from autograder.course.assignment import read_assignment
    from autograder.course.modules import load_modules

    def files() -> Iterator[Files]:
        for mistake in load_modules(assignment).mistakes:
            text, beside = mistaken(assignment, mistake.function, mistake.id)
            texts = {assignment.module: text, **beside}
            yield {f"{name}.py": short(text) for name, text in texts.items()}

    assignment = read_assignment(SOLUTION)
    return list(files())


def short(text: str) -> bytes:
    """Return a text without its prose: it would be the largest part."""
    return ast.unparse(ast.parse(text)).encode()


def grade(folder: Path, jobs: int, watch: Watch | None, *options: str) -> Cost:
    """Grade the class; some of it gets nothing, all of it gets graded."""
    ours = [sys.executable, "-m", "autograder", "grade", SLUG]
    started = watch.follow if watch else lambda _: None
    where = (folder / "handed-in", "--out", folder / "out")
    return run(
        [*ours, *where, "--jobs", str(jobs), *options], folder=ROOT, started=started
    )


def believe(journal: Path, kinds: Mapping[str, str]) -> None:
    """Make sure that everybody was graded, and as deserved.

    Raises
    ------
    RuntimeError
        If somebody was not.
    """
    wrong = []
    with journal.open(encoding="utf-8") as lines:
        results = {r["student"]: r["score"] for r in map(json.loads, lines)}
    for student, kind in kinds.items():
        score = results.get(student)
        if score is None or (score == 100) is not (kind == "right"):
            wrong.append(f"{student}: {kind}, {score}")
    if wrong:
        raise RuntimeError("\n".join(wrong[:20]))


def total(out: Path, cost: Cost, again: Cost, watch: Watch) -> dict[str, float]:
    """Return the figures of the whole run."""
    count = watch.glances[-1].done
    last = next(glance for glance in watch.glances if glance.done == count)
    pages = [path.stat().st_size for path in (out / "feedback").iterdir()]
    return {
        "submissions a second": round(count / cost.wall, 1),
        "CPU ms a submission": round(1000 * cost.cpu / count, 1),
        "of these in the main process": round(1000 * watch.busy[watch.pid] / count, 1),
        "wall s": round(cost.wall, 1),
        "wall s after the last result": round(cost.wall - last.seconds, 1),
        "wall s of --resume, all done": round(again.wall, 1),
        "CPU ms a submission of --resume": round(1000 * again.cpu / count, 1),
        **{f"{name} s": round(took, 2) for name, took in rewrite(out).items()},
        "main MB at most": round(watch.peak("main")),
        "grader MB at most": round(watch.peak("graders")),
        "zygote MB at most": round(watch.peak("zygotes")),
        "worker MB at most": round(watch.peak("workers")),
        "journal MB": size(out / "results.jsonl"),
        "grades.csv MB": size(out / "grades.csv"),
        "report.html MB": size(out / "report.html"),
        "feedback MB": round(sum(pages) / MEGABYTE, 2),
    }


def rewrite(out: Path) -> dict[str, float]:
    """Write the table, the report and the pages once more; return the seconds."""
    from autograder.course.assignment import read_assignment
    from autograder.grading.journal import Journal
    from autograder.reports.grades_csv import write_grades
    from autograder.reports.html import write_feedback, write_report

    assignment = read_assignment(SOLUTION)
    results = Journal(out / "results.jsonl").read()

    def pages() -> None:  # elsewhere: those that are there would be left alone
        with tempfile.TemporaryDirectory() as other:
            for result in results:
                write_feedback(Path(other), result, assignment, "en")

    steps: dict[str, Callable[[], object]] = {
        "grades.csv": lambda: write_grades(out / "grades.csv", results, assignment),
        "report": lambda: write_report(out / "report.html", results, assignment, "en"),
        "feedback": pages,
    }
    seconds = {}
    for name, write in steps.items():
        before = time.perf_counter()
        write()
        seconds[name] = time.perf_counter() - before
    return seconds


def over_time(
    glances: Sequence[Glance], count: int, journal: float
) -> dict[str, dict[str, float]]:
    """Return what was seen in each tenth of the class."""
    parts = {}
    start = Glance(0.0, 0, 0.0, 0.0, 0.0, 0.0)
    for number in range(1, PARTS + 1):
        end = next(g for g in glances if g.done >= count * number // PARTS)
        seen = [g for g in glances if start.seconds < g.seconds <= end.seconds]
        took = max(end.seconds - start.seconds, 1e-3)
        parts[f"{end.seconds:.0f} s"] = {
            "done": end.done,
            "a second": round((end.done - start.done) / took, 1),
            "main MB": round(max((g.main for g in seen), default=end.main)),
            "grader MB": round(max((g.graders for g in seen), default=end.graders)),
            "zygote MB": round(max((g.zygotes for g in seen), default=end.zygotes)),
            "worker MB": round(max((g.workers for g in seen), default=end.workers)),
            "journal MB": round(journal * end.done / count, 2),
        }
        start = end
    return parts


def size(path: Path) -> float:
    """Return the MB of a file."""
    return round(path.stat().st_size / MEGABYTE, 2)


if __name__ == "__main__":
    main()
