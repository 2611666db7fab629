"""Write the figures of this assignment: ``python figures.py``.

The curves and the weights come from a network that is trained here, on 40 points of
which 12 % have a wrong label.
"""

from pathlib import Path

import numpy as np
from given import cross_entropy, forward
from improving_a_model import (
    augment_flip,
    augment_shift,
    backward_propagation_with_regularization,
    early_stopping_epoch,
    initialize_parameters_he,
)

FOLDER = Path(__file__).parent / "figures"
INK, GREY, PAPER = "#1f2933", "#6b7683", "#ffffff"
BLUE, ORANGE, EMPTY = "#2f6fb2", "#d9762b", "#e6e9ed"
EPOCHS, PATIENCE, LAMBDAS = 900, 150, (0.0, 1.5)


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


def text(x, y, words, anchor="middle", color=INK):
    """Return a text element."""
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" fill="{color}">{words}</text>'


def symbol(name, index, raised=4):
    """Return an italic letter with an index, `raised` pixels below its line."""
    low = f'<tspan dy="{raised}" font-size="11">{index}</tspan>'
    return f'<tspan font-style="italic">{name}</tspan>{low}'


def line(x1, y1, x2, y2, color=INK, more=""):
    """Return a straight line."""
    place = f'x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}"'
    return f'<line {place} stroke="{color}" stroke-width="1.5"{more}/>'


def box(x, y, width, height, fill, stroke=PAPER):
    """Return a rectangle."""
    size = f'x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"'
    return f'<rect {size} fill="{fill}" stroke="{stroke}"/>'


def points(rng, m):
    """Return m points and whether each lies in a disc; 12 % of the labels are wrong."""
    X = rng.uniform(-1.5, 1.5, (2, m))
    inside = X[0] ** 2 + X[1] ** 2 < 1.2
    wrong = rng.random(m) < 0.12
    return X, (inside ^ wrong).astype(float).reshape(1, m)


def trained(lambd):
    """Return the training costs, the development costs and all weights."""
    rng = np.random.default_rng(3)
    X, Y = points(rng, 40)
    X_dev, Y_dev = points(rng, 300)
    np.random.seed(3)
    parameters = initialize_parameters_he([2, 24, 12, 1])
    costs, dev_costs = [], []
    for _ in range(EPOCHS):
        A3, cache = forward(X, parameters)
        costs.append(cross_entropy(A3, Y))
        dev_costs.append(cross_entropy(forward(X_dev, parameters)[0], Y_dev))
        grads = backward_propagation_with_regularization(X, Y, cache, lambd)
        parameters = {k: p - 0.15 * grads[f"d{k}"] for k, p in parameters.items()}
    weights = np.concatenate([parameters[f"W{layer}"].ravel() for layer in (1, 2, 3)])
    return costs, dev_costs, weights


def curve(costs, color, place):
    """Return a line through the costs."""
    path = " ".join("{:.1f},{:.1f}".format(*place(e, c)) for e, c in costs)
    return (
        f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="2.5"/>'
    )


def early_stopping(costs, dev_costs):
    """Draw both costs over the epochs, the best epoch, and where training stops."""

    def place(epoch, cost):
        return 50 + 440 * epoch / EPOCHS, 240 - 190 * cost / 1.1

    best = early_stopping_epoch(dev_costs, PATIENCE)
    (x, y), (stop, _) = place(best, dev_costs[best]), place(best + PATIENCE, 0)
    every = range(0, EPOCHS, 6)
    parts = [
        box(stop, 30, 490 - stop, 210, "#f1f3f5"),
        line(50, 240, 500, 240),
        line(50, 240, 50, 25),
        line(x, 240, x, y, GREY, ' stroke-dasharray="4 4"'),
        line(stop, 240, stop, 30, INK, ' stroke-dasharray="4 4"'),
        curve([(e, costs[e]) for e in every], BLUE, place),
        curve([(e, dev_costs[e]) for e in every], ORANGE, place),
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="6" fill="{ORANGE}"/>',
        text(x, 262, f"{best}"),
        text(stop, 262, f"{best + PATIENCE}"),
        text(500, 262, "epoch", "end", GREY),
        text(36, 40, symbol("J", ""), "middle"),
        text(498, place(0, dev_costs[-1])[1], symbol("J", "dev"), "start", ORANGE),
        text(498, place(0, costs[-1])[1], symbol("J", "train"), "start", BLUE),
        line(x, 215, stop, 215, GREY),
        text((x + stop) / 2, 208, "patience", color=GREY),
    ]
    picture("early_stopping.svg", 560, 280, parts)


def weights(both):
    """Draw a histogram of the weights for each value of lambda."""
    edges = np.linspace(-2.5, 2.5, 41)
    counts = [np.histogram(values, edges)[0] for values in both]
    parts = []
    for panel, (lambd, bars) in enumerate(zip(LAMBDAS, counts, strict=True)):
        left, base = 20 + 275 * panel, 190
        color = (ORANGE, BLUE)[panel]
        for i, count in enumerate(bars):
            height = 130 * count / max(map(max, counts))
            if count:
                parts.append(box(left + 6.25 * i, base - height, 6.25, height, color))
        parts += [
            line(left, base, left + 250, base),
            *(
                text(left + 125 + 50 * tick, base + 20, f"{tick:g}", color=GREY)
                for tick in (-2, -1, 0, 1, 2)
            ),
            text(left + 125, 30, f'<tspan font-style="italic">λ</tspan> = {lambd:g}'),
            text(left + 248, base - 8, symbol("W", "ij"), "end", GREY),
        ]
    picture("weights.svg", 565, 222, parts)


def dropout_masks():
    """Draw two masks of a layer of 6 units for 10 examples."""
    rng, side, parts = np.random.default_rng(1), 22, []
    for panel in range(2):
        left, top = 46 + 275 * panel, 48
        kept = rng.random((6, 10)) < 0.8
        for row, column in np.ndindex(kept.shape):
            corner = left + side * column, top + side * row
            parts.append(box(*corner, side, side, BLUE if kept[row, column] else EMPTY))
        parts += [
            text(left + 5 * side, 30, symbol("D", f"[1]  t = {panel + 1}", -5)),
            text(left - 8, top + 3.3 * side, symbol("n", "[1]", -5), "end", GREY),
            text(left + 5 * side, top + 7.1 * side, symbol("m", ""), color=GREY),
        ]
    picture("dropout_masks.svg", 565, 216, parts)


def letter():
    """Return a picture of the letter F, shape (1, 7, 6, 3)."""
    drawn = ["......", ".####.", ".#....", ".###..", ".#....", ".#....", "......"]
    colors = {"#": (0.85, 0.46, 0.17), ".": (0.84, 0.90, 0.96)}
    return np.array([[[colors[dot] for dot in row] for row in drawn]])


def flips_and_shifts():
    """Draw a letter, its mirror image, and the letter moved."""
    image = letter()
    panels = [
        ("images", image),
        ("augment_flip", augment_flip(image)),
        ("dy = 1, dx = 2", augment_shift(image, 1, 2)),
    ]
    side, parts = 24, []
    for panel, (name, pixels) in enumerate(panels):
        left, top = 20 + 210 * panel, 44
        parts.append(text(left + 3 * side, 28, name))
        for row, column in np.ndindex(pixels.shape[1:3]):
            levels = np.round(255 * pixels[0, row, column]).astype(int)
            color = "#{:02x}{:02x}{:02x}".format(*levels)
            parts.append(box(left + side * column, top + side * row, side, side, color))
    picture("flips_and_shifts.svg", 604, 226, parts)


def main():
    """Write all figures."""
    costs, dev_costs, free = trained(LAMBDAS[0])
    _, _, priced = trained(LAMBDAS[1])
    early_stopping(costs, dev_costs)
    weights((free, priced))
    dropout_masks()
    flips_and_shifts()


if __name__ == "__main__":
    main()
