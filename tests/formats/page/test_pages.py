"""Invented pages of many kinds, each beside the reading that an editor would expect."""

import datetime
import json

import pytest

from redaksi.formats.page import read_page
from tests.formats.page.shapes import PAGES

NAMES = sorted(path.name for path in PAGES.iterdir() if path.suffix != ".json")
TODAY = datetime.date(2026, 11, 24)


@pytest.mark.parametrize("name", NAMES)
def test_page_is_read_as_an_editor_would(name):
    page = PAGES / name
    wanted = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))

    found = read_page(page.read_bytes(), now=TODAY).as_json()

    found["dropped"] = sorted({item["why"] for item in found["dropped"]})
    found["images"] = [image["src"] for image in found["foreign_images"]]
    found["unsure"] = list(found["unsure"])
    found["paragraphs"] = list(found["paragraphs"])
    assert {name: found[name] for name in wanted} == wanted
