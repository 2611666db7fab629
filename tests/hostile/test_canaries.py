"""No secret is in the memory or the files of a worker, nor of its zygote."""

from __future__ import annotations

import os
import re
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.hostile.attacks import attacks, make_scene
from tests.hostile.conftest import run
from tests.hostile.traces import descendants
from tests.hostile.verdicts import text_of

pytestmark = pytest.mark.slow

ROOM = {"call": 20, "cpu": 40, "wall": 120, "memory": 1 << 30}
OWN_MEMORY, WAITS = attacks("canaries")
TOKEN = b"a text that can be found" + b" " * 7
PIECE = 1 << 24


def test_a_submission_finds_no_secret_in_its_own_memory(grade_all):
    graded = grade_all([OWN_MEMORY], ROOM, jobs=1)
    text = text_of(graded.of(OWN_MEMORY))
    for words in OWN_MEMORY.says:
        assert words in text
    assert int(re.search(r"MiB: (\d+)", text)[1]) > 20


def test_the_same_search_finds_secrets_without_a_sandbox(grade_all):
    graded = grade_all([OWN_MEMORY], ROOM, jobs=1, unsafe=True)
    assert "secrets found: 0" not in text_of(graded.of(OWN_MEMORY))


@pytest.mark.parametrize(
    "attack", [a for a in attacks() if a.unconfined], ids=lambda attack: attack.id
)
def test_an_attack_that_fails_here_works_without_a_sandbox(grade_all, attack):
    graded = grade_all([attack], {"call": 5}, jobs=1, unsafe=True)
    assert "CANARY-" in text_of(graded.of(attack))


@dataclass
class Seen:
    """What was found in the processes below this one while they were at work."""

    secrets: set[str] = field(default_factory=set)
    token: bool = False
    """Whether the waiting submission itself was found: then we looked rightly."""
    files: set[str] = field(default_factory=set)
    environment: set[str] = field(default_factory=set)
    size: int = 0


@pytest.mark.skipif(os.geteuid() != 0, reason="needs to read the memory of others")
def test_nobody_finds_a_secret_in_a_worker_from_outside(tmp_path):
    scene = make_scene(tmp_path, **ROOM)
    names = [scene.honest("honest-0").name, scene.hand_in(WAITS).name]
    seen, done = Seen(), threading.Event()
    before = descendants()

    def watch():
        while not done.wait(0.1):
            for process in sorted(descendants() - before, reverse=True):
                with suppress(OSError):
                    _look_at(process, scene.needles, seen)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        run(scene, names, jobs=1)
    finally:
        done.set()
        watcher.join()
    assert seen.token
    assert seen.size > 20 << 20
    assert seen.secrets == set()
    theirs = {name for name in seen.files if not name.startswith(PYTHON)}
    assert {re.sub(r"[\d\[\]:]", "", name) for name in theirs} <= ONLY_FILES
    assert not any(str(scene.root) in name for name in seen.files)
    assert {line.partition("=")[0] for line in seen.environment} <= ONLY_VARIABLES


PYTHON = (sys.prefix, sys.base_prefix)
"""Whose modules the zygote may be importing at the moment."""
ONLY_FILES = {"/dev/null", "pipe", "socket", "anon_inodepidfd", "anon_inode[pidfd]"}
ONLY_VARIABLES = {"PATH", "LC_ALL", "TZ"}
ONLY_VARIABLES |= {f"{name}_NUM_THREADS" for name in ("OPENBLAS", "OMP", "MKL")}


def _look_at(process: int, needles: dict[str, bytes], seen: Seen) -> None:
    """Read everything that a process of ours has in memory and open."""
    folder = Path("/proc") / str(process)
    if b"zygote.py" not in (folder / "cmdline").read_bytes():
        return
    environment = (folder / "environ").read_bytes().decode()
    seen.environment |= set(filter(None, environment.split("\0")))
    for descriptor in (folder / "fd").iterdir():
        seen.files.add(str(descriptor.readlink()))
    with (folder / "mem").open("rb", buffering=0) as memory:
        for line in (folder / "maps").read_text().splitlines():
            first, last = (int(n, 16) for n in line.split()[0].split("-"))
            kind = line.split()[1]
            is_of_a_file = "/" in line and "w" not in kind  # as it is on disk
            if kind.startswith("r") and not is_of_a_file and "[v" not in line:
                _search(memory, first, last, needles, seen)


def _search(memory, first, last, needles, seen) -> None:
    overlap = 64
    while first < last:
        with suppress(OSError):
            memory.seek(first)
            data = memory.read(min(PIECE, last - first))
            seen.size += len(data)
            seen.token = seen.token or TOKEN in data
            seen.secrets |= {name for name, n in needles.items() if n in data}
        first += PIECE - overlap if last - first > PIECE else PIECE
