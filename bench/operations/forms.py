"""Fills in the editor's form with the whole of a generated story, as a browser sends it."""

from __future__ import annotations

from typing import Any

from wagtail.test.utils.form_data import inline_formset, rich_text, streamfield

from redaksi.articles.models import Article
from tests.editor import form_of


def whole_form(article: Article, **changes: Any) -> dict[str, Any]:
    """Return the form with every block, author, tag and subject of the story."""
    authors = list(article.article_authors.all())
    return form_of(
        article,
        **{
            "body": streamfield([_block(block) for block in article.body.get_prep_value()]),
            "tags": ", ".join(f'"{tag.name}"' for tag in article.tags.all()),
            "subjects": [str(subject.pk) for subject in article.subjects.all()],
            "article_authors": inline_formset(
                [{"id": author.pk or "", "person": author.person_id} for author in authors],
                initial=sum(author.pk is not None for author in authors),
            ),
            **changes,
        },
    )


def _block(block: dict[str, Any]) -> tuple[str, Any]:
    kind, value = block["type"], block["value"]
    if kind == "paragraph":
        return kind, rich_text(value)
    if kind == "fact_box":
        return kind, {"title": value["title"], "text": rich_text(value["text"])}
    return kind, value
