"""The hidden checks of week 5, without the public examples."""

import os
from pathlib import Path

FILE = Path(os.environ["BENCHMARK_ASSIGNMENT"]) / "test_deep_network.py"
exec(compile(FILE.read_text(encoding="utf-8"), str(FILE), "exec"))
for name in [name for name in globals() if name.startswith("test_")]:
    if any(
        mark.name == "example" for mark in getattr(globals()[name], "pytestmark", [])
    ):
        del globals()[name]
