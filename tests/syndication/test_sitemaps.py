"""The sitemaps: complete, small in what changes, and forgetful of old news."""

from __future__ import annotations

import datetime
from urllib.parse import urlsplit

import pytest
from django.utils import timezone
from lxml import etree
from taggit.models import Tag

from redaksi.articles import parts, topics
from redaksi.articles.models import Article
from redaksi.articles.parts import changes_of_parts, latest_stories, settle_parts_afresh
from redaksi.articles.publishing import publish, unpublish
from redaksi.newsroom.models import Person
from redaksi.statements import parts as speaker_parts
from redaksi.statements.models import Speaker
from redaksi.statements.pages import speakers_on_record
from redaksi.statements.register import enter
from tests.cast import Cast
from tests.factories import write_draft, write_live
from tests.statements.telling import a_record

pytestmark = pytest.mark.django_db

HOUR = datetime.timedelta(hours=1)


def addresses_in(client, path: str) -> list[str]:
    root = etree.fromstring(client.get(path).content)
    return root.xpath("//*[local-name()='loc']/text()")


def every_address(client, base: str) -> list[str]:
    sitemaps = addresses_in(client, "/sitemap.xml")
    return [url for sitemap in sitemaps for url in addresses_in(client, sitemap.removeprefix(base))]


def test_the_sitemaps_name_every_page_once(cast: Cast, client, settings, monkeypatch):
    monkeypatch.setattr(parts, "PART", 2)
    base = settings.WAGTAILADMIN_BASE_URL
    sari = Person.objects.create(name="Sari", slug="sari")
    stories = [write_live(section=cast.daerah, headline=f"Berita {n}") for n in range(5)]

    found = every_address(client, base)

    council = ["/pedoman/", "/susunan-redaksi/", "/kontak/", "/privasi/"]
    pages = ["/", "/nasional/", "/daerah/", "/ekonomi/", "/tokoh/", sari.url, *council]
    assert found == [f"{base}{path}" for path in [*pages, *(story.path for story in stories)]]
    assert max(len(addresses_in(client, s.removeprefix(base))) for s in
               addresses_in(client, "/sitemap.xml")[1:]) <= 2  # fmt: skip


def test_the_index_says_when_a_part_last_changed(cast: Cast, client):
    story = write_live(section=cast.daerah)

    root = etree.fromstring(client.get("/sitemap.xml").content)

    moments = root.xpath("//*[local-name()='lastmod']/text()")
    assert moments == [timezone.localtime(story.last_published_at).isoformat()]


def test_speakers_with_a_page_are_named_unless_hidden_from_search_engines(
    cast: Cast, client, settings, monkeypatch
):
    monkeypatch.setattr(speaker_parts, "PART", 1)
    story = a_record(cast.nasional, by=cast.budi)
    enter("Orang yang belum berkata apa-apa")

    def named() -> list[str]:
        base = settings.WAGTAILADMIN_BASE_URL
        found = every_address(client, base)
        return [url.removeprefix(base) for url in found if url.startswith(f"{base}/tokoh/")][1:]

    first, second = speakers_on_record()
    assert named() == [first.url, second.url]
    Speaker.objects.filter(pk=first.pk).update(is_hidden=True)
    assert named() == [second.url]
    assert client.get(f"/sitemap/tokoh-{first.pk}.xml").status_code == 404
    Speaker.objects.filter(pk=second.pk).update(is_private=True)
    assert named() == []
    Speaker.objects.update(is_hidden=False, is_private=False)
    unpublish(story)
    assert named() == []


def about(cast: Cast, *tags: str, is_live: bool = True) -> Article:
    """Return a story that carries the tags."""
    story = write_draft(section=cast.daerah)
    story.tags.add(*tags)
    story.save()
    story.save_revision()
    if is_live:
        publish(story, by=None)
        story.refresh_from_db()
    return story


def test_tags_with_live_stories_are_named_with_the_newest_one(
    cast: Cast, client, settings, monkeypatch
):
    monkeypatch.setattr(topics, "PART", 1)
    older, newer = about(cast, "banjir"), about(cast, "banjir", "bendungan")
    about(cast, "rahasia", is_live=False)
    flood, dam = Tag.objects.get(name="banjir"), Tag.objects.get(name="bendungan")

    def moments() -> dict[str, str]:
        found = {}
        for number in topics.parts_of_topics():
            root = etree.fromstring(client.get(f"/sitemap/topik-{number}.xml").content)
            for place in root:
                address, moment = (child.text for child in place)
                found[address.removeprefix(settings.WAGTAILADMIN_BASE_URL)] = moment
        return found

    assert {f"/sitemap/topik-{tag.pk}.xml" for tag in (flood, dam)} <= {
        urlsplit(address).path for address in addresses_in(client, "/sitemap.xml")
    }
    last = timezone.localtime(newer.published_at).isoformat()
    assert moments() == {"/topik/banjir/": last, "/topik/bendungan/": last}
    unpublish(newer)
    first = timezone.localtime(older.published_at).isoformat()
    assert moments() == {"/topik/banjir/": first}
    assert client.get(f"/sitemap/topik-{dam.pk}.xml").status_code == 404


def test_drafts_are_in_no_sitemap_and_an_empty_part_is_none(cast: Cast, client):
    story = write_live(section=cast.daerah)
    draft = write_draft(section=cast.daerah, headline="Rahasia")
    number = story.pk // parts.PART

    unpublish(story)

    assert client.get(f"/sitemap/berita-{number}.xml").status_code == 404
    assert client.get(f"/sitemap/berita-0{number}.xml").status_code == 404
    assert client.get("/sitemap/berita-999999999999.xml").status_code == 404
    assert len(addresses_in(client, "/sitemap.xml")) == 1
    assert draft.slug not in client.get("/sitemap/berita-terbaru.xml").content.decode()


def test_the_news_sitemap_has_what_google_wants(cast: Cast, client):
    write_live(section=cast.daerah, headline="Harga & beras <naik>")
    write_live(section=cast.daerah, headline="Rumah idaman", kind="advertorial")

    root = etree.fromstring(client.get("/sitemap/berita-terbaru.xml").content)

    assert root.xpath("//*[local-name()='title']/text()") == ["Harga & beras <naik>"]
    assert root.xpath("//*[local-name()='language']/text()") == ["id"]
    assert root.xpath("//*[local-name()='name']/text()") == ["Harian Uji"]


@pytest.mark.parametrize("minutes", [0, 59])
def test_looked_at_once_an_hour_news_is_never_older_than_two_days(minutes, cast: Cast):
    now = timezone.now().replace(minute=minutes)
    story = write_live(section=cast.daerah)
    Article.objects.filter(pk=story.pk).update(published_at=now - 48 * HOUR + HOUR)

    assert list(latest_stories(now)) == []
    assert list(latest_stories(now - 2 * HOUR)) == [story]


def test_there_are_at_most_a_thousand_latest_stories(cast: Cast, monkeypatch):
    monkeypatch.setattr(parts, "MOST_LATEST", 2)
    for number in range(3):
        write_live(section=cast.daerah, headline=f"Berita {number}")

    assert [s.headline for s in latest_stories(timezone.now())] == ["Berita 2", "Berita 1"]


def test_the_index_is_made_without_looking_at_any_story(cast: Cast, django_assert_num_queries):
    write_live(section=cast.daerah)

    with django_assert_num_queries(1) as queries:
        assert len(list(changes_of_parts())) == 1

    assert "articles_article" not in queries.captured_queries[0]["sql"]


def test_parts_settled_afresh_are_as_they_were_kept(cast: Cast, monkeypatch):
    monkeypatch.setattr(parts, "PART", 2)
    stories = [write_live(section=cast.daerah, headline=f"Berita {n}") for n in range(6)]
    unpublish(Article.objects.get(pk=stories[3].pk))
    for story in stories[4:]:
        unpublish(Article.objects.get(pk=story.pk))
    kept = list(changes_of_parts())

    settle_parts_afresh()

    assert list(changes_of_parts()) == kept
    assert len(kept) in (2, 3)
