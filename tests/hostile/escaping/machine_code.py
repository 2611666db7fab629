# tries: to call socket, fork and open from machine code of its own
# symptoms: {center: raised}
# says: "got [-1, -1, -1]"
# needs: x86_64
import ctypes
import mmap

# mov rax, rdi; mov rdi, rsi; mov rsi, rdx; mov rdx, rcx; syscall; ret
CODE = bytes.fromhex("4889f84889f74889d64889ca0f05c3")


def center(X):
    page = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=7)
    page.write(CODE)
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    call = ctypes.CFUNCTYPE(ctypes.c_long, *[ctypes.c_long] * 4)(address)
    path = ctypes.create_string_buffer(b"@@COURSE@@/gradebook.db")
    got = call(41, 2, 1, 0), call(57, 0, 0, 0), call(2, ctypes.addressof(path), 0, 0)
    raise LookupError(f"got {[-1 if value < 0 else value for value in got]}")
