"""Make ``data.npz``: small pictures of cats, and of other things.

Everything is drawn by this script, from a fixed seed: no photograph and nobody else's
picture is in it. The data have the licence of the repository (MIT).

    python solutions/week5_deep_application/make_data.py
"""

from pathlib import Path

import numpy as np

SEED = 5
SIZE, FINE = 64, 2  # pixels of a picture, and how much finer it is drawn
TRAIN, TEST = 160, 40
COATS = ((214, 128, 54), (120, 118, 122), (56, 52, 58), (150, 104, 66), (226, 206, 168))
PAINTS = ((188, 52, 48), (58, 104, 176), (92, 140, 72), (222, 182, 62), (136, 84, 150))
WALLS = (
    (170, 196, 214),
    (206, 198, 180),
    (150, 178, 142),
    (196, 164, 168),
    (96, 104, 122),
)
EYES = ((206, 222, 96), (120, 204, 150), (236, 190, 70))
WHITE, DARK = (240, 236, 228), (30, 26, 30)


class Canvas:
    """A picture that is being drawn; coordinates run from -1 to 1, y downwards.

    Parameters
    ----------
    wall : tuple of int
        Colour of the background, which is a little darker at the bottom.
    middle, size : tuple of float, float
        Where the drawn thing is, and how large.
    """

    def __init__(self, wall, middle, size):
        ticks = np.linspace(-1, 1, SIZE * FINE)
        shade = np.linspace(1.08, 0.84, SIZE * FINE).reshape(-1, 1, 1)
        self.pixels = np.array(wall, dtype=float) * shade * np.ones((1, SIZE * FINE, 1))
        self.x = (ticks.reshape(1, -1) - middle[0]) / size
        self.y = (ticks.reshape(-1, 1) - middle[1]) / size

    def ellipse(self, x, y, across, down, color):
        """Fill an ellipse with these half-axes."""
        inside = ((self.x - x) / across) ** 2 + ((self.y - y) / down) ** 2 <= 1
        self.pixels[inside] = color

    def box(self, left, right, top, bottom, color):
        """Fill a rectangle."""
        across = (self.x >= left) & (self.x <= right)
        self.pixels[across & (self.y >= top) & (self.y <= bottom)] = color

    def polygon(self, corners, color):
        """Fill a convex polygon whose corners run clockwise on the screen."""
        inside = np.ones(self.pixels.shape[:2], dtype=bool)
        for (x1, y1), (x2, y2) in zip(corners, [*corners[1:], corners[0]], strict=True):
            turn = (x2 - x1) * (self.y - y1) - (y2 - y1) * (self.x - x1)
            inside &= turn >= 0
        self.pixels[inside] = color

    def picture(self):
        """Return the finished picture, shape (SIZE, SIZE, 3), 0 to 255."""
        fine = self.pixels.reshape(SIZE, FINE, SIZE, FINE, 3)
        return np.clip(fine.mean(axis=(1, 3)), 0, 255).round().astype(np.uint8)


def cat(canvas, rng):
    """Draw the head of a cat, from the front."""
    coat = np.array(COATS[rng.integers(len(COATS))])
    eye = EYES[rng.integers(len(EYES))]
    wide = rng.uniform(0.56, 0.66)
    for side in (-1, 1):
        tip, outer, inner = (
            (side * 0.5, -0.78),
            (side * 0.56, -0.1),
            (side * 0.08, -0.4),
        )
        ear = [tip, outer, inner] if side == 1 else [tip, inner, outer]
        canvas.polygon(ear, coat * 0.82)
    canvas.ellipse(0, 0.05, wide, 0.52, coat)
    canvas.ellipse(0, 0.3, 0.3, 0.2, WHITE)
    for side in (-1, 1):
        canvas.ellipse(side * 0.25, -0.06, 0.14, 0.12, eye)
        canvas.ellipse(side * 0.25, -0.06, 0.04, 0.11, DARK)
        for slope in (-0.1, 0.05):
            ends = sorted((side * 0.3, side * 0.8))
            begin, end = (0.28 + slope * side * x for x in ends)
            line = [(ends[0], begin - 0.012), (ends[1], end - 0.012)]
            line += [(ends[1], end + 0.012), (ends[0], begin + 0.012)]
            canvas.polygon(line, DARK)
    canvas.polygon([(-0.07, 0.18), (0.07, 0.18), (0, 0.27)], (206, 120, 124))


def ball(canvas, rng, paint):
    """Draw a ball with a stripe."""
    canvas.ellipse(0, 0, 0.6, 0.6, paint)
    canvas.ellipse(0, 0, 0.2, 0.58, np.array(WHITE) * rng.uniform(0.85, 1))


def house(canvas, rng, paint):
    """Draw a house with a door and a window."""
    canvas.box(-0.5, 0.5, -0.1, 0.65, np.array(WHITE) * rng.uniform(0.75, 1))
    canvas.polygon([(0, -0.7), (0.65, -0.1), (-0.65, -0.1)], paint)
    canvas.box(-0.36, -0.1, 0.2, 0.65, paint * 0.6)
    canvas.box(0.1, 0.36, 0.1, 0.36, (140, 190, 220))


def flower(canvas, rng, paint):
    """Draw a flower with five to eight petals."""
    canvas.box(-0.05, 0.05, 0, 0.8, (70, 120, 60))
    petals = rng.integers(5, 9)
    for turn in np.arange(petals) * 2 * np.pi / petals + rng.uniform(0, 1):
        x, y = 0.34 * np.cos(turn), 0.34 * np.sin(turn) - 0.15
        canvas.ellipse(x, y, 0.2, 0.2, paint)
    canvas.ellipse(0, -0.15, 0.2, 0.2, (230, 190, 70))


def cup(canvas, rng, paint):
    """Draw a cup with a handle."""
    side = rng.choice((-1, 1))
    canvas.ellipse(side * 0.48, 0.05, 0.26, 0.3, paint * 0.8)
    canvas.ellipse(side * 0.48, 0.05, 0.14, 0.18, WHITE)
    canvas.box(-0.45, 0.45, -0.4, 0.5, paint)
    canvas.ellipse(0, -0.4, 0.45, 0.12, DARK)


def car(canvas, rng, paint):
    """Draw a car from the side."""
    canvas.box(-0.4, 0.35, -0.4, 0, paint * 0.9)
    canvas.box(-0.3, -0.05, -0.3, -0.04, (200, 220, 230))
    canvas.box(0.02, 0.27, -0.3, -0.04, (200, 220, 230))
    canvas.box(-0.75, 0.75, -0.02, 0.35, paint)
    for side in (-1, 1):
        canvas.ellipse(side * 0.42, 0.36, 0.19, 0.19, DARK)
        canvas.ellipse(side * 0.42, 0.36, 0.08, 0.08, (170, 170, 174))


OTHERS = (ball, house, flower, cup, car)


def draw(rng, is_cat):
    """Return one picture; place, size and colours are drawn by lot."""
    wall = np.array(WALLS[rng.integers(len(WALLS))]) * rng.uniform(0.85, 1.1)
    canvas = Canvas(wall, rng.uniform(-0.2, 0.2, 2), rng.uniform(0.8, 1.15))
    if is_cat:
        cat(canvas, rng)
    else:
        paints = (*PAINTS, *COATS)
        paint = np.array(paints[rng.integers(len(paints))])
        OTHERS[rng.integers(len(OTHERS))](canvas, rng, paint)
    return canvas.picture()


def pictures(rng, count):
    """Return pictures (count, 64, 64, 3) and labels (1, count): 1 for a cat."""
    labels = rng.permutation(np.arange(count) % 2)
    drawn = np.array([draw(rng, label == 1) for label in labels])
    return drawn, labels.reshape(1, count).astype(np.uint8)


if __name__ == "__main__":
    generator = np.random.default_rng(SEED)
    train_x, train_y = pictures(generator, TRAIN)
    test_x, test_y = pictures(generator, TEST)
    np.savez_compressed(
        Path(__file__).with_name("data.npz"),
        train_x=train_x,
        train_y=train_y,
        test_x=test_x,
        test_y=test_y,
        classes=np.array(["something else", "a cat"]),
        licence=np.array("Drawn by make_data.py; MIT licence, as the repository."),
    )
