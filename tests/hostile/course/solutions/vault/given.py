"""What students are given."""

import numpy as np


def root(value):
    """Return the square root of what is not negative."""
    return np.sqrt(value)
