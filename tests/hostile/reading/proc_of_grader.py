# tries: to read memory, command line, descriptors and folders of the grader through /proc
# symptoms: {center: raised}
# says: "OPEN: none"
import os

# Its own namespace, of no use without setns, is all that Landlock leaves it to open.
FILES = "ns/user cmdline environ maps mem stat status io auxv stack fd fdinfo cwd root exe".split()
FILES += ["task", "net/tcp", "mountinfo", "pagemap", "map_files", "syscall"]


def center(X):
    opened = []
    for process in ("self", "thread-self", os.getppid(), "@@GRADER@@", 1):
        for name in FILES[(type(process) is str and "self" in process) :]:
            for act in (lambda p: os.open(p, os.O_RDONLY), os.listdir):
                try:
                    act(f"/proc/{process}/{name}")
                    opened.append(name)
                except OSError:
                    pass
    raise LookupError("OPEN: " + (" ".join(opened) or "none"))
