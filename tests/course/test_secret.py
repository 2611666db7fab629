from concurrent.futures import ThreadPoolExecutor

import pytest

from autograder.course import secret
from autograder.course.secret import existing_secret, read_secret
from autograder.errors import AutograderError


def test_a_secret_is_made_once_and_for_nobody_else(tmp_path):
    first = read_secret(tmp_path)
    path = tmp_path / ".autograder" / "secret"
    assert len(first) == 32
    assert read_secret(tmp_path) == first == path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert list(path.parent.iterdir()) == [path]


def test_two_courses_have_two_secrets(tmp_path):
    for name in "ab":
        (tmp_path / name).mkdir()
    assert read_secret(tmp_path / "a") != read_secret(tmp_path / "b")


def test_all_who_start_at_once_get_the_same(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(read_secret, [tmp_path] * 32))) == 1
    folder = tmp_path / ".autograder"
    assert list(folder.iterdir()) == [folder / "secret"]


def test_the_first_secret_stays(tmp_path):
    first = read_secret(tmp_path)
    secret._make(tmp_path / ".autograder" / "secret")
    assert read_secret(tmp_path) == first


def test_a_damaged_secret(tmp_path):
    read_secret(tmp_path)
    path = tmp_path / ".autograder" / "secret"
    path.write_bytes(b"short")
    with pytest.raises(AutograderError) as caught:
        read_secret(tmp_path)
    assert str(caught.value) == (
        f"{path}: expected a secret of 32 bytes, got 5: it is damaged; bring it back "
        "from a backup, or delete it to start a new one"
    )


def test_a_folder_that_cannot_be_written(tmp_path):
    (tmp_path / ".autograder").write_text("a file is in the way")
    with pytest.raises(AutograderError) as caught:
        read_secret(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path}/.autograder/secret: expected to read or make the secret of the "
        "course, got: File exists"
    )


def test_the_secret_that_is_there(tmp_path):
    assert read_secret(tmp_path) == existing_secret(tmp_path)


def test_a_secret_that_is_gone_is_not_made_again(tmp_path):
    with pytest.raises(AutograderError) as caught:
        existing_secret(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path}/.autograder/secret: expected the secret of the course, got "
        "nothing: the papers that are published were drawn with it, and another one "
        "would not fit them; bring it back from a backup"
    )
    assert list(tmp_path.iterdir()) == []
