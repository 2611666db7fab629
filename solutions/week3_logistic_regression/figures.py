"""Draw the figures of this assignment, with the reference as the model.

``python solutions/week3_logistic_regression/figures.py``
"""

from pathlib import Path

import numpy as np
from given import flowers
from logistic_regression import model, propagate

FOLDER = Path(__file__).parent / "figures"
INK, GREY, BLUE, ORANGE, PAPER = "#1f2933", "#616e7c", "#2f6fb2", "#d9762b", "#ffffff"
TEAL = "#2a8c6b"
CLIP = ' clip-path="url(#plot)"'
STEPS = 25
RATES = {0.01: TEAL, 0.4: BLUE, 0.8: ORANGE}


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
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{color}">'
        f"{words}</text>"
    )


def line(points, color, width=2.5, extra=""):
    """Return a line through points, an array (2, k)."""
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points.T)
    style = f'fill="none" stroke="{color}" stroke-width="{width}"{extra}'
    return f'<polyline points="{path}" {style}/>'


def axes(left, top, right, bottom):
    """Return the two axes of a plot."""
    corner = np.array([[left, left, right], [top, bottom, bottom]])
    return line(corner, GREY, 1.5)


def decision_boundary():
    """Draw the flowers, and the line on which the trained model says one half."""
    X, Y = flowers(80, seed=1)
    d = model(X, Y, X, Y, 300, 0.5, False)
    (w1, w2), b = d["w"][:, 0], d["b"]

    def place(points):
        return np.array([[245], [175]]) + np.array([[66], [-52]]) * points

    ends = np.array([-3.3, 3.3])
    boundary = place(np.array([ends, -(w1 * ends + b) / w2]))
    above = np.hstack([boundary, [[boundary[0, 1]], [-999.0]]])
    frame = '<rect x="40" y="24" width="420" height="286"/>'
    parts = [
        f'<clipPath id="plot">{frame}</clipPath>',
        line(above, "none", 0, f' style="fill:{ORANGE};fill-opacity:0.1"{CLIP}'),
        line(boundary, INK, 2, ' stroke-dasharray="7 5"' + CLIP),
        axes(40, 24, 460, 310),
    ]
    for (x, y), kind in zip(place(X).T, Y[0], strict=True):
        if kind:
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{ORANGE}"/>')
        else:
            corner = f'x="{x - 4.5:.1f}" y="{y - 4.5:.1f}" width="9" height="9"'
            parts.append(f'<rect {corner} fill="{BLUE}"/>')
    parts += [
        text(250, 334, "x₁"),
        text(20, 170, "x₂"),
        text(448, 46, "y = 1", "end", ORANGE),
        text(52, 298, "y = 0", "start", BLUE),
        text(*boundary_label(place, w1, w2, b), "a = 0.5", "start"),
    ]
    picture("decision_boundary.svg", 500, 346, parts)


def boundary_label(place, w1, w2, b):
    """Return a place beside the boundary, near its lower end."""
    x, y = place(np.array([[1.4], [-(w1 * 1.4 + b) / w2]]))[:, 0]
    return x + 12, y + 4


def costs(X, Y, learning_rate):
    """Return the cost before every step from zero."""
    w, b, found = np.zeros((2, 1)), 0.0, []
    for _ in range(STEPS + 1):
        grads, cost = propagate(w, b, X, Y)
        found.append(cost)
        w, b = w - learning_rate * grads["dw"], b - learning_rate * grads["db"]
    return found


def learning_rates():
    """Draw three costs over the steps; flowers far from zero make a narrow valley."""
    X, Y = flowers(80, seed=1)
    X = X + np.array([[3.5], [1.8]])
    parts = [axes(50, 20, 450, 270)]
    for rate, color in RATES.items():
        found = costs(X, Y, rate)
        points = np.array([50 + 16 * np.arange(STEPS + 1), 270 - 160 * np.array(found)])
        parts.append(line(points, color))
        parts.append(text(458, points[1, -1] + 5, f"α = {rate}", "start", color))
    parts += [text(250, 296, "i"), text(26, 140, "J")]
    parts += [text(42, 275 - 160 * J, str(J), "end", GREY) for J in (0, 0.5, 1, 1.5)]
    picture("learning_rates.svg", 540, 308, parts)


if __name__ == "__main__":
    decision_boundary()
    learning_rates()
