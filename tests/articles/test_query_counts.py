"""Every page costs the same number of queries, whatever stands on it."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.documents.models import Document

from redaksi.articles.models import Article, ArticleAuthor
from redaksi.articles.noting import write_note
from redaksi.newsroom.models import Person
from redaksi.pictures.models import Picture, Rendition
from redaksi.pictures.rendering import make_renditions
from tests.cast import Cast
from tests.factories import TEXT, add_test_picture, write_draft, write_live

pytestmark = pytest.mark.django_db

LIST = reverse("wagtailsnippets_articles_article:list")
CHOOSER = reverse("wagtailsnippetchoosers_articles_article:choose")
HOME = reverse("wagtailadmin_home")
SHARE_SIZES = ("fill-1200x1200", "fill-1200x900", "fill-1200x675")


def open_cold(client: Client, path: str) -> None:
    """Open a page once, then forget what was cached, so that no cache hides a query."""
    client.get(path)
    cache.clear()


def drawn(title: str) -> Picture:
    """A picture with the renditions that a worker has made; all but the first share their files."""
    first = Rendition.objects.select_related("image").order_by("pk").first()
    if first is not None:
        return _alike(first.image, title)
    picture = add_test_picture(title)
    make_renditions(picture)
    for size in SHARE_SIZES:
        picture.get_rendition(f"{size}|format-jpeg")
    return picture


def _alike(other: Picture, title: str) -> Picture:
    picture = add_test_picture(title)
    renditions = list(other.renditions.all())
    for rendition in renditions:
        rendition.pk, rendition.image = None, picture
    Rendition.objects.bulk_create(renditions)
    return picture


def people(number: int) -> list[ArticleAuthor]:
    """Bylines of people with portraits."""
    return [
        ArticleAuthor(
            person=Person.objects.create(
                name=f"P {n}", slug=f"p-{n}", portrait=drawn(f"Potret {n}")
            )
        )
        for n in range(number)
    ]


def write_many(section: Any, number: int) -> None:
    """Live stories of Ani's, each with a lead picture of its own, two authors and two tags."""
    pictures = [drawn(f"Utama {place}") for place in range(3)]
    persons = [byline.person for byline in people(2)]
    ani = Cast.called().ani
    for place in range(number):
        lead = pictures[place] if place < 3 else None
        story = write_draft(section=section, owner=ani, headline=f"B {place}", lead_picture=lead)
        story.article_authors = [ArticleAuthor(person=person) for person in persons]
        story.tags.add("laut", "kapal")
        story.save()
        story.save_revision(user=ani).publish()


def rich_body(pictures: int, others: list[Article]) -> list[tuple[str, Any]]:
    """A body with pictures, galleries, documents and links to other stories."""
    body: list[tuple[str, Any]] = [("paragraph", TEXT)]
    for place in range(pictures):
        shown = {"picture": drawn(f"Isi {place}"), "caption": ""}
        document = Document.objects.create(title=f"D {place}", file="d.pdf", file_size=1)
        body += [
            ("picture", shown),
            ("gallery", {"title": "Galeri", "pictures": [shown, shown]}),
            ("document", {"document": document, "title": ""}),
        ]
    return body + [("related", other) for other in others]


@pytest.mark.parametrize("number", [1, 3])
def test_an_article(number, cast: Cast, client, django_assert_num_queries):
    others = [write_live(section=cast.ekonomi, headline=f"Lain {n}") for n in range(number)]
    write_live(section=cast.daerah, headline="Sebelumnya")
    body = rich_body(number, others)
    story = write_live(section=cast.daerah, lead_picture=drawn("Utama"), body=body)
    write_live(section=cast.daerah, headline="Sesudahnya")
    story.article_authors = people(number)
    story.tags.add(*[f"topik {n}" for n in range(number)])
    story.save()
    open_cold(client, story.path)

    with django_assert_num_queries(19):
        page = client.get(story.path)

    assert page.content.count(b'class="related"') == number


@pytest.mark.parametrize("number", [1, 3, 40])
def test_the_pages_of_stories(number, cast: Cast, client, django_assert_num_queries):
    write_many(cast.daerah, number)

    for path, queries in [("/", 17), ("/nasional/", 15), ("/daerah/", 14), ("/orang/p-0/", 12)]:
        open_cold(client, path)
        with django_assert_num_queries(queries):
            page = client.get(path)
        assert page.content.count(b'class="teaser ') == min(number, 40)


@pytest.mark.parametrize("number", [1, 3, 21])
def test_the_newsrooms_list(number, cast: Cast, client, django_assert_num_queries):
    write_many(cast.daerah, number)

    for user, queries in [(cast.dewi, 19), (cast.budi, 20), (cast.ani, 20)]:
        client.force_login(user)
        open_cold(client, LIST)
        with django_assert_num_queries(queries):
            page = client.get(LIST)
        assert len(page.context["object_list"]) == min(number, 20)


@pytest.mark.parametrize("number", [1, 3])
def test_the_chooser(number, cast: Cast, client, django_assert_num_queries):
    write_many(cast.daerah, number)
    client.force_login(cast.budi)
    open_cold(client, CHOOSER)

    with django_assert_num_queries(12):
        client.get(CHOOSER)


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("who", "queries"), [("budi", 23), ("ani", 20)])
def test_the_desks_home(number, who, queries, cast: Cast, client, django_assert_num_queries):
    later = timezone.now() + datetime.timedelta(days=1)
    for place in range(number):
        waiting = write_draft(section=cast.daerah, owner=cast.ani, headline=f"Tunggu {place}")
        waiting.get_workflow().start(waiting, cast.ani)
        returned = write_draft(section=cast.daerah, owner=cast.ani, headline=f"Kembali {place}")
        returned.get_workflow().start(returned, cast.ani)
        task = returned.current_workflow_task
        task.on_action(returned.current_workflow_task_state, cast.budi, "reject", comment="Kurang.")
        write_draft(section=cast.daerah, headline=f"Jadwal {place}", go_live_at=later).publish(
            Article.objects.get(headline=f"Jadwal {place}").get_latest_revision()
        )
        write_note(returned, text="@ani @budi tolong cek.", by=cast.dewi)
        write_live(section=cast.daerah, headline=f"V {place}", awaiting_verification=True)
    client.force_login(getattr(cast, who))
    open_cold(client, HOME)

    with django_assert_num_queries(queries):
        page = client.get(HOME)

    assert page.status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_the_editor(number, cast: Cast, client, django_assert_num_queries):
    others = [write_live(section=cast.ekonomi, headline=f"Lain {n}") for n in range(number)]
    story = write_live(section=cast.daerah, body=rich_body(number, others))
    story.article_authors = people(number)
    story.tags.add(*[f"topik {n}" for n in range(number)])
    story.save_revision()
    client.force_login(cast.budi)
    url = reverse("wagtailsnippets_articles_article:edit", args=[story.pk])
    open_cold(client, url)

    # Wagtail's chooser fetches each author of the form by itself.
    with django_assert_num_queries(59 + number):
        client.get(url)
