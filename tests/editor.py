"""Fills in the article editor's form as a browser would send it back."""

from __future__ import annotations

from typing import Any

from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from redaksi.articles.models import Article


def form_of(article: Article, **changes: Any) -> dict[str, Any]:
    """Return what the browser posts for the article as it is, with some fields changed."""
    empty = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "99"}
    fields = {
        "section": article.section_id,
        "kind": article.kind,
        "language": article.language,
        "kicker": article.kicker,
        "headline": article.headline,
        "front_headline": article.front_headline,
        "standfirst": article.standfirst,
        "dateline": article.dateline,
        "guest_byline": article.guest_byline,
        "initials_line": article.initials_line,
        "source": article.source_id or "",
        "credit_line": article.credit_line,
        "lead_picture": article.lead_picture_id or "",
        "slug": article.slug,
        "story_date": article.story_date or "",
        "tags": "",
        "slugline": article.slugline,
        "urgency": article.urgency,
        "ed_note": article.ed_note,
        "go_live_at": "",
        "expire_at": "",
        "article_authors": empty,
        "body": streamfield([("paragraph", rich_text(str(block.value))) for block in article.body]),
        **changes,
    }
    data: dict[str, Any] = nested_form_data(fields)
    return data
