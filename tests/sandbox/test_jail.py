"""Each rule of the jail, by what would be possible without it.

As root, every test runs twice: as a zygote that root has started, and as one of an
ordinary user.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import signal
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.sandbox import jail
from autograder.sandbox.lockdown import UNPRIVILEGED_UID
from autograder.sandbox.syscalls import call

ORDINARY_UID = 60916
USERS = ["root", "ordinary"] if os.geteuid() == 0 else ["ordinary"]
READABLE = ("/usr/share", "/usr/lib")
MOUNTS = Path("/proc/self/mountinfo")
MS_REC, MS_PRIVATE, MS_SHARED = 1 << 14, 1 << 18, 1 << 20


@pytest.fixture(params=USERS)
def user(request):
    return request.param


@pytest.fixture
def jailed(forked, user):
    """Run an action in a child that has entered the jail; return what it returns."""

    def run(action: Callable[[], object], readable=READABLE) -> object:
        def act():
            become(user)
            jail.enter([str(path) for path in readable], UNPRIVILEGED_UID)
            return action()

        return forked(act).value

    return run


@pytest.fixture(autouse=True)
def _namespaces(request):
    """Skip where not even the first step is possible."""
    forked = request.getfixturevalue("forked")
    flags = jail.NEWNS if os.geteuid() == 0 else jail.NEWUSER
    if forked(lambda: error_of(lambda: call("unshare", flags))).value:
        pytest.skip("no namespaces on this machine")


@pytest.fixture
def folder(tmp_path):
    """A folder that an ordinary user can reach."""
    for parent in (tmp_path, *tmp_path.parents[:3]):
        with contextlib.suppress(PermissionError):  # somebody else's, as /tmp
            parent.chmod(parent.stat().st_mode | 0o011)
    return tmp_path


def become(user: str) -> None:
    """Make this child what a zygote of `user` is."""
    if user == "ordinary" and os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(ORDINARY_UID, ORDINARY_UID, ORDINARY_UID)
        os.setresuid(ORDINARY_UID, ORDINARY_UID, ORDINARY_UID)
    call("prctl", 4, 0)  # not dumpable, as the zygote makes itself at once


def own_mounts(user: str, propagation: int) -> None:
    """Become `user` among mounts that may be changed."""
    become(user)
    uid, gid = os.geteuid(), os.getegid()
    call("unshare", jail.NEWNS | (jail.NEWUSER if uid else 0))
    if uid:
        call("prctl", 4, 1)
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
        Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1")
    call("mount", 0, b"/", 0, MS_REC | propagation, 0)


def own_uid(user: str) -> int:
    return UNPRIVILEGED_UID if user == "root" else os.getuid() or ORDINARY_UID


def error_of(act: Callable[[], object]) -> str | None:
    try:
        act()
    except OSError as error:
        return errno.errorcode[error.errno]
    return None


def names(place: Path | str) -> list[str]:
    return sorted(path.name for path in Path(place).iterdir())


def descriptors() -> list[int]:
    return [n for n in range(256) if error_of(lambda n=n: os.fstat(n)) is None]


# ------------------------------------------------------------------------ the root


def test_only_what_is_readable_is_there(jailed):
    found = jailed(lambda: [names("/"), names("/usr"), names("/usr/share")])
    assert found == [["usr"], ["lib", "share"], names("/usr/share")]


@pytest.mark.parametrize(
    "path", ["/proc", "/dev/null", "/tmp", "/etc/passwd", __file__, "/usr/bin", "/sys"]
)
def test_what_is_hidden_has_no_name(jailed, path):
    for way in (path, f"/..{path}", f"/usr/../..{path}", f".{path}", f"../..{path}"):
        assert jailed(lambda way=way: error_of(lambda: Path(way).stat())) == "ENOENT"


def test_the_working_directory_is_inside(jailed):
    assert jailed(lambda: [str(Path.cwd()), names("."), names("..")]) == [
        "/",
        ["usr"],
        ["usr"],
    ]


def test_no_way_out_is_left_open(jailed):
    before = descriptors()
    assert set(jailed(descriptors)) <= {*before, 3}


def test_nothing_can_be_written_there_by_the_owner(jailed):
    def act():
        flags = os.O_CREAT | os.O_WRONLY
        return [
            error_of(lambda place=place: os.open(f"{place}/new", flags))
            for place in ("/", "/usr", "/usr/lib")
        ]

    assert jailed(act) == ["EROFS"] * 3


def test_mounts_give_no_privileges(jailed):
    wanted = os.ST_RDONLY | os.ST_NOSUID | os.ST_NODEV
    found = jailed(lambda: [os.statvfs(p).f_flag & wanted for p in ("/", *READABLE)])
    assert found == [wanted] * 3


def test_what_is_mounted_inside_a_folder_is_read_only_too(forked, user, folder):
    (folder / "inner").mkdir()

    def act():
        own_mounts(user, MS_PRIVATE)
        call("mount", b"none", bytes(folder / "inner"), b"tmpfs", 0, b"mode=777")
        (folder / "inner" / "file").touch()
        (folder / "inner" / "file").chmod(0o666)
        jail.enter([str(folder)], UNPRIVILEGED_UID)
        return [
            names(folder / "inner"),
            error_of(lambda: os.open(folder / "inner" / "file", os.O_WRONLY)),
        ]

    assert forked(act).value == [["file"], "EROFS"]


def test_a_strict_umask_does_not_lock_us_out(jailed):
    old = os.umask(0o077)
    try:
        assert jailed(lambda: error_of(lambda: names("/usr/share"))) is None
    finally:
        os.umask(old)


@pytest.mark.parametrize("name", ["site-packages", "dist-packages"])
def test_other_packages_are_covered(jailed, folder, name):
    library = folder / "library"
    for package in ("numpy", "solutions"):
        (library / name / package).mkdir(parents=True)
        (library / name / package / "file").touch()
    (library / "os.py").touch()

    def act():
        places = (library, library / name, library / name / "numpy")
        return [names(place) for place in places]

    assert jailed(act, [library, library / name / "numpy"]) == [
        sorted(["os.py", name]),
        ["numpy"],
        ["file"],
    ]


def test_a_folder_below_a_symbolic_link_is_found_at_its_path(jailed, folder):
    (folder / "real" / "inner").mkdir(parents=True)
    (folder / "real" / "inner" / "file").touch()
    (folder / "link").symlink_to("real")
    place = folder / "link" / "inner"
    assert jailed(lambda: names(place), [place]) == ["file"]


def test_nothing_changes_outside(forked, user):
    """Also where mounts are passed on to others, as systemd has it."""

    def act():
        own_mounts(user, MS_SHARED)
        before = MOUNTS.read_text()
        child = os.fork()
        if child == 0:
            code = 1
            try:
                jail.enter(READABLE, UNPRIVILEGED_UID)
                code = 0
            finally:
                os._exit(code)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return [code, MOUNTS.read_text() == before]

    mounts = MOUNTS.read_text()
    assert forked(act).value == [0, True]
    assert MOUNTS.read_text() == mounts


# ------------------------------------------------------------------- the namespaces


@pytest.mark.parametrize("kind", ["mnt", "uts", "ipc", "net", "user"])
def test_namespace_is_another(forked, user, kind):
    def act():
        become(user)
        call("prctl", 4, 1)
        own = os.open("/proc/self/ns", os.O_PATH)  # there is no /proc inside
        before = os.readlink(kind, dir_fd=own)
        jail.enter(READABLE, UNPRIVILEGED_UID)
        return [before, os.readlink(kind, dir_fd=own)]

    before, after = forked(act).value
    assert before == str(Path(f"/proc/self/ns/{kind}").readlink())
    assert after.startswith(f"{kind}:[")
    assert after != before


def test_nobody_is_root(jailed, user):
    own = own_uid(user)
    ids = jailed(lambda: [os.getresuid(), os.getresgid()[0], os.getgroups()])
    assert ids[0] == [own] * 3
    assert ids[1] != 0
    assert 0 not in ids[2]
    become_root = jailed(lambda: error_of(lambda: os.setresuid(0, 0, 0)))
    assert become_root == "EINVAL"  # there is no such user


def test_no_group_can_be_taken(jailed):
    assert jailed(lambda: error_of(lambda: os.setgroups([]))) == "EPERM"


def test_the_jail_of_root_cannot_be_changed_by_its_inmates(jailed, user):
    if user == "ordinary":
        pytest.skip("its own mounts; a worker has given the right to change them away")
    assert jailed(lambda: error_of(lambda: call("umount2", b"/", 2))) == "EPERM"
    attributes = struct.pack("4Q", 0, 1, 0, 0)
    arguments = (-100, b"/", 0x8000, attributes, len(attributes))
    assert jailed(lambda: error_of(lambda: call("mount_setattr", *arguments))) == (
        "EPERM"
    )


def test_this_process_is_not_dumpable(jailed):
    assert jailed(lambda: call("prctl", 3)) == 0


def test_the_name_of_the_machine_is_hidden(jailed):
    assert jailed(lambda: os.uname().nodename) == jail.HOST_NAME.decode()
    assert os.uname().nodename != jail.HOST_NAME.decode()


@pytest.mark.parametrize("name", ["unshare", "mount", "open_tree", "pivot_root"])
def test_a_step_that_is_refused_is_an_error(forked, user, monkeypatch, name):
    def refuse(called: str, *arguments: int | bytes) -> int:
        if called == name:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), called)
        return call(called, *arguments)

    monkeypatch.setattr(jail, "call", refuse)

    def act():
        become(user)
        before = descriptors()
        with pytest.raises(PermissionError) as error:
            jail.enter(READABLE, UNPRIVILEGED_UID)
        left = set(descriptors()) - set(before)
        return [str(error.value), name == "pivot_root" or not left]

    assert forked(act).value == [f"[Errno 1] Operation not permitted: '{name}'", True]


# ------------------------------------------------------------------------- the fork


def in_a_fork(action: Callable[[], object]) -> list[object]:
    """Return what the child did, its number inside, and how it ended."""
    reader, writer = os.pipe()
    pid = jail.fork_alone()
    if pid == 0:
        try:
            os.write(writer, json.dumps([action(), os.getpid()]).encode())
        finally:
            os._exit(0)
    os.close(writer)
    value, number = json.loads(os.read(reader, 1 << 16))
    waited, status = os.waitpid(pid, 0)
    return [value, number, waited == pid, status]


def test_a_fork_is_alone(jailed):
    def act():
        outer = os.getpid()

        def look():
            other = error_of(lambda: os.sched_getaffinity(outer))
            return [os.getppid(), other, error_of(lambda: os.kill(-1, 0))]

        return in_a_fork(look)

    assert jailed(act) == [[0, "ESRCH", "ESRCH"], 1, True, 0]


def test_a_fork_runs_what_python_runs_after_one(jailed):
    ran: list[str] = []
    os.register_at_fork(
        before=lambda: ran.append("before"),
        after_in_child=lambda: ran.append("child"),
        after_in_parent=lambda: ran.append("parent"),
    )

    def act():
        ran.clear()
        return [in_a_fork(lambda: list(ran))[0], list(ran)]

    assert jailed(act) == [["before", "child"], ["before", "parent"]]


def test_a_fork_that_is_refused_is_an_error(jailed, monkeypatch):
    def refuse(*_):
        raise PermissionError(errno.EPERM, "no", "clone")

    def act():
        monkeypatch.setattr(jail, "call", refuse)
        refused = error_of(jail.fork_alone)
        monkeypatch.undo()
        return [refused, in_a_fork(lambda: 5)[0]]

    assert jailed(act) == ["EPERM", 5]


def test_its_end_is_reported_to_the_parent(jailed):
    def act():
        pid = jail.fork_alone()
        if pid == 0:
            signal.pause()
        os.kill(pid, signal.SIGKILL)
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

    assert jailed(act) == -signal.SIGKILL
