from autograder.messages import Text
from autograder.quizzes.model import FilledPaper, Judged, Verdict
from autograder.quizzes.oddities import oddities


def test_everything_odd_is_said_by_item(paper):
    filled = FilledPaper(
        "f",
        paper.id,
        "s01",
        {"gone": "x", "blank": " ", "net": "1"},
        {"net": "How many?", "gone": "?", "pick": "Which? ① tanh"},
        notes=(Text("twice", "두 번"),),
    )
    why = Text("why", "왜")
    items = (
        Judged("w-shape", 1, Verdict.UNANSWERED, 0, 1),
        Judged("pick", 1, Verdict.UNANSWERED, 0, 1),
        Judged("gaps", 1, Verdict.UNREADABLE, 0, 1, problem=why),
        Judged("net", 1, Verdict.COULD_NOT_SCORE, None, 1, problem=why),
    )
    found = list(oddities("s01", paper, filled, items))
    assert [str(problem) for problem in found] == [
        "f: s01: twice",
        "f: s01: net: the prompt was edited; judged by what was asked",
        "f: s01: pick: the prompt was edited; judged by what was asked",
        f"f: s01: gone: a response to an item that is not on {paper.id}",
        "f: s01: not answered: w-shape, pick",
        "f: s01: gaps: unreadable: why",
        "f: s01: net: could not be scored: why",
    ]
    assert [problem.lost for problem in found] == [False] * 6 + [True]
