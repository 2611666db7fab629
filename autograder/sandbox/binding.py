"""Which argument of a call is which, by the student's own signature."""

from __future__ import annotations

import contextlib
import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any


def taken(
    function: Callable[..., Any], args: Sequence[Any], optional: int
) -> Sequence[Any]:
    """Return `args` without those optional last ones that `function` does not take.

    Parameters
    ----------
    optional : int
        How many of the last arguments may be left out.
    """
    for dropped in range(optional + 1 if optional else 0):
        fewer = args[: len(args) - dropped]
        with contextlib.suppress(TypeError, ValueError):
            inspect.signature(function).bind(*fewer)
            return fewer
    return args


def bind(
    function: Callable[..., Any] | None,
    parameters: Sequence[str],
    args: Sequence[Any],
    kwargs: Mapping[str, Any],
) -> list[Any]:
    """Return the arguments of a call in the order of the reference's `parameters`.

    The student's own signature decides what each argument is called, so that keywords,
    defaults and extra parameters of the student's own do no harm.
    """
    signature = _signature(function)
    if signature is None:
        named = dict(zip(parameters, args, strict=False)) | dict(kwargs)
        return [named[name] for name in parameters if name in named]
    bound = signature.bind(*args, **kwargs)
    bound.apply_defaults()
    if set(parameters) <= set(bound.arguments):
        return [bound.arguments[name] for name in parameters]
    return list(bound.args)[: len(parameters)]


def _signature(function: Callable[..., Any] | None) -> inspect.Signature | None:
    """Return None also for what has no signature, such as ``np.tanh``."""
    if function is not None:
        with contextlib.suppress(TypeError, ValueError):
            return inspect.signature(function)
    return None
