"""Tells everything that follows from a saved article, in the transaction that saves it."""

from __future__ import annotations

from redaksi.articles.finding.indexing import index
from redaksi.articles.listing import list_again
from redaksi.articles.models import Article
from redaksi.articles.promising import promise_change
from redaksi.articles.recording import record_change
from redaksi.articles.relating import relate
from redaksi.articles.seen import Seen


def tell_readers(article: Article, before: Seen) -> None:
    """Record, list, promise, relate and index what is different from before."""
    after = Seen.of(article)
    record_change(article, before, after)
    list_again(article, before, after)
    promise_change(article, before, after)
    if after.is_live:
        relate(article, is_new=not before.is_live)
    index([article.pk])
