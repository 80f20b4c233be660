"""Finds the stories related to one when it is published, and tells a few of them about it.

Docs/decisions/0015. The cost does not grow with the archive: of each tag, each subject and of
the words of the headline only the newest stories are looked at. A new story is added to the
pages of the few that are nearest to it, so that it makes few pages anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from redaksi.articles.kinds import PAID
from redaksi.articles.models import Article, ArticleAuthor, ArticleTag, RelatedStory
from redaksi.articles.promising import promise
from redaksi.search.choosing import engine
from redaksi.search.engine import Phrase, Wanted
from redaksi.search.stems import stems
from redaksi.search.words import words_of

#: Stories shown as related, and those kept, from which what is taken offline is made good.
MOST_SHOWN, MOST_KEPT = 4, 6
#: Stories whose pages are told of a new one.
MOST_TOLD = 3
#: Tags and subjects looked at, the newest stories of each, and stories with words in common.
MOST_MARKS, OF_EACH, WITH_WORDS = 6, 15, 150
#: Shorter words say little of what a story is about.
SHORTEST_WORD = 4
#: What a tag, a word of the headline, a subject or a writer in common is worth; what is needed.
TAG, WORD, SUBJECT, WRITER = 3, 2, 1, 1
NEAR = 3


@dataclass(frozen=True)
class Candidate:
    """A story that may be related, and what it has in common."""

    article: Article
    score: int


def near_to(articles: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Return pairs of each story and those that were found for it, the nearest first."""
    rows = RelatedStory.objects.filter(article__in=list(articles))
    yield from rows.order_by("-score", "-other").values_list("article", "other")


def relate(article: Article, *, is_new: bool) -> None:
    """Find what is related to a live story; tell the nearest if it is new to readers."""
    if article.is_paid:
        RelatedStory.objects.filter(article=article).delete()
        return
    near = _nearest(article)
    RelatedStory.objects.filter(article=article).delete()
    RelatedStory.objects.bulk_create(
        RelatedStory(article=article, other=found.article, score=found.score)
        for found in near[:MOST_KEPT]
    )
    if is_new:
        _tell(article, near[:MOST_TOLD])


def _tell(article: Article, near: list[Candidate]) -> None:
    changed = [found.article.pk for found in near if _is_taken_in(article, found)]
    if changed:
        promise(tags=[f"beside:{key}" for key in changed])


def _is_taken_in(article: Article, found: Candidate) -> bool:
    """Whether the other story's page leads to this one now, in the place of a farther one."""
    theirs = RelatedStory.objects.filter(article=found.article).exclude(other=article)
    kept = list(theirs.order_by("-score", "-other")[:MOST_KEPT])
    if len(kept) == MOST_KEPT:
        if kept[-1].score > found.score:
            return False
        kept[-1].delete()
    RelatedStory.objects.update_or_create(
        article=found.article, other=article, defaults={"score": found.score}
    )
    return True


def _nearest(article: Article) -> list[Candidate]:
    language = article.language
    words, tags, subjects = _words(article, language), _tags(article), _subjects(article)
    keys = {*_with_marks(tags, subjects), *_with_words(words)} - {article.pk}
    live = Article.objects.filter(pk__in=keys, live=True, locale=article.locale_id)
    others = live.exclude(kind__in=PAID).only("headline", "published_at")
    score = _scores([other.pk for other in others], tags, subjects, _writers(article))
    for other in others:
        score[other.pk] += WORD * len(words & _words(other, language))
    found = [Candidate(other, score[other.pk]) for other in others if score[other.pk] >= NEAR]
    return sorted(found, key=_rank, reverse=True)


def _rank(found: Candidate) -> tuple[object, ...]:
    return found.score, found.article.published_at, found.article.pk


def _scores(keys: list[int], tags: set[int], subjects: set[int], writers: set[int]) -> Counter[int]:
    score: Counter[int] = Counter()
    tagged = ArticleTag.objects.filter(content_object__in=keys, tag__in=tags)
    about = _about().filter(article__in=keys, subject__in=subjects)
    written = ArticleAuthor.objects.filter(article__in=keys, person__in=writers)
    for rows, column, worth in (
        (tagged, "content_object", TAG),
        (about, "article", SUBJECT),
        (written, "article", WRITER),
    ):
        for key in rows.order_by().values_list(column, flat=True):
            score[key] += worth
    return score


def _with_marks(tags: set[int], subjects: set[int]) -> Iterator[int]:
    for tag in sorted(tags)[:MOST_MARKS]:
        tagged = ArticleTag.objects.filter(tag=tag).order_by("-pk")
        yield from tagged.values_list("content_object", flat=True)[:OF_EACH]
    for subject in sorted(subjects)[:MOST_MARKS]:
        about = _about().filter(subject=subject).order_by("-pk")
        yield from about.values_list("article", flat=True)[:OF_EACH]


def _with_words(words: set[str]) -> Iterator[int]:
    if len(words) < 2:
        return  # One word in common is not enough.
    wanted = Wanted(all_of=(tuple(Phrase((word,)) for word in sorted(words)),))
    found = engine().best(wanted, among=WITH_WORDS)
    yield from (hit.key for hit in found[: OF_EACH * 2])


def _about() -> QuerySet[Any]:
    rows: QuerySet[Any] = Article.subjects.through._default_manager.all()
    return rows


def _words(article: Article, language: str) -> set[str]:
    words = [word for word in words_of(article.headline) if word.isalpha()]
    return {word for word in stems(words, language) if len(word) >= SHORTEST_WORD}


def _tags(article: Article) -> set[int]:
    return {tagged.tag_id for tagged in article.tagged_items.all()}


def _subjects(article: Article) -> set[int]:
    return {subject.pk for subject in article.subjects.all()}


def _writers(article: Article) -> set[int]:
    return {author.person_id for author in article.article_authors.all()}
