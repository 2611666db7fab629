"""How long a command takes before it does anything: start-up, from the shell.

``python -m benchmarks.startup [--rounds 9]``. The commands take turns; medians. Of
grading, the part before the first submission is begun stands in a row of its own.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measuring import Cost, Series, load, machine, run
from benchmarks.tables import save, show
from benchmarks.workload import RIGHT, ROOT, SLUG, warm_up

STUB = ROOT / "assignments" / SLUG / "deep_network.py"
COLUMNS = ("wall s", "spread", "CPU s", "peak MB")
GRADE = "autograder grade, one submission"
START = "of which before it is begun"
SOMETHING_FAILED = 1


def main() -> None:
    """Run every command in turn and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    warm_up()
    before = load()
    with tempfile.TemporaryDirectory() as folder:
        commands = named_commands(Path(folder))
        costs: dict[str, list[Cost]] = {name: [] for name in commands}
        starts: list[float] = []
        for number in range(rounds + 1):  # the first warms up
            for name, (command, status) in commands.items():
                now = time.time()
                cost = run(command, folder=ROOT, status=status)
                if number:
                    costs[name].append(cost)
                if number and name == GRADE:
                    starts.append(begun(Path(folder)) - now)
    rows = {name: series(mine) for name, mine in costs.items()}
    rows[START] = {"wall": Series(tuple(starts))}
    shown = {name: cells(row) for name, row in rows.items()}
    show("from the shell to the end", COLUMNS, shown)
    facts = machine() | {"rounds": rounds, "load": {"before": before, "after": load()}}
    kept = {
        name: {key: values.median for key, values in row.items()}
        for name, row in rows.items()
    }
    save("startup", facts, kept)


def named_commands(folder: Path) -> dict[str, tuple[list[str], int]]:
    """Return the commands, and the status with which each ends."""
    python, ours = sys.executable, [sys.executable, "-m", "autograder"]
    grade = ["grade", SLUG, str(RIGHT), "--out", str(folder)]
    return {
        "python -c pass": ([python, "-c", "pass"], 0),
        "python -c 'import numpy'": ([python, "-c", "import numpy"], 0),
        "autograder --help": ([*ours, "--help"], 0),
        "autograder check STUB": ([*ours, "check", str(STUB)], SOMETHING_FAILED),
        GRADE: ([*ours, *grade], 0),
    }


def begun(folder: Path) -> float:
    """Return when the one submission was begun whose result was written last."""
    results = folder / "results.jsonl"
    seconds: float = json.loads(results.read_text(encoding="utf-8"))["seconds"]
    return results.stat().st_mtime - seconds


def series(costs: list[Cost]) -> dict[str, Series]:
    """Return what was measured, quantity by quantity."""
    return {
        name: Series(tuple(getattr(cost, name) for cost in costs))
        for name in ("wall", "cpu", "peak")
    }


def cells(row: dict[str, Series]) -> tuple[str, ...]:
    """Return the line of a table; what was not measured is a dash."""
    wall = row["wall"]
    cpu = f"{row['cpu'].median:.3f}" if "cpu" in row else "–"
    peak = f"{row['peak'].median:.0f}" if "peak" in row else "–"
    return f"{wall.median:.3f}", f"{wall.spread:.0%}", cpu, peak


if __name__ == "__main__":
    main()
