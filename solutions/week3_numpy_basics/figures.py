"""Draw the figures of this assignment.

``OPENBLAS_NUM_THREADS=1 python solutions/week3_numpy_basics/figures.py``

One thread, since on a busy computer a second one may wait longer than it works.

The times of the first figure are measured when it is drawn, on the computer at hand.
"""

import time
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).parent / "figures"
INK, GREY, BLUE, ORANGE, PAPER = "#1f2933", "#616e7c", "#2f6fb2", "#d9762b", "#ffffff"
SIZE = 1_000_000


def picture(name, width, height, parts):
    """Write an SVG file with a background of its own."""
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" font-family="sans-serif" font-size="15">',
        f'<rect width="{width}" height="{height}" rx="6" fill="{PAPER}"/>',
        *parts,
        "</svg>",
    ]
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def text(x, y, words, anchor="middle", color=INK, extra=""):
    """Return a text element."""
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{color}"{extra}>{words}</text>'


def seconds_of(work):
    """Return the time that `work` takes: the best of three, after a first try."""
    times = []
    for _ in range(4):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times[1:])


def loop_and_array():
    """Draw the time of a dot product, by a loop and by numpy."""
    rng = np.random.default_rng(3)
    a, b = rng.random(SIZE), rng.random(SIZE)

    def loop():
        total = 0.0
        for i in range(SIZE):
            total += a[i] * b[i]

    bars = [
        ("for i in range(m): …", 1000 * seconds_of(loop), ORANGE),
        ("np.dot(a, b)", 1000 * seconds_of(lambda: np.dot(a, b)), BLUE),
    ]
    longest, parts = bars[0][1], []
    for row, (label, taken, color) in enumerate(bars):
        y, length = 26 + 74 * row, max(2.0, 430 * taken / longest)
        shown = f"{taken:.0f} ms" if taken >= 10 else f"{taken:.1f} ms"
        parts += [
            text(20, y, label, "start", extra=' font-family="monospace"'),
            f'<rect x="20" y="{y + 9}" width="{length:.1f}" height="26" fill="{color}"/>',
            text(30 + length, y + 28, shown, "start"),
        ]
    parts.append(text(540, 158, "m = 1 000 000", "end", GREY))
    picture("loop_and_array.svg", 560, 170, parts)


def grid(x, y, table, color, faded=()):
    """Yield the boxes of a table; the columns in `faded` are drawn as copies."""
    for i, row in enumerate(table):
        for j, value in enumerate(row):
            left, top = x + 44 * j, y + 44 * i
            copy = j in faded
            style = f'stroke="{color}" stroke-width="2" fill="{color}"'
            style += (
                ' fill-opacity="0.05" stroke-dasharray="4 4"'
                if copy
                else ' fill-opacity="0.16"'
            )
            yield f'<rect x="{left}" y="{top}" width="40" height="40" rx="4" {style}/>'
            yield text(left + 20, top + 26, value, color=GREY if copy else INK)


def broadcasting():
    """Draw a matrix divided by a column, which is stretched."""
    x, lengths = [[1, 2, 2], [2, 3, 6]], [3, 7]
    parts = [
        *grid(20, 50, x, BLUE),
        text(176, 100, "/", extra=' font-size="26"'),
        *grid(200, 50, [[n] * 3 for n in lengths], ORANGE, faded=(1, 2)),
        text(356, 100, "=", extra=' font-size="26"'),
        *grid(
            380,
            50,
            [[f"{v}/{n}" for v in row] for row, n in zip(x, lengths, strict=True)],
            BLUE,
        ),
        text(84, 32, "(2, 3)"),
        text(222, 32, "(2, 1)"),
        text(292, 32, "→ (2, 3)", color=GREY),
        text(444, 32, "(2, 3)"),
    ]
    picture("broadcasting.svg", 530, 156, parts)


if __name__ == "__main__":
    loop_and_array()
    broadcasting()
