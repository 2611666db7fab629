from __future__ import annotations

import os

import pytest

from autograder.reports.pages import compiled_templates, page_environment


@pytest.fixture
def cache(monkeypatch, tmp_path):
    """The folder in which compiled templates are kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "autograder"


@pytest.fixture
def rendered(tmp_path):
    """Return a function that renders a page."""
    (tmp_path / "title.html").write_text("{% block main %}{{ title }}{% endblock %}")

    def render():
        page = page_environment(tmp_path).get_template("title.html")
        return page.render(title="A <title>")

    return render


def test_templates_are_compiled_once(cache, rendered):
    first = rendered()
    kept = {path: path.read_bytes() for path in cache.iterdir()}
    assert kept
    assert rendered() == first
    assert {path: path.read_bytes() for path in cache.iterdir()} == kept
    assert first == "A &lt;title&gt;"


def test_what_was_kept_of_another_text_is_not_used(cache, tmp_path):
    texts = []
    for text in ("one {{ 1 }}", "two {{ 2 }}"):
        (tmp_path / "page.html").write_text(text)
        texts.append(page_environment(tmp_path).get_template("page.html").render())
    assert texts == ["one 1", "two 2"]


def test_a_page_is_made_where_nothing_can_be_kept(
    cache, rendered, monkeypatch, tmp_path
):
    kept = rendered()
    full = tmp_path / "full"
    full.write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(full))
    assert compiled_templates() is None
    assert rendered() == kept


def test_a_disk_that_fills_up_stops_nobody(cache, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    environment = page_environment()
    monkeypatch.setattr("tempfile.NamedTemporaryFile", full)
    assert environment.get_template("base.html")
    assert not list(cache.iterdir())


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_what_others_may_write_is_not_executed(cache, mode):
    cache.mkdir(parents=True)
    cache.chmod(mode)
    assert compiled_templates() is None
    cache.chmod(0o755)
    assert compiled_templates() is not None


@pytest.mark.skipif(os.geteuid() != 0, reason="gives a folder away")
def test_what_belongs_to_another_is_not_executed(cache):
    cache.mkdir(parents=True)
    os.chown(cache, 60917, -1)
    assert compiled_templates() is None
