"""Draw the figures of the assignment as small SVG files.

    python solutions/week4_shallow_network/figures.py

Pure string building; the decision boundaries are those of the reference, trained here.
"""

from pathlib import Path

import numpy as np
from given import load_planar, sigmoid
from shallow_network import leaky_relu, nn_model, predict

FOLDER = Path(__file__).parent
PAPER, INK, GRID, PALE = "#fdfdfb", "#222222", "#d5d5d0", "#777777"
BLUE, ORANGE = "#1f5fa8", "#d1691b"
PALE_BLUE, PALE_ORANGE = "#d3e2f3", "#fbe3cf"
REACH = 2.2
UNITS = (1, 2, 4, 20)


def svg(width, height, *parts):
    """Return an SVG file on a light ground."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}" font-family="Georgia, serif" fill="{INK}">\n'
        f'<rect width="100%" height="100%" fill="{PAPER}"/>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def text(x, y, said, size=15, anchor="middle", **more):
    """Return a line of text; `said` may hold tspan elements."""
    style = "".join(
        f' {key.replace("_", "-")}="{value}"' for key, value in more.items()
    )
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size}" text-anchor="{anchor}"{style}>'
        f"{said}</text>"
    )


def raised(symbol, layer):
    """Return a symbol with the number of its layer in square brackets above it."""
    return f'{symbol}<tspan dy="-6" font-size="70%">[{layer}]</tspan><tspan dy="6">&#8203;</tspan>'


def line(x1, y1, x2, y2, colour=INK, width=1.0):
    """Return a straight line."""
    return (
        f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}"'
        f' stroke="{colour}" stroke-width="{width:g}"/>'
    )


def path(points, colour, width=2.2):
    """Return a line through points (n, 2)."""
    steps = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return (
        f'<polyline points="{steps}" fill="none" stroke="{colour}"'
        f' stroke-width="{width}" stroke-linejoin="round"/>'
    )


# Activations.

Z = np.linspace(-4, 4, 161)
CURVES = {
    "σ(z)": (sigmoid(Z), sigmoid(Z) * (1 - sigmoid(Z))),
    "tanh(z)": (np.tanh(Z), 1 / np.cosh(Z) ** 2),
    "max(0, z)": (np.maximum(0, Z), np.where(Z > 0, 1.0, 0.0)),
    "max(0.1 z, z)": (leaky_relu(Z, 0.1), np.where(Z > 0, 1.0, 0.1)),
}


def panel(left, top, name, values, colour):
    """Return one graph: z from -4 to 4, values from -1.2 to 2.2."""
    width, height, low, high = 150, 120, -1.2, 2.2

    def at(z, value):
        return left + (z + 4) / 8 * width, top + (high - value) / (high - low) * height

    parts = [
        f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="#ffffff" stroke="{GRID}"/>'
    ]
    for mark in (-1, 1, 2):
        parts.append(line(*at(-4, mark), *at(4, mark), GRID))
        parts.append(
            text(
                left - 5,
                at(0, mark)[1] + 4,
                f"{mark}".replace("-", "−"),
                11,
                "end",
                fill=PALE,
            )
        )
    parts += [line(*at(-4, 0), *at(4, 0), PALE), line(*at(0, low), *at(0, high), PALE)]
    inside = (values <= high) & (values >= low)
    jumps = np.flatnonzero(np.abs(np.diff(values)) > 0.5) + 1
    for piece in np.split(np.arange(Z.size), jumps):
        kept = piece[inside[piece]]
        parts.append(
            path([at(Z[i], values[i]) for i in _corners(kept, values)], colour)
        )
    parts.append(text(left + width / 2, top - 8, name, 15, font_style="italic"))
    return "\n".join(parts)


def _corners(kept, values):
    """Return the ends and, where the curve is not straight, the points between."""
    bent = [
        i
        for i in kept[1:-1]
        if abs(values[i - 1] - 2 * values[i] + values[i + 1]) > 1e-9
    ]
    return [kept[0], *bent, kept[-1]]


def activations():
    """Return the four activations, and below each its slope."""
    parts = []
    for column, (name, (values, slopes)) in enumerate(CURVES.items()):
        left = 40 + 185 * column
        parts.append(panel(left, 34, name, values, BLUE))
        parts.append(panel(left, 196, "g′(z)", slopes, ORANGE))
    return svg(775, 332, *parts)


# The network.


def network():
    """Return the drawing of two inputs, four hidden units and one output."""
    inputs = [(90, 110), (90, 190)]
    hidden = [(300, 60 + 60 * i) for i in range(4)]
    output = (510, 150)
    parts = [line(*a, *b, PALE) for a in inputs for b in hidden]
    parts += [line(*a, *output, PALE) for a in hidden] + [
        line(532, 150, 606, 150, PALE)
    ]
    for i, place in enumerate(inputs, start=1):
        parts.append(
            _unit(place, PALE_BLUE, f'x<tspan dy="5" font-size="70%">{i}</tspan>')
        )
    for i, place in enumerate(hidden, start=1):
        parts.append(_unit(place, PALE_ORANGE, _with_layer("a", 1, i)))
    parts.append(_unit(output, PALE_ORANGE, _with_layer("a", 2, 1)))
    parts.append(text(620, 155, "ŷ", 18, "start", font_style="italic"))
    parts += [
        text(195, 40, f"{raised('W', 1)}, {raised('b', 1)}", 16, fill=BLUE),
        text(195, 290, "(4, 2), (4, 1)", 13, fill=BLUE),
        text(410, 40, f"{raised('W', 2)}, {raised('b', 2)}", 16, fill=BLUE),
        text(410, 290, "(1, 4), (1, 1)", 13, fill=BLUE),
        text(90, 315, f"X = {raised('A', 0)}", 16),
        text(90, 338, "(2, m)", 13),
        text(
            300, 315, f"{raised('Z', 1)}, {raised('A', 1)} = tanh({raised('Z', 1)})", 16
        ),
        text(300, 338, "(4, m)", 13),
        text(510, 315, f"{raised('Z', 2)}, {raised('A', 2)} = σ({raised('Z', 2)})", 16),
        text(510, 338, "(1, m)", 13),
    ]
    return svg(660, 356, *parts)


def _unit(place, colour, label):
    x, y = place
    circle = f'<circle cx="{x}" cy="{y}" r="22" fill="{colour}" stroke="{INK}"/>'
    return circle + text(x, y + 5, label, 16, font_style="italic")


def _with_layer(symbol, layer, unit):
    return (
        f'{symbol}<tspan dy="-7" font-size="65%">[{layer}]</tspan>'
        f'<tspan dx="-14" dy="13" font-size="65%">{unit}</tspan>'
    )


# The flower.


def place(X, left, top, side):
    """Return points (2, m) as pixels in a square."""
    across = left + (X[0] + REACH) / (2 * REACH) * side
    down = top + (REACH - X[1]) / (2 * REACH) * side
    return across, down


def dots(X, Y, side, radius):
    """Return the points of both classes: class 0 as discs, class 1 as rings."""
    parts = []
    for label, colour in ((0, BLUE), (1, ORANGE)):
        across, down = place(X[:, Y[0] == label], 0, 0, side)
        steps = "".join(
            f"M{x:.0f} {y:.0f}h0" for x, y in zip(across, down, strict=True)
        )
        style = f'fill="none" stroke-linecap="round" stroke-width="{2 * radius}"'
        parts.append(f'<path d="{steps}" {style} stroke="{colour}"/>')
        if label:
            inner = style.replace(f'"{2 * radius}"', f'"{radius}"')
            parts.append(f'<path d="{steps}" {inner} stroke="{PAPER}"/>')
    return "\n".join(parts)


def planar():
    """Return the picture of the data."""
    X, Y = load_planar(FOLDER)
    side = 360
    frame = f'<rect x="0.5" y="0.5" width="{side}" height="{side}" fill="#ffffff" stroke="{GRID}"/>'
    parts = [
        frame,
        line(0, 180, side, 180, GRID),
        line(180, 0, 180, side, GRID),
        dots(X, Y, side, 3),
    ]
    legend = [
        f'<circle cx="392" cy="24" r="4" fill="{BLUE}"/>',
        text(404, 29, "y = 0", 14, "start"),
        f'<circle cx="392" cy="48" r="3.2" fill="{PAPER}" stroke="{ORANGE}" stroke-width="1.8"/>',
        text(404, 53, "y = 1", 14, "start"),
        text(348, 174, "x₁", 14, fill=PALE),
        text(192, 14, "x₂", 14, fill=PALE),
    ]
    return svg(
        460,
        381,
        f'<g transform="translate(10 10)">{"".join(parts)}{"".join(legend)}</g>',
    )


def regions(parameters, side, cells=74):
    """Return the region of class 1 as rows of rectangles, runs joined."""
    centres = (np.arange(cells) + 0.5) / cells * 2 * REACH - REACH
    across, down = np.meshgrid(centres, -centres)
    ones = predict(parameters, np.vstack([across.ravel(), down.ravel()])).reshape(
        cells, cells
    )
    size, steps = side / cells, []
    for row, values in enumerate(ones):
        edges = np.flatnonzero(np.diff(np.concatenate([[0], values, [0]])))
        for begin, end in zip(edges[::2], edges[1::2], strict=True):
            steps.append(
                f"M{begin * size:g} {row * size:g}h{(end - begin) * size:g}v{size:g}H{begin * size:g}"
            )
    return f'<path d="{"".join(steps)}" fill="{PALE_ORANGE}"/>'


def boundaries():
    """Return what networks of several sizes make of the plane."""
    X, Y = load_planar(FOLDER)
    side = 222
    parts = [f'<defs><g id="points">{dots(X, Y, side, 2)}</g></defs>']
    for number, n_h in enumerate(UNITS):
        np.random.seed(2)
        learned = nn_model(X, Y, n_h)
        share = np.mean(predict(learned, X) == Y)
        left, top = 12 + number % 2 * (side + 16), 34 + number // 2 * (side + 38)
        frame = f'<rect width="{side}" height="{side}" fill="{PALE_BLUE}"/>'
        label = f'<tspan font-style="italic">n</tspan><tspan dy="4" font-size="75%">h</tspan><tspan dy="-4"> = {n_h}: {100 * share:.0f} %</tspan>'
        parts.append(text(left + side / 2, top - 10, label))
        parts.append(
            f'<g transform="translate({left} {top})">{frame}{regions(learned, side)}'
            '<use href="#points"/></g>'
        )
    return svg(484, 528, *parts)


if __name__ == "__main__":
    for draw in (activations, network, planar, boundaries):
        target = FOLDER / "figures" / f"{draw.__name__}.svg"
        target.write_text(draw(), encoding="utf-8")
