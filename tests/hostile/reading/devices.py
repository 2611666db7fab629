# tries: to read devices, the kernel's memory and the files of users
# symptoms: {center: raised}
# says: "OPEN: none"
import os

PATHS = """
    /dev/mem /dev/kmem /dev/port /dev/kmsg /dev/sda /dev/vda /dev/nvme0n1 /dev/tty
    /dev/shm /dev/pts/0 /proc/kcore /proc/kallsyms /proc/sys/kernel/core_pattern
    /proc/keys /proc/net/unix /sys/kernel/debug /etc/shadow /etc/passwd /etc/hostname
    /root/.ssh /home /var/run/docker.sock /run /var/log
""".split()


def center(X):
    opened = []
    for path in PATHS:
        try:
            os.close(os.open(path, os.O_RDONLY))
            opened.append(path)
        except OSError:
            pass
    raise LookupError("OPEN: " + (" ".join(opened) or "none"))
