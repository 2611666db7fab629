"""What a student's ``import`` finds: siblings, given names, or placeholders."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
import types
from collections.abc import Callable, Mapping, Sequence

from autograder.sandbox.placeholder import Placeholder

Spec = importlib.machinery.ModuleSpec


def _unadorned(iterable: object = (), *_: object, **__: object) -> object:
    """Return what a progress bar would be drawn around."""
    return iterable


PROGRESS_BARS = {"tqdm": _unadorned, "tqdm_notebook": _unadorned, "trange": range}
"""Names whose loops must run although the module that draws them is not here."""


class PlaceholderModule(types.ModuleType):
    """A module that is not here: given names are real, all others inert."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        if name in PROGRESS_BARS:
            return PROGRESS_BARS[name]
        return Placeholder(f"{self.__name__}.{name}")


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """The last finder that an import reaches.

    Parameters
    ----------
    given : mapping of str to object
        What ``given.py`` defines; found in every module that is not here.
    siblings : mapping of str to str
        Other modules of the submission: name to source text.
    run : callable
        Executes the source of a sibling in its module.
    """

    def __init__(
        self,
        given: Mapping[str, object],
        siblings: Mapping[str, str],
        run: Callable[[types.ModuleType, str], None],
    ) -> None:
        self.given = given
        self.siblings = siblings
        self.run = run
        self.strict = False
        """While a ``try`` is executed, an import that fails must fail."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,
        target: types.ModuleType | None = None,
    ) -> Spec | None:
        """Return a spec for a sibling, or for a module that is not here."""
        parent = sys.modules.get(fullname.partition(".")[0])
        ours = fullname in self.siblings or isinstance(parent, PlaceholderModule)
        unknown = parent is None and fullname not in sys.stdlib_module_names
        if ours or (unknown and not self.strict):
            return Spec(fullname, self, is_package=fullname not in self.siblings)
        return None

    def create_module(self, spec: Spec) -> types.ModuleType:
        """Return an empty module, or one whose attributes are placeholders."""
        if spec.name in self.siblings:
            return types.ModuleType(spec.name)
        return PlaceholderModule(spec.name)

    def exec_module(self, module: types.ModuleType) -> None:
        """Fill the module with its definitions, or with the given names."""
        if module.__name__ in self.siblings:
            self.run(module, self.siblings[module.__name__])
        else:
            module.__dict__.update(self.given)
