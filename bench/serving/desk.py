"""The newsroom of one paper: ``python -m bench.serving.desk``, asked by ``bench.serving.desks``."""

from __future__ import annotations

import json
import sys
import time
import uuid
from collections.abc import Callable
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402
from django.utils.html import escape  # noqa: E402
from wagtail.models import Locale  # noqa: E402

from bench.serving.shares import shares  # noqa: E402
from redaksi.articles.addresses import article_address  # noqa: E402
from redaksi.articles.finding.rebuilding import rebuild  # noqa: E402
from redaksi.articles.models import Article, ArticleAuthor, OutboxEntry  # noqa: E402
from redaksi.articles.parts import PART  # noqa: E402
from redaksi.articles.publishing import publish  # noqa: E402
from redaksi.newsroom.models import Section, User  # noqa: E402
from redaksi.pagestore.store import PageStore  # noqa: E402
from redaksi.press import pressing, starting  # noqa: E402
from redaksi.press.addresses import every_address  # noqa: E402
from redaksi.press.bulk import press_with_all_cores  # noqa: E402
from redaksi.press.errors import press_errors  # noqa: E402
from redaksi.press.frame import keep_frame  # noqa: E402
from redaksi.press.statics import bring_static_files  # noqa: E402
from redaksi.statements.models import Reading  # noqa: E402
from redaksi.syndication.addresses import part_address  # noqa: E402
from tests.extraction.fuzzing import TEXTS  # noqa: E402
from tests.extraction.scoring import read_texts  # noqa: E402

READY = "ready for publishing"
#: A paper without its whole archive pressed still has its fronts and its newest stories.
NEWEST = 1000
#: The newest stories that drafts are copied from.
MODELS = 100
#: Seconds.
PATIENCE = 60


def addresses(limit: int) -> list[str]:
    """Return the addresses of live articles, the newest first."""
    rows = Article.objects.filter(live=True).order_by("-published_at", "-pk")
    columns = rows.values_list("section__slug", "published_on", "slug")[:limit]
    return [article_address(*row) for row in columns]


def get_ready(whole: bool) -> dict[str, Any]:
    """Make the index, settle the lists, press fronts and newest stories, or all, if not done."""
    store, mark = pressing.open_store(), settings.INSTANCE.directory / READY
    if mark.exists():
        return {"pages": store.index.count()}
    # Whoever publishes looks for related stories in it.
    for _progress in rebuild():
        pass
    _settle(store)
    fronts = [page for page in every_address() if page.count("/") < 4]
    store.index.want(addresses=list(every_address()) if whole else fronts + addresses(NEWEST))
    for _done in press_with_all_cores():
        pass
    mark.touch()
    return {"pages": store.index.count()}


def _settle(store: PageStore) -> None:
    """Do what the start of the program would do, so that it does not do it while we measure."""
    bring_static_files(store)
    starting.settle_every_list()
    # That promises every page; who settles says which are made.
    OutboxEntry.objects.all().delete()
    press_errors(store)
    keep_frame(store)


def press_from_scratch() -> dict[str, float]:
    """Make the pages of articles, then all others; return how many and the seconds of each."""
    store = pressing.open_store()
    _settle(store)
    articles = addresses(Article.objects.count())
    others = sorted({*every_address()} - {*articles})
    spent: dict[str, float] = {}
    for name, wanted in {"articles": articles, "others": others}.items():
        store.index.want(addresses=wanted)
        begun = time.monotonic()
        spent[name] = sum(len(piece.made) for piece in press_with_all_cores())
        spent[f"{name} took"] = time.monotonic() - begun
    return spent


def sign_in() -> str:
    """Return the cookie of Dewi, the chief, who has signed in."""
    client = Client(SERVER_NAME="127.0.0.1")
    dewi = User.objects.get(username="dewi")
    client.force_login(dewi, backend="django.contrib.auth.backends.ModelBackend")
    return f"sessionid={client.cookies['sessionid'].value}"


def draft(number: int) -> dict[str, Any]:
    """Write a draft like a story of the archive; return its key and what will show it."""
    live = Article.objects.filter(section__slug="nasional", live=True).order_by("-pk")
    models = list(live[:MODELS])
    model = models[number % len(models)].get_latest_revision_as_object()
    word, dewi = uuid.uuid4().hex[:12], User.objects.get(username="dewi")
    story = Article(owner=dewi, slug=f"ukur-{word}", translation_key=uuid.uuid4())
    for name in ("section", "standfirst", "dateline", "body", "lead_picture", "source", "locale"):
        setattr(story, name, getattr(model, name))
    story.headline = f"Ukur {word} {model.headline}"[:150]
    story.save()
    authors = [ArticleAuthor(person=author.person) for author in model.article_authors.all()]
    story.article_authors.set(authors)
    story.tags.set(model.tags.all())
    story.save()
    story.save_revision(user=dewi)
    address = article_address(story.section.slug, timezone.localdate(), story.slug)
    return {
        "pk": story.pk,
        "address": address,
        "front": story.section.url,
        "sitemap": part_address(story.pk // PART),
        "word": word,
    }


def save_until_read(number: int) -> dict[str, float]:
    """Save a draft that quotes people; return the seconds until it is read, and how many it has.

    Raises TimeoutError when nothing reads it.
    """
    texts = read_texts(TEXTS / "id.jsonl")
    headline, *paragraphs = filter(None, texts[number % len(texts)]["text"].split("\n"))
    dewi, section = User.objects.get(username="dewi"), Section.objects.get(slug="nasional")
    body = [("paragraph", f"<p>{escape(paragraph)}</p>") for paragraph in paragraphs]
    story = Article(owner=dewi, section=section, slug=f"kutip-{uuid.uuid4().hex[:12]}", body=body)
    story.headline, story.translation_key = headline[:150], uuid.uuid4()
    story.locale = Locale.objects.get(language_code="id")
    story.save()
    begun = time.monotonic()
    story.save_revision(user=dewi)
    while Reading.objects.filter(article=story.pk, read_at__isnull=False).first() is None:
        if time.monotonic() > begun + PATIENCE:
            raise TimeoutError(f"nothing read the draft in {PATIENCE} s")
        time.sleep(0.01)
    return {"seconds": time.monotonic() - begun, "statements": story.statements.count()}


def publish_draft(pk: int) -> dict[str, float]:
    """Publish; return the moments of its beginning and end on the machine's monotonic clock."""
    story, dewi = Article.objects.get(pk=pk), User.objects.get(username="dewi")
    begun = time.monotonic()
    publish(story, by=dewi)
    return {"begun": begun, "ended": time.monotonic()}


def publish_again(address: str) -> dict[str, Any]:
    """Change the headline of a live story and publish; return as ``publish_draft``, and a word."""
    slug = address.rstrip("/").rpartition("/")[2]
    story = Article.objects.get(slug=slug).get_latest_revision_as_object()
    word, dewi = uuid.uuid4().hex[:12], User.objects.get(username="dewi")
    story.headline = f"Ukur {word}"
    story.save_revision(user=dewi)
    return {"word": word, **publish_draft(story.pk)}


def waiting() -> int:
    """Return how many promises and pages are not yet done."""
    wishes = pressing.wishes_in_hand(pressing.open_store(), 1000)
    return OutboxEntry.objects.count() + len(wishes)


DOES: dict[str, Callable[..., Any]] = {
    "addresses": addresses,
    "get ready": get_ready,
    "press from scratch": press_from_scratch,
    "sign in": sign_in,
    "draft": draft,
    "save until read": save_until_read,
    "publish": publish_draft,
    "publish again": publish_again,
    "waiting": waiting,
    "shares": shares,
}

if __name__ == "__main__":
    for line in sys.stdin:
        asked = json.loads(line)
        print(json.dumps({"answer": DOES[asked.pop("what")](**asked)}), flush=True)
