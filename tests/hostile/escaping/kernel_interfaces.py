# tries: kernel interfaces that most exploits begin with
# symptoms: {center: raised}
# says: "OPEN: none"
# needs: x86_64
import ctypes

LIBC = ctypes.CDLL(None)
CALLS = {
    "io_uring_setup": (425, 8),
    "io_uring_enter": (426, 3, 1, 0, 0),
    "io_uring_register": (427, 3, 0),
    "bpf": (321, 0),
    "userfaultfd": (323, 1),
    "perf_event_open": (298,),
    "timerfd_create": (283, 0, 0),
    "signalfd": (289, -1),
    "epoll_create": (291, 0),
    "timer_create": (222, 0),
    "setitimer": (38, 0),
    "alarm": (37, 1),
    "personality": (135, 0x0040000),
    "modify_ldt": (154, 0),
    "arch_prctl": (158, 0x1002),
    "init_module": (175,),
    "kexec_load": (246,),
    "reboot": (169,),
    "iopl": (172, 3),
    "ioperm": (173, 0, 1, 1),
    "acct": (163,),
    "quotactl": (179,),
    "syslog": (103, 3),
    "vhangup": (153,),
    "vmsplice": (278, 1),
    "splice": (275, 0, None, 1),
    "sendfile": (40, 1, 0),
    "mbind": (237,),
    "move_pages": (279, 0),
    "landlock_create_ruleset": (444, None, 0, 1),
    "seccomp": (317, 0, 0, None),
    "set_mempolicy": (238, 0, None, 0),
    "io_setup": (206, 8),
    "sched_setaffinity": (203, 0),
    "sched_setscheduler": (144, 0),
    "setpriority": (141, 0, 0, 5),
    "ioprio_set": (251, 1, 0, 0),
    "membarrier": (324, 0, 0),
    "a call of the future": (1000,),
}


def center(X):
    memory = ctypes.create_string_buffer(256)
    opened = []
    for name, (number, *arguments) in CALLS.items():
        arguments += [memory] * (5 - len(arguments))
        if LIBC.syscall(ctypes.c_long(number), *arguments) >= 0:
            opened.append(name)
    raise LookupError("OPEN: " + (" ".join(opened) or "none"))
