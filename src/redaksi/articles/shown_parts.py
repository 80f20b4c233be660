"""Notes what the page of an article shows besides its own words."""

from __future__ import annotations

from redaksi.articles.illustrations import pictures_in
from redaksi.articles.models import Article
from redaksi.articles.surroundings import Surroundings
from redaksi.design.shown import shows


def note_parts(article: Article, around: Surroundings) -> None:
    """Note the article, its authors, agency, tags, neighbours, related stories, translations."""
    shows("article", article.pk)
    shows("beside", article.pk)
    for other in (around.previous, around.next, *around.translations):
        if other is not None:
            shows("headline", other.pk)
    for key in around.near:
        shows("teaser", key)
    shows("translations", article.translation_key)
    for person in article.byline_people:
        shows("person", person.pk)
    for tag in article.shown_tags:
        shows("tag", tag.pk)
    if article.source_id is not None:
        shows("agency", article.source_id)
    for picture in pictures_in(article):
        shows("caption", picture.pk)
    for block in article.body.raw_data:
        if block["type"] == "related":
            shows("headline", block["value"])
