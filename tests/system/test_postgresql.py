"""The gradebook in a real PostgreSQL server, which the test starts and stops."""

from __future__ import annotations

import csv
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import pytest

from tests.system.nbgrader_course import (
    SLUG,
    example,
    filled,
    hand_in,
    make_course,
    released,
    run,
)

pytestmark = pytest.mark.system

USER, PASSWORD = "teacher", "s3cret"


@pytest.fixture(scope="module")
def url():
    """Return the URL of an empty database, on a server of its own."""
    (tools,) = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1:]
    who = "postgres" if os.getuid() == 0 else None  # it refuses to run as root
    with tempfile.TemporaryDirectory(prefix="autograder-pg-") as folder:
        data, secret = Path(folder, "data"), Path(folder, "password")
        secret.write_text(PASSWORD)
        if who:
            for path in (Path(folder), secret):
                os.chown(path, pwd.getpwnam(who).pw_uid, -1)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]

        def tool(*command):
            subprocess.run(
                [tools / command[0], *command[1:]],
                cwd=folder,
                user=who,
                check=True,
                stdout=subprocess.DEVNULL,
            )

        tool(
            *("initdb", "--pgdata", data, "--username", USER, "--encoding", "UTF8"),
            *("--auth", "scram-sha-256", "--pwfile", secret),
        )
        options = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder}"
        log = f"{folder}/log"
        tool("pg_ctl", "--wait", "-D", data, "-o", options, "-l", log, "start")
        try:
            yield f"postgresql+psycopg://{USER}:{PASSWORD}@127.0.0.1:{port}/postgres"
        finally:
            tool("pg_ctl", "-D", data, "-m", "immediate", "stop")


@pytest.fixture
def course(place, url):
    folder = make_course(place / "postgresql")
    for student, name in (("홍길동", "right_new_naming"), ("lee", "wrong_no_mean")):
        hand_in(folder, student, filled(released(folder), example(name)))
    hand_in(folder, "corrupt", "{")
    with (folder / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(f"\ncourse.db_url = {url!r}\n")
    yield folder
    shutil.rmtree(folder)


def test_the_whole_round(course, url):
    grade = ("autograder", "grade", SLUG)
    said = run(course, *grade, check=False).stdout
    assert "3 submissions: 3 new" in said
    assert PASSWORD not in said
    assert f"{USER}:***@127.0.0.1" in said
    again = run(course, *grade, "--gradebook", url, "--resume", check=False).stdout
    assert "0 new, 0 changed, 3 as they were" in again

    run(course, "nbgrader", "generate_feedback", SLUG)
    assert len(list(course.glob(f"feedback/*/{SLUG}/*.html"))) == 3
    run(course, "nbgrader", "export")
    with (course / "grades.csv").open(newline="", encoding="utf-8") as file:
        scores = {r["student_id"]: float(r["score"]) for r in csv.DictReader(file)}
    assert scores == {"홍길동": 100, "lee": 83, "corrupt": 0}

    hand_in(course, "lee", filled(released(course), example("right_new_naming")))
    changed = run(course, *grade, check=False).stdout
    assert "0 new, 1 changed, 2 as they were" in changed
    assert not (course / "gradebook.db").exists()


def test_a_server_that_is_not_there(course, url):
    run(course, "autograder", "grade", SLUG, check=False)
    gone = url.replace("@127.0.0.1:", "@127.0.0.1:1")[:-1]
    done = run(
        course,
        *("autograder", "gradebook", "sync", f"graded/{SLUG}", "--gradebook", gone),
        check=False,
    )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert PASSWORD not in done.stderr
    assert "the gradebook cannot be written: " in done.stderr
