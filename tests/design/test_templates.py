"""Our templates as they are written: they compile, and carry neither styles nor scripts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.template.loader import get_template

import redaksi

HOUSE = Path(redaksi.__file__).parent
INLINE = re.compile(r"<style|\bstyle=|\son[a-z]+=|javascript:|<script(?![^>]*(?:src=|ld\+json))")


def name_of(path: Path) -> str:
    """The name a template is loaded by."""
    return str(path).split("/templates/")[1]


#: Where two rooms have a template of the same name, the later one's is loaded.
ROOMS = ("design", "articles", "readers", "statements", "fronts", "website")
READERS = sorted(
    {
        name_of(path): path
        for room in ROOMS
        for path in (HOUSE / room / "templates").rglob("*.html")
        if not {"desk", "admin"} & set(path.parts)
    }.values()
)


@pytest.mark.parametrize("path", READERS, ids=name_of)
def test_it_compiles(path: Path) -> None:
    assert apps.ready

    template = get_template(name_of(path))

    assert Path(template.origin.name) == path


@pytest.mark.parametrize("path", READERS, ids=name_of)
def test_it_has_no_inline_style_or_script(path: Path) -> None:
    assert INLINE.findall(path.read_text()) == []


def test_the_style_sheet_knows_no_class_that_no_template_has() -> None:
    sheet = (HOUSE / "design/static/design/paper.css").read_text()
    written_by_code = (
        "design/templatetags/redaksi_story.py",
        "statements/marking.py",
        "website/keeping/keep.js",
    )
    sources = [*READERS, *(HOUSE / name for name in written_by_code)]
    written = set(re.findall(r"[\w-]+", " ".join(path.read_text() for path in sources)))

    styled = set(re.findall(r"\.([a-z][\w-]+)", sheet))

    composed = {"teaser-lead", "teaser-second", "teaser-row", "column-number"}
    composed |= {"of-opinion", "of-editorial", "teaser-topic", "teaser-photo"}
    assert sorted(styled - composed - written) == []
