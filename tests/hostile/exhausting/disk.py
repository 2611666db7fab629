# tries: to fill the disk with files, folders and one that is huge
# symptoms: {center: raised}
# says: "made: 0"
import itertools
import os


def center(X):
    made = 0
    for folder, at in itertools.product(("/tmp", "/dev/shm", "/", "@@OUT@@"), range(100)):
        path = f"{folder}/left-by-a-hostile-{at}"
        for act in (os.mkdir, lambda p: os.truncate(os.open(p, os.O_CREAT | os.O_RDWR), 1 << 40)):
            try:
                act(path)
                made += 1
            except OSError:
                pass
    raise LookupError(f"made: {made}")
