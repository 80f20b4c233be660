"""Finds the stories related to one when it is published, and tells a few of them about it.

Docs/decisions/0015. The cost does not grow with the archive: of each tag, each subject and of
the words of the headline only the newest stories are looked at. A new story is added to the
pages of the few that are nearest to it, so that it makes few pages anew.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
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
#: Tags and subjects looked at, the newest stories of each, and stories with words of the headline.
MOST_MARKS, OF_EACH, WITH_WORDS = 6, 15, 150
#: Shorter words say little of what a story is about.
SHORTEST_WORD = 4
#: What a tag, a word of the headline, a subject or a writer in common is worth; what is needed.
TAG, WORD, SUBJECT, WRITER = 3, 2, 1, 1
NEAR = 3


@dataclass(frozen=True, order=True)
class Candidate:
    """A story that may be related, and how much it has in common.

    In the order of nearness; of two that are as near the later published one is nearer.
    """

    score: int
    published_at: datetime.datetime
    key: int


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
        RelatedStory(article=article, other_id=found.key, score=found.score)
        for found in near[:MOST_KEPT]
    )
    if is_new:
        _tell(article, near[:MOST_TOLD])


def _tell(article: Article, near: list[Candidate]) -> None:
    """Lead from the pages of the other stories to this one, in the place of farther ones."""
    kept = _kept_by(near, but=article)
    pushed_out, taken_in = [], []
    for found in near:
        theirs = kept[found.key]
        if len(theirs) >= MOST_KEPT:
            farthest = theirs[MOST_KEPT - 1]
            if farthest.score > found.score:
                continue
            pushed_out.append(farthest.pk)
        taken_in.append(RelatedStory(article_id=found.key, other=article, score=found.score))
    if not taken_in:
        return
    RelatedStory.objects.filter(pk__in=pushed_out).delete()
    RelatedStory.objects.bulk_create(
        taken_in, update_conflicts=True, unique_fields=["article", "other"], update_fields=["score"]
    )
    promise(tags=[f"beside:{pair.article_id}" for pair in taken_in])


def _kept_by(near: list[Candidate], *, but: Article) -> dict[int, list[RelatedStory]]:
    """Return what each of the stories leads to, the nearest first, without one story."""
    pairs = RelatedStory.objects.filter(article__in=[found.key for found in near])
    kept: defaultdict[int, list[RelatedStory]] = defaultdict(list)
    for pair in pairs.exclude(other=but).order_by("-score", "-other"):
        kept[pair.article_id].append(pair)
    return kept


def _nearest(article: Article) -> list[Candidate]:
    language = article.language
    words, tags, subjects = _words(article.headline, language), _tags(article), _subjects(article)
    keys = {*_with_marks(tags, subjects), *_with_words(words)} - {article.pk}
    live = Article.objects.filter(pk__in=keys, live=True, locale=article.locale_id)
    others = list(live.exclude(kind__in=PAID).values_list("pk", "headline", "published_at"))
    score = _scores([key for key, *_rest in others], tags, subjects, _writers(article))
    for key, headline, _moment in others:
        score[key] += WORD * len(words & _words(headline, language))
    found = [Candidate(score[key], moment, key) for key, _headline, moment in others]
    return sorted((other for other in found if other.score >= NEAR), reverse=True)


def _scores(keys: list[int], tags: set[int], subjects: set[int], writers: set[int]) -> Counter[int]:
    score: Counter[int] = Counter()
    # Asked for both columns, a database may go through every story of a common tag.
    tagged = ArticleTag.objects.filter(content_object__in=keys)
    about = _about().filter(article__in=keys)
    written = ArticleAuthor.objects.filter(article__in=keys)
    for rows, columns, common, worth in (
        (tagged, ("content_object", "tag"), tags, TAG),
        (about, ("article", "subject"), subjects, SUBJECT),
        (written, ("article", "person"), writers, WRITER),
    ):
        for key, mark in rows.order_by().values_list(*columns):
            score[key] += worth if mark in common else 0
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
    any_of_them = tuple(Phrase((word,), in_headline=True) for word in sorted(words))
    found = engine().newest(Wanted(all_of=(any_of_them,)), most=WITH_WORDS)
    yield from (hit.key for hit in found)


def _about() -> QuerySet[Any]:
    rows: QuerySet[Any] = Article.subjects.through._default_manager.all()
    return rows


def _words(headline: str, language: str) -> set[str]:
    words = [word for word in words_of(headline) if word.isalpha()]
    return {word for word in stems(words, language) if len(word) >= SHORTEST_WORD}


def _tags(article: Article) -> set[int]:
    return {tagged.tag_id for tagged in article.tagged_items.all()}


def _subjects(article: Article) -> set[int]:
    return {subject.pk for subject in article.subjects.all()}


def _writers(article: Article) -> set[int]:
    return {author.person_id for author in article.article_authors.all()}
