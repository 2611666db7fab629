"""Draw the figures of week 2; run it to write ``figures/*.svg`` again."""

from pathlib import Path

BLUE, RED, INK, PALE = "#1f5fbf", "#c0392b", "#222222", "#eef3fb"


def text(x, y, words, color=INK, size=15):
    """Return words in the middle of x, on the line y."""
    return (
        f'<text x="{x}" y="{y}" fill="{color}" font-size="{size}" '
        f'text-anchor="middle">{words}</text>'
    )


def box(x, y, width, words):
    """Return a box around words, centred at x, y."""
    return (
        f'<rect x="{x - width / 2}" y="{y - 20}" width="{width}" height="40" rx="6" '
        f'fill="{PALE}" stroke="{INK}"/>' + text(x, y + 5, words)
    )


def both_ways(begin, end, forward="", backward=""):
    """Return an arrow there in blue and one back in red, with what they carry."""
    (x1, y1), (x2, y2) = begin, end
    middle = (x1 + x2) / 2, (y1 + y2) / 2
    tilt = 20 * (y1 - y2) / (x2 - x1)  # labels of a steep arrow stand farther apart
    lines = [
        f'<line x1="{x1}" y1="{y1 - 4}" x2="{x2}" y2="{y2 - 4}" stroke="{BLUE}" '
        'stroke-width="2" marker-end="url(#blue)"/>',
        f'<line x1="{x2}" y1="{y2 + 4}" x2="{x1}" y2="{y1 + 4}" stroke="{RED}" '
        'stroke-width="2" marker-end="url(#red)"/>',
        text(middle[0] - tilt, middle[1] - 12, forward, BLUE),
        text(middle[0] + tilt, middle[1] + 23, backward, RED),
    ]
    return "\n".join(lines)


def head(name, color):
    """Return the head of an arrow."""
    return (
        f'<marker id="{name}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" '
        f'markerHeight="6" orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="{color}"/>'
        "</marker>"
    )


def svg(width, height, parts):
    """Return a picture on a white ground."""
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" font-family="sans-serif">\n'
        f"<defs>{head('blue', BLUE)}{head('red', RED)}</defs>\n"
        f'<rect width="{width}" height="{height}" rx="8" fill="#ffffff"/>\n'
        f"{body}\n</svg>\n"
    )


def draw_graph():
    """Return the graph of J = 3(a + bc), with the numbers of the worked example."""
    return svg(
        640,
        290,
        [
            text(40, 55, "a = 4"),
            text(40, 155, "b = 2"),
            text(40, 265, "c = 5"),
            both_ways((70, 150), (185, 200), "2", "15"),
            both_ways((70, 260), (185, 220), "5", "6"),
            box(235, 210, 96, "u = b · c"),
            both_ways((284, 202), (365, 138), "10", "3"),
            both_ways((70, 52), (365, 120), "4", "3"),
            box(415, 130, 96, "v = a + u"),
            both_ways((464, 130), (530, 130), "14", "3"),
            box(572, 130, 80, "J = 3 · v"),
            text(572, 98, "42", BLUE),
            text(572, 172, "1", RED),
        ],
    )


def draw_unit():
    """Return the graph of a logistic unit with two inputs."""
    down = [
        ("x₁, w₁", 45, "dw₁ = x₁ dz"),
        ("x₂, w₂", 140, "dw₂ = x₂ dz"),
        ("b", 235, "db = dz"),
    ]
    parts = []
    for name, y, carried in down:
        parts.append(text(44, y + 5, name))
        parts.append(both_ways((76, y), (232, 140 + (y - 140) / 7)))
        parts.append(text(44, y + 26, carried, RED, 13))
    return svg(
        720,
        280,
        [
            *parts,
            box(322, 140, 176, "z = w₁x₁ + w₂x₂ + b"),
            both_ways((412, 140), (492, 140), "z", "dz = a − y"),
            box(536, 140, 86, "a = σ(z)"),
            both_ways((580, 140), (630, 140), "a", "da"),
            box(670, 140, 76, "L(a, y)"),
        ],
    )


FIGURES = {"graph": draw_graph, "unit": draw_unit}
"""What draws each file of the folder ``figures``."""

if __name__ == "__main__":
    folder = Path(__file__).parent / "figures"
    folder.mkdir(exist_ok=True)
    for name, draw in FIGURES.items():
        (folder / f"{name}.svg").write_text(draw(), encoding="utf-8")
