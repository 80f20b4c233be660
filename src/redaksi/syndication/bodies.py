"""Writes the text of a story as plain HTML that any reader's program may show."""

from __future__ import annotations

import nh3
from django.conf import settings
from django.utils.html import conditional_escape, format_html

from redaksi.articles.illustrations import pictures_in
from redaksi.articles.models import Article
from redaksi.design.cleaning import HEADINGS, SCHEMES, TAGS
from redaksi.design.shown import shows
from redaksi.pictures.renditions import fetch_made

FURNITURE = {
    "blockquote", "caption", "figcaption", "figure", "img", "table", "tbody", "td", "th", "thead",
    "tr",
}  # fmt: skip
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt", "width", "height"}, "th": {"scope"}}


def body_as_html(article: Article) -> str:
    """Return the text with the dateline, cleaned, every address in it absolute."""
    _note(article)
    fetch_made(pictures_in(article))
    blocks = [
        str(conditional_escape(block.render({"page_language": article.language})))
        for block in article.body
    ]
    if article.dateline:
        blocks.insert(0, format_html("<p>{}</p>", article.dateline))
    return "\n".join(filter(None, (_cleaned(block) for block in blocks)))


def _note(article: Article) -> None:
    for picture in pictures_in(article):
        shows("picture", picture.pk)
        shows("caption", picture.pk)
    for block in article.body.raw_data:
        if block["type"] == "related":
            shows("headline", block["value"])
        elif block["type"] == "document":
            shows("download", block["value"]["document"])


def _cleaned(html: str) -> str:
    return nh3.clean(
        html,
        tags=TAGS | HEADINGS | FURNITURE,
        attributes=ATTRIBUTES,
        attribute_filter=_absolute,
        url_schemes=SCHEMES,
        link_rel=None,
    ).strip()


def _absolute(_tag: str, name: str, value: str) -> str | None:
    """Return an address with the paper's host; one that leads nowhere outside is dropped."""
    if name not in ("href", "src"):
        return value
    if value.startswith("/") and not value.startswith("//"):
        return f"{settings.WAGTAILADMIN_BASE_URL}{value}"
    return value if "://" in value or value.startswith(("mailto:", "tel:")) else None
