# tries: to change modes, times, owners, names and attributes of files it cannot read
# symptoms: {center: raised}
# says: "changed: none"
import os

PATHS = ["@@COURSE@@/gradebook.db", "@@COURSE@@/solutions/vault/vault.py", "@@OUT@@"]
PATHS += ["@@HANDED@@", "/tmp", os.__file__]


def center(X):
    changed = []
    for path in PATHS:
        acts = {
            "chmod": lambda p: os.chmod(p, 0o777),
            "utime": lambda p: os.utime(p, (0, 0)),
            "chown": lambda p: os.chown(p, os.getuid(), os.getgid()),
            "link": lambda p: os.link(p, "/tmp/left-by-a-hostile-link"),
            "rename": lambda p: os.rename(p, p + ".left-by-a-hostile"),
            "unlink": os.unlink,
            "rmdir": os.rmdir,
            "truncate": lambda p: os.truncate(p, 0),
            "setxattr": lambda p: os.setxattr(p, "user.score", b"100"),
        }
        for name, act in acts.items():
            try:
                act(path)
                changed.append(f"{name} {path}")
            except OSError:
                pass
    raise LookupError("changed: " + (" ".join(changed) or "none"))
