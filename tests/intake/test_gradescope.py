from __future__ import annotations

from datetime import UTC, datetime

import pytest

from autograder.errors import SubmissionError
from autograder.intake import gradescope
from autograder.intake.files import File, UnusableError
from autograder.intake.gradescope import Record, read_records
from autograder.intake.lms import Sender
from autograder.messages import Message

TEXT = """\
submission_1:
  :submitters:
  - :name: Kim Minjun
    :sid: '0012'
    :email: kim@uni.ac.kr
  :created_at: 2026-11-20 18:21:33.120938000 Z
  :score: 3.0
submission_2:
  :submitters:
  - :name: 김하늘
    :sid:
    :email: ha@uni.ac.kr
  - :name: Lee
  - :name: ''
  - none
  :created_at: 2026-11-20 10:21:33 -08:00
submission_3: none
submission_4: !ruby/hash:ActiveSupport::HashWithIndifferentAccess
  :submitters: none
  :created_at: yesterday
"""


def file(content):
    def read(size):
        if isinstance(content, Message):
            raise UnusableError(content)
        return content[:size]

    return File(("all.zip", gradescope.METADATA), 0.0, read)


def test_records():
    when = datetime(2026, 11, 20, 18, 21, 33, tzinfo=UTC)
    kim = Sender("gradescope", "0012", "Kim Minjun", ("0012", "kim@uni.ac.kr"))
    ha = Sender("gradescope", "ha@uni.ac.kr", "김하늘", ("ha@uni.ac.kr",))
    assert read_records(file(TEXT.encode()), "all.zip") == {
        "submission_1": Record((kim,), when.replace(microsecond=120938)),
        "submission_2": Record((ha, Sender("gradescope", "Lee", "Lee")), when),
        "submission_3": Record((), None),
        "submission_4": Record((), None),
    }


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a: [", "expected YAML, got: while parsing a flow"),
        (b"\xff\xfe\xff", "expected YAML, got: "),
        (b"[" * 100_000, "expected YAML, got: too many levels"),
        (b"- a", "expected a record for each submission, got none"),
        (b"", "expected a record for each submission, got none"),
        (b"a: b" * 30, "expected at most 0 MiB, got more"),
        (Message("`x` cannot be read."), "`x` cannot be read."),
    ],
)
def test_no_records(content, said, monkeypatch):
    if content == b"a: b" * 30:
        monkeypatch.setattr(gradescope, "MAX_METADATA", 100)
    with pytest.raises(SubmissionError) as caught:
        read_records(file(content), "all.zip")
    assert str(caught.value).startswith(f"all.zip: submission_metadata.yml: {said}")
    assert "\n" not in str(caught.value)


def test_aliases_do_not_multiply():
    text = "a0: &a0 [x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40)
    )
    assert set(read_records(file(text.encode()), "x").values()) == {Record((), None)}
