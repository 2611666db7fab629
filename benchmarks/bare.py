"""The calls and comparisons alone, in this process: what no grader can go below.

``python -m benchmarks.bare SUBMISSION CASES COUNT plain|ours RESULT`` loads the
submission `COUNT` times, each time makes every recorded call and judges the value, with
the comparison of the peers or with ours, and writes its seconds per submission as JSON.
Without pytest, without any confinement, and without an explanation.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.workload import Call, opened_bench

Judge = Callable[[Call, object], bool]


def main() -> None:
    """Repeat the work and write what it cost."""
    submission, cases, count, comparison, result = sys.argv[1:]
    os.environ["BENCHMARK_CASES"] = cases
    sys.path.insert(0, str(Path(__file__).parent / "peers"))
    from checking import CASES, JUDGES

    def plainly(call: Call, value: object) -> bool:
        _, _, judgement, parameters = call
        return bool(JUDGES[judgement](value, **parameters))

    judge = our_judge() if comparison == "ours" else plainly
    calls = [call for check in CASES.values() for call in check]
    work(Path(submission), calls, judge)
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in range(int(count)):
        work(Path(submission), calls, judge)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    each = {"cpu": cpu / int(count), "wall": wall / int(count)}
    Path(result).write_text(json.dumps(each), encoding="utf-8")


def work(submission: Path, calls: list[Call], judge: Judge) -> None:
    """Load one submission, make all calls and judge them."""
    namespace: dict[str, Any] = {}
    source = submission.read_text(encoding="utf-8")
    exec(compile(source, str(submission), "exec"), namespace)
    for call in calls:
        if not judge(call, namespace[call[0]](*call[1])):
            sys.exit(1)


def our_judge() -> Judge:
    """Return the judgement of ``autograder.checks``."""
    from autograder.checks.judgements import JUDGEMENTS

    with opened_bench() as bench:
        functions = bench.assignment.functions

    def judge(call: Call, value: object) -> bool:
        function, _, judgement, parameters = call
        returns = functions[function].returns
        return JUDGEMENTS[judgement].judge(value, returns, **parameters) is None

    return judge


if __name__ == "__main__":
    main()
