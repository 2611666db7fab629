"""How long a command takes before it does anything: start-up, from the shell.

``python -m benchmarks.startup [--rounds 9]``. The commands take turns; medians.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.measuring import Cost, Series, load, machine, run
from benchmarks.tables import save, show
from benchmarks.workload import RIGHT, ROOT, SLUG, warm_up

STUB = ROOT / "assignments" / SLUG / "deep_network.py"
COLUMNS = ("wall s", "spread", "CPU s", "peak MB")
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
        for number in range(rounds + 1):  # the first warms up
            for name, (command, status) in commands.items():
                cost = run(command, folder=ROOT, status=status)
                if number:
                    costs[name].append(cost)
    rows = {name: series(mine) for name, mine in costs.items()}
    shown = {
        name: (
            f"{row['wall'].median:.3f}",
            f"{row['wall'].spread:.0%}",
            f"{row['cpu'].median:.3f}",
            f"{row['peak'].median:.0f}",
        )
        for name, row in rows.items()
    }
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
        "autograder grade, one submission": ([*ours, *grade], 0),
    }


def series(costs: list[Cost]) -> dict[str, Series]:
    """Return what was measured, quantity by quantity."""
    return {
        name: Series(tuple(getattr(cost, name) for cost in costs))
        for name in ("wall", "cpu", "peak")
    }


if __name__ == "__main__":
    main()
