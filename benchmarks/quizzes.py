"""What a quiz of a large class costs: publish and score 500 papers of 12 items.

``make bench`` or ``python -m benchmarks.quizzes [--papers 500]``. The papers are filled
in (two items in three with the key, one with something wrong), so that every response
is read, judged and explained. Processor time includes every child process.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.measuring import Cost, load, machine, run
from benchmarks.tables import save, show
from benchmarks.workload import ROOT

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
    count, before = parser.parse_args().papers, load()
    with tempfile.TemporaryDirectory() as folder:
        root = make_course(Path(folder), count)
        costs = {"publish": measure(root, "publish", QUIZ)}
        fill_in(root)
        papers = str(root / "published" / QUIZ / "papers")
        costs["score"] = measure(root, "score", QUIZ, papers)
    rows = {
        name: {
            "CPU s": round(cost.cpu, 2),
            "wall s": round(cost.wall, 2),
            "CPU ms each": round(1000 * cost.cpu / count, 1),
            "peak MB": round(cost.peak),
        }
        for name, cost in costs.items()
    }
    cells = {name: tuple(row.values()) for name, row in rows.items()}
    show(f"{count} papers of {ITEMS} items", tuple(rows["publish"]), cells)
    facts = {"papers": count, "load": {"before": before, "after": load()}}
    save("quizzes", machine() | facts, rows)


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


def measure(root: Path, *arguments: str) -> Cost:
    """Run a command of ``autograder quiz`` and return what it cost."""
    command = [sys.executable, "-m", "autograder", "quiz", *arguments]
    return run(command, folder=root)


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
