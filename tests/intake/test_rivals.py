from __future__ import annotations


def said(submission):
    return [note.render("en") for note in submission.notes]


def test_the_newest_of_two_submissions_of_a_student_is_kept(find, tree):
    old = tree({"kim.py": b"old = 1", "lee.py": b"x = 1"}, under="monday")
    new = tree({"a.py": b"x = 1", "kim.py": b"new = 1"}, under="tuesday")
    found = find(old, new)
    assert set(found) == {"a", "kim", "lee"}
    assert found["kim"].cells[0].text == "new = 1"
    assert said(found["kim"]) == [
        "Several submissions were handed in for kim: `tuesday/kim.py` is the newest "
        "and is graded, `monday/kim.py` is not."
    ]


def test_composed_and_decomposed_names_are_one_student(find, tree):
    files = {"\u1112\u1169\u11bc.py": b"old = 1", "홍.ipynb": b"{}", "b.py": b"b"}
    found = find(tree(files))
    assert set(found) == {"홍", "b"}
    assert len(said(found["홍"])) == 1


def test_a_name_that_only_looks_the_same_does_not_displace_a_student(find, tree):
    files = {"kim.py": b"x = 1", "ki\u200bm.py": b"x = 2", "k\u200bim.py": b"x = 3"}
    found = find(tree(files))
    texts = {student: s.cells[0].text for student, s in found.items()}
    assert texts == {"kim": "x = 1", "kim (2)": "x = 2", "kim (3)": "x = 3"}
    assert said(found["kim"]) == []
    assert said(found["kim (2)"]) == [
        "Another student's name looks the same; this submission is listed as kim (2)."
    ]
