"""A quiz for Canvas: a content package of QTI 1.2.

An item with several variants is a group of its own, of which Canvas picks one. The
results are hidden until the teacher shows them, since Canvas would show right
responses to the first student who is done.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from autograder.quizzes.exports.archive import Archive, notes_on, unsaid
from autograder.quizzes.exports.interactions import (
    Blanks,
    Choice,
    Essay,
    Interaction,
    Matching,
    Short,
)
from autograder.quizzes.exports.prompt import Prompter
from autograder.quizzes.exports.qti_items import add_field, add_item
from autograder.quizzes.exports.translation import Pool
from autograder.quizzes.exports.trees import add, document

if TYPE_CHECKING:
    from autograder.quizzes.exports.baked import Picture

QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
PICTURES = "pictures"
LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The time of all files, so that the same quiz is the same archive."""


def canvas_archive(quiz: str, title: str, pools: Sequence[Pool]) -> Archive:
    """Return a package for *Settings, Import Course Content* in Canvas.

    Parameters
    ----------
    quiz : str
        Its id.
    title : str
        In the language of the archive.
    pools : sequence of Pool
    """
    pictures = {picture.name: picture for picture in _pictures(pools)}
    files = {
        "imsmanifest.xml": document(_manifest(quiz, list(pictures))),
        f"{quiz}/{quiz}.xml": document(assessment(quiz, title, pools)),
        f"{quiz}/assessment_meta.xml": document(_settings(quiz, title, pools)),
    }
    files |= {f"{PICTURES}/{name}": it.raw for name, it in pictures.items()}
    return Archive(_zipped(files), notes_on(pools, _notes))


def assessment(quiz: str, title: str, pools: Sequence[Pool]) -> Element:
    """Return the tree of the assessment: a section with all items and groups."""
    root = Element("questestinterop", {"xmlns": QTI})
    whole = add(root, "assessment", "", {"ident": quiz, "title": title})
    add_field(add(whole, "qtimetadata"), "cc_maxattempts", "1")
    section = add(whole, "section", "", {"ident": "root_section"})
    prompter = Prompter(lambda it: f"$IMS-CC-FILEBASE$/{PICTURES}/{it.name}")
    for pool in pools:
        group = _group(section, quiz, pool) if pool.is_drawn else section
        for asked in pool.asked:
            add_item(group, f"{quiz}-{asked.baked.name}", asked, prompter)
    return root


def _group(section: Element, quiz: str, pool: Pool) -> Element:
    """Add a section of which one item is picked."""
    names = {"ident": f"{quiz}-{pool.item.id}", "title": pool.item.id}
    group = add(section, "section", "", names)
    selection = add(add(group, "selection_ordering"), "selection")
    add(selection, "selection_number", "1")
    extension = add(selection, "selection_extension")
    add(extension, "points_per_item", f"{pool.item.points:g}")
    return group


def _settings(quiz: str, title: str, pools: Sequence[Pool]) -> Element:
    """Return what Canvas keeps beside the assessment: a graded quiz, results hidden."""
    root = Element("quiz", {"xmlns": CANVAS, "identifier": quiz})
    fixed = any(_is_fixed(asked.interaction) for pool in pools for asked in pool.asked)
    settings = {
        "title": title,
        "shuffle_answers": "false" if fixed else "true",
        "scoring_policy": "keep_highest",
        "hide_results": "always",
        "quiz_type": "assignment",
        "points_possible": f"{sum(pool.item.points for pool in pools):g}",
        "show_correct_answers": "false",
        "allowed_attempts": "1",
        "available": "false",
    }
    for name, value in settings.items():
        add(root, name, value)
    return root


def _is_fixed(interaction: Interaction) -> bool:
    return isinstance(interaction, Choice) and not interaction.shuffled


def _manifest(quiz: str, pictures: Sequence[str]) -> Element:
    root = Element("manifest", {"xmlns": PACKAGE, "identifier": f"{quiz}-package"})
    metadata = add(root, "metadata")
    add(metadata, "schema", "IMS Content")
    add(metadata, "schemaversion", "1.1.3")
    add(root, "organizations")
    resources = add(root, "resources")
    main = {"identifier": quiz, "type": "imsqti_xmlv1p2"}
    resource = add(resources, "resource", "", main)
    add(resource, "file", "", {"href": f"{quiz}/{quiz}.xml"})
    add(resource, "dependency", "", {"identifierref": f"{quiz}-settings"})
    kind = "associatedcontent/imscc_xmlv1p1/learning-application-resource"
    _resource(resources, f"{quiz}-settings", kind, f"{quiz}/assessment_meta.xml")
    for number, name in enumerate(pictures, 1):
        ident = f"{quiz}-picture-{number}"
        _resource(resources, ident, "webcontent", f"{PICTURES}/{name}")
    return root


def _resource(resources: Element, ident: str, kind: str, href: str) -> None:
    attributes = {"identifier": ident, "type": kind, "href": href}
    add(add(resources, "resource", "", attributes), "file", "", {"href": href})


def _pictures(pools: Sequence[Pool]) -> Iterator[Picture]:
    for pool in pools:
        for asked in pool.asked:
            if asked.baked.picture:
                yield asked.baked.picture


def _zipped(files: Mapping[str, bytes]) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as package:
        for name, raw in files.items():
            info = zipfile.ZipInfo(name, LONG_AGO)
            info.external_attr = 0o644 << 16
            package.writestr(info, raw, zipfile.ZIP_DEFLATED)
    return archive.getvalue()


def _notes(pool: Pool) -> Iterator[str]:
    """Yield what Canvas does otherwise than we do with one item."""
    yield from unsaid(pool)
    interaction = pool.asked[0].interaction
    match interaction:
        case Choice(single=False, credit="all" | "each"):
            yield "each right option earns a part, and each wrong one loses one"
        case Matching(credit="all" | "longest"):
            yield "each right pair earns a part"
        case Blanks(credit="all"):
            yield "each right blank earns a part"
        case Essay():
            yield "the key is in the comments that students see with their results"
    if isinstance(interaction, Short | Blanks) and interaction.case:
        yield "capital letters do not matter"
