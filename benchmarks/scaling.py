"""What a second core brings, and what memory a job takes.

``python -m benchmarks.scaling [--submissions 200] [--rounds 3]`` grades copies of one
right submission with 1, 2, … jobs up to the number of cores, in turn. The aim is 1.8
times the speed with 2 jobs, and at most 150 MB for each job. *At most* is what the
processes could reach on cores of their own: all their CPU seconds over the busiest's.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.contenders import hand_in
from benchmarks.measuring import Cost, Series, load, machine, run
from benchmarks.tables import save, show
from benchmarks.watching import Watch
from benchmarks.workload import RIGHT, ROOT, SLUG, warm_up

COLUMNS = (
    *("wall s", "spread", "CPU s", "speed-up", "at most", "main CPU s"),
    *("main MB", "grader MB", "zygote MB"),
)


def main() -> None:
    """Grade the class with every number of jobs and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--submissions", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    warm_up()
    before = load()
    jobs = range(1, (os.cpu_count() or 1) + 1)
    costs: dict[int, list[Cost]] = {number: [] for number in jobs}
    watches: dict[int, Watch] = {}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(options.submissions):
            hand_in(Path(folder) / "handed-in" / f"s{number:04}", RIGHT)
        for _ in range(options.rounds):
            for number in jobs:
                costs[number].append(grade(Path(folder), number))
        for number in jobs:  # apart from the timed runs: looking costs time, too
            watches[number] = Watch(Path(folder) / "out" / "results.jsonl", 0.2)
            grade(Path(folder), number, watches[number])
    rows = {number: row(costs, watches[number], number) for number in jobs}
    title = f"{options.submissions} right submissions"
    cells = {f"--jobs {number}": shown(mine) for number, mine in rows.items()}
    show(title, COLUMNS, cells)
    facts = {
        "rounds": options.rounds,
        "submissions": options.submissions,
        "load": {"before": before, "after": load()},
    }
    save("scaling", machine() | facts, {str(n): mine for n, mine in rows.items()})


def grade(folder: Path, jobs: int, watch: Watch | None = None) -> Cost:
    """Grade the class once."""
    ours = [sys.executable, "-m", "autograder", "grade", SLUG]
    where = (folder / "handed-in", "--out", folder / "out")
    started = watch.follow if watch else lambda _: None
    return run([*ours, *where, "--jobs", str(jobs)], folder=ROOT, started=started)


def row(costs: dict[int, list[Cost]], watch: Watch, jobs: int) -> dict[str, float]:
    """Return the figures of one number of jobs."""
    wall = Series(tuple(cost.wall for cost in costs[jobs]))
    alone = Series(tuple(cost.wall for cost in costs[1]))
    return {
        "wall": wall.median,
        "spread": wall.spread,
        "cpu": Series(tuple(cost.cpu for cost in costs[jobs])).median,
        "speed_up": alone.over(wall).median,
        "speed_up_at_most": watch.bound,
        "main_cpu": watch.busy[watch.pid],
        "main_mb": watch.peak("main"),
        "grader_mb": watch.peak("graders"),
        "zygote_mb": watch.peak("zygotes"),
        "worker_mb": watch.peak("workers"),
    }


def shown(row: dict[str, float]) -> tuple[str, ...]:
    """Return the figures as they are printed."""
    return (
        f"{row['wall']:.2f}",
        f"{row['spread']:.0%}",
        f"{row['cpu']:.2f}",
        f"{row['speed_up']:.2f}",
        f"{row['speed_up_at_most']:.2f}",
        f"{row['main_cpu']:.2f}",
        f"{row['main_mb']:.0f}",
        f"{row['grader_mb']:.0f}",
        f"{row['zygote_mb']:.0f}",
    )


if __name__ == "__main__":
    main()
