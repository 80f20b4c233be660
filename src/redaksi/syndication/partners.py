"""Gives the desk a story in the formats that partners take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import override
from django.views.generic import View

from redaksi.articles.desk.about import OnOneArticle
from redaksi.articles.models import Article
from redaksi.articles.queries import is_shown_to_readers
from redaksi.formats.news_item import NewsItem
from redaksi.formats.newsml_g2.writer import write_newsml_g2
from redaksi.formats.ninjs.writer import write_ninjs_2_1, write_ninjs_3_0
from redaksi.syndication.items import news_item


@dataclass(frozen=True)
class PartnerFormat:
    """A format: how people call it, the ending of its files, its media type, its writer."""

    label: str
    ending: str
    media_type: str
    write: Callable[[NewsItem], bytes]


PARTNER_FORMATS = {
    "ninjs-3.0": PartnerFormat("ninjs 3.0", "json", "application/json", write_ninjs_3_0),
    "ninjs-2.1": PartnerFormat("ninjs 2.1", "json", "application/json", write_ninjs_2_1),
    "newsml-g2": PartnerFormat(
        "NewsML-G2 2.35", "xml", "application/vnd.iptc.g2.newsitem+xml", write_newsml_g2
    ),
}


def item_for_partners(article: Article) -> NewsItem | None:
    """Return what partners get: a published story, a notice of a withdrawn one, or nothing."""
    with override(article.language):
        if is_shown_to_readers(article):
            return replace(news_item(article, full=True), version=article.live_revision_id or 1)
        if article.withdrawn_at is None or article.published_on is None:
            return None
        item = news_item(article, full=False)
    return replace(
        item,
        pub_status="canceled",
        updated_at=article.withdrawn_at,
        version=(article.live_revision_id or article.latest_revision_id or 0) + 1,
        summary="",
        picture=None,
    )


class ExportView(OnOneArticle, View):
    """One story as a file for a partner."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Give the file; 404 for a story that was never published or an unknown format."""
        chosen = PARTNER_FORMATS.get(kwargs["name"])
        item = item_for_partners(self.article)
        if chosen is None or item is None:
            raise Http404
        name = f"{self.article.slug}.{kwargs['name']}.{chosen.ending}"
        return HttpResponse(
            chosen.write(item),
            content_type=f"{chosen.media_type}; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )
