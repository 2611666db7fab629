"""What a confined worker costs: its start, a submission that it loads, and one call.

``python -m benchmarks.worker [--workers 200]``. Milliseconds of processor time, medians
over the workers; the start is all until a worker is confined and says so. The
zygote, and what it and a worker use *in all*, the worker's end included, are averages.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import time
from collections import defaultdict
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.measuring import load, machine
from benchmarks.tables import save, show
from benchmarks.workload import RIGHT, SOLUTION, notebook, warm_up

if TYPE_CHECKING:
    from autograder.sandbox.confined import ConfinedSandbox
    from autograder.sandbox.protocol import Load

Costs = dict[str, list[float]]
CALLED = "linear_forward"
COLUMNS = ("zygote", "start", "load", "call", "in all")
TICKS = os.sysconf("SC_CLK_TCK")
IN_ALL = slice(11, 15)
"""Of ``/proc/PID/stat`` after the name: user, system, and both of ended children."""


def main() -> None:
    """Start workers at both levels, and print what they cost."""
    from autograder.sandbox.confined import LEVELS, ConfinedSandbox

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=200)
    count = parser.parse_args().workers
    warm_up()
    before = load()
    rows = {}
    for level in LEVELS:
        with closing(ConfinedSandbox(level)) as sandbox:
            for name, request in requests().items():
                row = measure(sandbox, request, count)
                rows[f"{level}, {name}"] = {key: round(row[key], 2) for key in COLUMNS}
    cells = {name: tuple(row.values()) for name, row in rows.items()}
    show("CPU ms of a worker", COLUMNS, cells)
    facts = {"workers": count, "load": {"before": before, "after": load()}}
    save("worker", machine() | facts, rows)


def requests() -> dict[str, Load]:
    """Return what loads the right submission as a script and as a notebook."""
    from autograder.sandbox.protocol import Load

    text = RIGHT.read_text(encoding="utf-8")
    notebook_cells = json.loads(notebook(RIGHT))["cells"]
    handed_in = {
        "script": [(RIGHT.name, text)],
        "notebook": [(cell["id"], "".join(cell["source"])) for cell in notebook_cells],
    }
    functions = {
        node.name: [argument.arg for argument in node.args.args]
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef)
    }
    given = (SOLUTION / "given.py").read_text(encoding="utf-8")
    return {
        name: Load(cells, {}, given, functions, aliases={}, skip=[])
        for name, cells in handed_in.items()
    }


def measure(sandbox: ConfinedSandbox, request: Load, count: int) -> Mapping[str, float]:
    """Return the milliseconds of each step, over many workers."""
    costs: Costs = defaultdict(list)
    use_worker(sandbox, request, costs)  # the first waits for the zygote
    costs.clear()
    zygote = sandbox.zygote.pid
    alone, before = cpu_ms(zygote), family_ms(zygote)
    for _ in range(count):
        use_worker(sandbox, request, costs)
    whole = {"zygote": cpu_ms(zygote) - alone, "in all": family_ms(zygote) - before}
    return {name: median(values) for name, values in costs.items()} | {
        name: spent / count for name, spent in whole.items()
    }


def use_worker(sandbox: ConfinedSandbox, request: Load, costs: Costs) -> None:
    """Start a worker, load the request, make one call, and end it."""
    from autograder.sandbox.budget import Budget
    from autograder.sandbox.protocol import Loaded
    from autograder.sandbox.proxy import Returned
    from autograder.values import Limits

    limits = Limits()
    proxy = sandbox.start_worker(limits, Budget(limits, time.monotonic))
    pid = proxy.connection.pid
    moments = [0.0, cpu_ms(pid)]
    loaded = proxy.load(request)
    moments.append(cpu_ms(pid))
    A, W, b = np.ones((4, 5)), np.ones((3, 4)), np.ones((3, 1))
    reply = proxy.call(CALLED, [A, W, b])
    moments.append(cpu_ms(pid))
    proxy.close()
    failed = [r for r in (loaded, reply) if not isinstance(r, Loaded | Returned)]
    if failed:
        raise RuntimeError(f"a worker that was to serve: {failed}")
    for name, start, end in zip(
        ("start", "load", "call"), moments, moments[1:], strict=False
    ):
        costs[name].append(end - start)


def cpu_ms(pid: int) -> float:
    """Return the processor time of a process that runs, without its children."""
    return 1000 * time.clock_gettime(~pid << 3 | 2)  # as clock_getcpuclockid does


def family_ms(pid: int) -> float:
    """Return the processor time of a process and of its children that have ended."""
    stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    return 1000 * sum(map(int, stat.rpartition(")")[2].split()[IN_ALL])) / TICKS


if __name__ == "__main__":
    main()
