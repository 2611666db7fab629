from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from autograder.errors import AutograderError
from autograder.quizzes.manifest import (
    FILE,
    Manifest,
    locked_manifest,
    published_folder,
)


@pytest.fixture
def others(paper):
    """Five papers."""
    return [replace(paper, id=f"id-{n}", student=f"s{n}") for n in range(5)]


def test_where_it_is(course):
    assert published_folder(course, "week5") == course.root / "published" / "week5"


def test_no_file_is_no_papers(tmp_path):
    assert Manifest.read(tmp_path / "nowhere").papers == {}


def test_what_is_added_comes_back(tmp_path, others):
    with locked_manifest(tmp_path / "week5") as manifest:
        manifest.add(others[:2])
        manifest.add([])
        manifest.add(others[2:])
        written = dict(manifest.papers)
    read = Manifest.read(tmp_path / "week5")
    assert read.papers == written == {paper.id: paper for paper in others}
    assert list(read.papers) == [paper.id for paper in others]
    assert read.of("s3") == [others[3]]
    assert read.of(" s3 ") == [others[3]]
    assert read.of("nobody") == []


@pytest.mark.parametrize("cut", [1, 40, 400])
def test_a_last_line_that_was_cut_off_is_ignored_and_overwritten(tmp_path, others, cut):
    with locked_manifest(tmp_path) as manifest:
        manifest.add(others[:3])
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes()[: -cut - 1])
    with locked_manifest(tmp_path) as manifest:
        assert list(manifest.papers) == ["id-0", "id-1"]
        manifest.add(others[3:])
    assert list(Manifest.read(tmp_path).papers) == ["id-0", "id-1", "id-3", "id-4"]


def test_a_last_line_without_its_end_counts(tmp_path, others):
    with locked_manifest(tmp_path) as manifest:
        manifest.add(others[:2])
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes()[:-1])
    with locked_manifest(tmp_path) as manifest:
        assert list(manifest.papers) == ["id-0", "id-1"]
        manifest.add(others[2:3])
    assert list(Manifest.read(tmp_path).papers) == ["id-0", "id-1", "id-2"]


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff", b"[" * 5000, b'{"id": 1}'])
def test_a_damaged_line_in_the_middle(course, others, damage):
    folder = published_folder(course, "week5")
    with locked_manifest(folder) as manifest:
        manifest.add(others)
    lines = (folder / FILE).read_bytes().splitlines(keepends=True)
    lines[2] = damage + b"\n"
    (folder / FILE).write_bytes(b"".join(lines))
    with pytest.raises(AutograderError) as caught:
        Manifest.read(folder)
    assert str(caught.value) == (
        "published/week5/manifest.jsonl:3: expected a paper, got a damaged line: "
        "bring the file back from a backup"
    )


def test_two_who_publish_at_once_make_nothing_twice(tmp_path, others):
    def publish(_):
        with locked_manifest(tmp_path) as manifest:
            new = [paper for paper in others if paper.id not in manifest.papers]
            manifest.add(new)
            return len(new)

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(publish, range(8)))
    assert sorted(made) == [0] * 7 + [5]
    assert len((tmp_path / FILE).read_bytes().splitlines()) == 5
