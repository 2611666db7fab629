# tries: to find secrets in all of its own memory, page by page
# symptoms: {center: raised}
# says: ["the planted one found: True", "secrets found: 0"]
import ctypes
import errno
import functools

import numpy as np

LIBC = ctypes.CDLL(None, use_errno=True)
MASK = bytes(byte ^ 0xA5 for byte in range(256))
NEEDLES = [bytes.fromhex(text) for text in @@NEEDLES@@]
PLANTED = bytearray(b"hidden in plain sight".translate(MASK).translate(MASK))
CONTROL = b"hidden in plain sight".translate(MASK)
PAGE, PIECE, GAP = 4096, 1 << 22, 1 << 26
NO_SUCH_WAY = 99


def readable(address):
    """Ask the kernel, which reads eight bytes before it looks at anything else."""
    LIBC.rt_sigprocmask(NO_SUCH_WAY, ctypes.c_void_p(address), None, 8)
    return ctypes.get_errno() != errno.EFAULT


if not hasattr(LIBC, "rt_sigprocmask"):
    NUMBER = 14 if __import__("os").uname().machine == "x86_64" else 135

    def readable(address):
        ctypes.set_errno(0)
        LIBC.syscall(NUMBER, NO_SUCH_WAY, ctypes.c_void_p(address), None, 8)
        return ctypes.get_errno() != errno.EFAULT


def anchors():
    """Yield an address in the heap, the stack, the libraries and numpy's memory."""
    yield id([])
    yield ctypes.addressof(PLANTED_VIEW)
    yield np.ones(1 << 20).ctypes.data
    yield np.ones(1).ctypes.data
    yield ctypes.cast(LIBC.malloc, ctypes.c_void_p).value
    yield ctypes.c_void_p.in_dll(LIBC, "environ").value
    yield id(int)
    yield id(np.ndarray)


PLANTED_VIEW = ctypes.c_char.from_buffer(PLANTED)


def pages(start, step, seen):
    missing = 0
    at = start
    while missing < GAP and 0 < at < 1 << 47:
        if at in seen:
            missing = 0
        elif readable(at):
            seen.add(at)
            missing = 0
        else:
            missing += PAGE
        at += step


@functools.lru_cache(None)
def search():
    seen = set()
    for anchor in list(anchors()):
        start = anchor // PAGE * PAGE
        if start not in seen:
            pages(start, PAGE, seen)
            pages(start - PAGE, -PAGE, seen)
    found, control, todo = 0, False, sorted(seen)
    first = 0
    while first < len(todo):
        last = first
        while last + 1 < len(todo) and todo[last + 1] == todo[last] + PAGE and last - first < PIECE // PAGE:
            last += 1
        data = ctypes.string_at(todo[first], (last - first + 1) * PAGE).translate(MASK)
        found += sum(data.count(needle) for needle in NEEDLES)
        control = control or CONTROL.translate(MASK)[1:].translate(MASK) in data
        first = last if last > first and last + 1 < len(todo) and todo[last + 1] == todo[last] + PAGE else last + 1
    return f"MiB: {len(seen) * PAGE >> 20}, the planted one found: {control}, secrets found: {found}"


def center(X):
    raise LookupError(search())
