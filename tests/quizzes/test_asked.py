import pytest

from autograder.quizzes.asked import item_on


@pytest.mark.parametrize(
    ("name", "student"),
    [
        ("s01", "s01"),
        (" s01 ", "s01"),
        ("Kim Ha", "s01"),
        ("김하나", "s02"),
        ("김하나".encode().decode(), "s02"),
        ("ghost", ""),
        ("", ""),
    ],
)
def test_a_student_is_known_by_id_file_or_name(asked, name, student):
    assert asked.student(name) == student


def test_names_that_two_students_share_name_nobody(asked):
    from dataclasses import replace

    from autograder.quizzes.asked import Asked

    roster = [replace(one, name="Kim") for one in asked.students.values()]
    assert Asked("week5", asked.papers.values(), roster).student("Kim") == ""


def test_a_paper_is_found_however_its_number_was_copied(asked):
    paper = asked.of("s01")[0]
    assert asked.paper(paper.id.lower().replace("-", " ")) is paper
    assert asked.paper("0000") is None


def test_the_only_paper(asked):
    assert asked.only("s01") is asked.of("s01")[0]
    assert asked.only("s03") is None
    assert asked.only("s04") is None
    assert asked.only("") is None
    assert [paper.attempt for paper in asked.of("s03")] == [1, 2]


@pytest.mark.parametrize(
    ("name", "item"),
    [
        ("w-shape", "w-shape"),
        (" W-Shape ", "w-shape"),
        ("1", "w-shape"),
        ("2.", "pick"),
        ("Q3", "pairs"),
        ("문항 4", "gaps"),
        ("5번", "wrong-line"),
        ("7", "7"),
        ("0", "0"),
        ("How many layers?", "net"),
        ("6. How  many layers", "net"),
        ("Email", "Email"),
        ("", ""),
        ("?!", "?!"),
    ],
)
def test_an_item_is_named_by_id_number_or_prompt(asked, name, item):
    assert item_on(asked.of("s01")[0], name) == item
