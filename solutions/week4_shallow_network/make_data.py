"""Make ``data.npz``: a flower of six petals in two classes.

The data are made by this script alone and have the licence of the repository (MIT).

    python solutions/week4_shallow_network/make_data.py
"""

from pathlib import Path

import numpy as np

SEED = 4
PETALS, PER_PETAL, LENGTH = 6, 66, 2.0


def flower(rng):
    """Return points X (2, m) and labels Y (1, m); neighbouring petals differ."""
    petal = np.repeat(np.arange(PETALS), PER_PETAL)
    along = np.sqrt(rng.uniform(0.02, 1, petal.size))  # from the middle to the tip
    across = rng.normal(0, 0.2, petal.size) * np.sin(np.pi * along**1.2)
    angle = (petal + 0.5) * 2 * np.pi / PETALS + across / along
    radius = LENGTH * along + rng.normal(0, 0.1, petal.size)
    X = np.vstack([radius * np.cos(angle), radius * np.sin(angle)])
    order = rng.permutation(petal.size)
    return np.round(X[:, order], 3), (petal % 2)[order].reshape(1, -1)


if __name__ == "__main__":
    X, Y = flower(np.random.default_rng(SEED))
    np.savez_compressed(Path(__file__).with_name("data.npz"), X=X, Y=Y)
