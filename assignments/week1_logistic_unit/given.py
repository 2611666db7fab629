"""Functions of one number, given to students to take derivatives of."""

import numpy as np


def square(a):
    """Return a squared.

    Parameters
    ----------
    a : float
        Any number.

    Returns
    -------
    value : float
        a * a; its slope is 2a.
    """
    return a**2


def cube(a):
    """Return a to the power of three.

    Parameters
    ----------
    a : float
        Any number.

    Returns
    -------
    value : float
        a * a * a; its slope is 3a^2.
    """
    return a**3


def ln(a):
    """Return the natural logarithm of a.

    Parameters
    ----------
    a : float
        A number above 0.

    Returns
    -------
    value : float
        The power to which e is raised to give a; its slope is 1/a.
    """
    return np.log(a)


def reciprocal(a):
    """Return one divided by a.

    Parameters
    ----------
    a : float
        Any number but 0.

    Returns
    -------
    value : float
        1/a; its slope is -1/a^2.
    """
    return 1 / a


def valley(a):
    """Return e^a - 2a, which falls, is lowest at a = ln 2 = 0.693147, and rises.

    Parameters
    ----------
    a : float
        Any number.

    Returns
    -------
    value : float
        e^a - 2a; its slope is e^a - 2.
    """
    return np.exp(a) - 2 * a
