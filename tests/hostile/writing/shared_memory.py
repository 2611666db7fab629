# tries: to leave a message for the next submission in shared memory, queues and keyrings
# symptoms: {center: raised}
# says: "OPEN: none"
# needs: x86_64
import ctypes

LIBC = ctypes.CDLL(None, use_errno=True)
KEY, MODE = 0x5EED, 0o1666  # IPC_CREAT and everybody's


def center(X):
    name, one = b"left-by-a-hostile", ctypes.create_string_buffer(64)
    tries = {
        "shmget": (29, KEY, 4096, MODE),
        "semget": (64, KEY, 1, MODE),
        "msgget": (68, KEY, MODE),
        "mq_open": (240, name, 0o102, 0o666, None),
        "memfd_create": (319, name, 0),
        "memfd_secret": (447, 0),
        "add_key": (248, b"user", name, b"1", 1, -4),
        "request_key": (249, b"user", name, None, -4),
        "keyctl": (250, 0, -4, 1),
        "open in /dev/shm": (2, b"/dev/shm/left-by-a-hostile", 0o102, 0o666),
        "flock": (73, 0, 2),
        "eventfd": (290, 0, 0),
        "pipe": (22, one),
        "pkey_alloc": (330, 0, 0),
        "sethostname": (170, name, 4),
        "setdomainname": (171, name, 4),
        "settimeofday": (164, one, None),
        "swapon": (167, name, 0),
        "sync": (162,),
    }
    opened = [
        name
        for name, (number, *arguments) in tries.items()
        if LIBC.syscall(ctypes.c_long(number), *arguments) >= 0
    ]
    raise LookupError("OPEN: " + (" ".join(opened) or "none"))
