"""Tables of figures: printed, and kept as JSON and as a picture in ``results/``."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.workload import ROOT

FOLDER = Path(__file__).parent / "results"
PLOTTER = ROOT / ".venv-bench" / "bin" / "python"


def show(
    title: str, columns: Sequence[str], rows: Mapping[str, Sequence[object]]
) -> None:
    """Print a table."""
    width = max(map(len, [title, *rows])) + 2
    print("\n" + title.ljust(width) + "".join(f"{name:>12}" for name in columns))
    for name, cells in rows.items():
        print(name.ljust(width) + "".join(f"{cell!s:>12}" for cell in cells))
    print(flush=True)


def save(name: str, facts: Mapping[str, Any], rows: Mapping[str, Any]) -> None:
    """Print on what was measured; keep everything, and draw it if it can be drawn."""
    for key, value in facts.items():
        print(f"{key}: {value}")
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"{name}.json"
    text = json.dumps({"facts": facts, "rows": rows}, indent=1, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")
    print(f"kept in {path.relative_to(ROOT)}", flush=True)
    if (drawer := Path(__file__).parent / f"draw_{name}.py").is_file():
        subprocess.run([PLOTTER, drawer, path], check=True)
