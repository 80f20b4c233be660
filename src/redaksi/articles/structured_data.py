"""The article for machines: schema.org NewsArticle as JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from redaksi.articles.kinds import Kind
from redaksi.articles.models import Article
from redaksi.pictures.models import Picture
from redaksi.pictures.renditions import made

TYPES = {
    Kind.ANALYSIS: "AnalysisNewsArticle",
    Kind.OPINION: "OpinionNewsArticle",
    Kind.EDITORIAL: "OpinionNewsArticle",
    Kind.ADVERTORIAL: "AdvertiserContentArticle",
}
#: Inside a script element these could end it or start a comment; JSON reads the escapes alike.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
SHARE_SIZES = ("fill-1200x1200", "fill-1200x900", "fill-1200x675")


def news_article(article: Article) -> SafeString:
    """Return the article's JSON-LD, safe to stand inside a ``script`` element."""
    return json_ld(_described(article))


def json_ld(facts: dict[str, Any]) -> SafeString:
    """Return facts as JSON-LD, safe to stand inside a ``script`` element."""
    text = json.dumps(facts, ensure_ascii=False)
    return mark_safe(text.translate(ESCAPES))  # noqa: S308 - escaped in the line above


def _described(article: Article) -> dict[str, Any]:
    facts = {
        "@context": "https://schema.org",
        "@type": TYPES.get(Kind(article.kind), "NewsArticle"),
        "mainEntityOfPage": article.canonical_url,
        "url": article.canonical_url,
        "headline": article.headline,
        "description": article.summary,
        "inLanguage": article.language,
        "articleSection": article.section.name,
        "datePublished": _moment(article),
        "dateModified": _modified(article),
        "dateline": article.dateline,
        "creditText": article.shown_credit_line,
        "keywords": [tag.name for tag in article.shown_tags],
        "wordCount": article.word_count,
        "isAccessibleForFree": True,
        "author": _authors(article),
        "publisher": _publisher(),
        "image": _images(article.lead_picture) if article.lead_picture else [],
    }
    return {name: fact for name, fact in facts.items() if fact not in ("", [], None)}


def _moment(article: Article) -> str | None:
    if article.published_at is None:
        return None
    local = timezone.localtime(article.published_at)
    return local.isoformat(timespec="seconds") if article.has_time else local.date().isoformat()


def _modified(article: Article) -> str | None:
    if article.updated_at is None:
        return _moment(article)
    return timezone.localtime(article.updated_at).isoformat(timespec="seconds")


def _authors(article: Article) -> list[dict[str, str]]:
    base = settings.WAGTAILADMIN_BASE_URL
    ours = [
        {"@type": "Person", "name": person.name, "url": f"{base}{person.url}"}
        for person in article.byline_people
    ]
    guests = article.byline_names[len(ours) :]
    named = ours + [{"@type": "Person", "name": name} for name in guests]
    return named or [_organisation(article)]


def _organisation(article: Article) -> dict[str, str]:
    if article.source is None:
        return {"@type": "Organization", "name": settings.WAGTAIL_SITE_NAME}
    return {"@type": "Organization", "name": article.source.name}


def _publisher() -> dict[str, Any]:
    base = settings.WAGTAILADMIN_BASE_URL
    return {
        "@type": "NewsMediaOrganization",
        "name": settings.WAGTAIL_SITE_NAME,
        "url": base,
        "logo": {"@type": "ImageObject", "url": f"{base}{static('design/mark.svg')}"},
    }


def _images(picture: Picture) -> list[str]:
    base = settings.WAGTAILADMIN_BASE_URL
    return [f"{base}{made(picture, f'{size}|format-jpeg').url}" for size in SHARE_SIZES]
