from __future__ import annotations

from autograder.quizzes.pages import quiz_environment, with_boxes


def test_blanks_are_boxes_and_code_is_escaped():
    assert with_boxes("a < <<axis>>\n") == ('a &lt; <span class="blank">axis</span>')


def test_filters():
    page = quiz_environment().from_string(
        "{{ 2 | mark }} {{ 2 | letter }} {{ 2 | points_in_words('en') }} "
        "{{ 'a</style>-1' | running }} {{ '*a*' | line }}{{ '*a*' | markdown }}"
    )
    said = "② b 2 points astyle-1 <em>a</em><p><em>a</em></p>\n"
    assert page.render() == said
