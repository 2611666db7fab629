# tries: a named pipe that nobody writes to, so that its reader hangs
# error: "`vault.py` is a folder or a device; expected a file. Hand in the file itself."
import os


def build(folder):
    os.mkfifo(folder / "vault.py")
