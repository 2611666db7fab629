# tries: to open hidden files by system calls that Python does not use
# symptoms: {center: raised}
# says: "OPEN: none"
# needs: x86_64
import ctypes

LIBC = ctypes.CDLL(None, use_errno=True)
PATHS = [
    b"@@COURSE@@/solutions/vault/vault.py",
    b"/proc/self/root/@@COURSE@@/solutions/vault/vault.py",
    b"/proc/self/mem",
    b"/proc/self/maps",
    b"../../../../../../../../@@COURSE@@/solutions/vault/vault.py",
]
O_PATH, O_DIRECTORY = 0o10000000, 0o200000


def center(X):
    opened = []
    how = ctypes.create_string_buffer(24)
    handle = ctypes.create_string_buffer(b"\x80" + bytes(200))
    mount = ctypes.c_int()
    for path in PATHS:
        tries = {
            "open": (2, path, 0, 0),
            "open of a path": (2, path, O_PATH, 0),
            "openat": (257, -100, path, 0, 0),
            "openat of a path": (257, -100, path, O_PATH, 0),
            "openat of a folder": (257, -100, b"/", O_DIRECTORY | O_PATH, 0),
            "openat2": (437, -100, path, how, 24),
            "name_to_handle_at": (303, -100, path, handle, ctypes.byref(mount), 0),
            "open_by_handle_at": (304, -100, handle, 0),
            "open_tree": (428, -100, path, 1),
            "execveat": (322, -100, path, None, None, 0),
            "getxattr": (191, path, b"user.x", how, 24),
            "inotify": (294, 0),
            "fanotify": (300, 0, 0),
            "truncate": (76, path, 0),
            "uselib": (134, path),
        }
        for name, (number, *arguments) in tries.items():
            if LIBC.syscall(ctypes.c_long(number), *arguments) >= 0:
                opened.append(name)
    raise LookupError("OPEN: " + (" ".join(sorted(set(opened))) or "none"))
