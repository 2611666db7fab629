"""Draw the table of grading.py; run by the peers' environment, which has matplotlib."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams |= {"svg.fonttype": "none", "svg.hashsalt": "benchmark"}

from matplotlib import pyplot as plt  # noqa: E402 - after the backend is chosen

OURS, PEER, FLOOR = "#1b6ca8", "#9a9a9a", "#d0d0d0"


def main() -> None:
    """Draw a bar for each contender, on a logarithmic axis, next to the JSON file."""
    path = Path(sys.argv[1])
    data = json.loads(path.read_text(encoding="utf-8"))
    rows = sorted(data["rows"].items(), key=lambda row: row[1]["cpu_ms_median"])
    figure, axes = plt.subplots(figsize=(8, 0.45 * len(rows) + 1.2))
    for name, row in rows:
        label, median = f"{name} ({row['checks']} checks)", row["cpu_ms_median"]
        low, high = median - min(row["cpu_ms"]), max(row["cpu_ms"]) - median
        axes.barh(
            label, median, xerr=[[low], [high]], color=color(name), ecolor="#444444"
        )
        axes.annotate(
            f" {short(median)} ms, {short(row['over_ours'])} ×",
            (max(row["cpu_ms"]), label),
            va="center",
        )
    axes.set_xscale("log")
    axes.set_xlim(right=20 * max(row["cpu_ms_median"] for _, row in rows))
    axes.set_xlabel("CPU ms for one submission (all processes); median, least and most")
    axes.spines[["top", "right"]].set_visible(False)
    facts = data["facts"]
    axes.set_title(
        f"{facts['date'][:10]}, {facts['cores']} cores, Python {facts['python']}",
        fontsize="small",
        loc="right",
    )
    figure.savefig(
        path.with_suffix(".svg"), bbox_inches="tight", metadata={"Date": None}
    )


def short(value: float) -> str:
    """Return a number in three digits or whole."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def color(name: str) -> str:
    """Return the colour of a contender's bar."""
    if name.startswith("autograder"):
        return OURS
    return FLOOR if name.startswith("bare") else PEER


if __name__ == "__main__":
    main()
