# tries: to become root of namespaces of its own, to mount and to change its root
# symptoms: {center: raised}
# says: "OPEN: none"
# needs: x86_64
import ctypes

LIBC = ctypes.CDLL(None)
KINDS = (0x10000000, 0x20000, 0x40000000, 0x20000000, 0x8000000, 0x4000000, 0x2000000, 0x80)


def center(X):
    tries = [("unshare", 272, kind | more) for kind in KINDS for more in (0, 0x10000000)]
    tries += [("setns", 308, descriptor, 0) for descriptor in range(4)]
    tries += [
        ("mount", 165, b"none", b"/tmp", b"tmpfs", 0, None),
        ("umount", 166, b"/proc", 2),
        ("pivot_root", 155, b"/", b"/"),
        ("chroot", 161, b"/"),
        ("fsopen", 430, b"tmpfs", 0),
        ("move_mount", 429, -100, b"/", -100, b"/tmp", 0),
        ("mount_setattr", 442, -100, b"/", 0, b"", 32),
        ("chdir", 80, b"/tmp"),
        ("fchdir", 81, 0),
    ]
    opened = {
        name
        for name, number, *arguments in tries
        if LIBC.syscall(ctypes.c_long(number), *arguments) >= 0
    }
    raise LookupError("OPEN: " + (" ".join(sorted(opened)) or "none"))
