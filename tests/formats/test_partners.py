"""ninjs and NewsML-G2, as the standards' own schemas and a partner's program read them."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given
from lxml import etree

from redaksi.formats.newsml_g2.writer import NAR, XHTML, write_newsml_g2
from redaksi.formats.ninjs.writer import write_ninjs_2_1, write_ninjs_3_0
from redaksi.formats.writing import clean
from tests.formats.items import BARE, ITEM, any_item
from tests.samples import shared_file

WRITERS = {"3.0": write_ninjs_3_0, "2.1": write_ninjs_2_1}
CANCELED = replace(ITEM, pub_status="canceled", html="", text="", summary="")


@pytest.mark.parametrize("version", list(WRITERS))
@pytest.mark.parametrize("item", [ITEM, BARE, CANCELED])
def test_ninjs_is_valid_by_its_schema(item, version):
    schema = shared_file("samples", "schemas", f"ninjs-schema_{version}.json")
    if schema is None:
        pytest.skip("the schemas of IPTC are not beside the project")

    document = json.loads(WRITERS[version](item))

    jsonschema.validate(document, json.loads(schema.read_text()))


@pytest.mark.parametrize("item", [ITEM, BARE, CANCELED])
def test_newsml_g2_is_valid_by_its_schema(item):
    schema = shared_file("samples", "schemas", "NewsML-G2_2.35-spec-All-Power.xsd")
    if schema is None:
        pytest.skip("the schemas of IPTC are not beside the project")

    document = etree.fromstring(write_newsml_g2(item))

    etree.XMLSchema(etree.parse(schema)).assertValid(document)


def test_a_partner_finds_the_story_in_ninjs():
    new, old = (json.loads(write(ITEM)) for write in WRITERS.values())

    assert (new["uri"], new["pubStatus"], new["urgency"]) == (ITEM.uri, "usable", 5)
    assert new["bodies"][0] == {"role": "html", "contentType": "text/html", "value": ITEM.html}
    assert new["altIds"] == [{"role": "url", "value": ITEM.url}]
    assert new["associations"][0]["renditions"][0]["href"] == ITEM.picture.url
    assert old["bodies"][0]["contenttype"] == "text/html"
    assert old["versioncreated"] == new["versionCreated"] == "2026-01-30T09:05:00.000007+07:00"


def test_a_partner_finds_the_story_in_newsml_g2():
    root = etree.fromstring(write_newsml_g2(ITEM))

    assert (root.get("guid"), root.get("standardversion")) == (ITEM.uri, "2.35")
    assert root.findtext(f".//{{{NAR}}}headline") == ITEM.headline
    assert root.find(f".//{{{NAR}}}pubStatus").get("qcode") == "stat:usable"
    body = root.find(f".//{{{XHTML}}}body")
    assert "".join(body.itertext()) == "Harga beras turun."
    assert body.findtext(f".//{{{XHTML}}}b") == "turun"


@given(any_item())
def test_any_words_give_well_formed_documents(item):
    headline = clean(item.headline)

    assert json.loads(write_ninjs_3_0(item))["headlines"][0]["value"] == headline
    assert json.loads(write_ninjs_2_1(item))["headlines"][0]["value"] == headline
    root = etree.fromstring(write_newsml_g2(item))
    assert root.findtext(f".//{{{NAR}}}headline") == headline
