from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from lxml import etree

from autograder.quizzes.exports.canvas import canvas_archive
from autograder.quizzes.schema import Quiz

SUBSET = Path(__file__).parent / "qti_subset.xsd"
QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
PACKAGE = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
CANVAS = "{http://canvas.instructure.com/xsd/cccv1p0}"


@pytest.fixture(scope="module")
def schema():
    return etree.XMLSchema(file=SUBSET)


@pytest.fixture(scope="module")
def archive(pools):
    return canvas_archive("week5", "All <kinds>", pools)


@pytest.fixture
def package(archive):
    with zipfile.ZipFile(io.BytesIO(archive.raw)) as package:
        yield package


@pytest.fixture
def assessment(package):
    return fromstring(package.read("week5/week5.xml"))


def test_the_assessment_follows_the_specification(package, schema):
    schema.assertValid(etree.fromstring(package.read("week5/week5.xml")))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"conditionvar", b"condition"),
        (b' ident="week5-pick-2"', b""),
        (b' ident="week5-pick-2"', b' ident="week5-pick-1"'),
        (b"<outcomes>", b"<setvar>1</setvar><outcomes>"),
        (b"<selection_number>1<", b"<selection_number>one<"),
        (b"<section ident=", b"<itemfeedback /><section ident="),
        (b' linkrefid="general_fb"', b""),
    ],
)
def test_the_schema_finds_what_is_wrong(package, schema, old, new):
    raw = package.read("week5/week5.xml")
    assert old in raw
    assert not schema.validate(etree.fromstring(raw.replace(old, new)))


def test_every_file_is_in_the_manifest(package):
    manifest = fromstring(package.read("imsmanifest.xml"))
    resources = manifest.findall(f"{PACKAGE}resources/{PACKAGE}resource")
    hrefs = [it.get("href") for r in resources for it in r.findall(f"{PACKAGE}file")]
    assert sorted(["imsmanifest.xml", *hrefs]) == sorted(package.namelist())
    idents = [resource.get("identifier") for resource in resources]
    assert len(set(idents)) == len(idents)
    assert resources[0].get("type") == "imsqti_xmlv1p2"
    needed = [it.get("identifierref") for it in manifest.iter(f"{PACKAGE}dependency")]
    assert set(needed) <= set(idents)


def test_an_item_with_variants_is_a_group_of_which_one_is_picked(assessment):
    [root] = assessment.findall(f"{QTI}assessment/{QTI}section")
    groups = {it.get("ident"): it for it in root.findall(f"{QTI}section")}
    assert set(groups) == {"week5-pick", "week5-none-right"}
    group = groups["week5-pick"]
    assert next(group.iter(f"{QTI}selection_number")).text == "1"
    assert next(group.iter(f"{QTI}points_per_item")).text == "2"
    items = [item.get("ident") for item in group.findall(f"{QTI}item")]
    assert items == ["week5-pick-1", "week5-pick-2", "week5-pick-3"]
    assert len(root.findall(f"{QTI}item")) == 15


def test_pictures_are_files(package, assessment):
    [name] = [it for it in package.namelist() if it.startswith("pictures/")]
    assert package.read(name).startswith(b"<svg")
    texts = [node.text for node in assessment.iter(f"{QTI}mattext")]
    shown = [it for it in texts if f'src="$IMS-CC-FILEBASE$/{name}"' in it]
    assert len(shown) == 1


def settings(archive):
    with zipfile.ZipFile(io.BytesIO(archive.raw)) as package:
        raw = package.read("week5/assessment_meta.xml")
    return {node.tag.removeprefix(CANVAS): node.text for node in fromstring(raw)}


def test_results_are_hidden_and_options_stay_where_one_must(archive):
    found = settings(archive)
    assert found["title"] == "All <kinds>"
    assert found["points_possible"] == "19"
    assert (found["hide_results"], found["shuffle_answers"]) == ("always", "false")


def test_options_are_shuffled_where_none_must_stay(pools):
    free = [pool for pool in pools if pool.item.id in ("several", "pairs")]
    assert settings(canvas_archive("week5", "t", free))["shuffle_answers"] == "true"


def test_the_same_quiz_is_the_same_file(archive, quiz, bake):
    again = canvas_archive("week5", "All <kinds>", bake(quiz))
    assert again == archive


def test_what_canvas_cannot_do(archive):
    assert archive.notes == (
        "one more option, for none of them: none-right",
        "each right option earns a part, and each wrong one loses one: none-right",
        "numbers are typed as decimals, not as 3/4: third, figures, drawn",
        "nothing is said to mistakes: third, wrong-line, w-shape, small-array, word, "
        "gaps",
        "scored by hand: large-array, slope, forward",
        "the key is in the comments that students see with their results: "
        "large-array, slope, forward",
        "patterns are left out, only the texts are right: word",
        "capital letters do not matter: word, gaps",
        "asked as the place of each step: steps",
        "each right pair earns a part: steps",
    )


def test_blanks_that_are_all_or_nothing(bake):
    item = {
        "id": "gaps",
        "ask": {"en": "?", "ko": "?"},
        "code": "<<a>>",
        "answer": {"blanks": {"a": ["1"]}, "credit": "all", "case": False},
    }
    quiz = {"quiz": "w", "title": {"en": "t", "ko": "t"}, "items": [item]}
    pools = bake(Quiz.model_validate(quiz))
    assert canvas_archive("w", "t", pools).notes == (
        "each right blank earns a part: gaps",
    )


def test_hostile_text(bake, hostile, schema):
    both = {"en": hostile, "ko": "?"}
    figure = {"network": [2, 1], "alt": both}
    item = {"id": "i", "ask": both, "answer": {"text": [hostile]}, "figure": figure}
    quiz = {"quiz": "w", "title": both, "items": [item]}
    archive = canvas_archive("w", hostile, bake(Quiz.model_validate(quiz)))
    with zipfile.ZipFile(io.BytesIO(archive.raw)) as package:
        for name in package.namelist():
            if name.endswith(".xml"):
                fromstring(package.read(name))
        schema.assertValid(etree.fromstring(package.read("w/w.xml")))
