# tries: to break the interpreter it runs in, so that no answer can be made
# symptoms: {center: crashed}
# says: "Python crashed in `center`"
import builtins
import gc
import os
import sys


def center(X):
    gc.set_threshold(1)
    for module in list(sys.modules.values()):
        if module is not builtins and module is not sys:
            vars(module).clear()
    vars(builtins).clear()
    raise X
