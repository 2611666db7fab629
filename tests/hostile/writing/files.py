# tries: to leave files in every folder that a process can usually write to
# symptoms: {center: raised}
# says: "wrote: none"
import os
import tempfile

PLACES = ["/tmp", "/var/tmp", "/dev/shm", "/run", "/", "@@COURSE@@", "@@OUT@@", "@@HANDED@@"]
PLACES += [os.path.expanduser("~"), os.getcwd(), os.path.dirname(os.__file__)]


def center(X):
    wrote = []
    for place in PLACES:
        path = os.path.join(place, "left-by-a-hostile")
        for act in (
            lambda p: os.close(os.open(p, os.O_WRONLY | os.O_CREAT)),
            lambda p: os.mkdir(p + "-folder"),
            lambda p: os.symlink("/etc/passwd", p + "-link"),
            lambda p: os.mkfifo(p + "-fifo"),
            lambda p: tempfile.TemporaryFile(dir=os.path.dirname(p)).close(),
        ):
            try:
                act(path)
                wrote.append(path)
            except OSError:
                pass
    raise LookupError("wrote: " + (" ".join(wrote) or "none"))
