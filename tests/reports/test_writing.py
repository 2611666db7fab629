from __future__ import annotations

import pytest

from autograder.reports.writing import write_whole


def test_makes_the_folder_and_keeps_ends_of_lines(tmp_path):
    write_whole(tmp_path / "a" / "b.txt", "김\r\n")
    assert (tmp_path / "a" / "b.txt").read_bytes() == "김\r\n".encode()


def test_what_cannot_be_written_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "a.txt"
    write_whole(path, "old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "\udcff")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_bytes_are_written_as_they_are(tmp_path):
    write_whole(tmp_path / "a.zip", b"PK\xff\r\n")
    assert (tmp_path / "a.zip").read_bytes() == b"PK\xff\r\n"


def test_pieces_are_written_as_one_text(tmp_path):
    path = tmp_path / "a.csv"
    write_whole(path, iter(["김\r\n", "", "b"]), encoding="utf-8-sig")
    assert path.read_bytes() == "\ufeff김\r\nb".encode()


def test_half_of_the_pieces_are_nothing(tmp_path):
    def pieces():
        yield "a"
        raise ValueError("half")

    with pytest.raises(ValueError, match="half"):
        write_whole(tmp_path / "a.html", pieces())
    assert list(tmp_path.iterdir()) == []
