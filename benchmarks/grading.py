"""What one submission costs: ours, the bare calls, and a pytest process each.

``make bench`` or ``python benchmarks/grading.py [--submissions 200] [--processes 20]``.
All three run the same 41 checks of week 5 with the same inputs and the same comparison,
on copies of one right submission, in one run on one machine. Processor time includes
every child process and the start of each contender.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
ASSIGNMENT = ROOT / "solutions" / "week5_deep_network"
RIGHT = ROOT / "examples" / "submissions" / "right_new_naming" / "deep_network.py"
PEER = Path(__file__).parent / "peers" / "pytest_process"


def main() -> None:
    """Run every contender and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--submissions", type=int, default=200)
    parser.add_argument("--processes", type=int, default=20)
    parser.add_argument("--contender", choices=["ours", "bare"], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.contender:
        {"ours": grade_ours, "bare": call_bare}[options.contender](options.submissions)
        return
    many, few = options.submissions, options.processes
    rows = {
        "bare calls, in process": measure(contender("bare", many), many),
        "autograder grade, one job": measure(contender("ours", many), many),
        "a pytest process each": measure(pytest_processes(few), few),
    }
    show(rows)


def contender(name: str, count: int) -> list[list[str]]:
    """Return the command that runs one contender on all submissions."""
    arguments = ["--contender", name, "--submissions", str(count)]
    return [[sys.executable, __file__, *arguments]]


def pytest_processes(count: int) -> list[list[str]]:
    """Return a command per submission."""
    options = ["-q", "-p", "no:cacheprovider", "--import-mode=importlib"]
    return [[sys.executable, "-m", "pytest", *options, str(PEER)]] * count


def measure(commands: list[list[str]], count: int) -> dict[str, float]:
    """Return processor and wall milliseconds per submission."""
    environment = {
        **os.environ,
        "OPENBLAS_NUM_THREADS": "1",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "BENCHMARK_SUBMISSION": str(RIGHT),
        "BENCHMARK_ASSIGNMENT": str(ASSIGNMENT),
    }
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    for command in commands:
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"cpu_ms": 1000 * cpu / count, "wall_ms": 1000 * wall / count}


def show(rows: dict[str, dict[str, float]]) -> None:
    """Print the figures, and each contender's ratio to ours."""
    import numpy as np
    import pytest

    ours = rows["autograder grade, one job"]["cpu_ms"]
    print(
        f"Python {platform.python_version()}, numpy {np.__version__}, "
        f"pytest {pytest.__version__}, {os.cpu_count()} cores, {platform.system()}"
    )
    print(f"{'per submission':28}{'CPU ms':>10}{'wall ms':>10}{'CPU / ours':>12}")
    for name, row in rows.items():
        ratio = row["cpu_ms"] / ours
        print(f"{name:28}{row['cpu_ms']:10.2f}{row['wall_ms']:10.2f}{ratio:12.2f}")
    print(json.dumps(rows))


def grade_ours(count: int) -> None:
    """Grade `count` copies of the right submission, confined."""
    from autograder.course.assignment import read_assignment
    from autograder.grading.run import Options, grade
    from autograder.intake.discover import discover

    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            home = Path(folder) / "handed-in" / f"s{number:04}"
            home.mkdir(parents=True)
            shutil.copy(RIGHT, home)
        assignment = read_assignment(ASSIGNMENT)
        submissions = discover([Path(folder) / "handed-in"], assignment)
        results = grade(assignment, submissions, Path(folder) / "out", Options(jobs=1))
    assert len(results) == count
    assert all(result.score == assignment.max_score for result in results)


def call_bare(count: int) -> None:
    """Make the calls of all checks and compare, with nothing around them."""
    from autograder.checks.judgements import JUDGEMENTS
    from autograder.course.assignment import read_assignment
    from autograder.grading.bench import open_bench, try_on_reference
    from autograder.grading.examples import NoSandbox
    from autograder.grading.rounds import Round

    assignment = read_assignment(ASSIGNMENT)
    inputs = Round(b"benchmark", assignment.slug, "benchmark")
    bench = open_bench(assignment, inputs, NoSandbox())
    observed = [
        observation
        for check in bench.checks
        for observation in try_on_reference(bench, check).observations
    ]
    given = {k: v for k, v in vars(bench.reference.given).items() if k[0] != "_"}
    source = RIGHT.read_text(encoding="utf-8")
    sys.modules["given"] = bench.reference.given
    for _ in range(count):
        namespace = dict(given)
        exec(compile(source, str(RIGHT), "exec"), namespace)
        for seen in observed:
            question = seen.call
            value = namespace[question.function](*question.args)
            returns = assignment.functions[question.function].returns
            judge = JUDGEMENTS[seen.judgement].judge
            assert judge(value, returns, **seen.parameters) is None
    bench.close()


if __name__ == "__main__":
    main()
