"""Draw the figures of week 1; run it to write ``figures/*.svg`` again."""

from pathlib import Path

import numpy as np

WIDTH, HEIGHT, MARGIN = 480, 270, 34
BLUE, RED, GREEN, INK, GREY = "#1f5fbf", "#c0392b", "#1e7e45", "#222222", "#8a8a8a"


class Plot:
    """A picture of a part of the plane, as SVG.

    Parameters
    ----------
    x, y : tuple of float
        The lowest and the highest coordinate shown.
    """

    def __init__(self, x, y):
        self.x, self.y = x, y
        self.parts = []

    def at(self, x, y):
        """Return the place of a point on the paper."""
        (x0, x1), (y0, y1) = self.x, self.y
        across = MARGIN + (x - x0) / (x1 - x0) * (WIDTH - 2 * MARGIN)
        down = HEIGHT - MARGIN - (y - y0) / (y1 - y0) * (HEIGHT - 2 * MARGIN)
        return f"{across:.1f}", f"{down:.1f}"

    def line(self, points, color, width=2.5, dash=""):
        """Draw a line through the points."""
        path = " ".join(",".join(self.at(x, y)) for x, y in points)
        self.parts.append(
            f'<polyline points="{path}" fill="none" stroke="{color}" '
            f'stroke-width="{width}" stroke-dasharray="{dash}"/>'
        )

    def curve(self, f, color, low=None, high=None):
        """Draw the graph of f from low to high."""
        xs = np.linspace(
            self.x[0] if low is None else low, self.x[1] if high is None else high, 121
        )
        self.line([(x, f(x)) for x in xs], color)

    def text(self, x, y, words, color=INK, shift=(0, 0)):
        """Write words at a point, moved by `shift` pixels."""
        across, down = map(float, self.at(x, y))
        self.parts.append(
            f'<text x="{across + shift[0]:.1f}" y="{down + shift[1]:.1f}" '
            f'fill="{color}" text-anchor="middle">{words}</text>'
        )

    def dot(self, x, y, color):
        """Mark a point."""
        across, down = self.at(x, y)
        self.parts.append(f'<circle cx="{across}" cy="{down}" r="5" fill="{color}"/>')

    def arrow(self, begin, end, color):
        """Draw a straight arrow."""
        (x1, y1), (x2, y2) = self.at(*begin), self.at(*end)
        self.parts.append(
            f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{color}" '
            'stroke-width="2.5" marker-end="url(#head)"/>'
        )

    def axes(self, name, x_marks=(), y_marks=()):
        """Draw the horizontal axis at 0, and marks given as (place, words)."""
        self.line([(self.x[0], 0), (self.x[1], 0)], GREY, 1)
        self.text(
            self.x[1], 0, f"<tspan font-style='italic'>{name}</tspan>", INK, (14, 5)
        )
        for x, words in x_marks:
            self.line([(x, 0), (x, (self.y[1] - self.y[0]) / 60)], GREY, 1)
            self.text(x, 0, words, INK, (0, 18))
        for y, words in y_marks:
            self.line([(self.x[0], y), (self.x[1], y)], "#dddddd", 1)
            self.text(self.x[0], y, words, INK, (-14, 5))

    def svg(self):
        """Return the picture."""
        body = "\n".join(self.parts)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
            f'width="{WIDTH}" height="{HEIGHT}" font-family="sans-serif" font-size="14">\n'
            f'<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" '
            f'markerWidth="6" markerHeight="6" orient="auto">'
            f'<path d="M0 0 L8 4 L0 8 z" fill="{RED}"/></marker></defs>\n'
            f'<rect width="{WIDTH}" height="{HEIGHT}" rx="8" fill="#ffffff"/>\n'
            f"{body}\n</svg>\n"
        )


def sigmoid(z):
    """Return the sigmoid of a number."""
    return 1 / (1 + np.exp(-z))


def draw_sigmoid():
    """Return the sigmoid and, below it, its slope."""
    plot = Plot((-7, 7), (-0.12, 1.12))
    marks = [
        (z, f"{z:+d}".replace("-", "−").replace("+0", "0")) for z in (-6, -3, 0, 3, 6)
    ]
    plot.axes("z", marks, [(0.25, "¼"), (0.5, "½"), (1, "1")])
    plot.curve(sigmoid, BLUE)
    plot.curve(lambda z: sigmoid(z) * (1 - sigmoid(z)), RED)
    plot.dot(0, 0.5, BLUE)
    plot.dot(0, 0.25, RED)
    plot.text(4.2, 0.86, "σ(z)", BLUE)
    plot.text(3, 0.16, "dσ/dz", RED)
    return plot.svg()


def draw_loss():
    """Return the loss for the labels 1 and 0."""
    plot = Plot((0, 1), (-0.35, 4))
    plot.axes("ŷ", [(0, "0"), (0.5, "½"), (1, "1")], [(y, str(y)) for y in (1, 2, 3)])
    plot.curve(lambda p: -np.log(p), BLUE, low=np.exp(-4))
    plot.curve(lambda p: -np.log(1 - p), RED, high=1 - np.exp(-4))
    plot.dot(0.5, np.log(2), INK)
    plot.text(0.2, 2.6, "y = 1: −log ŷ", BLUE, (20, 0))
    plot.text(0.8, 2.6, "y = 0: −log(1 − ŷ)", RED, (-24, 0))
    return plot.svg()


def draw_slope():
    """Return a curve, the slope through two points beside a, and the one-sided slope."""
    plot = Plot((0.2, 2.9), (-2.5, 21))
    a, epsilon = 1.5, 0.9
    plot.axes("a", [(a - epsilon, "a − ε"), (a, "a"), (a + epsilon, "a + ε")])
    plot.curve(lambda x: x**3, BLUE, high=2.75)
    ends = [(x, x**3) for x in (a - epsilon, a, a + epsilon)]
    for x, y in ends:
        plot.line([(x, 0), (x, y)], GREY, 1, "4 4")
    plot.line([ends[1], ends[2]], RED, 2, "6 4")
    plot.line([ends[0], ends[2]], GREEN)
    tangent = [(x, a**3 + 3 * a**2 * (x - a)) for x in (0.95, 2.4)]
    plot.line(tangent, INK, 1.5)
    for x, y in (ends[0], ends[2]):
        plot.dot(x, y, GREEN)
    plot.dot(*ends[1], INK)
    plot.text(2.75, 2.75**3, "f(a)", BLUE, (-24, 8))
    return plot.svg()


def draw_step():
    """Return a parabola and one step down from either side."""
    plot = Plot((-3.8, 3.8), (-1.2, 11.5))
    plot.axes("w", [(w, str(w).replace("-", "−")) for w in (-2, 0, 3)])
    plot.curve(lambda w: w**2, BLUE, low=-3.3, high=3.3)
    for w in (3, -2):
        new = w - 0.1 * 2 * w
        slope = [(x, w**2 + 2 * w * (x - w)) for x in (w - 0.45, w + 0.45)]
        plot.line(slope, INK, 1.5)
        plot.line([(w, 0), (w, w**2)], GREY, 1, "4 4")
        plot.line([(new, 0), (new, new**2)], GREY, 1, "4 4")
        plot.arrow((w, 0.45), (new, 0.45), RED)
        plot.dot(w, w**2, BLUE)
        plot.dot(new, new**2, RED)
    plot.text(-3.3, 10.9, "J(w)", BLUE, (36, 4))
    plot.text(3, 0.45, "−α dw", RED, (28, -4))
    plot.text(-2, 0.45, "−α dw", RED, (-28, -4))
    return plot.svg()


FIGURES = {
    "sigmoid": draw_sigmoid,
    "loss": draw_loss,
    "slope": draw_slope,
    "step": draw_step,
}
"""What draws each file of the folder ``figures``."""

if __name__ == "__main__":
    folder = Path(__file__).parent / "figures"
    folder.mkdir(exist_ok=True)
    for name, draw in FIGURES.items():
        (folder / f"{name}.svg").write_text(draw(), encoding="utf-8")
