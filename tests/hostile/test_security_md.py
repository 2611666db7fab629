"""SECURITY.md claims nothing that no test holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.hostile.attacks import FAMILIES

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
LINKS = re.findall(r"\[([^\]]+)\]\(([^)#]+)\)", TEXT)
TESTS = [(name.strip("`"), path) for name, path in LINKS if path.endswith(".py")]


def section(title):
    return TEXT.split(f"## {title}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize(("name", "path"), TESTS)
def test_a_linked_test_exists(name, path):
    assert f"def {name}(" in (ROOT / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted({path for _, path in LINKS}))
def test_a_link_leads_somewhere(path):
    assert (ROOT / path).exists()


def test_every_promise_names_its_test():
    promises = section("What is promised").split("\n\n")[0].split("\n- ")[1:]
    assert len(promises) >= 9
    assert [p for p in promises if "](tests/" not in p] == []


def test_every_family_stands_in_the_table():
    table = section("Attacks and layers")
    assert re.findall(r"^\| \[(\w+)\]\(tests/hostile/\1\)", table, re.M) == [*FAMILIES]
