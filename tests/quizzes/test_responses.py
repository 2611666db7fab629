import json
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.errors import SubmissionError
from autograder.quizzes.paper_notebook import fill, paper_notebook
from autograder.quizzes.responses import read_responses


def notebook(paper, responses=None):
    text = paper_notebook(paper)
    for item, response in (responses or {}).items():
        text = fill(text, item, response)
    return text


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(text, bytes):
        path.write_bytes(text)
    else:
        path.write_text(text)


@pytest.fixture
def handed(asked):
    """The notebooks of two students, filled in."""
    return {
        student: notebook(asked.of(student)[0], {"net": "2"})
        for student in ("s01", "s02")
    }


def found(asked, *paths):
    came = read_responses(paths, asked, UTC)
    return came.filled, [str(problem) for problem in came.problems]


def whose(filled):
    return [(one.file, one.student, dict(one.responses)) for one in filled]


@pytest.mark.parametrize(
    "name", ["s01.ipynb", "s01/week5.ipynb", "Kim Ha/a/b/week5.ipynb"]
)
def test_a_folder_says_who_handed_in(asked, handed, tmp_path, name):
    put(tmp_path / "in" / name, handed["s01"])
    filled, problems = found(asked, tmp_path / "in")
    assert problems == []
    assert whose(filled) == [(f"in/{name}", "s01", {"net": "2"})]
    assert filled[0].paper == asked.of("s01")[0].id
    assert filled[0].prompts == {}
    assert filled[0].time is None


def test_a_notebook_by_itself(asked, handed, tmp_path):
    put(tmp_path / "in/s01/x.ipynb", handed["s01"])
    put(tmp_path / "in/y.ipynb", handed["s02"])
    filled, _ = found(asked, tmp_path / "in/s01/x.ipynb", tmp_path / "in/y.ipynb")
    assert whose(filled) == [
        ("x.ipynb", "s01", {"net": "2"}),
        ("y.ipynb", "", {"net": "2"}),
    ]


@pytest.mark.parametrize("start", ["", "submitted", "submitted/s01"])
def test_nbgraders_folder_and_its_time(asked, handed, tmp_path, start):
    root = tmp_path / "course"
    put(root / "source/week5/week5.ipynb", handed["s02"])
    put(root / "submitted/s01/week5/week5.ipynb", handed["s01"])
    put(
        root / "submitted/s01/week5/timestamp.txt",
        "2026-12-01 01:05:23.948203 UTC",
    )
    put(root / "submitted/s01/deep_network/deep_network.ipynb", "{}")
    filled, problems = found(asked, root / start)
    assert problems == []
    (one,) = filled
    assert one.student == "s01"
    assert one.time == datetime(2026, 12, 1, 1, 5, 23, 948203, tzinfo=UTC)


def test_a_notebook_of_nbgrader_named_by_itself(asked, handed, tmp_path):
    folder = tmp_path / "submitted/s01/quiz_week5"
    put(folder / "week5.ipynb", handed["s01"])
    put(folder / "timestamp.txt", "2026-12-01 01:05:23 UTC")
    filled, _ = found(asked, folder / "week5.ipynb")
    assert filled[0].student == "s01"
    assert filled[0].time == datetime(2026, 12, 1, 1, 5, 23, tzinfo=UTC)


def test_students_unknown_to_nbgrader_keep_their_name(asked, handed, tmp_path):
    put(tmp_path / "submitted/ghost/week5/week5.ipynb", handed["s01"])
    filled, _ = found(asked, tmp_path / "submitted")
    assert filled[0].student == "ghost"


def test_a_folder_without_a_notebook(asked, tmp_path):
    put(tmp_path / "submitted/s01/week5/answers.pdf", b"%PDF")
    filled, problems = found(asked, tmp_path / "submitted")
    assert filled == ()
    assert problems == ["submitted/s01/week5: s01: holds no notebook"]


def test_a_timestamp_that_says_nothing(asked, handed, tmp_path):
    folder = tmp_path / "submitted/s01/week5"
    put(folder / "week5.ipynb", handed["s01"])
    put(folder / "timestamp.txt", "later")
    filled, problems = found(asked, tmp_path / "submitted")
    assert filled[0].time is None
    assert problems == [
        "submitted/s01/week5/timestamp.txt: s01: expected a time of nbgrader, got "
        "'later': it counts as unknown"
    ]
    (folder / "timestamp.txt").unlink()
    (folder / "timestamp.txt").symlink_to("/etc/hostname")
    assert found(asked, tmp_path / "submitted")[0][0].time is None


def zipped(path, **files):
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)


@pytest.mark.parametrize("outer", ["", "course/"])
def test_a_zip_of_everything(asked, handed, tmp_path, outer):
    inside = f"{outer}submitted/s01/week5"
    files = {
        f"{inside}/week5.ipynb": handed["s01"],
        f"{inside}/timestamp.txt": "2026-12-01 01:05:23 UTC",
    }
    zipped(tmp_path / "all.zip", **files)
    filled, problems = found(asked, tmp_path / "all.zip")
    assert problems == []
    assert (filled[0].student, filled[0].time is None) == ("s01", False)


def test_of_several_zips_each_is_a_students(asked, handed, tmp_path):
    """Each may hold a made up ``submitted``, of anybody and at any time."""
    files = {
        "submitted/ghost/week5/week5.ipynb": handed["s02"],
        "submitted/ghost/week5/timestamp.txt": "2026-12-01 01:05:23 UTC",
    }
    for name in ("s01.zip", "some.zip"):
        zipped(tmp_path / name, **files)
    filled, _ = found(asked, tmp_path / "s01.zip", tmp_path / "some.zip")
    assert [(one.student, one.time) for one in filled] == [("s01", None), ("", None)]


def test_a_made_up_submitted_in_a_students_folder(asked, handed, tmp_path):
    folder = tmp_path / "in/Kim 123/submitted/s02/week5"
    put(folder / "week5.ipynb", handed["s01"])
    put(folder / "timestamp.txt", "2026-12-01 01:05:23 UTC")
    filled, _ = found(asked, tmp_path / "in")
    assert filled[0].time is None


def test_what_a_student_zipped_names_nobody_else(asked, handed, tmp_path):
    """Neither another student's name nor a time inside of one's own zip is believed."""
    path = tmp_path / "in/s01.zip"
    files = {
        "submitted/s02/week5/s02.ipynb": handed["s02"],
        "submitted/s02/week5/timestamp.txt": "2026-12-01 01:05 UTC",
    }
    zipped(tmp_path / "in/someone.zip", **files)
    filled, _ = found(asked, tmp_path / "in")
    assert (filled[0].student, filled[0].time) == ("", None)
    (tmp_path / "in/someone.zip").rename(path)
    filled, _ = found(asked, tmp_path / "in")
    assert (filled[0].student, filled[0].time) == ("s01", None)


def test_tables_count_only_where_the_grader_names_them(asked, tmp_path):
    put(tmp_path / "in/s01/r.csv", "student,1\ns02,x\n")
    nothing = [f"{tmp_path / 'in'}: holds no notebook"]
    assert found(asked, tmp_path / "in") == ((), nothing)
    filled, problems = found(asked, tmp_path / "in/s01/r.csv")
    assert problems == []
    assert (filled[0].student, filled[0].responses) == ("s02", {"w-shape": "x"})


def test_what_cannot_be_read_stops_nobody_else(asked, handed, tmp_path):
    put(tmp_path / "in/s01/week5.ipynb", b"\xff\xfe")
    put(tmp_path / "in/s02/week5.ipynb", handed["s02"])
    put(tmp_path / "in/s03.zip", b"no zip")
    put(tmp_path / "in/link.ipynb", "")
    (tmp_path / "in/link.ipynb").unlink()
    (tmp_path / "in/link.ipynb").symlink_to("/etc/passwd")
    put(tmp_path / "r.csv", "")
    filled, problems = found(asked, tmp_path / "in", tmp_path / "r.csv")
    assert [one.student for one in filled] == ["s02"]
    assert problems == [
        "in/link.ipynb: `link.ipynb` is a link that leads out of its folder or to "
        "nothing. Hand in the file itself.",
        "in/s01/week5.ipynb: s01: `week5.ipynb` is saved as UTF-16; expected UTF-8. "
        "Save it again with the encoding UTF-8.",
        "in/s03.zip: s03: The archive `s03.zip` is broken or not a zip. Make it again, "
        "or hand in the file itself.",
        "r.csv: `r.csv` has no rows below the names of its columns.",
    ]


def test_too_large_files(asked, monkeypatch, tmp_path):
    monkeypatch.setattr("autograder.quizzes.responses.MAX_NOTEBOOK", 1)
    monkeypatch.setattr("autograder.quizzes.responses.MAX_TABLE", 1)
    put(tmp_path / "in/s01.ipynb", "{}")
    put(tmp_path / "r.csv", "student,1\n")
    _, problems = found(asked, tmp_path / "in", tmp_path / "r.csv")
    assert problems == [
        "in/s01.ipynb: s01: larger than 0 MiB",
        "r.csv: larger than 0 MiB",
    ]


def test_folders_in_folders_end_somewhere(asked, handed, tmp_path):
    deep = tmp_path / "in" / "/".join("d" * 14)
    put(deep / "s01.ipynb", handed["s01"])
    filled, problems = found(asked, tmp_path / "in")
    assert filled == ()
    assert problems == [f"in/{'/'.join('d' * 12)}: lies too deep to be looked into"]


@pytest.mark.parametrize("name", ["in/notes.txt", "in/s01/responses.csv", "in/.keep"])
def test_a_folder_that_holds_nothing_to_be_scored_is_said(
    asked, handed, tmp_path, name
):
    put(tmp_path / name, b"")
    put(tmp_path / "s01.ipynb", handed["s01"])
    filled, problems = found(asked, tmp_path / "in", tmp_path / "s01.ipynb")
    assert [one.student for one in filled] == ["s01"]
    assert problems == [f"{tmp_path / 'in'}: holds no notebook"]


def test_an_edited_prompt_is_kept_to_be_shown(asked, handed, tmp_path):
    text = handed["s01"].replace("How many layers?", "How many, at most?")
    put(tmp_path / "in/s01.ipynb", text)
    (one,) = found(asked, tmp_path / "in")[0]
    assert list(one.prompts) == ["net"]


@pytest.mark.parametrize(
    ("name", "what"), [("none", "does not exist"), ("x.pdf", "not responses")]
)
def test_a_path_that_is_wrong(asked, tmp_path, name, what):
    put(tmp_path / "x.pdf", b"")
    with pytest.raises(SubmissionError) as error:
        found(asked, tmp_path / name)
    assert str(error.value) == (
        f"{tmp_path / name}: {what}: expected notebooks, folders or zips of them, or a "
        ".csv or .json file of responses"
    )


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    raw=st.binary()
    | st.recursive(
        st.none() | st.text() | st.integers(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(["cells", "metadata", "nbgrader", "source", "id"]),
                inner,
            )
        ),
    ).map(lambda value: json.dumps(value).encode()),
    name=st.sampled_from(["s01.ipynb", "s01.zip", "s01.csv", "s01.json"]),
)
def test_any_bytes_are_responses_or_a_problem(asked, tmp_path, raw, name):
    path = tmp_path / name
    path.write_bytes(raw)
    came = read_responses([path], asked, UTC)
    assert all(str(problem) for problem in came.problems)
