"""The feeds of the paper, sections, people and tags."""

from __future__ import annotations

import feedparser
import pytest

from redaksi.articles.models import Article, ArticleAuthor
from redaksi.articles.publishing import publish, unpublish
from redaksi.edge.headers import content_type
from redaksi.newsroom.models import Person
from redaksi.syndication.addresses import FEED_FILES
from redaksi.syndication.items import uri_of
from tests.cast import Cast
from tests.factories import add_test_picture, write_draft, write_live

pytestmark = pytest.mark.django_db


def read(client, path: str):
    return feedparser.parse(client.get(path).content)


def write_in_full(cast: Cast, **fields) -> Article:
    """A story with an author, a tag, a picture and links in its text."""
    sari = Person.objects.create(name="Sari", slug="sari")
    text = (
        '<p>Baca <a href="/nasional/">semua</a> atau <a href="https://luar.example/">ini</a>.</p>'
    )
    body = [("paragraph", text), ("picture", {"picture": add_test_picture("Isi"), "caption": ""})]
    story = write_draft(
        section=cast.daerah, headline="Ombak <tinggi>", body=body, dateline="Kendal",
        standfirst="Nelayan tidak melaut.", lead_picture=add_test_picture("Utama"), **fields,
    )  # fmt: skip
    story.article_authors = [ArticleAuthor(person=sari)]
    story.tags.add("laut")
    story.save()
    story.save_revision()
    publish(story)
    return Article.objects.get(pk=story.pk)


@pytest.mark.parametrize("name", list(FEED_FILES))
@pytest.mark.parametrize("start", ["/", "/nasional/", "/daerah/", "/orang/sari/", "/topik/laut/"])
def test_every_list_has_its_feeds_with_the_type_that_the_edge_gives(
    start, name, cast: Cast, client
):
    write_in_full(cast)

    answer = client.get(f"{start}{name}")

    assert answer.status_code == 200
    assert answer["Content-Type"] == content_type(f"{start}{name}")[1]
    assert b"Nelayan tidak melaut." in answer.content
    assert (b"semua" in answer.content) is ("lengkap" in name)


def test_texts_in_full_feeds_lead_back_to_the_paper(cast: Cast, client, settings):
    write_in_full(cast)

    text = read(client, "/umpan-lengkap.xml").entries[0].content[0].value

    base = settings.WAGTAILADMIN_BASE_URL
    assert text.startswith("<p>Kendal</p>")
    assert f'<a href="{base}/nasional/">semua</a>' in text
    assert '<a href="https://luar.example/">ini</a>' in text
    assert f'src="{base}/media/renditions/' in text
    assert "srcset" not in text


def test_a_storys_name_in_feeds_survives_a_new_address(cast: Cast, client):
    story = write_in_full(cast)
    before = read(client, "/umpan.xml").entries[0]

    draft = story.get_latest_revision_as_object()
    draft.slug = "alamat-baru"
    draft.save_revision()
    publish(Article.objects.get(pk=story.pk))

    after = read(client, "/umpan.xml").entries[0]
    assert (before.id, after.id) == (uri_of(story), uri_of(story))
    assert before.link != after.link


def test_drafts_and_what_was_taken_offline_are_in_no_feed(cast: Cast, client):
    story = write_in_full(cast)
    write_draft(section=cast.daerah, headline="Rahasia")

    unpublish(story)

    assert read(client, "/umpan.xml").entries == []
    assert client.get("/topik/laut/umpan.xml").status_code == 404
    assert client.get("/topik/tidak-ada/umpan.xml").status_code == 404
    assert client.get("/orang/tidak-ada/umpan.json").status_code == 404
    assert client.get("/tidak-ada/umpan.atom").status_code == 404


def test_what_somebody_paid_for_says_so_in_its_headline(cast: Cast, client):
    write_live(section=cast.nasional, headline="Rumah idaman", kind="advertorial")

    assert read(client, "/umpan.xml").entries[0].title == "[Advertorial] Rumah idaman"


def test_feeds_of_a_renamed_section_redirect(cast: Cast, client):
    cast.nasional.slug = "negeri"
    cast.nasional.save()

    answer = client.get("/nasional/umpan.xml")

    assert (answer.status_code, answer["Location"]) == (301, "/negeri/umpan.xml")


@pytest.mark.parametrize("start", ["/", "/daerah/", "/orang/sari/", "/topik/laut/"])
def test_pages_of_lists_tell_where_their_feeds_are(start, cast: Cast, client):
    write_in_full(cast)

    page = client.get(start).content.decode()

    for kind, name in [("rss", "xml"), ("atom", "atom")]:
        assert f'type="application/{kind}+xml"' in page
        assert f'href="{start}umpan.{name}"' in page
    assert f'href="{start}umpan.json"' in page


@pytest.mark.parametrize("number", [1, 3])
def test_a_feed_costs_the_same_for_any_number_of_stories(
    number, cast: Cast, client, django_assert_num_queries
):
    for place in range(number):
        write_live(section=cast.daerah, headline=f"Ombak {place}")

    client.get("/daerah/umpan.xml")
    with django_assert_num_queries(9):
        client.get("/daerah/umpan.xml")
