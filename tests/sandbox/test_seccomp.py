"""seccomp: every rule, on both machines, by an interpreter and by real calls."""

from __future__ import annotations

import ctypes
import errno
import os
import re
import signal
import struct
import threading
from pathlib import Path

import pytest

from autograder.errors import SandboxError, SandboxUnavailableError
from autograder.sandbox import seccomp, syscalls
from autograder.sandbox.syscalls import MACHINE, NUMBERS, call

ALLOW = 0x7FFF0000
KILL = 0x80000000
MACHINES = ("x86_64", "aarch64")
ARCHITECTURES = {
    "i386": 0x40000003,
    "x86_64": 0xC000003E,
    "arm": 0x40000028,
    "aarch64": 0xC00000B7,
    "riscv64": 0xC00000F3,
}

# the policy once more, by the kernel's numbers: x86-64, aarch64
ALLOWED = {
    "brk": (12, 214),
    "clock_getres": (229, 114),
    "clock_gettime": (228, 113),
    "clock_nanosleep": (230, 115),
    "close": (3, 57),
    "dup": (32, 23),
    "exit": (60, 93),
    "exit_group": (231, 94),
    "fstat": (5, 80),
    "futex": (202, 98),
    "getcwd": (79, 17),
    "getdents64": (217, 61),
    "getegid": (108, 177),
    "geteuid": (107, 175),
    "getgid": (104, 176),
    "getpgrp": (111, None),
    "getpid": (39, 172),
    "getppid": (110, 173),
    "getrandom": (318, 278),
    "getrusage": (98, 165),
    "gettid": (186, 178),
    "gettimeofday": (96, 169),
    "getuid": (102, 174),
    "lseek": (8, 62),
    "madvise": (28, 233),
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "mremap": (25, 216),
    "munmap": (11, 215),
    "nanosleep": (35, 101),
    "newfstatat": (262, 79),
    "poll": (7, None),
    "ppoll": (271, 73),
    "pread64": (17, 67),
    "read": (0, 63),
    "readv": (19, 65),
    "restart_syscall": (219, 128),
    "rseq": (334, 293),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "sched_getaffinity": (204, 123),
    "sched_yield": (24, 124),
    "set_robust_list": (273, 99),
    "sigaltstack": (131, 132),
    "statx": (332, 291),
    "sysinfo": (99, 179),
    "time": (201, None),
    "times": (100, 153),
    "uname": (63, 160),
    "write": (1, 64),
    "writev": (20, 66),
}
FILTERED = {
    "clone": (56, 220),
    "clone3": (435, 435),
    "fcntl": (72, 25),
    "ioctl": (16, 29),
    "openat": (257, 56),
    "prctl": (157, 167),
    "prlimit64": (302, 261),
    "readlink": (89, None),
    "readlinkat": (267, 78),
}

DANGEROUS_NAMES = """
    accept accept4 acct add_key adjtimex bind bpf capset chdir chmod chown chroot
    clock_adjtime clock_settime close_range connect creat delete_module dup2 dup3
    execve execveat fanotify_init fchdir fchmod fchmodat fchmodat2 fchown fchownat
    file_setattr finit_module flock fork fremovexattr fsconfig fsetxattr fsmount
    fsopen fspick ftruncate futimesat getsockopt init_module inotify_init
    inotify_init1 io_setup io_submit io_uring_enter io_uring_register io_uring_setup
    ioperm iopl ioprio_set kcmp kexec_file_load kexec_load keyctl kill
    landlock_create_ruleset landlock_restrict_self lchown link linkat listen
    listmount lremovexattr lsetxattr lsm_set_self_attr mbind memfd_create
    memfd_secret migrate_pages mkdir mkdirat mknod mknodat mlock mlockall
    modify_ldt mount mount_setattr move_mount move_pages mq_open mq_timedsend
    mq_unlink msgctl msgget msgrcv msgsnd name_to_handle_at open open_by_handle_at
    open_tree openat2 perf_event_open personality pidfd_getfd pidfd_open
    pidfd_send_signal pipe pipe2 pivot_root pkey_alloc process_madvise
    process_vm_readv process_vm_writev ptrace pwrite64 quotactl quotactl_fd reboot
    recvfrom recvmmsg recvmsg removexattr removexattrat rename renameat renameat2
    request_key rmdir rt_sigqueueinfo rt_tgsigqueueinfo sched_setaffinity
    sched_setattr sched_setparam sched_setscheduler seccomp semctl semget semop
    sendfile sendmmsg sendmsg sendto set_mempolicy setdomainname setfsgid setfsuid
    setgid setgroups sethostname setns setpgid setpriority setregid setresgid
    setresuid setreuid setrlimit setsid setsockopt settimeofday setuid setxattr
    setxattrat shmat shmctl shmget socket socketpair splice statmount swapoff swapon
    symlink symlinkat syslog tee tgkill timer_create tkill truncate umask umount2
    unlink unlinkat unshare userfaultfd utime utimensat utimes vfork vhangup
    vmsplice
"""
DANGEROUS = DANGEROUS_NAMES.split()


def _interpret(program: bytes, data: bytes) -> int:
    """Return what a BPF program answers to a call, as the kernel would."""
    steps = list(struct.iter_unpack("HBBI", program))
    accumulator, at = 0, 0
    while True:
        code, if_true, if_false, value = steps[at]
        at += 1
        if code == 0x06:
            return value
        if code == 0x20:
            (accumulator,) = struct.unpack_from("I", data, value)
        elif code == 0x54:
            accumulator &= value
        elif code == 0x05:
            at += value
        if code in (0x20, 0x54, 0x05):
            continue
        holds = {
            0x15: accumulator == value,
            0x25: accumulator > value,
            0x35: accumulator >= value,
            0x45: accumulator & value != 0,
        }[code]
        at += if_true if holds else if_false


def _answer(machine, number, *arguments, program=None, architecture=None):
    """Return "allow", "kill", or the name of the error."""
    words = [argument & (1 << 64) - 1 for argument in (*arguments, *[0] * 6)[:6]]
    architecture = ARCHITECTURES[architecture or machine]
    data = struct.pack("IIQ6Q", number & 0xFFFFFFFF, architecture, 0, *words)
    result = _interpret(program or seccomp.build_filter(machine), data)
    if result in (ALLOW, KILL):
        return {ALLOW: "allow", KILL: "kill"}[result]
    assert result >> 16 == 5, f"{result:#x} is no error"
    return errno.errorcode[result & 0xFFFF]


def _number(machine: str, table: dict, name: str) -> int | None:
    return table[name][MACHINES.index(machine)]


def _on_machines(table):
    return [
        (machine, name)
        for machine in MACHINES
        for name in table
        if _number(machine, table, name) is not None
    ]


# -- the numbers ---------------------------------------------------------------


@pytest.mark.parametrize("machine", MACHINES)
def test_numbers_are_those_of_the_policy(machine):
    for name, numbers in (ALLOWED | FILTERED).items():
        assert NUMBERS[machine].get(name) == numbers[MACHINES.index(machine)], name


@pytest.mark.parametrize(
    ("machine", "size", "ends"),
    [
        ("x86_64", 381, {"read": 0, "rseq": 334, "pidfd_send_signal": 424}),
        ("aarch64", 325, {"io_setup": 0, "recvmmsg": 243, "wait4": 260}),
    ],
)
def test_tables_are_whole_and_no_number_occurs_twice(machine, size, ends):
    table = NUMBERS[machine]
    assert len(table) == len(set(table.values())) == size
    assert ends.items() <= table.items()
    assert max(table.values()) == table["file_setattr"] == 469


HEADERS = {
    "x86_64": "/usr/include/x86_64-linux-gnu/asm/unistd_64.h",
    "aarch64": "/usr/include/asm-generic/unistd.h",
}
OTHER_NAMES = {"arch_specific_syscall", "syscalls", "sync_file_range2"}
RENAMED = {"fstatat": "newfstatat"}


@pytest.mark.system
@pytest.mark.parametrize("machine", MACHINES)
def test_numbers_are_those_of_the_kernel_headers(machine):
    header = Path(HEADERS[machine]).read_text()  # package linux-libc-dev
    found = re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)\b", header)
    numbers = {
        RENAMED.get(name, name) if machine == "aarch64" else name: int(number)
        for name, number in found
        if name not in OTHER_NAMES and not name.endswith("_time64")
    }
    assert len(numbers) > 300
    ours = NUMBERS[machine]
    assert {n: ours.get(n) for n in numbers if n in ours} == {
        n: number for n, number in numbers.items() if n in ours
    }
    oldest_headers_end = 448
    assert {n for n, k in ours.items() if k <= oldest_headers_end} <= set(numbers)


def test_unknown_machine_is_refused():
    with pytest.raises(SandboxUnavailableError) as raised:
        seccomp.build_filter("riscv64")
    assert str(raised.value) == (
        "sandbox: machine: expected x86_64 or aarch64, got riscv64"
    )


def test_failed_call_is_an_error_with_its_name():
    with pytest.raises(OSError, match="Bad file descriptor") as raised:
        call("close", -1)
    assert (raised.value.errno, raised.value.filename) == (errno.EBADF, "close")


# -- the program, by interpreter ----------------------------------------------


def test_lists_are_whole():
    assert set(seccomp.ALLOWED) == set(ALLOWED)
    assert len(seccomp.ALLOWED) == len(ALLOWED)
    filtered = {*seccomp.ANSWERED, *seccomp.ARGUMENT_VALUES, "openat", "prlimit64"}
    assert filtered == set(FILTERED)
    assert len(DANGEROUS) >= 80
    assert not set(DANGEROUS) & set(ALLOWED | FILTERED)
    assert set(DANGEROUS) <= set(NUMBERS["x86_64"])


@pytest.mark.parametrize(("machine", "name"), _on_machines(ALLOWED))
def test_listed_call_is_allowed(machine, name):
    number = _number(machine, ALLOWED, name)
    assert _answer(machine, number) == "allow"
    assert _answer(machine, number, *[-1] * 6) == "allow"


@pytest.mark.parametrize(("machine", "name"), _on_machines(ALLOWED))
def test_listed_call_is_refused_without_its_rule(monkeypatch, machine, name):
    others = tuple(other for other in seccomp.ALLOWED if other != name)
    monkeypatch.setattr(seccomp, "ALLOWED", others)
    assert _answer(machine, _number(machine, ALLOWED, name)) == "EPERM"


@pytest.mark.parametrize("machine", MACHINES)
def test_every_other_number_is_refused(machine):
    program = seccomp.build_filter(machine)
    listed = {numbers[MACHINES.index(machine)] for numbers in ALLOWED.values()}
    filtered = {numbers[MACHINES.index(machine)] for numbers in FILTERED.values()}
    for number in set(range(1200)) - listed - filtered:
        assert _answer(machine, number, program=program) == "EPERM", number


@pytest.mark.parametrize("machine", MACHINES)
def test_dangerous_call_is_refused(machine):
    program = seccomp.build_filter(machine)
    numbers = [NUMBERS[machine][name] for name in DANGEROUS if name in NUMBERS[machine]]
    assert len(numbers) >= 80
    for number in numbers:
        assert _answer(machine, number, program=program) == "EPERM", number


FOREIGN = [(m, a) for m in MACHINES for a in ARCHITECTURES if a != m]


@pytest.mark.parametrize(("machine", "architecture"), FOREIGN)
def test_call_of_another_architecture_kills(machine, architecture):
    for number in (0, 1, 20, 63, 231):
        assert _answer(machine, number, architecture=architecture) == "kill"


@pytest.mark.parametrize("machine", MACHINES)
def test_x32_call_kills(machine):
    for number in (0x40000000, 0x40000001, 0x40000000 + 512, 0x7FFFFFFF, -1):
        assert _answer(machine, number) == "kill"
    assert _answer(machine, 0x3FFFFFFF) == "EPERM"


# call, arguments, what the filter answers
ARGUMENTS = [
    ("clone", (0x11,), "EAGAIN"),
    ("clone", (0x3D0F00,), "EAGAIN"),
    ("clone", (0x10000011,), "EAGAIN"),
    ("clone3", (4096, 88), "ENOSYS"),
    ("readlink", (4096, 4096, 100), "EINVAL"),
    ("readlinkat", (-100, 4096, 4096, 100), "EINVAL"),
    *[("fcntl", (0, command), "allow") for command in (1, 2, 3, 1030)],
    # F_DUPFD, SETFL, locks, SETOWN, SETSIG, LEASE, NOTIFY, pipe size, seals
    *[
        ("fcntl", (0, command), "EPERM")
        for command in (0, 4, 5, 6, 7, 8, 10, 15, 37, 38, 1024, 1026, 1031, 1033)
    ],
    *[("prctl", (option,), "allow") for option in (15, 16, 0x53564D41)],
    # PDEATHSIG, DUMPABLE, SECCOMP, securebits, SET_MM, PTRACER, ambient set
    *[
        ("prctl", (option,), "EPERM")
        for option in (1, 3, 4, 8, 21, 22, 24, 28, 35, 36, 38, 47, 0x59616D61)
    ],
    *[("ioctl", (0, request), "allow") for request in (0x5451, 0x5450)],
    # TCGETS, TIOCSTI, TIOCLINUX, FIONBIO, FIOASYNC, FS_IOC_SETFLAGS
    *[
        ("ioctl", (0, request), "ENOTTY")
        for request in (0x5401, 0x5412, 0x541C, 0x5421, 0x5452, 0x40086602)
    ],
    # the kernel ignores the upper half of an int
    ("fcntl", (0, 1 << 32 | 1), "allow"),
    ("fcntl", (0, 1 << 32 | 4), "EPERM"),
    # O_RDONLY with LARGEFILE, CLOEXEC, DIRECTORY, NOFOLLOW, NONBLOCK
    *[
        ("openat", (-100, 4096, flags), "allow")
        for flags in (0, 0o100000, 0o2000000, 0o2200000, 0o400000, 0o4000)
    ],
    # WRONLY, RDWR, access mode 3, CREAT, TRUNC, PATH, TMPFILE
    *[
        ("openat", (-100, 4096, 0o2000000 | flags), "EPERM")
        for flags in (1, 2, 3, 0o100, 0o1000, 0o10000000, 0o20000000)
    ],
    ("prlimit64", (0, 7, 0, 4096), "allow"),
    ("prlimit64", (0, 7, 4096, 0), "EPERM"),
    ("prlimit64", (0, 7, 1 << 32, 0), "EPERM"),
    ("prlimit64", (1, 7, 0, 4096), "EPERM"),
    ("prlimit64", (-1, 7, 0, 4096), "EPERM"),
]


@pytest.mark.parametrize(
    ("machine", "name", "arguments", "answer"),
    [
        (machine, *row)
        for machine in MACHINES
        for row in ARGUMENTS
        if _number(machine, FILTERED, row[0]) is not None
    ],
)
def test_arguments_decide(machine, name, arguments, answer):
    assert _answer(machine, _number(machine, FILTERED, name), *arguments) == answer


@pytest.fixture(scope="module")
def oracle(tmp_path_factory):
    """The same policy, made into a program by libseccomp."""
    try:
        import pyseccomp
    except (ImportError, OSError, RuntimeError) as error:
        pytest.skip(f"no libseccomp: {error}")
    return _made_by_libseccomp(pyseccomp, tmp_path_factory.mktemp("oracle") / "bpf")


def _made_by_libseccomp(lib, path: Path) -> bytes:
    made = lib.SyscallFilter(lib.ERRNO(errno.EPERM))
    made.set_attr(lib.Attr.ACT_BADARCH, lib.KILL_PROCESS)
    for name in ALLOWED:
        made.add_rule(lib.ALLOW, name)
    for name, error in seccomp.ANSWERED.items():
        made.add_rule(lib.ERRNO(error), name)
    half = 0xFFFFFFFF
    for name, (place, values, error) in seccomp.ARGUMENT_VALUES.items():
        for value in values:
            made.add_rule(lib.ALLOW, name, lib.Arg(place, lib.MASKED_EQ, half, value))
        if error != errno.EPERM:
            _refuse_others(lib, made, name, place, values, error)
    changing = 0o1 | 0o2 | 0o100 | 0o1000 | 0o10000000 | 0o20000000
    made.add_rule(lib.ALLOW, "openat", lib.Arg(2, lib.MASKED_EQ, changing, 0))
    own, reading = lib.Arg(0, lib.MASKED_EQ, half, 0), lib.Arg(2, lib.EQ, 0)
    made.add_rule(lib.ALLOW, "prlimit64", own, reading)
    with path.open("wb") as file:
        made.export_bpf(file)
    return path.read_bytes()


def _refuse_others(lib, made, name, place, values, error) -> None:
    """Rules for the ranges between `values`: one argument can have one comparison."""
    for value in range(0x5400, 0x5460):
        if value not in values:
            rule = lib.Arg(place, lib.MASKED_EQ, 0xFFFFFFFF, value)
            made.add_rule(lib.ERRNO(error), name, rule)


@pytest.mark.skipif(MACHINE not in MACHINES, reason="libseccomp compiles for here")
def test_every_call_is_answered_as_by_libseccomp(oracle):
    known = set(NUMBERS[MACHINE].values())
    numbers = [*known, *range(600, 700), 0x40000000, 0x40000001, -1 & 0x3FFFFFFF]
    different = [
        number
        for number in numbers
        if _answer(MACHINE, number) != _answer(MACHINE, number, program=oracle)
    ]
    # ioctl(0, 0) is ENOTTY here and EPERM there, which has rules for terminals only
    assert different == [NUMBERS[MACHINE]["ioctl"]]


@pytest.mark.skipif(MACHINE not in MACHINES, reason="libseccomp compiles for here")
@pytest.mark.parametrize(
    ("name", "arguments"),
    [row[:2] for row in ARGUMENTS if row[1][1:] != (0x40086602,)],
)
def test_arguments_are_judged_as_by_libseccomp(oracle, name, arguments):
    number = NUMBERS[MACHINE].get(name)
    if number is None:
        pytest.skip("no such call here")
    ours = _answer(MACHINE, number, *arguments)
    assert ours == _answer(MACHINE, number, *arguments, program=oracle)


@pytest.mark.parametrize("architecture", sorted(ARCHITECTURES))
def test_architectures_are_judged_as_by_libseccomp(oracle, architecture):
    ours = _answer(MACHINE, 39, architecture=architecture)
    theirs = _answer(MACHINE, 39, architecture=architecture, program=oracle)
    assert ours == theirs


@pytest.mark.parametrize("machine", MACHINES)
def test_program_is_whole_steps_and_short_enough(machine):
    program = seccomp.build_filter(machine)
    assert len(program) % 8 == 0
    assert len(program) // 8 <= 4096


# -- the kernel ------------------------------------------------------------------


def _load(program: bytes | None = None) -> None:
    call("prctl", 38, 1)  # no_new_privs
    seccomp.load(program or seccomp.build_filter(MACHINE))


def _error_of(name: str, *arguments: int | bytes) -> str | None:
    try:
        call(name, *arguments)
    except OSError as error:
        return errno.errorcode[error.errno]
    return None


BUFFER = ctypes.create_string_buffer(1024)
AT = ctypes.addressof(BUFFER)
ZEROS = bytes(64)
HARMLESS = {
    "brk": (0,),
    "clock_getres": (1, AT),
    "clock_gettime": (1, AT),
    "clock_nanosleep": (1, 0, ZEROS, 0),
    "close": (-1,),
    "dup": (-1,),
    "fstat": (-1, AT),
    "futex": (AT, 1, 0),  # wake nobody
    "getcwd": (AT, 1024),
    "getdents64": (-1, AT, 1024),
    "getegid": (),
    "geteuid": (),
    "getgid": (),
    "getpgrp": (),
    "getpid": (),
    "getppid": (),
    "getrandom": (AT, 8, 0),
    "getrusage": (0, AT),
    "gettid": (),
    "gettimeofday": (AT, 0),
    "getuid": (),
    "lseek": (-1, 0, 0),
    "madvise": (0, 0, 0),
    "mmap": (0, 0),
    "mprotect": (0, 0, 0),
    "mremap": (1,),
    "munmap": (0, 0),
    "nanosleep": (ZEROS, 0),
    "newfstatat": (-1, b"", AT, 0),
    "poll": (0, 0, 0),
    "ppoll": (0, 0, ZEROS, 0, 8),
    "pread64": (-1, AT, 1, 0),
    "read": (-1, AT, 1),
    "readv": (-1, 0, 0),
    "restart_syscall": (),
    "rseq": (0,),
    "rt_sigaction": (10, 0, AT, 8),
    "rt_sigprocmask": (0, 0, AT, 8),
    "sched_getaffinity": (0, 128, AT),
    "sched_yield": (),
    "set_robust_list": (0, 0),
    "sigaltstack": (0, AT),
    "statx": (-1, b"", 0, 0, AT),
    "sysinfo": (AT,),
    "time": (0,),
    "times": (AT,),
    "uname": (AT,),
    "write": (-1, AT, 1),
    "writev": (-1, 0, 0),
}
ENDING = {"exit", "exit_group", "rt_sigreturn"}
HERE = [name for name in HARMLESS if name in NUMBERS[MACHINE]]


def test_listed_calls_do_under_the_filter_what_they_do_without(forked):
    assert set(HARMLESS) | ENDING == set(ALLOWED)

    def every():
        return {name: _error_of(name, *HARMLESS[name]) for name in HERE}

    def filtered():
        _load()
        return every()

    free = forked(every).value
    assert forked(filtered).value == free
    assert "EPERM" not in free.values()


# what the child itself needs to run and to report is left to the interpreter
NEEDED_TO_REPORT = {"brk", "futex", "mmap", "mremap", "munmap", "madvise", "write"}


@pytest.mark.parametrize("name", [n for n in HERE if n not in NEEDED_TO_REPORT])
def test_listed_call_is_refused_by_the_kernel_without_its_rule(
    forked, monkeypatch, name
):
    others = tuple(other for other in seccomp.ALLOWED if other != name)
    monkeypatch.setattr(seccomp, "ALLOWED", others)

    def filtered():
        _load()
        return _error_of(name, *HARMLESS[name])

    assert forked(filtered).value == "EPERM"


@pytest.mark.parametrize(
    ("name", "codes"),
    [("exit", {7}), ("exit_group", {7}), ("rt_sigreturn", {-11, -7})],
)
def test_calls_that_end_the_process_are_allowed(forked, name, codes):
    def filtered():
        _load()
        call(name, 7)  # without a signal's frame, rt_sigreturn is a memory fault

    assert forked(filtered).code in codes


def test_dangerous_calls_are_refused_by_the_kernel(forked):
    names = [name for name in DANGEROUS if name in NUMBERS[MACHINE]]

    def filtered():
        _load()
        return {name: _error_of(name, *[-1] * 6) for name in names}

    assert forked(filtered).value == dict.fromkeys(names, "EPERM")


def test_arguments_decide_in_the_kernel(forked):
    rows = [row for row in ARGUMENTS if row[0] in NUMBERS[MACHINE]]

    def filtered():
        _load()
        return [_error_of(name, *arguments) for name, arguments, _ in rows]

    for (name, arguments, answer), error in zip(
        rows, forked(filtered).value, strict=True
    ):
        if answer == "allow":
            assert error != "EPERM", (name, arguments)
        else:
            assert error == answer, (name, arguments)


def test_python_sees_errors_that_it_understands(forked, tmp_path):
    new = tmp_path / "new"

    def outcome(act):
        try:
            act()
        except Exception as error:
            return f"{type(error).__name__}: {error}"
        return "done"

    def filtered():
        _load()
        return {
            "fork": outcome(os.fork),
            "thread": outcome(threading.Thread(target=int).start),
            "write": outcome(lambda: new.write_text("")),
            "realpath": outcome(lambda: tmp_path.resolve(strict=True)),
            "isatty": str(os.isatty(0)),
            "kill": outcome(lambda: os.kill(os.getpid(), 0)),
        }

    assert forked(filtered).value == {
        "fork": "BlockingIOError: [Errno 11] Resource temporarily unavailable",
        "thread": "RuntimeError: can't start new thread",
        "write": f"PermissionError: [Errno 1] Operation not permitted: '{new}'",
        "realpath": "done",
        "isatty": "False",
        "kill": "PermissionError: [Errno 1] Operation not permitted",
    }


def test_signal_handler_returns(forked):
    """rt_sigreturn, as it is meant."""

    def filtered():
        seen = []
        signal.signal(signal.SIGALRM, lambda *_: seen.append(1))
        signal.setitimer(signal.ITIMER_REAL, 0.02)
        _load()
        while not seen:
            pass
        return seen

    assert forked(filtered).value == [1]


def test_x32_call_kills_the_process(forked):
    def filtered():
        _load()
        ctypes.CDLL(None).syscall(ctypes.c_long(0x40000000 + 39))

    assert forked(filtered).code == -signal.SIGSYS


def test_every_thread_is_under_the_filter(forked):
    """TSYNC: a thread that ran before cannot go on as it did."""

    def filtered():
        loaded, errors = threading.Event(), []

        def act():
            loaded.wait()
            errors.append(_error_of("socket", 1, 1, 0))

        thread = threading.Thread(target=act)
        thread.start()
        _load()
        loaded.set()
        thread.join()
        return errors

    assert forked(filtered).value == ["EPERM"]


def test_second_filter_is_refused(forked):
    def filtered():
        _load()
        return _error_of("seccomp", 1, 1, bytes(16))

    assert forked(filtered).value == "EPERM"


def test_thread_with_a_filter_of_its_own_is_an_error(monkeypatch):
    monkeypatch.setattr(seccomp, "call", lambda *_: 4711)
    with pytest.raises(SandboxError) as raised:
        seccomp.load(seccomp.build_filter("x86_64"))
    assert str(raised.value) == "sandbox: seccomp: thread 4711 has another filter"


def test_filters_are_available_here():
    assert seccomp.available()


def test_filters_are_not_available_where_the_kernel_refuses(monkeypatch):
    def refuse(*_):
        raise OSError(errno.ENOSYS, "Function not implemented")

    monkeypatch.setattr(seccomp, "call", refuse)
    assert not seccomp.available()


def test_machine_is_one_that_is_known():
    assert syscalls.MACHINE in MACHINES
