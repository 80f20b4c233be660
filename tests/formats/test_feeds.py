"""The three kinds of feed, as a reader's program reads them."""

from __future__ import annotations

import json

import feedparser
import pytest
from hypothesis import given
from lxml import etree

from redaksi.formats.atom.writer import write_atom
from redaksi.formats.jsonfeed.writer import write_jsonfeed
from redaksi.formats.rss.writer import write_rss
from redaksi.formats.writing import clean
from tests.formats.items import BARE, ITEM, any_item, feed_of


@pytest.mark.parametrize("write", [write_rss, write_atom])
def test_a_reader_finds_everything_in_the_xml_feeds(write):
    read = feedparser.parse(write(feed_of(ITEM)))

    entry = read.entries[0]
    assert not read.bozo
    assert (read.feed.title, read.feed.link) == (
        "Ekonomi — Harian Uji",
        "https://kabar.example/ekonomi/",
    )
    assert (entry.id, entry.link, entry.title) == (ITEM.uri, ITEM.url, ITEM.headline)
    assert entry.published_parsed[:5] == (2026, 1, 30, 0, 5)
    assert entry.updated_parsed[:5] == (2026, 1, 30, 2, 5)
    assert [tag.term for tag in entry.tags] == ["Ekonomi", "Analisis", "beras", "pasar"]
    assert entry.content[0].value == ITEM.html
    assert entry.enclosures[0].href == ITEM.picture.url
    assert [author.name for author in entry.authors][-1] in ("Ani", "Budi")


def test_rss_says_what_it_is_and_carries_no_permanent_link():
    root = etree.fromstring(write_rss(feed_of(ITEM)))

    item = root.find("channel/item")
    assert (root.get("version"), item.find("guid").get("isPermaLink")) == ("2.0", "false")
    assert item.findtext("pubDate") == "Fri, 30 Jan 2026 07:05:00 +0700"
    assert item.find("enclosure").attrib == {
        "url": ITEM.picture.url, "type": "image/jpeg", "length": "48211",
    }  # fmt: skip


def test_json_feed_has_what_version_1_1_requires():
    feed = json.loads(write_jsonfeed(feed_of(ITEM, BARE)))

    assert (feed["version"], feed["title"]) == (
        "https://jsonfeed.org/version/1.1",
        "Ekonomi — Harian Uji",
    )
    full, bare = feed["items"]
    assert (full["id"], full["content_html"], full["language"]) == (ITEM.uri, ITEM.html, "id")
    assert full["date_modified"] == "2026-01-30T09:05:00.000007+07:00"
    assert (bare["id"], bare["content_text"]) == ("urn:uuid:1", "")


@pytest.mark.parametrize("write", [write_rss, write_atom])
def test_a_feed_without_stories_is_well_formed(write):
    read = feedparser.parse(write(feed_of()))

    assert (read.bozo, read.entries) == (False, [])


@given(any_item())
def test_any_words_give_well_formed_feeds(item):
    rss = etree.fromstring(write_rss(feed_of(item)))
    atom = etree.fromstring(write_atom(feed_of(item)))
    feed = json.loads(write_jsonfeed(feed_of(item)))

    headline = clean(item.headline)
    assert rss.findtext("channel/item/title") == headline
    assert atom.findtext("{*}entry/{*}title") == headline
    assert feed["items"][0].get("title", "") == headline
