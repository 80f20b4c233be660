"""What a story's page weighs is shown to the editor, and too much of it is said when publishing."""

from __future__ import annotations

import dataclasses

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from redaksi.articles.models import Article
from redaksi.articles.weighing import Weight, weigh
from redaksi.pagestore.coding import coded
from redaksi.pictures.rendering import make_renditions
from tests.cast import Cast
from tests.editor import form_of
from tests.factories import write_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(cast: Cast, picture) -> Article:
    """A draft with a lead picture, which is in the text once more."""
    make_renditions(picture)
    body = [("paragraph", "<p>Harga beras naik.</p>"), ("picture", {"picture": picture})]
    return write_draft(section=cast.nasional, owner=cast.ani, lead_picture=picture, body=body)


@pytest.fixture
def budget(settings):
    """Set the newspaper's budget, in kilobytes."""

    def set_to(kilobytes: int) -> None:
        settings.CONFIG = dataclasses.replace(settings.CONFIG, page_budget_kb=kilobytes)

    return set_to


def shown(client: Client, story: Article) -> str:
    return client.get(reverse("article_weight", args=[story.pk])).content.decode()


def publish(client: Client, story: Article) -> list[str]:
    url = reverse("wagtailsnippets_articles_article:edit", args=[story.pk])
    answer = client.post(url, {**form_of(story), "action-publish": "1"})
    return [str(message) for message in get_messages(answer.wsgi_request)]


def test_all_that_a_phone_fetches_is_weighed(tmp_path, settings) -> None:
    settings.MEDIA_ROOT = str(tmp_path)
    for width in (400, 800, 1200):
        (tmp_path / f"{width}.avif").write_bytes(b"a" * width)
    offered = ", ".join(f"/media/{width}.avif {width}w" for width in (1200, 400, 800))
    html = f"""
        <link rel="stylesheet" href="/statis/design/paper.css">
        <link rel="icon" href="/statis/design/favicon.png">
        <script src="/statis/design/paper.js"></script>
        <script type="application/ld+json">{{}}</script>
        <picture><source srcset="{offered}"><img src="/media/400.avif"></picture>
        <img src="/media/400.avif">
    """.encode()

    found = weigh(html)

    assert found.page == len(coded(html)[".br"])
    assert 5_000 < found.files < 12_000
    assert (found.pictures, found.pictures_shown) == (800 + 400, 2)


@pytest.mark.parametrize(
    "html",
    [
        '<img src="/statis/tidak-ada.png">',
        '<img src="https://lain.example/media/a.png">',
        '<img src="/media/../../etc/passwd">',
        "<img>",
        '<img src="/media/400.avif" srcset="/media/400.avif 2x, /media/x.avif">',
        "<picture></picture>",
        '<script src="//cdn.example/x.js"></script>',
        '<link rel="stylesheet" href="http://[x">',
        "<p>",
    ],
)
def test_what_is_no_file_of_ours_weighs_nothing(html: str) -> None:
    found = weigh(html.encode())

    assert (found.files, found.pictures) == (0, 0)


def test_a_page_above_its_budget_is_above_it_and_no_budget_is_none() -> None:
    weight = Weight(page=900, files=50, pictures=51, pictures_shown=1)

    assert (weight.is_above(1), weight.is_above(2), weight.is_above(0)) == (True, False, False)


def test_the_editor_sees_the_weight_of_the_newest_version(
    cast: Cast, client: Client, story: Article
) -> None:
    client.force_login(cast.budi)

    with_picture = shown(client, story)
    story.lead_picture, story.body = None, [("paragraph", "<p>Harga beras naik.</p>")]
    story.save_revision(user=cast.ani)
    without = shown(client, story)

    assert "Gambar (1)" in with_picture
    assert "Gambar (0)" in without
    assert "500 kB" in without


def test_somebody_without_a_desk_sees_no_weight(cast: Cast, client: Client, story: Article) -> None:
    client.force_login(cast.eko)

    assert client.get(reverse("article_weight", args=[story.pk])).status_code in (302, 403)


def test_publishing_a_page_that_is_too_heavy_warns(
    cast: Cast, client: Client, story: Article, budget
) -> None:
    budget(2)
    client.force_login(cast.budi)

    said = publish(client, story)

    assert Article.objects.get(pk=story.pk).live
    assert [sentence for sentence in said if "2,0 kB" in sentence]


def test_publishing_a_light_page_says_nothing_about_its_weight(
    cast: Cast, client: Client, story: Article, budget
) -> None:
    client.force_login(cast.budi)
    budget(400)

    assert not [sentence for sentence in publish(client, story) if "kB" in sentence]


def test_a_saved_draft_is_not_said_to_be_published(
    cast: Cast, client: Client, story: Article, budget
) -> None:
    budget(2)
    client.force_login(cast.budi)
    url = reverse("wagtailsnippets_articles_article:edit", args=[story.pk])

    answer = client.post(url, form_of(story))

    assert not ["kB" for message in get_messages(answer.wsgi_request) if "kB" in str(message)]
