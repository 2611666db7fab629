from __future__ import annotations

import io
import unicodedata
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from autograder.errors import SubmissionError
from autograder.intake.discover import discover

M = "deep_network.py"
N = "deep_network.ipynb"
K = "deep_network.ko.ipynb"
MOODLE = "assignsubmission_file_"
METADATA = "submission_metadata.yml"
RECORDS = b"""\
submission_1:
  :submitters:
  - :name: Kim
    :sid: '0012'
  :created_at: 2026-11-20 18:21:33.5 Z
submission_2:
  :submitters:
  - :name: Ha
    :sid: '13'
  - :name: Lee
    :email: lee@uni.ac.kr
  :created_at: 2026-11-20 18:21:33.5 Z
"""
WHEN = datetime(2026, 11, 20, 18, 21, 33, 500000, tzinfo=UTC)


def files_of(found):
    return {student: submission.file for student, submission in found.items()}


def said(submission):
    return [note.render("en") for note in submission.notes]


def problem(submission):
    return submission.problem.render("en") if submission.problem else None


@pytest.fixture
def both(find, tree, zipped, tmp_path):
    """Return what is found in a zip, once it agrees with what is found unpacked."""

    def found(files):
        (tmp_path / "all.zip").write_bytes(zipped(files))
        packed = find(tmp_path / "all.zip")
        unpacked = find(tree(files, under="all"))
        assert {
            s: f.replace("all.zip", "all") for s, f in files_of(packed).items()
        } == (files_of(unpacked))
        assert [said(s) for s in packed.values()] == [
            said(s) for s in unpacked.values()
        ]
        return packed

    return found


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            [f"kimha_1_10_{N}", f"lee_LATE_2_20_{M}", "park_3_text.html"],
            {
                "kimha": f"all.zip/kimha_1_10_{N}",
                "lee": f"all.zip/lee_LATE_2_20_{M}",
                "park": "park_3_text.html",
            },
        ),
        ([f"kimha_1_10_{N}"], {"kimha": f"all.zip/kimha_1_10_{N}"}),
        ([f"wrapped/김하_1_10_{N}"], {"김하": f"wrapped/김하_1_10_{N}"}),
        ([f"anon_x7K_10_{M}"], {"anon_x7K": f"all.zip/anon_x7K_10_{M}"}),
        (
            [f"Kim Ha_1_{MOODLE}/{N}", f"이 서준_2_{MOODLE}/a/b/{M}"],
            {
                "Kim Ha": f"Kim Ha_1_{MOODLE}/{N}",
                "이 서준": f"이 서준_2_{MOODLE}/a/b/{M}",
            },
        ),
        ([f"Kim Ha_1_{MOODLE}/{N}"], {"Kim Ha": f"Kim Ha_1_{MOODLE}/{N}"}),
        (
            [f"Kim Ha_1_{MOODLE}{N}", f"Lee_2_{MOODLE}{M}", f"Lee_2_{MOODLE}helper.py"],
            {
                "Kim Ha": f"all.zip/Kim Ha_1_{MOODLE}{N}",
                "Lee": f"all.zip/Lee_2_{MOODLE}{M}",
            },
        ),
        (
            ["Lee_2_assignsubmission_onlinetext_/onlinetext.html"],
            {"Lee": "Lee_2_assignsubmission_onlinetext_"},
        ),
    ],
)
def test_what_canvas_and_moodle_export(both, files, expected):
    assert files_of(both(files)) == expected


def test_gradescope(both):
    files = {
        METADATA: RECORDS,
        f"submission_1/{M}": b"x = 1",
        f"submission_2/a/{N}": b"{}",
    }
    found = both({f"assignment_9_export/{n}": c for n, c in files.items()})
    assert files_of(found) == {
        "Ha": f"submission_2/a/{N}",
        "Kim": f"submission_1/{M}",
        "Lee": f"submission_2/a/{N}",
    }
    assert [submission.time for submission in found.values()] == [WHEN] * 3
    assert said(found["Kim"]) == []
    assert said(found["Lee"]) == ["Handed in by a group of 2."]


def test_a_folder_that_gradescope_says_nothing_of(both):
    found = both({METADATA: RECORDS, f"submission_3/{M}": b"x = 1"})
    assert files_of(found) == {"submission_3": f"submission_3/{M}"}
    assert found["submission_3"].time is None
    assert said(found["submission_3"]) == [
        "`submission_metadata.yml` does not say who handed in `submission_3`."
    ]


def test_gradescope_without_submissions(find, tree):
    with pytest.raises(SubmissionError, match="no submission found"):
        find(tree({METADATA: RECORDS}))


def test_other_files_of_a_student_go_along(both):
    found = both(
        {
            "kim_1_10_deep_network.py": b"import helper",
            "kim_1_11_helper.py": b"y = 2",
            "kim_1_12_report.pdf": b"%PDF",
            "kim_1_13_data.zip": ["data.csv"],
            "lee_2_14_helper.py": b"z = 3",
            "lee_2_15_deep_network.py": b"import helper",
        }
    )
    assert found["kim"].cells[0].label == M
    assert found["kim"].modules == {"helper": "y = 2"}
    assert found["lee"].modules == {"helper": "z = 3"}
    assert all(problem(submission) is None for submission in found.values())


def test_no_homework_among_a_students_files(both):
    found = both([f"kim_1_10_{N}", "lee_2_11_report.pdf"])
    assert problem(found["lee"]) == (
        "`lee_2_11_report.pdf` holds no homework: expected `deep_network.py` or "
        "`deep_network.ipynb`. Hand in the file that you filled in."
    )
    assert problem(found["kim"]) is None


def test_late(both):
    found = both([f"kim_1_10_{N}", f"lee_LATE_2_11_{N}"])
    assert said(found["kim"]) == []
    assert said(found["lee"]) == ["Canvas marks this as late."]
    assert found["lee"].time is None


@pytest.mark.parametrize(
    ("files", "graded", "notes"),
    [
        (
            [f"kim_1_10_{N}", "kim_1_20_deep_network-1.ipynb"],
            "kim_1_20_deep_network-1.ipynb",
            ["deep_network-1.ipynb`, not `deep_network.ipynb"],
        ),
        (
            ["kim_1_30_deep_network-2.ipynb", "kim_1_40_deep_network-10.ipynb"],
            "kim_1_40_deep_network-10.ipynb",
            ["deep_network-10.ipynb`, not `deep_network-2.ipynb"],
        ),
        (
            [f"kim_1_20_{N}", f"kim_1_10_{N}"],
            f"kim_1_20_{N}",
            [f"{N} (20)`, not `{N} (10)"],
        ),
        (["kim_1_10_deep_network-1.ipynb"], "kim_1_10_deep_network-1.ipynb", []),
        (
            ["kim_1_10_hw.py", "kim_1_20_hw-1.py"],
            "kim_1_20_hw-1.py",
            ["hw-1.py`, not `hw.py"],
        ),
        (["kim_1_10_lab-1.py"], "kim_1_10_lab-1.py", []),
    ],
)
def test_the_newest_attempt(both, files, graded, notes):
    submission = both([*files, f"lee_2_50_{N}"])["kim"]
    assert submission.file == f"all.zip/{graded}"
    assert said(submission) == [
        f"Of several attempts the newest counts: `{note}`." for note in notes
    ]


def test_the_later_upload_of_a_script_and_a_notebook(both):
    (submission,) = both([f"kim_1_20_{M}", f"kim_1_10_{N}"]).values()
    assert submission.file.endswith(M)
    assert said(submission) == [f"`{N}` was ignored: `{M}` is newer."]


def test_two_students_of_one_name(both):
    found = both([f"kim_1_10_{N}", f"kim_2_20_{N}", f"lee_3_30_{N}"])
    assert set(found) == {"kim (1)", "kim (2)", "lee"}


def test_two_students_of_one_name_in_moodle(both):
    found = both([f"김하_1_{MOODLE}/{N}", f"김하_2_{MOODLE}/{N}"])
    assert set(found) == {"김하 (1)", "김하 (2)"}


def test_an_archive_inside_a_students_archive(find, tmp_path, zipped):
    files = {"lee_2_20_hw.zip": {"inner.zip": [M]}, "kim_1_10_hw.zip": [M]}
    (tmp_path / "all.zip").write_bytes(zipped(files))
    found = find(tmp_path / "all.zip")
    assert problem(found["kim"]) is None
    assert problem(found["lee"]) == (
        "The archive `inner.zip` lies inside another one and is too large or too "
        "deeply nested to be opened. Hand in the file itself."
    )


def test_archives_that_students_hand_in(both):
    found = both(
        {
            "kim_1_10_hw.zip": ["deep/deep_network.py"],
            "park_3_30_hw.zip": b"broken",
            "yun_4_40_hw.zip": [M],
            "yun_4_50_hw-1.zip": [N],
        }
    )
    assert files_of(found)["kim"] == f"kim_1_10_hw.zip/deep/{M}"
    assert problem(found["park"]) is not None
    assert files_of(found)["yun"] == f"yun_4_50_hw-1.zip/{N}"
    assert said(found["yun"]) == [
        "Of several attempts the newest counts: `hw-1.zip`, not `hw.zip`."
    ]


def test_a_path_out_of_the_archive(find, tmp_path, zipped):
    (tmp_path / "all.zip").write_bytes(zipped([f"../kim_1_10_{N}", f"lee_2_20_{N}"]))
    found = find(tmp_path / "all.zip")
    assert problem(found["kim"]) == (
        f"The path of `../kim_1_10_{N}` leads out of the archive `all.zip`. Make the "
        "archive again from the folder of your homework."
    )
    assert problem(found["lee"]) is None


def test_names_in_the_code_page_of_korean_windows(find, tmp_path):
    name = f"김하늘_1_{MOODLE}/{M}".encode("cp949")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("x" * len(name), b"x = 1")
    raw = stream.getvalue().replace(b"x" * len(name), name)
    (tmp_path / "all.zip").write_bytes(raw)
    assert set(find(tmp_path / "all.zip")) == {"김하늘"}


def test_names_from_macos(both):
    files = [f"김하늘_1_10_{N}", f"이서준_2_20_{N}"]
    found = both([unicodedata.normalize("NFD", name) for name in files])
    assert set(found) == {"김하늘", "이서준"}


@pytest.mark.parametrize(
    ("files", "got"),
    [
        ([f"kim_1_10_{N}", "lee.py"], f"kim_1_10_{N} beside lee.py"),
        ([f"kim_1_10_{N}", "s01/lee.py"], f"kim_1_10_{N} beside s01"),
        (
            [f"kim_1_10_{N}", f"Lee_2_{MOODLE}/{N}"],
            f"kim_1_10_{N} beside Lee_2_{MOODLE}",
        ),
        (
            {METADATA: RECORDS, "submission_1/a.py": b"", "lee.py": b""},
            f"{METADATA} beside lee.py",
        ),
    ],
)
def test_mixed_forms(find, tree, files, got):
    root = tree(files)
    with pytest.raises(SubmissionError) as caught:
        find(root)
    assert str(caught.value) == (
        f"{root}: two forms are mixed: expected the export of one LMS only, got {got}; "
        "name the files or folders that are meant"
    )


def test_other_files_beside_an_export_do_not_matter(both):
    found = both([f"kim_1_10_{N}", "given.py", "README.md", "pictures/cat.png"])
    assert set(found) == {"kim"}


def test_a_closed_folder_beside_an_export(find, tree):
    root = tree([f"kim_1_10_{N}"])
    (root / "s02").symlink_to("/")
    assert set(find(root)) == {"kim"}


def test_exported_files_named_one_by_one(find, tree):
    root = tree(
        {
            "kim_1_10_deep_network.py": b"import helper",
            "kim_1_11_helper.py": b"y = 2",
            "lee_LATE_2_20_hw.zip": [M],
            "park_3_30_report.pdf": b"%PDF",
        }
    )
    found = find(*root.iterdir())
    assert set(found) == {"kim", "lee", "park"}
    assert found["kim"].modules == {"helper": "y = 2"}
    assert problem(found["park"]) is not None


def test_moodle_folders_named_one_by_one(find, tree):
    root = tree([f"Kim Ha_1_{MOODLE}/{N}", f"Lee_2_{MOODLE}/{N}"])
    assert set(find(*root.iterdir())) == {"Kim Ha", "Lee"}
    assert set(find(next(iter(root.iterdir())))) <= {"Kim Ha", "Lee"}


def test_one_exported_file(find, tree):
    root = tree([f"kim_1_10_{N}"])
    assert set(find(root / f"kim_1_10_{N}")) == {"kim"}


def test_an_export_whose_own_name_looks_like_a_students(find, tree):
    files = {"cs231_2026_11_all.zip": [f"kim_1_10_{N}", f"lee_2_20_{N}"]}
    assert set(find(tree(files) / "cs231_2026_11_all.zip")) == {"kim", "lee"}


def test_a_students_own_zip_does_not_speak_for_another(find, tree):
    files = {
        "kim.zip": [f"lee_2_99_{N}"],
        "lee.zip": [M],
        "park.zip": {METADATA: RECORDS, f"submission_1/{M}": b"x = 1"},
    }
    found = find(*tree(files).iterdir())
    assert set(found) == {"kim", "lee", "park"}
    assert found["park"].time is None


def test_two_exports(find, tree):
    root = tree(
        {
            "a.zip": [f"kim_1_10_{N}", f"lee_2_20_{N}"],
            "b.zip": [f"kim_1_30_{N}", f"yun_3_40_{N}"],
        }
    )
    found = find(root / "a.zip", root / "b.zip")
    assert files_of(found)["kim"] == f"b.zip/kim_1_30_{N}"
    assert len(said(found["kim"])) == 1
    assert set(found) == {"kim", "lee", "yun"}


def test_discover_takes_a_roster(assignment, tree):
    root = tree([f"kim_1_10_{N}"])
    (submission,) = discover([Path(root)], assignment, (), ())
    assert submission.student == "kim"
