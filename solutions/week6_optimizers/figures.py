"""Write the figures of this assignment: ``python figures.py``."""

from pathlib import Path

import numpy as np

FOLDER = Path(__file__).parent / "figures"
INK, PALE, PAPER = "#333333", "#c9ccd6", "#fbfbf8"
BLUE, RED, GREEN = "#2f6db5", "#c0392b", "#2e8b57"
FILLS = ("#cfe2f6", "#fde3c4", "#d7efd9")


def text(x, y, words, size=14, color=INK, anchor="middle", style=""):
    """Return a text element; `words` may hold tspans."""
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{color}" '
        f'text-anchor="{anchor}"{style}>{words}</text>'
    )


def symbol(name, index=""):
    """Return an italic letter with an upright index."""
    low = f'<tspan dy="4" font-size="10">{index}</tspan>' if index else ""
    return f'<tspan font-style="italic">{name}</tspan>{low}'


def line(x1, y1, x2, y2, color=INK, width=1.0, more=""):
    """Return a straight line."""
    return (
        f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{color}" '
        f'stroke-width="{width:g}"{more}/>'
    )


def polyline(points, color, width=2.0, more=""):
    """Return a line through points, given in pixels."""
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return (
        f'<polyline points="{path}" fill="none" stroke="{color}" '
        f'stroke-width="{width:g}" stroke-linejoin="round"{more}/>'
    )


def picture(width, height, *parts):
    """Return a whole picture on a light background."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" font-family="Helvetica, Arial, sans-serif">'
    )
    paper = f'<rect width="{width}" height="{height}" rx="6" fill="{PAPER}"/>'
    return "\n".join([head, paper, *parts, "</svg>"]) + "\n"


# Paths on an elongated bowl.

CURVATURES = np.array([1.0, 12.0])
START = np.array([-9.0, 2.0])
STEPS = 30


def gradient_descent(rate):
    """Return the points of gradient descent on the bowl, shape (STEPS + 1, 2)."""
    points = [START]
    for _ in range(STEPS):
        points.append(points[-1] - rate * CURVATURES * points[-1])
    return np.array(points)


def momentum(rate, beta):
    """Return the points of momentum on the bowl."""
    points, mean = [START], np.zeros(2)
    for _ in range(STEPS):
        mean = beta * mean + (1 - beta) * CURVATURES * points[-1]
        points.append(points[-1] - rate * mean)
    return np.array(points)


def adam(rate, beta1, beta2):
    """Return the points of Adam on the bowl."""
    points, mean, square = [START], np.zeros(2), np.zeros(2)
    for t in range(1, STEPS + 1):
        slope = CURVATURES * points[-1]
        mean = beta1 * mean + (1 - beta1) * slope
        square = beta2 * square + (1 - beta2) * slope**2
        root = np.sqrt(square / (1 - beta2**t))
        points.append(points[-1] - rate * (mean / (1 - beta1**t)) / root)
    return np.array(points)


def panel(top, name, points, color):
    """Return one bowl with one path; `top` is its upper edge in pixels."""
    centre, scale = np.array([452.0, top + 78]), np.array([42.0, 27.0])
    parts = [
        line(30, centre[1], 610, centre[1], PALE),
        line(452, top, 452, top + 152, PALE),
    ]
    for level in (1, 4, 12, 24, 40):
        radius = np.sqrt(2 * level / CURVATURES) * scale
        parts.append(
            f'<ellipse cx="452" cy="{centre[1]:g}" rx="{radius[0]:.1f}" '
            f'ry="{radius[1]:.1f}" fill="none" stroke="{PALE}"/>'
        )
    pixels = centre + points * scale * (1, -1)
    parts.append(polyline(pixels, color, 1.6))
    parts += [
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.4" fill="{color}"/>' for x, y in pixels
    ]
    parts.append(text(34, top + 16, name, 15, color, "start", ' font-weight="bold"'))
    parts.append(text(620, centre[1] + 4, symbol("w", 1)))
    parts.append(text(466, top + 12, symbol("w", 2)))
    return parts


def paths():
    """Return the picture of three optimizers on the same bowl, 30 steps each."""
    runs = (
        ("GD", gradient_descent(0.155), RED),
        ("momentum", momentum(0.35, 0.7), BLUE),
        ("Adam", adam(0.9, 0.8, 0.99), GREEN),
    )
    parts = [
        '<clipPath id="c"><rect width="640" height="500"/></clipPath>',
        '<g clip-path="url(#c)">',
    ]
    for i, run in enumerate(runs):
        parts += panel(12 + 162 * i, *run)
    return picture(640, 500, *parts, "</g>")


# How mini-batches cut X.

ORDER = (7, 2, 9, 0, 4, 10, 1, 6, 3, 8, 5)
SIZE = 4


def columns(x, y, numbers, tint):
    """Return columns of X above their labels of Y, 24 pixels wide each."""
    parts = []
    for i, number in enumerate(numbers):
        left, fill = x + 26 * i, tint(i, number)
        for row, height in ((0, 66), (72, 20)):
            parts.append(
                f'<rect x="{left}" y="{y + row}" width="24" height="{height}" rx="2" '
                f'fill="{fill}" stroke="{INK}" stroke-width="0.7"/>'
            )
        parts.append(text(left + 12, y + 39, number, 13))
    return parts


def mini_batches():
    """Return the picture of X and Y shuffled together, then cut."""
    by_place = dict(zip(ORDER, (FILLS[i // SIZE] for i in range(11)), strict=True))
    parts = columns(80, 24, range(11), lambda _, number: by_place[number])
    for place, number in enumerate(ORDER):
        x = 92 + 26 * place + 18 * (place // SIZE)
        parts.append(line(92 + 26 * number, 120, x, 172, PALE, 1.2))
    for k in range(3):
        numbers = ORDER[SIZE * k : SIZE * (k + 1)]
        left = 80 + (26 * SIZE + 18) * k
        parts += columns(left, 176, numbers, lambda i, number, k=k: FILLS[k])
        parts.append(text(left + 13 * len(numbers) - 1, 290, f"[{k}]", 13))
    for y in (24, 176):
        parts.append(text(56, y + 39, symbol("X"), 17))
        parts.append(text(56, y + 88, symbol("Y"), 17))
    return picture(440, 306, *parts)


# Bias correction.


def bias_correction():
    """Return the picture of an average of ones, as it is and corrected."""
    beta, last = 0.9, 40
    steps = np.arange(1, last + 1)
    noise = np.random.default_rng(4).normal(0, 0.22, last)
    gradients = 1 + noise
    average, averages = 0.0, []
    for gradient in gradients:
        average = beta * average + (1 - beta) * gradient
        averages.append(average)
    averages = np.array(averages)
    corrected = averages / (1 - beta**steps)

    def place(t, value):
        return 60 + 13 * t, 250 - 135 * value

    origin, right, top = place(0, 0), place(last + 1, 0), place(0, 1.65)
    parts = [line(*origin, *right), line(*origin, *top)]
    parts.append(
        line(*place(0, 1), *place(last + 1, 1), PALE, 1, ' stroke-dasharray="4 4"')
    )
    for value in (0, 1):
        parts.append(text(48, place(0, value)[1] + 5, value, 13))
    for t in (1, 10, 20, 30, 40):
        parts.append(text(place(t, 0)[0], 270, t, 13))
    parts.append(text(right[0] + 10, 255, symbol("t")))
    for t, gradient in zip(steps, gradients, strict=True):
        x, y = place(t, gradient)
        parts.append(f'<circle cx="{x}" cy="{y:.1f}" r="2.6" fill="#9aa0ad"/>')
    ends = [place(t, v) for t, v in zip(steps, averages, strict=True)]
    parts.append(polyline(ends, RED, 2.2))
    parts.append(
        polyline(
            [place(t, v) for t, v in zip(steps, corrected, strict=True)], BLUE, 2.2
        )
    )
    formula = f'{symbol("v", "t")}<tspan dy="-4"> / (1 − β</tspan><tspan dy="-5" font-size="10">t</tspan><tspan dy="5">)</tspan>'
    parts.append(text(330, 40, formula, 15, BLUE, "start"))
    parts.append(line(296, 35, 322, 35, BLUE, 2.2))
    parts.append(text(470, 40, symbol("v", "t"), 15, RED, "start"))
    parts.append(line(436, 35, 462, 35, RED, 2.2))
    parts.append(text(532, 40, symbol("g", "t"), 15, INK, "start"))
    parts.append('<circle cx="518" cy="35" r="2.6" fill="#9aa0ad"/>')
    return picture(640, 290, *parts)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for draw in (paths, mini_batches, bias_correction):
        (FOLDER / f"{draw.__name__}.svg").write_text(draw(), encoding="utf-8")
