"""What a quiz of a large class costs: publish and score 500 papers of 12 items.

``make bench`` or ``python benchmarks/quizzes.py [--papers 500]``. The papers are filled
in (two items in three with the key, one with something wrong), so that every response
is read, judged and explained. Processor time includes every child process.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
QUIZ = "week5"
ITEMS = 12
COURSE = """\
title: {en: 'Bench', ko: '벤치'}
term: bench
quizzes:
  week5: {opens: '2020-01-01T10:00:00+09:00', closes: '2020-01-01T10:20:00+09:00'}
"""


def main() -> None:
    """Make a course, publish to a class, fill the papers in, score, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=500)
    count = parser.parse_args().papers
    with tempfile.TemporaryDirectory() as folder:
        root = make_course(Path(folder), count)
        rows = {"publish": measure(root, "publish", QUIZ)}
        fill_in(root)
        papers = str(root / "published" / QUIZ / "papers")
        rows["score"] = measure(root, "score", QUIZ, papers)
    print(f"{count} papers of {ITEMS} items, Python {platform.python_version()}")
    print(f"{'':10}{'CPU s':>10}{'wall s':>10}{'wall ms a paper':>18}")
    for name, row in rows.items():
        each = 1000 * row["wall"] / count
        print(f"{name:10}{row['cpu']:10.2f}{row['wall']:10.2f}{each:18.1f}")
    print(json.dumps(rows))


def make_course(root: Path, count: int) -> Path:
    """Make a course with one quiz whose papers have `ITEMS` items."""
    (root / "course.yaml").write_text(COURSE, encoding="utf-8")
    shutil.copytree(ROOT / "quizzes", root / "quizzes")
    path = root / "quizzes" / f"{QUIZ}.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("draw: 6", f"draw: {ITEMS}", 1), encoding="utf-8")
    rows = (f"s{n:04},Student {n},A,{'ko' if n % 2 else 'en'}\n" for n in range(count))
    roster = "id,name,section,lang\n" + "".join(rows)
    (root / "roster.csv").write_text(roster, encoding="utf-8")
    return root


def measure(root: Path, *arguments: str) -> dict[str, float]:
    """Run a command of ``autograder quiz`` and return its seconds."""
    command = [sys.executable, "-m", "autograder", "quiz", *arguments]
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, cwd=root, stdout=subprocess.DEVNULL)
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"cpu": cpu, "wall": wall}


def fill_in(root: Path) -> None:
    """Respond to every item of every paper."""
    from autograder.quizzes.arrays import NumpyWorkers
    from autograder.quizzes.manifest import Manifest
    from autograder.quizzes.paper_notebook import fill, read_paper_notebook
    from autograder.quizzes.reading import read_quiz
    from autograder.quizzes.scope import Scope

    items = {
        item.id: item for item in read_quiz(root / "quizzes" / f"{QUIZ}.yaml").items
    }
    published = root / "published" / QUIZ
    manifest = Manifest.read(published)
    with NumpyWorkers() as numpy:
        for path in (published / "papers").rglob("*.ipynb"):
            text = path.read_text(encoding="utf-8")
            paper = manifest.papers[read_paper_notebook(text.encode(), "").paper]
            for number, variant in enumerate(paper.variants):
                answer = items[variant.item].answer
                scope = Scope(items[variant.item], variant.params, numpy)
                key = answer.show(answer.key(scope), variant.form)
                response = key.split(" (")[0] if number % 3 else "something else"
                text = fill(text, variant.item, response)
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
