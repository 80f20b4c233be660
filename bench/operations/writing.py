"""Writes: publish, save, autosave, each on a story of its own."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from django.urls import reverse

from bench.operations.forms import whole_form
from bench.operations.people import browser_of
from redaksi.articles.models import Article, ArticleAuthor
from redaksi.articles.publishing import publish
from redaksi.newsroom.models import User
from redaksi.pictures.models import Picture

JSON = {"HTTP_ACCEPT": "application/json", "HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}


def publish_in_editor() -> Callable[[], Any]:
    """Budi publishes a draft with the button of the editor."""
    article = _new_draft()
    form = {**_draft_form(article), "action-publish": "1"}
    return lambda: _posted(article, form)


def publish_by_service() -> Callable[[], Any]:
    """The service publishes a draft, as the scheduler and the bulk action do."""
    article, budi = _new_draft(), User.objects.get(username="budi")
    return lambda: publish(article, by=budi)


def publish_again() -> Callable[[], Any]:
    """Budi publishes a change of a live story."""
    article = next(_live())
    form = whole_form(article, headline=f"{article.headline[:200]} (lagi)")
    return lambda: _posted(article, {**form, "action-publish": "1"})


def save_draft() -> Callable[[], Any]:
    """Budi saves a change of a live story without publishing it."""
    article = next(_live())
    form = whole_form(article, standfirst="Ringkasan lain.")
    return lambda: _posted(article, form)


def autosave() -> Callable[[], Any]:
    """The editor saves by itself into the version it saved before."""
    article = _new_draft()
    form = _draft_form(article, standfirst="Ringkasan yang tumbuh.")
    form["overwrite_revision_id"] = article.latest_revision_id
    url = _editor(article)
    return lambda: browser_of("budi").post(url, form, **JSON)


def save_picture() -> Callable[[], Any]:
    """Dewi changes the caption of a picture."""
    picture = next(_pictures())
    form = {
        "title": picture.title,
        "caption": "Suasana lain",
        "alt_text": picture.alt_text,
        "credit_line": picture.credit_line,
        "collection": picture.collection_id,
        "tags": "",
    }
    url = reverse("wagtailimages:edit", args=[picture.pk])
    return lambda: browser_of("dewi").post(url, form)


OPERATIONS = {
    "publish (editor)": publish_in_editor,
    "publish (service)": publish_by_service,
    "publish again (editor)": publish_again,
    "save draft": save_draft,
    "autosave": autosave,
    "save picture": save_picture,
}


def _editor(article: Article) -> str:
    return reverse("wagtailsnippets_articles_article:edit", args=[article.pk])


def _posted(article: Article, form: dict[str, Any]) -> Any:
    answer = browser_of("budi").post(_editor(article), form)
    if answer.status_code != 302:
        raise SystemExit(f"not saved: {answer.context['form'].errors}")
    return answer


def _draft_form(article: Article, **changes: Any) -> dict[str, Any]:
    return whole_form(article.get_latest_revision_as_object(), **changes)


def _new_draft() -> Article:
    """Write, untimed, a draft like one of the archive's stories."""
    article = next(_live()).get_latest_revision_as_object()
    budi = User.objects.get(username="budi")
    draft = Article(owner=budi, slug="", translation_key=uuid.uuid4())
    for name in ("section", "headline", "standfirst", "dateline", "body", "lead_picture", "source"):
        setattr(draft, name, getattr(article, name))
    draft.locale = article.locale
    draft.save()
    draft.article_authors.set(
        [ArticleAuthor(person=author.person) for author in article.article_authors.all()]
    )
    draft.tags.set(article.tags.all())
    draft.subjects.set(article.subjects.all())
    draft.save()
    draft.save_revision(user=budi)
    return draft


@cache
def _live() -> Iterator[Article]:
    articles = Article.objects.filter(
        section__slug="nasional",
        live=True,
        has_unpublished_changes=False,
    )
    # The newest ones are under review.
    return iter(list(articles.order_by("-pk")[100:400]))


@cache
def _pictures() -> Iterator[Picture]:
    return iter(list(Picture.objects.order_by("-pk")[:100]))
