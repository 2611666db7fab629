"""``python -m tests.fuzz SECONDS [TARGET …]``: fuzz every target for so long.

With atheris, guided by coverage; without it, by plain mutations. What atheris finds
is kept in build/fuzz/, and an input that fails beside it.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import time
from pathlib import Path
from random import Random

BUILD = Path("build/fuzz")
MAX_LENGTH = 64 << 10
ONE = "--one"


def main(seconds, *names):
    from tests.fuzz.targets import TARGETS

    failed = []
    for name in names or TARGETS:
        sys.stderr.write(f"{name}: {seconds} s\n")
        command = [sys.executable, "-m", "tests.fuzz", ONE, name, seconds]
        if subprocess.run(command, check=False).returncode:
            failed.append(name)
    sys.exit(f"failed: {', '.join(failed)}; see {BUILD}" if failed else 0)


def one(name, seconds):
    (BUILD / name).mkdir(parents=True, exist_ok=True)
    if importlib.util.find_spec("atheris"):
        guided(name, seconds)
    else:
        plain(name, float(seconds))


def guided(name, seconds):
    import atheris

    with atheris.instrument_imports(include=["autograder"]):
        from tests.fuzz.measure import check
        from tests.fuzz.mutations import CORPUS
        from tests.fuzz.targets import TARGETS

    arguments = [sys.argv[0], f"-max_total_time={seconds}", f"-max_len={MAX_LENGTH}"]
    arguments += [f"-artifact_prefix={BUILD / name}-", "-verbosity=0"]
    arguments += ["-print_final_stats=1", str(BUILD / name), str(CORPUS / name)]
    atheris.Setup(arguments, lambda data: check(TARGETS[name], data))
    atheris.Fuzz()


def plain(name, seconds):
    from tests.fuzz.measure import check
    from tests.fuzz.mutations import mutations
    from tests.fuzz.targets import TARGETS

    end, count = time.monotonic() + seconds, 0
    for data in mutations(name, Random(time.time_ns())):
        if time.monotonic() > end:
            break
        count += 1
        try:
            check(TARGETS[name], data)
        except BaseException:
            (BUILD / f"{name}-failed").write_bytes(data)
            raise
    sys.stderr.write(f"{count} inputs\n")


if __name__ == "__main__":
    if sys.argv[1] == ONE:
        one(*sys.argv[2:])
    else:
        main(*sys.argv[1:])
