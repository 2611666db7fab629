# tries: to copy memory and descriptors out of the grader and the zygote
# symptoms: {center: raised}
# says: "OPEN: none"
import ctypes
import os

LIBC = ctypes.CDLL(None, use_errno=True)
NUMBERS = {  # x86-64, aarch64
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "pidfd_open": (434, 434),
    "pidfd_getfd": (438, 438),
    "kcmp": (312, 272),
    "perf_event_open": (298, 241),
    "process_madvise": (440, 440),
    "get_robust_list": (274, 100),
}
COLUMN = os.uname().machine == "aarch64"


def center(X):
    here = ctypes.create_string_buffer(4096)
    piece = (ctypes.c_void_p * 2)(ctypes.addressof(here), 8)
    remote = (ctypes.c_void_p * 2)(0x400000, 8)
    ends = ctypes.addressof(piece), ctypes.addressof(remote)
    opened = []
    for process in (os.getppid(), @@GRADER@@, 1):
        tries = {
            "ptrace": (16, process, 0, 0),
            "process_vm_readv": (process, ends[0], 1, ends[1], 1, 0),
            "pidfd_open": (process, 0),
            "pidfd_getfd": (3, 0, 0),
            "kcmp": (process, os.getpid(), 0, 0, 0),
            "perf_event_open": (ctypes.addressof(here), process, -1, -1, 0),
            "process_madvise": (3, ends[0], 1, 20, 0),
            "get_robust_list": (process, ends[0], ends[1]),
        }
        for name, arguments in tries.items():
            number = ctypes.c_long(NUMBERS[name][COLUMN])
            if LIBC.syscall(number, *map(ctypes.c_long, arguments)) >= 0:
                opened.append(name)
    raise LookupError("OPEN: " + (" ".join(opened) or "none"))
