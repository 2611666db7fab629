"""Landlock: every right is handled, and only reading below some paths is allowed."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import socket
import stat
import struct
import sys
from pathlib import Path

import py_landlock
import pytest
from py_landlock.abi import get_supported_fs, get_supported_net, get_supported_scope

from autograder.errors import SandboxError
from autograder.sandbox import landlock
from autograder.sandbox.syscalls import call

ABI = landlock.abi()
NEWEST = 7
TCGETS = 0x5401
OTHER_UID = 60916


def _restrict(*readable: object, at_abi: int | None = None) -> None:
    call("prctl", 38, 1)  # no_new_privs
    landlock.restrict([str(path) for path in readable], at_abi=at_abi)


def _error_of(act) -> str | None:
    try:
        act()
    except OSError as error:
        return errno.errorcode[error.errno]
    return None


def _execute(folder: Path) -> None:
    child = os.fork()
    if child == 0:
        try:
            os.execv(folder / "program", ["program"])
        except OSError as error:
            os._exit(error.errno)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code:
        raise OSError(code, "execve")


def _open(path: Path | str, flags: int = os.O_RDONLY) -> None:
    os.close(os.open(path, flags, 0o600))


def _names(folder: Path | str) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def _node(folder: Path, kind: int) -> None:
    os.mknod(folder / "node", kind | 0o600, os.makedev(0, 0))


def _bind(folder: Path) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))


def _connect(folder: Path) -> None:
    with socket.socket() as client:
        client.connect(("127.0.0.1", int((folder / "port").read_text())))


def _abstract(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as client:
        client.connect("\0" + (folder / "name").read_text())


def _ioctl(folder: Path) -> None:
    with Path("/dev/null").open("rb") as device:
        fcntl.ioctl(device, TCGETS, bytes(64))


def _rename(folder: Path) -> None:
    (folder / "file").rename(folder / "inner" / "file")


# right, since which ABI, the refusal, an act that needs it and nothing else
RIGHTS = {
    "execute": (1, "EACCES", _execute),
    "write_file": (1, "EACCES", lambda f: _open(f / "file", os.O_WRONLY)),
    "read_file": (1, "EACCES", lambda f: _open("/proc/self/status")),
    "read_dir": (1, "EACCES", lambda f: _names("/")),
    "remove_dir": (1, "EACCES", lambda f: (f / "inner").rmdir()),
    "remove_file": (1, "EACCES", lambda f: (f / "file").unlink()),
    "make_char": (1, "EACCES", lambda f: _node(f, stat.S_IFCHR)),
    "make_dir": (1, "EACCES", lambda f: (f / "new").mkdir()),
    "make_reg": (1, "EACCES", lambda f: _node(f, stat.S_IFREG)),
    "make_sock": (1, "EACCES", lambda f: _node(f, stat.S_IFSOCK)),
    "make_fifo": (1, "EACCES", lambda f: _node(f, stat.S_IFIFO)),
    "make_block": (1, "EACCES", lambda f: _node(f, stat.S_IFBLK)),
    "make_sym": (1, "EACCES", lambda f: (f / "link").symlink_to("file")),
    "refer": (2, "EACCES", _rename),
    "truncate": (3, "EACCES", lambda f: os.truncate(f / "file", 0)),
    "bind_tcp": (4, "EACCES", _bind),
    "connect_tcp": (4, "EACCES", _connect),
    "ioctl_dev": (5, "EACCES", _ioctl),
    "scope_abstract": (6, "EPERM", _abstract),
    "scope_signal": (6, "EPERM", lambda f: os.kill(os.getppid(), 0)),
}
HERE = [right for right, (since, _, _) in RIGHTS.items() if since <= ABI]


@pytest.fixture
def folder(tmp_path):
    """A folder with what the acts act on, a TCP and an abstract unix server."""
    (tmp_path / "file").write_text("content")
    (tmp_path / "inner").mkdir()
    shutil.copy(shutil.which("true"), tmp_path / "program")
    name = f"autograder-{os.getpid()}-{tmp_path.name}"
    with socket.create_server(("127.0.0.1", 0)) as tcp:
        (tmp_path / "port").write_text(str(tcp.getsockname()[1]))
        (tmp_path / "name").write_text(name)
        with socket.socket(socket.AF_UNIX) as unix:
            unix.bind("\0" + name)
            unix.listen()
            yield tmp_path


@pytest.mark.parametrize("right", HERE)
def test_right_is_denied(forked, folder, right):
    _, refusal, act = RIGHTS[right]

    def restricted():
        # reading is allowed, so that only the right in question can refuse
        _restrict(folder, "/dev/null")
        return _error_of(lambda: act(folder))

    assert forked(restricted).value == refusal


@pytest.mark.parametrize("right", HERE)
def test_right_is_not_denied_without_landlock(forked, folder, right):
    _, refusal, act = RIGHTS[right]

    assert forked(lambda: _error_of(lambda: act(folder))).value != refusal


@pytest.mark.parametrize("at_abi", range(1, min(ABI, NEWEST) + 1))
def test_older_kernels_deny_what_they_know(forked, folder, at_abi):
    def restricted():
        _restrict(folder, "/dev/null", at_abi=at_abi)
        # a listing of "/" is denied only if the ruleset is in force at all
        return [
            right
            for right, (_, refusal, act) in RIGHTS.items()
            if right in ("read_dir", "truncate", "bind_tcp", "ioctl_dev")
            or right.startswith("scope")
            if _error_of(lambda act=act: act(folder)) == refusal
        ]

    known = {1: ["read_dir"], 2: ["read_dir"], 3: ["read_dir", "truncate"]}
    four = [*known[3], "bind_tcp"]
    five = [*four, "ioctl_dev"]
    six = [*five, "scope_abstract", "scope_signal"]
    expected = known | {4: four, 5: five, 6: six, 7: six}
    assert forked(restricted).value == expected[at_abi]


def test_readable_folder_can_be_listed_and_read_with_all_below(forked, folder):
    (folder / "inner" / "deep").write_text("deep")

    def restricted():
        _restrict(folder)
        return [
            _names(folder / "inner"),
            (folder / "inner" / "deep").read_text(),
            _error_of(lambda: _open(folder / "file", os.O_RDWR)),
            _error_of(lambda: _open(folder / "new", os.O_WRONLY | os.O_CREAT)),
            _error_of(lambda: _open(folder.parent)),
            _error_of(lambda: _open("/etc/passwd")),
        ]

    expected = [["deep"], "deep", "EACCES", "EACCES", "EACCES", "EACCES"]
    assert forked(restricted).value == expected


def test_readable_file_opens_neither_its_folder_nor_its_neighbours(forked, folder):
    def restricted():
        _restrict(folder / "file")
        return [
            (folder / "file").read_text(),
            _error_of(lambda: _open(folder / "name")),
            _error_of(lambda: _names(folder)),
        ]

    assert forked(restricted).value == ["content", "EACCES", "EACCES"]


def test_symbolic_link_opens_what_it_points_to(forked, folder):
    (folder / "way").symlink_to(folder / "inner")

    def restricted():
        _restrict(folder / "way")
        return [
            _names(folder / "inner"),
            _error_of(lambda: _names(folder)),
        ]

    assert forked(restricted).value == [[], "EACCES"]


def test_no_descriptor_stays_open(forked, folder):
    def restricted():
        before = {n for n in range(256) if _error_of(lambda n=n: os.fstat(n)) is None}
        _restrict(folder, folder / "file", "/usr")
        return [
            n
            for n in range(256)
            if n not in before and _error_of(lambda n=n: os.fstat(n)) is None
        ]

    assert forked(restricted).value == []


def test_missing_path_is_an_error(forked, folder):
    def restricted():
        try:
            _restrict(folder / "missing")
        except SandboxError as error:
            return str(error)

    assert forked(restricted).value == (
        f"sandbox: {folder}/missing: expected a file or folder to read, "
        "got: No such file or directory"
    )


def test_path_out_of_reach_is_left_out(forked, folder):
    locked = folder / "locked"
    (locked / "library").mkdir(parents=True)
    locked.chmod(0)

    def restricted():
        if os.geteuid() == 0:
            os.setresuid(OTHER_UID, OTHER_UID, OTHER_UID)
        _restrict(locked / "library", "/usr")
        return [
            _error_of(lambda: _names(locked / "library")),
            _error_of(lambda: _names("/usr")),
        ]

    try:
        assert forked(restricted).value == ["EACCES", None]
    finally:
        locked.chmod(0o700)


def test_restriction_needs_no_new_privs(forked):
    def restricted():
        if os.geteuid() == 0:
            os.setresuid(OTHER_UID, OTHER_UID, OTHER_UID)
        return _error_of(lambda: landlock.restrict(["/usr"]))

    assert forked(restricted).value == "EPERM"


@pytest.mark.parametrize("abi", range(1, NEWEST + 1))
def test_ruleset_handles_what_py_landlock_knows(abi):
    version = py_landlock.ABIVersion(abi)
    words = [
        int(get_supported_fs(version)),
        int(get_supported_net(version)),
        int(get_supported_scope(version)),
    ]
    attribute = landlock.ruleset(abi)
    assert [*struct.unpack(f"{len(attribute) // 8}Q", attribute), 0, 0][:3] == words


def test_rights_that_rules_name_are_those_of_py_landlock():
    names = py_landlock.AccessFs
    assert landlock.READ_FILE == names.READ_FILE
    assert landlock.READ_DIR == names.READ_DIR


ACTS = {
    "read below": lambda folder: _open(folder / "file"),
    "list below": lambda folder: _names(folder),
    "read beside": lambda folder: _open(folder.parent / "beside"),
    "list above": lambda folder: _names(folder.parent),
    "read /etc": lambda _: _open("/etc/passwd"),
    "write": lambda folder: _open(folder / "file", os.O_WRONLY),
    "make": lambda folder: _open(folder / "new", os.O_WRONLY | os.O_CREAT),
    "make beside": lambda folder: _open("/tmp/new", os.O_WRONLY | os.O_CREAT),
    "remove": lambda folder: (folder / "file").unlink(),
    "folder": lambda folder: (folder / "new").mkdir(),
    "rename": _rename,
    "execute": _execute,
    "bind": _bind,
    "signal": lambda _: os.kill(os.getppid(), 0),
}


def test_what_is_allowed_is_what_py_landlock_allows(forked, tmp_path):
    readable = tmp_path / "readable"
    (readable / "inner").mkdir(parents=True)
    shutil.copy("/bin/true", readable / "program")
    for name in ("readable/file", "beside"):
        (tmp_path / name).write_text("text")

    def ours():
        _restrict(readable)
        return {
            name: _error_of(lambda a=act: a(readable)) for name, act in ACTS.items()
        }

    def theirs():
        rules = py_landlock.Landlock(strict=False)
        rights = py_landlock.AccessFs
        access = rights.READ_FILE | rights.READ_DIR
        rules.add_path_rule(readable, access=access).apply()
        return {
            name: _error_of(lambda a=act: a(readable)) for name, act in ACTS.items()
        }

    found = forked(ours).value
    assert found == forked(theirs).value
    allowed = [name for name, error in found.items() if error is None]
    newer = {"bind": 4, "signal": 6}
    assert [a for a in allowed if newer.get(a, 1) <= ABI] == [
        "read below",
        "list below",
    ]


def test_ruleset_of_an_unknown_newer_kernel_is_the_newest_known():
    assert landlock.ruleset(99) == landlock.ruleset(NEWEST)


def test_ruleset_without_landlock_is_an_error():
    with pytest.raises(SandboxError) as raised:
        landlock.ruleset(0)
    assert str(raised.value) == "sandbox: Landlock ABI: expected 1 or more, got 0"


def test_abi_is_that_of_py_landlock():
    assert landlock.abi() == py_landlock.get_abi_version() >= 1


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EOPNOTSUPP, errno.EPERM])
def test_abi_is_zero_where_the_kernel_has_none(monkeypatch, number):
    def refuse(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(landlock, "call", refuse)
    assert landlock.abi() == 0


def test_abi_is_zero_on_other_systems(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert landlock.abi() == 0


def test_abi_is_zero_on_other_machines(monkeypatch):
    monkeypatch.setattr(landlock, "MACHINE", "riscv64")
    assert landlock.abi() == 0
