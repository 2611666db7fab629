"""What one submission costs: ours, the bare calls, pytest, nbgrader and otter-grader.

``make bench`` or ``python -m benchmarks.grading [--rounds 5]``. All grade the same
right submission of week 5 with the same inputs and the same right answers, one after
the other, round by round; see README.md in this folder.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.contenders import (
    PEERS,
    Bare,
    Contender,
    Ours,
    Pytest,
    Sample,
    prove,
)
from benchmarks.measuring import Series, load, machine
from benchmarks.notebook_peers import Nbgrader, Otter
from benchmarks.tables import save, show
from benchmarks.ten_checks import make_course
from benchmarks.workload import EXAMPLES, RIGHT, WRONG, Workload, make_workload, warm_up

NOTHING = EXAMPLES / "stub" / "deep_network.py"
OURS = "autograder grade"
TEN = "autograder grade, the 10 checks of nbgrader"
BARE = "bare calls"
TEN_CHECKS = 10
"""As many as nbgrader's notebook has; its row is compared with ours of as many."""
COLUMNS = ("checks", "CPU ms", "spread", "wall ms", "start ms", "CPU / ours", "/ bare")


def main() -> None:
    """Run all contenders alternately, print the table and save it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    warm_up()
    before = load()
    with tempfile.TemporaryDirectory() as folder:
        workload = make_workload(Path(folder) / "work")
        contenders = line_up(Path(folder), workload)
        samples: dict[str, list[Sample]] = {each.name: [] for each in contenders}
        for each in contenders:
            if each.name in (OURS, BARE) or not isinstance(each, Ours | Bare):
                prove(each)
        for number in range(rounds):
            for each in contenders:
                print(f"round {number + 1} of {rounds}: {each.name}", flush=True)
                samples[each.name].append(each.sample())
    facts = machine() | {
        "peers": peer_versions(),
        "rounds": rounds,
        "calls": workload.calls,
        "load": {"before": before, "after": load()},
    }
    rows = {each.name: row(each, samples) for each in contenders}
    show("one submission of week 5", COLUMNS, {k: r["shown"] for k, r in rows.items()})
    save("grading", facts, {name: row["kept"] for name, row in rows.items()})


def line_up(folder: Path, workload: Workload) -> list[Contender]:
    """Set everybody up."""
    return [
        Bare(workload, BARE, "ours", 200),
        Bare(workload, "bare calls, plainest comparison", "plain", 200),
        Ours(folder, workload, OURS, RIGHT, 100),
        Ours(folder, workload, TEN, RIGHT, 100, make_course(folder, workload)),
        Ours(folder, workload, "autograder grade, one function wrong", WRONG, 50),
        Ours(folder, workload, "autograder grade, nothing written", NOTHING, 50),
        Pytest(workload, 4),
        Nbgrader(folder, workload, 4),
        Otter(folder, workload, 1),
    ]


def row(contender: Contender, samples: dict[str, list[Sample]]) -> dict[str, Any]:
    """Return the figures of a contender, as they are shown and as they are kept."""
    mine = samples[contender.name]
    cpu = cpu_of(mine)
    wall = Series(tuple(1000 * sample.wall for sample in mine))
    starts = [1000 * sample.start for sample in mine if sample.start is not None]
    start = Series(tuple(starts)).median if starts else None
    same = TEN if contender.checks == TEN_CHECKS else OURS
    ours, bare = cpu.over(cpu_of(samples[same])), cpu.over(cpu_of(samples[BARE]))
    return {
        "shown": (
            str(contender.checks),
            f"{cpu.median:.1f}",
            f"{cpu.spread:.0%}",
            f"{wall.median:.1f}",
            f"{start:.0f}" if start is not None else contender.start,
            f"{ours.median:.2f}",
            f"{bare.median:.1f}",
        ),
        "kept": {
            "checks": contender.checks,
            "cpu_ms": cpu.values,
            "cpu_ms_median": cpu.median,
            "wall_ms_median": wall.median,
            "start_cpu_ms_median": start,
            "over_ours": ours.median,
            "over_bare": bare.median,
        },
    }


def cpu_of(samples: list[Sample]) -> Series:
    """Return the milliseconds of processor time, round by round."""
    return Series(tuple(1000 * sample.cpu for sample in samples))


def peer_versions() -> dict[str, str]:
    """Return the versions in the peers' environment."""
    names = ("nbgrader", "otter-grader", "pytest", "numpy", "nbclient", "ipykernel")
    code = (
        "from importlib.metadata import version\n"
        f"for name in {names}: print(name, version(name))"
    )
    said = subprocess.run(
        [PEERS / "python", "-c", code], check=True, capture_output=True, text=True
    )
    return dict(line.split() for line in said.stdout.splitlines())


if __name__ == "__main__":
    main()
