"""What 200 submissions cost in nbgrader's gradebook, opening its API included.

``.venv-system/bin/python -m benchmarks.gradebook``: needs the extra ``jupyter``. A new
process each time, as `autograder gradebook sync` is: first into a new database, then
again when nothing has changed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.measuring import Cost, Series, load, machine, run
from benchmarks.tables import save, show

COLUMNS = ("wall s", "spread", "CPU s", "peak MB")
STUDENTS, FUNCTIONS = 200, 11
WRITE = f"""
from pathlib import Path
from autograder.gradebook.nbgrader_db import read_course, write_sheet
from autograder.gradebook.records import Cell, Entry, Sheet, Source
names = [f"function_{{n}}" for n in range({FUNCTIONS})]
sheet = Sheet(
    "week5",
    tuple(Cell(name, 9) for name in names),
    solutions=tuple(f"{{name}}-solution" for name in names),
    sources=tuple(Source(name, "check()") for name in names),
)
write_sheet(read_course(Path.cwd()), sheet, [
    Entry(f"s{{n:03}}", {{name: float(n % 10) for name in names}}, penalty=0)
    for n in range({STUDENTS})
])
"""


def main() -> None:
    """Write the same class twice, round by round, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    before = load()
    costs: dict[str, list[Cost]] = {"a new gradebook": [], "nothing has changed": []}
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            for mine in costs.values():
                mine.append(run([sys.executable, "-c", WRITE], folder=Path(folder)))
    rows = {name: series(mine) for name, mine in costs.items()}
    shown = {
        name: (
            f"{row['wall'].median:.1f}",
            f"{row['wall'].spread:.0%}",
            f"{row['cpu'].median:.1f}",
            f"{row['peak'].median:.0f}",
        )
        for name, row in rows.items()
    }
    show(f"{STUDENTS} submissions, {FUNCTIONS} cells each", COLUMNS, shown)
    facts = machine() | {"rounds": rounds, "load": {"before": before, "after": load()}}
    kept = {
        name: {key: values.median for key, values in row.items()}
        for name, row in rows.items()
    }
    save("gradebook", facts, kept)


def series(costs: list[Cost]) -> dict[str, Series]:
    """Return what was measured, by what it is."""
    return {
        key: Series(tuple(getattr(cost, key) for cost in costs))
        for key in ("wall", "cpu", "peak")
    }


if __name__ == "__main__":
    main()
