"""What the tests of all assignments share: sources, wrong versions, nothing at all."""

import re
from pathlib import Path

from autograder.authoring.probes import NOTHING, mistaken, nothing_text, reference_text

__all__ = [
    "NOTHING",
    "ROOT",
    "SOLUTIONS",
    "declared",
    "lost",
    "nothing",
    "reference_of",
    "with_mistake",
]

ROOT = Path(__file__).parents[2]
SOLUTIONS = ROOT / "solutions"
nothing = nothing_text
reference_of = reference_text
with_mistake = mistaken


def declared(slug):
    """Return function and id of every mistake, in the order of the file."""
    text = (SOLUTIONS / slug / "mistakes.py").read_text(encoding="utf-8")
    return re.findall(r'^@mistake\(\s*"(\w+)".*?^def (\w+)\(', text, re.M | re.S)


def lost(result):
    """Return the feedback on every function that lost points, by function."""
    return {
        name: [check.feedback for check in function.checks if check.feedback]
        for name, function in result.functions.items()
        if function.score < function.max_score
    }
