"""A writer may leave any block unfinished: the draft is kept and its preview opens."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import rich_text, streamfield

from redaksi.articles.models import Article
from tests.cast import Cast
from tests.editor import form_of
from tests.factories import TEXT, write_draft, write_live

pytestmark = pytest.mark.django_db

UNFINISHED: dict[str, Any] = {
    "heading": "",
    "pull_quote": {"quote": "", "attribution": ""},
    "picture": {"picture": "", "caption": ""},
    "gallery": {"title": "", "pictures-count": "0"},
    "embed": {"url": "", "title": ""},
    "fact_box": {"title": "", "text": rich_text("")},
    "related": "",
    "document": {"document": "", "title": ""},
}


def address(name: str, article: Article) -> str:
    return reverse(f"wagtailsnippets_articles_article:{name}", args=[article.pk])


def body_with(kind: str) -> dict[str, Any]:
    return streamfield([("paragraph", rich_text("<p>Satu.</p>")), (kind, UNFINISHED[kind])])


def kinds_kept(article: Article) -> list[str]:
    """The kinds of the blocks in the newest version."""
    article.refresh_from_db()
    return [block.block_type for block in article.get_latest_revision_as_object().body]


@pytest.mark.parametrize("kind", UNFINISHED)
def test_the_draft_is_kept(kind: str, cast: Cast, client):
    article = write_draft(section=cast.nasional, owner=cast.budi)
    client.force_login(cast.budi)

    answer = client.post(address("edit", article), form_of(article, body=body_with(kind)))

    assert answer.status_code == 302
    assert kinds_kept(article) == ["paragraph", kind]


@pytest.mark.parametrize("kind", UNFINISHED)
def test_the_preview_opens(kind: str, cast: Cast, client):
    article = write_draft(section=cast.nasional, owner=cast.budi)
    client.force_login(cast.budi)
    preview = address("preview_on_edit", article)

    client.post(preview, form_of(article, body=body_with(kind)))
    page = client.get(preview)

    assert page.status_code == 200
    assert "<p>Satu.</p>" in page.content.decode()


@pytest.mark.parametrize(
    "url", ["https://[bad", "javascript:alert(1)", "https://youtube.com.x.id/"]
)
def test_no_other_provider_is_let_in(url: str, cast: Cast, client):
    article = write_draft(section=cast.nasional, owner=cast.budi)
    client.force_login(cast.budi)
    body = streamfield([("embed", {"url": url, "title": "Rekaman"})])

    answer = client.post(address("edit", article), form_of(article, body=body))

    assert answer.status_code == 200
    assert kinds_kept(article) == ["paragraph"]


def test_a_picture_that_is_gone_leaves_the_page_standing(cast: Cast, client, picture):
    shown = {"picture": picture, "caption": ""}
    gallery = {"title": "Pelabuhan", "pictures": [shown, shown]}
    article = write_live(
        section=cast.nasional,
        lead_picture=picture,
        body=[("paragraph", TEXT), ("picture", shown), ("gallery", gallery)],
    )

    picture.delete()
    page = client.get(article.path)

    assert page.status_code == 200
    assert "<figure" not in page.content.decode()
    assert "Pelabuhan" in page.content.decode()


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("related", "abc"),
        ("picture", {"picture": "abc", "caption": ""}),
        ("document", {"document": "9" * 30, "title": ""}),
    ],
)
def test_nonsense_chosen_is_nothing_chosen(kind: str, value: Any, cast: Cast, client):
    article = write_draft(section=cast.nasional, owner=cast.budi)
    client.force_login(cast.budi)

    answer = client.post(
        address("edit", article), form_of(article, body=streamfield([(kind, value)]))
    )

    assert answer.status_code == 302
    assert kinds_kept(article) == [kind]
