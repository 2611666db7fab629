"""Hostile submissions as files: what each tries, and the verdict it must get.

A file of ``tests/hostile/<family>/`` is one submission. A ``.py`` is handed in as
``vault.py``, an ``.ipynb`` as ``vault.ipynb``; a ``*.build.py`` is ours, not hostile:
its ``build(folder)`` writes what a script alone cannot be (zips, links, huge files).
The comment that a file begins with, or ``metadata.verdict`` of a notebook, is YAML:

    tries         what the attack is, in a sentence
    earns         functions that get all of their points; all others get none
    symptoms      function: symptom of its checks, `one | or another` where that is a
                  matter of time, or a list; what is not named is not defined
    spends        where it may use all of its time: a check may be `timed-out` too, and
                  what is left `not-run`
    says          text that stands in its results, or several
    error         the sentence of a submission that cannot be graded
    student       who hands it in; its own name by default
    needs         a machine, such as x86_64
    unconfined    ``sees a canary``: without a sandbox this attack succeeds

Nobody who attacks has to guess: ``@@PROJECT@@``, ``@@COURSE@@``, ``@@OUT@@``,
``@@HANDED@@``, ``@@GRADER@@`` and ``@@NEEDLES@@`` are replaced by where the secrets
are, the process that grades, and what secrets look like in memory.
"""

from __future__ import annotations

import json
import os
import re
import runpy
import secrets
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import yaml

HERE = Path(__file__).parent
FAMILIES = (
    "reading",
    "writing",
    "escaping",
    "exhausting",
    "lying",
    "dying",
    "intake",
    "showing",
)
FILE = "vault.py"
MARKER = "left-by-a-hostile"
"""In the name of everything that an attack leaves behind, should it succeed."""
MASK = bytes(byte ^ 0xA5 for byte in range(256))
"""Hides a secret that is looked for in memory, so that looking does not plant it."""


@dataclass(frozen=True)
class Attack:
    """One hostile submission."""

    path: Path
    tries: str
    earns: tuple[str, ...] = ()
    symptoms: Mapping[str, Any] = field(default_factory=dict)
    says: tuple[str, ...] = ()
    error: str | None = None
    student: str = ""
    spends: str = ""
    needs: str = ""
    unconfined: str = ""

    @property
    def family(self) -> str:
        return self.path.parent.name

    @property
    def id(self) -> str:
        name = self.path.name.removesuffix(".py").removesuffix(".build")
        return f"{self.family}-{name.removesuffix('.ipynb')}"

    @property
    def handed_in_by(self) -> str:
        return self.student or self.id

    def hand_in(self, folder: Path, known: Mapping[str, str]) -> None:
        """Write the submission into `folder`, the student's own."""
        folder.mkdir()
        if self.path.name.endswith(".build.py"):
            runpy.run_path(str(self.path))["build"](folder)
            return
        text = filled_in(self.path.read_text(encoding="utf-8"), known)
        (folder / f"vault{self.path.suffix}").write_text(text, encoding="utf-8")


def attacks(*families: str) -> Iterator[Attack]:
    """Yield every attack of some families, of all by default."""
    for family in families or FAMILIES:
        for path in sorted((HERE / family).iterdir()):
            if path.suffix in {".py", ".ipynb"}:
                yield Attack(path, **_verdict(path))


def _verdict(path: Path) -> dict[str, Any]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        said = json.loads(text)["metadata"]["verdict"]
    else:
        lines = re.match(r"(#[^\n]*\n)*", text)
        assert lines
        said = yaml.safe_load(re.sub(r"(?m)^# ?", "", lines[0]))
    for name in ("earns", "says"):
        value = said.get(name, ())
        said[name] = (value,) if isinstance(value, str) else tuple(value)
    return said


def filled_in(text: str, known: Mapping[str, str]) -> str:
    """Return `text` with its placeholders replaced."""
    return re.sub(r"@@(\w+)@@", lambda found: known[found[1]], text)


@dataclass(frozen=True)
class Scene:
    """A course with secrets in it, what is handed in, and where results go."""

    root: Path
    canaries: Mapping[str, str]
    """Texts that nobody but us may see, by where they stand."""
    numbers: Mapping[str, np.ndarray[Any, Any]]
    """The same, as numbers."""

    @property
    def course(self) -> Path:
        return self.root / "course"

    @property
    def solution(self) -> Path:
        return self.course / "solutions" / "vault"

    @property
    def handed(self) -> Path:
        return self.root / "handed"

    @property
    def out(self) -> Path:
        return self.root / "out"

    @property
    def needles(self) -> dict[str, bytes]:
        """What the secrets look like in memory: texts, and numbers one by one."""
        numbers = {
            f"{name}[{at}]": number.tobytes()
            for name, values in self.numbers.items()
            for at, number in enumerate(values)
        }
        return {name: text.encode() for name, text in self.canaries.items()} | numbers

    @property
    def known(self) -> dict[str, str]:
        """What every attacker is told."""
        masked = [needle.translate(MASK).hex() for needle in self.needles.values()]
        return {
            "COURSE": str(self.course),
            "PROJECT": str(HERE.parents[1]),
            "OUT": str(self.out),
            "HANDED": str(self.handed),
            "GRADER": str(os.getpid()),
            "NEEDLES": repr(masked),
        }

    def hand_in(self, attack: Attack, student: str = "") -> Path:
        """Have one hostile student hand in; return the folder."""
        folder = self.handed / (student or attack.handed_in_by)
        attack.hand_in(folder, self.known)
        return folder

    def honest(self, student: str) -> Path:
        """Have an honest student hand in what is right; return the folder."""
        folder = self.handed / student
        folder.mkdir()
        text = (self.solution / FILE).read_text(encoding="utf-8")
        text += f"\n\n# {self.canaries['OTHER']}\n"
        (folder / FILE).write_text(text, encoding="utf-8")
        return folder


def make_scene(root: Path, **limits: float) -> Scene:
    """Write the course into `root`, with fresh secrets in all places."""
    canaries = {
        place: f"CANARY-{place}-{secrets.token_hex(12)}"
        for place in ("SOLUTION", "CHECKS", "ENVIRONMENT", "OTHER", "GRADEBOOK")
    }
    random = np.random.default_rng()
    numbers = {name: random.uniform(1, 9, 8) for name in ("KEY", "LATE")}
    scene = Scene(root, canaries, numbers)
    shutil.copytree(HERE / "course", scene.course)
    known = {name: repr(values.tolist()) for name, values in numbers.items()}
    for path in scene.solution.glob("*.py"):
        text = path.read_text(encoding="utf-8")
        path.write_text(filled_in(text, canaries | known), encoding="utf-8")
    (scene.course / "gradebook.db").write_text(canaries["GRADEBOOK"])
    if limits:
        _set_limits(scene.solution / "assignment.yaml", limits)
    scene.handed.mkdir()
    scene.out.mkdir()
    return scene


def _set_limits(path: Path, limits: Mapping[str, float]) -> None:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    data["limits"] |= limits
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
