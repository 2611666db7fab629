"""Write the figures of this assignment: ``python figures.py``, after ``make_data.py``."""

import base64
import itertools
import struct
import zlib
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
INK, PALE, PAPER = "#2b2f36", "#c9ccd6", "#fbfbf8"
BLUE, RED, GREEN, AMBER = "#2f6db5", "#c0392b", "#2e8b57", "#b9770e"
TWO, DEEP, STEPS = (12288, 7, 1), (12288, 20, 7, 5, 1), 200


def text(x, y, words, size=14, color=INK, anchor="middle", more=""):
    """Return a text element; `words` may hold tspans."""
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{color}" '
        f'text-anchor="{anchor}"{more}>{words}</text>'
    )


def symbol(name, index=""):
    """Return an italic letter with an upright index above it."""
    if not index:
        return f'<tspan font-style="italic">{name}</tspan>'
    high = (
        f'<tspan dy="-5" font-size="10">[{index}]</tspan><tspan dy="5">\u200b</tspan>'
    )
    return f'<tspan font-style="italic">{name}</tspan>{high}'


def line(x1, y1, x2, y2, color=INK, width=1.0, more=""):
    """Return a straight line."""
    return (
        f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{color}" '
        f'stroke-width="{width:g}"{more}/>'
    )


def rectangle(x, y, width, height, fill, more=""):
    """Return a rectangle."""
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" '
        f'fill="{fill}"{more}/>'
    )


def figure(width, height, *parts):
    """Return a whole picture on a light background."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" font-family="Helvetica, Arial, sans-serif">'
    )
    paper = rectangle(0, 0, width, height, PAPER, ' rx="6"')
    return "\n".join([head, paper, *parts, "</svg>"]) + "\n"


def png(pixels):
    """Return pixels (height, width, 3), 0 to 255, as the bytes of a PNG file."""
    height, width, _ = pixels.shape
    left = np.concatenate([np.zeros_like(pixels[:, :1]), pixels[:, :-1]], axis=1)
    differences = (pixels - left).astype(np.uint8)  # filter 1 of the format
    rows = b"".join(b"\x01" + row.tobytes() for row in differences)

    def chunk(kind, data):
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(rows, 9)))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts) + chunk(b"IEND", b"")


def image(x, y, size, pixels):
    """Return an image element; it brings its pixels along."""
    code = base64.b64encode(png(pixels)).decode()
    return (
        f'<image x="{x:g}" y="{y:g}" width="{size}" height="{size}" '
        f'href="data:image/png;base64,{code}"/>'
    )


def samples(data):
    """Return ten of the pictures, each with its label below."""
    parts = []
    for i in range(10):
        x, y = 16 + 92 * (i % 5), 16 + 112 * (i // 5)
        parts.append(image(x, y, 80, data["train_x"][i]))
        label = int(data["train_y"][0, i])
        color = RED if label else BLUE
        parts.append(text(x + 40, y + 98, f"{symbol('y')} = {label}", 15, color))
    return figure(480, 236, *parts)


def arrow(begin, end, y):
    """Return an arrow to the right."""
    head = f'<path d="M{end} {y - 5} l9 5 l-9 5 z" fill="{INK}"/>'
    return [line(begin, y, end, y, INK, 1.4), head]


def dots(x, ys, radius, fill):
    """Return circles below each other."""
    return [
        f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{fill}" stroke="{INK}" '
        f'stroke-width="0.9"/>'
        for y in ys
    ]


def network(data):
    """Return the way of one picture through the network of two layers."""
    cat = data["train_x"][int(np.argmax(data["train_y"][0]))]
    inputs, hidden = np.linspace(38, 202, 9), np.linspace(50, 190, 7)
    parts = [image(18, 75, 90, cat)]
    parts += [text(63, 184, "64 × 64 × 3", 13)]
    parts += arrow(114, 138, 120)
    shown = [y for i, y in enumerate(inputs) if i != 6]
    parts += [line(180, a, 320, b, PALE, 0.8) for a in shown for b in hidden]
    parts += [line(320, b, 450, 120, PALE, 0.8) for b in hidden]
    colors = ("#e39b93", "#9bd0ae", "#9cbfe6")  # the three colours of each pixel
    for i, y in enumerate(inputs):
        if i == 6:
            parts.append(text(180, y + 4, "⋮", 18))
        else:
            parts += dots(180, [y], 7, colors[i % 3])
    parts += dots(320, hidden, 9, "#fde3c4") + dots(450, [120], 11, "#d7efd9")
    parts += arrow(464, 492, 120)
    parts.append(text(530, 125, "0.97", 17, RED))
    for x, name, shape in (
        (180, symbol("X"), "(12288, m)"),
        (250, symbol("W", 1), "(7, 12288)"),
        (320, symbol("A", 1), "(7, m)"),
        (385, symbol("W", 2), "(1, 7)"),
        (450, symbol("A", 2), "(1, m)"),
    ):
        parts += [text(x, 234, name, 15), text(x, 254, shape, 11)]
    parts += [text(320, 26, "ReLU", 13), text(450, 94, "σ", 16)]
    return figure(570, 268, *parts)


def costs_of(layers_dims, learning_rate, spread, data):
    """Return the cost before each step of training on the pictures."""
    rng = np.random.default_rng(7)
    X = data["train_x"].reshape(len(data["train_x"]), -1).T / 255 - 0.5
    Y, L = data["train_y"], len(layers_dims) - 1
    weights = [
        rng.standard_normal((n, n_prev)) * spread(n_prev)
        for n_prev, n in itertools.pairwise(layers_dims)
    ]
    biases, costs = [np.zeros((n, 1)) for n in layers_dims[1:]], []
    for _ in range(STEPS + 1):
        layers = [X]
        for i in range(L):
            Z = weights[i] @ layers[i] + biases[i]
            layers.append(np.maximum(0, Z) if i < L - 1 else 1 / (1 + np.exp(-Z)))
        costs.append(-np.mean(np.log(np.where(Y == 1, layers[L], 1 - layers[L]))))
        dZ = (layers[L] - Y) / Y.shape[1]
        for i in reversed(range(L)):
            dW, db = dZ @ layers[i].T, dZ.sum(axis=1, keepdims=True)
            dZ = weights[i].T @ dZ * (layers[i] > 0)
            weights[i] = weights[i] - learning_rate * dW
            biases[i] = biases[i] - learning_rate * db
    return costs


def costs(data):
    """Return how the cost falls for three networks."""
    runs = (
        (f"{TWO}", BLUE, "0.01", costs_of(TWO, 0.05, lambda _: 0.01, data)),
        (f"{[*DEEP]}", GREEN, "1 / √n", costs_of(DEEP, 0.02, lambda n: n**-0.5, data)),
        (f"{[*DEEP]}", RED, "0.01", costs_of(DEEP, 0.02, lambda _: 0.01, data)),
    )

    def place(step, cost):
        return 56 + 2.2 * step, 250 - 280 * cost

    left, bottom = place(0, 0)
    right, top = place(STEPS, 0.78)
    parts = [line(left, bottom, right + 12, bottom), line(left, bottom, left, top)]
    for step in range(0, STEPS + 1, 50):
        x, _ = place(step, 0)
        parts += [line(x, bottom, x, bottom + 4), text(x, bottom + 19, step, 12)]
    for cost in (0, 0.2, 0.4, 0.6):
        _, y = place(0, cost)
        parts += [
            line(left - 4, y, left, y),
            text(left - 9, y + 4, f"{cost:g}", 12, INK, "end"),
        ]
    _, y = place(0, np.log(2))
    parts.append(line(left, y, right, y, PALE, 1, ' stroke-dasharray="5 4"'))
    parts.append(text(left - 9, y + 4, "log 2", 12, INK, "end"))
    parts.append(text(left + 14, top + 6, symbol("J"), 16))
    for row, (dims, color, spread, values) in enumerate(runs):
        points = " ".join(
            f"{x:.1f},{y:.1f}" for x, y in map(place, range(0, 201, 2), values[::2])
        )
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{color}" stroke-width="2.2"/>'
        )
        y = 96 + 22 * row
        parts.append(line(276, y - 4, 298, y - 4, color, 2.4))
        parts.append(text(306, y, dims, 13, color, "start"))
        parts.append(text(462, y, spread, 13, color, "start"))
    return figure(520, 284, *parts)


if __name__ == "__main__":
    (HERE / "figures").mkdir(exist_ok=True)
    with np.load(HERE / "data.npz") as archive:
        pictures = dict(archive)
    for draw in (samples, network, costs):
        svg = draw(pictures)
        (HERE / "figures" / f"{draw.__name__}.svg").write_text(svg, encoding="utf-8")
