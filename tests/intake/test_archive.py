from __future__ import annotations

import io
import stat
import struct
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.intake import archive
from autograder.intake.archive import look_into_file
from autograder.intake.files import Folder, UnusableError

M = "deep_network.py"
MIB = 1 << 20
BROKEN = (
    "The archive `kim.zip` is broken or not a zip. Make it again, or hand in the file "
    "itself."
)


def with_entry(name, content=b"x = 1", **attributes):
    """Return a zip of one entry, changed before it is written."""
    entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
    for key, value in attributes.items():
        setattr(entry, key, value)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr(entry, content)
    return stream.getvalue()


def in_headers(raw, offset, value):
    """Overwrite two bytes of the one entry, in its own header and in the list."""
    changed = bytearray(raw)
    for magic, start in ((b"PK\x03\x04", 4), (b"PK\x01\x02", 6)):
        at = raw.index(magic) + start + offset
        changed[at : at + 2] = struct.pack("<H", value)
    return bytes(changed)


@pytest.fixture
def kim(find, tree):
    """Return the submission of kim, who handed in a zip beside lee's."""

    def submit(raw):
        found = find(tree({"kim.zip": raw, "lee.zip": [M]}))
        assert found["lee"].problem is None
        return found["kim"]

    return submit


def problem(submission):
    return submission.problem.render("en") if submission.problem else None


def test_a_zip_per_student(kim, zipped):
    submission = kim(zipped({"hw/deep_network.py": b"x = 1", "hw/a.py": b"a = 1"}))
    assert problem(submission) is None
    assert submission.file == "kim.zip/hw/deep_network.py"
    assert submission.cells[0].text == "x = 1"
    assert submission.modules == {"a": "a = 1"}


def test_a_zip_in_a_students_folder(find, tree):
    found = find(tree({"s01/work.zip": [M], f"s02/{M}": b"x = 1"}))
    assert found["s01"].file == f"s01/work.zip/{M}"


def test_a_class_zip_of_zips(find, tree):
    found = find(tree({"all.zip": {"kim.zip": [M], "lee.zip": {"a.zip": [M]}}}))
    assert found["kim"].file == f"kim.zip/{M}"
    assert problem(found["lee"]) == (
        "The archive `a.zip` lies inside another one and is too large or too deeply "
        "nested to be opened. Hand in the file itself."
    )


def test_a_zip_inside_a_zip_is_bounded(find, tree, monkeypatch):
    monkeypatch.setattr(archive, "MAX_NESTED", 100)
    found = find(tree({"all.zip": {"kim.zip": [M], "lee/deep_network.py": b"x = 1"}}))
    assert problem(found["kim"]) == (
        "The archive `kim.zip` lies inside another one and is too large or too deeply "
        "nested to be opened. Hand in the file itself."
    )
    assert problem(found["lee"]) is None


def test_the_newer_of_two_files_in_a_zip(kim, zipped):
    submission = kim(zipped([M, "deep_network.ipynb"]))
    assert submission.file == "kim.zip/deep_network.ipynb"
    assert len(submission.notes) == 1


@pytest.mark.parametrize("raw", [b"", b"PK", b"not a zip" * 99])
def test_what_is_not_a_zip(kim, raw):
    assert problem(kim(raw)) == BROKEN


def test_half_a_zip(kim, zipped):
    whole = zipped([M])
    assert problem(kim(whole[: len(whole) // 2])) == BROKEN


def test_a_zip_with_damaged_content(kim):
    raw = with_entry(M, b"x = 12345").replace(b"x = 12345", b"x = 54321")
    assert problem(kim(raw)) == BROKEN


@pytest.mark.parametrize(
    "name", ["../deep_network.py", "/deep_network.py", "a\\..\\..\\deep_network.py"]
)
def test_a_path_out_of_the_archive_is_refused(kim, name):
    shown = name.replace("\\", "/")
    shown = "?" + shown if shown.startswith("/") else shown
    assert problem(kim(with_entry(name))) == (
        f"The path of `{shown}` leads out of the archive `kim.zip`. Make the archive "
        "again from the folder of your homework."
    )


def test_a_windows_path_out_of_the_archive_is_refused(kim):
    assert problem(kim(with_entry("C:/deep_network.py"))) == (
        "The path of `C:/deep_network.py` leads out of the archive `kim.zip`. "
        "Make the archive again from the folder of your homework."
    )


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO])
def test_a_link_in_a_zip_is_refused(kim, kind):
    raw = with_entry(M, b"/etc/passwd", external_attr=(kind | 0o777) << 16)
    assert problem(kim(raw)) == (
        "In the archive `kim.zip`, `deep_network.py` is a link or a device; expected a "
        "file. Hand in the file itself."
    )


def test_an_encrypted_zip_is_refused(kim):
    assert problem(kim(in_headers(with_entry(M), 2, 1))) == (
        "In the archive `kim.zip`, `deep_network.py` is protected by a password. Make "
        "the archive again without one."
    )


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, 99])
def test_an_unusual_method_is_refused(kim, method):
    assert problem(kim(in_headers(with_entry(M), 4, method))) == (
        "In the archive `kim.zip`, `deep_network.py` is compressed by an unusual "
        "method. Make the archive again as an ordinary zip."
    )


def test_a_bomb_is_read_no_further_than_a_homework_may_be(kim, zipped, monkeypatch):
    bomb = zipped({"deep_network.ipynb": bytes(64 * MIB)})
    unread = []
    count = archive._Archive._count
    monkeypatch.setattr(
        archive._Archive, "_count", lambda a, n: unread.append(n) or count(a, n)
    )
    assert problem(kim(bomb)) == (
        "`deep_network.ipynb` is larger than 20 MiB. Clear the outputs of the "
        "notebook, save it and hand it in again."
    )
    assert sum(unread) < 21 * MIB


def test_all_that_is_read_of_one_archive_is_bounded(kim, zipped, monkeypatch):
    monkeypatch.setattr(archive, "MAX_UNPACKED", 1 * MIB)
    raw = zipped({"deep_network.ipynb": b"#" * (2 * MIB)})
    assert problem(kim(raw)) == (
        "The archive `kim.zip` unpacks to more than 1 MiB. Hand in only the homework, "
        "without data."
    )


def test_the_number_of_entries_is_bounded(kim, zipped, monkeypatch):
    monkeypatch.setattr(archive, "MAX_ENTRIES", 2)
    assert problem(kim(zipped(["a.py", "b.py", "c.py"]))) == (
        "The archive `kim.zip` has more than 2 entries. Hand in only the homework, "
        "without data."
    )


def test_a_table_of_contents_of_gigabytes_is_not_read(kim, zipped, monkeypatch):
    monkeypatch.setattr(archive, "_MAX_READ", 80)
    assert problem(kim(zipped([M, "a.py"]))) == BROKEN


def test_nor_is_that_of_a_zip_inside_a_zip(find, tree, monkeypatch):
    many = [f"{number}{'x' * 200}.py" for number in range(40)]
    root = tree({"all.zip": {"kim.zip": [M, *many], "lee.zip": [M]}})
    assert problem(find(root / "all.zip")["kim"]) is None
    monkeypatch.setattr(archive, "_MAX_READ", 5000)
    found = find(root / "all.zip")
    assert problem(found["kim"]) == BROKEN
    assert problem(found["lee"]) is None


@pytest.mark.parametrize(
    "encode", [lambda n: n.encode("cp949"), lambda n: n.encode()], ids=["cp949", "utf8"]
)
def test_korean_names_of_old_archivers(find, tree, encode):
    name = encode("홍길동.py")
    raw = with_entry("x" * len(name)).replace(b"x" * len(name), name)
    assert set(find(tree({"all.zip": raw}) / "all.zip")) == {"홍길동"}


def test_names_that_say_they_are_utf8(find, tree):
    assert set(find(tree({"all.zip": ["홍길동.py"]}) / "all.zip")) == {"홍길동"}


def test_names_in_no_known_encoding_are_kept(find, tree):
    raw = with_entry("xx.py").replace(b"xx.py", b"\xff\xff.py")
    (submission,) = find(tree({"all.zip": raw}) / "all.zip").values()
    assert submission.cells[0].text == "x = 1"


def test_an_impossible_date_counts_as_old(kim, zipped):
    raw = zipped([M, "deep_network.ipynb"])
    date = struct.pack("<H", (46 << 9) | (1 << 5) | 1)
    assert kim(raw.replace(date, b"\x00\x00")).problem is not None  # both without date


def test_a_file_and_a_folder_of_one_name(kim):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr(M, b"x = 1")
        packed.writestr("work", b"file")
        packed.writestr("work/a.py", b"y = 1")
        packed.writestr("empty/", b"")
        packed.writestr("/".join("abcdefghijklmnop"), b"too deep")
    assert kim(stream.getvalue()).cells[0].text == "x = 1"


def test_a_zip_that_cannot_be_opened(tmp_path):
    with pytest.raises(UnusableError):
        look_into_file(tmp_path / "kim.zip", ("kim.zip",))


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=6))
def test_any_damage_gives_files_or_a_reason(tmp_path, zipped, damage):
    raw = bytearray(zipped({M: b"x = 1", "a/b.zip": ["c.py"]}))
    for place, byte in damage:
        raw[place % len(raw)] = byte
    (tmp_path / "kim.zip").write_bytes(raw)
    walk(
        Folder(("kim.zip",), lambda: look_into_file(tmp_path / "kim.zip", ("kim.zip",)))
    )


def walk(folder):
    try:
        listing = folder.listing
    except UnusableError:
        return
    for file in listing.files:
        try:
            assert len(file.read(100)) <= 100
        except UnusableError:
            continue
    for inner in listing.folders:
        walk(inner)
