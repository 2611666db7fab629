from __future__ import annotations

import base64
from xml.etree import ElementTree

import pytest
from pydantic import ValidationError

from autograder.errors import AuthoringError
from autograder.messages import Text
from autograder.quizzes.expressions import ExpressionError
from autograder.quizzes.figures import (
    data_uri,
    describe_network,
    draw_figure,
    draw_network,
    embed,
)
from autograder.quizzes.schema import Figure, Item
from autograder.quizzes.scope import Scope

ALT = {"en": "{{ n }} units", "ko": "유닛 {{ n }}개"}
SVG = "{http://www.w3.org/2000/svg}"


def draw(figure, **params):
    item = Item.model_validate(
        {"id": "a", "ask": {"en": "?", "ko": "?"}, "answer": {"shape": [1]}}
    )
    return draw_figure(Figure.model_validate(figure), Scope(item, params))


def drawn(svg, tag):
    return ElementTree.fromstring(svg).iter(SVG + tag)


def radii(svg):
    return [circle.get("r") for circle in drawn(svg, "circle")]


def test_every_unit_and_every_edge_is_drawn():
    svg = draw_network([3, 8, 2])
    assert radii(svg) == ["11"] * 13
    assert len(list(drawn(svg, "path"))) == 3 * 8 + 8 * 2
    assert not list(drawn(svg, "text"))


def test_a_large_layer_is_cut_short():
    svg = draw_network([9, 1])
    assert radii(svg).count("11") == 6 + 1
    assert radii(svg).count("2") == 3
    assert len(list(drawn(svg, "path"))) == 6


def test_layers_are_numbered_from_0():
    svg = draw_network([2, 3, 1], numbered=True)
    assert [text.text for text in drawn(svg, "text")] == ["0", "1", "2"]


def test_everything_is_inside_of_the_picture():
    root = ElementTree.fromstring(draw_network([2, 12, 1], numbered=True))
    width, height = (float(root.get(side)) for side in ("width", "height"))
    for circle in root.iter(SVG + "circle"):
        assert 11 <= float(circle.get("cx")) <= width - 11
        assert 11 <= float(circle.get("cy")) <= height - 11
    for text in root.iter(SVG + "text"):
        assert float(text.get("y")) < height


def test_a_network_is_computed_and_described():
    svg, alt = draw({"network": "layers[:2]"}, layers=[3, 4, 5])
    assert svg == draw_network([3, 4])
    assert alt == describe_network([3, 4])


@pytest.mark.parametrize(
    ("layers", "said"),
    [
        (
            [3, 1],
            "A network with an input layer of size 3 and an output layer of size 1.",
        ),
        (
            [3, 4, 1],
            "A network with an input layer of size 3, a hidden layer of size 4 and an "
            "output layer of size 1.",
        ),
        (
            [3, 4, 2, 1],
            "A network with an input layer of size 3, hidden layers of sizes 4, 2 in "
            "this order, and an output layer of size 1.",
        ),
    ],
)
def test_describe_network(layers, said):
    assert describe_network(layers).render("en") == said


def test_words_of_the_author_come_first():
    assert draw({"network": [2, 1], "alt": ALT}, n=2)[1] == Text("2 units", "유닛 2개")


def test_a_file_is_its_path():
    figure = {"file": "pictures/a.png", "alt": ALT}
    assert draw(figure, n=2) == ("pictures/a.png", Text("2 units", "유닛 2개"))


@pytest.mark.parametrize("layers", [[3], [3, 0], [3, 1.5], [3, True], "n", [2] * 21])
def test_what_is_no_network(layers):
    got = 3 if layers == "n" else layers
    with pytest.raises(ExpressionError) as error:
        draw({"network": "n" if layers == "n" else repr(layers)}, n=3)
    assert str(error.value) == (
        "figure: network: expected 2 to 20 sizes of layers, each at least 1, "
        f"got {got!r}"
    )


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ({}, "either network or file"),
        ({"network": "n", "file": "a.png", "alt": ALT}, "either network or file"),
        ({"file": "a.png"}, "file with alt: {en, ko}"),
    ],
)
def test_one_picture_and_words_for_a_file(figure, expected):
    with pytest.raises(ValidationError) as error:
        Figure.model_validate(figure)
    assert error.value.errors()[0]["ctx"] == {"written": expected}


def test_embed_what_was_drawn(tmp_path):
    svg = draw_network([1, 1])
    assert embed(svg, tmp_path) == ("image/svg+xml", svg.encode())


@pytest.mark.parametrize(
    ("name", "mime"), [("a.png", "image/png"), ("b/c.SVG", "image/svg+xml")]
)
def test_embed_a_file(tmp_path, name, mime):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"raw")
    assert embed(name, tmp_path) == (mime, b"raw")
    uri = data_uri(name, tmp_path)
    assert uri == f"data:{mime};base64,{base64.b64encode(b'raw').decode()}"


@pytest.mark.parametrize("name", ["../a.png", "a.pdf", "/etc/a.svg", "a"])
def test_other_files_are_not_shown(tmp_path, name):
    (tmp_path / "a.png").write_bytes(b"raw")
    (tmp_path / "in").mkdir()
    with pytest.raises(AuthoringError) as error:
        embed(name, tmp_path / "in")
    expected = f"figure: expected an SVG or PNG below quizzes/, got {name}"
    assert str(error.value) == expected


def test_a_missing_file(tmp_path):
    with pytest.raises(AuthoringError) as error:
        embed("a.png", tmp_path)
    assert str(error.value) == f"{tmp_path}/a.png: expected a file, got nothing"
