"""Puts on the record what some people of the example say, as its editors would have done."""

from __future__ import annotations

from collections.abc import Iterable

from redaksi.articles.models import Article
from redaksi.newsroom.models import User
from redaksi.statements.deciding import SimilarNames, confirm
from redaksi.statements.models import Statement
from redaksi.statements.reading import read


def put_on_record(article: Article, names: Iterable[str], *, by: User) -> None:
    """Confirm what the engine is sure these people say; the rest waits for whoever opens it."""
    read(article.pk)
    said = Statement.objects.filter(article=article, is_confident=True, speaker_name__in=names)
    for statement in said:
        try:
            confirm(statement, by=by)
        except SimilarNames:
            # Everybody in the example has a name of their own, however alike two of them are.
            confirm(statement, by=by, is_new=True)
