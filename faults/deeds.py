"""What the desk does while it is killed, and the ledger of what it was told had been done."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection

from faults.reading import marked
from redaksi.articles.models import Article, PublicationRecord
from redaksi.articles.publishing import publish, unpublish
from tests.cast import Cast
from tests.factories import TEXT, write_draft

Kind = PublicationRecord.Kind
PUBLISH, UPDATE, UNPUBLISH = "publish", "update", "unpublish"
KINDS = {PUBLISH: Kind.PUBLISH, UPDATE: Kind.UPDATE, UNPUBLISH: Kind.UNPUBLISH}
STORIES = 8
#: So many may be online; a round renders all of them.
MOST = 12
#: Stories that stay online throughout: no reader may ever miss them.
STEADY = 3


@dataclass(frozen=True)
class Deed:
    """One act on one story; ``version`` is the number in its headline afterwards."""

    act: str
    story: int
    version: int


@dataclass
class Ledger:
    """All that the desk was told, and what it had begun when it was killed."""

    done: dict[int, list[Deed]] = field(default_factory=dict)
    in_doubt: Deed | None = None
    acknowledged: int = 0

    def take_in(self, messages: Iterable[tuple[str, Deed]]) -> None:
        """Add what one desk said before it was killed."""
        self.in_doubt = None
        for word, deed in messages:
            if word == "begun":
                self.in_doubt = deed
            else:
                self.in_doubt = None
                self.acknowledged += 1
                self.done.setdefault(deed.story, []).append(deed)

    def check(self) -> Iterator[str]:
        """Compare the newspaper with the ledger; the deed in doubt may be done or not, once."""
        rows = PublicationRecord.objects.order_by("pk").values_list("article", "kind", "headline")
        recorded: dict[int, list[tuple[str, str]]] = {}
        for story, kind, headline in rows:
            recorded.setdefault(story, []).append((kind, headline))
        for article in Article.objects.order_by("pk"):
            yield from self._check_story(article, recorded.get(article.pk, []))

    def _check_story(self, article: Article, found: list[tuple[str, str]]) -> Iterator[str]:
        deeds = self.done.setdefault(article.pk, [])
        if self.in_doubt and self.in_doubt.story == article.pk and len(found) == len(deeds) + 1:
            deeds.append(self.in_doubt)
        expected = [(KINDS[deed.act], marked(deed.version)) for deed in deeds]
        if found != expected:
            yield f"story {article.pk} has the records {found[-4:]}, not {expected[-4:]}"
        shall = bool(deeds) and deeds[-1].act != UNPUBLISH
        if article.live != shall:
            yield f"story {article.pk} is live: {article.live}, after {deeds[-1:]}"
        if shall and article.headline != marked(deeds[-1].version):
            yield f"story {article.pk} shows {article.headline!r} after {deeds[-1]}"


def open_newspaper() -> list[tuple[str, Deed]]:
    """Write and publish the first stories; return what the desk was told."""
    said: list[tuple[str, Deed]] = []
    cast = Cast.called()
    for number in range(STORIES):
        section = cast.nasional if number % 2 else cast.ekonomi
        story = write_draft(section=section, headline=marked(number), body=_text(number))
        publish(story)
        said.append(("done", Deed(PUBLISH, story.pk, number)))
    return said


def work_for_ever(focus: str, version: int, seed: int, said: Connection) -> None:
    """Publish, update and unpublish, mostly the act in focus, and say when each is done."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    while True:
        act = focus if chance.random() < 0.7 else chance.choice(list(KINDS))
        deed, story = _prepare(act, version, chance)
        said.send(("begun", deed))
        unpublish(story) if deed.act == UNPUBLISH else publish(story)
        said.send(("done", deed))
        version += 1


def _prepare(act: str, version: int, chance: random.Random) -> tuple[Deed, Article]:
    live = list(Article.objects.filter(live=True).order_by("pk"))
    offline = list(Article.objects.filter(live=False).order_by("pk"))
    if act == UNPUBLISH and len(live) > STEADY:
        story = chance.choice(live[STEADY:])
        return Deed(UNPUBLISH, story.pk, int(story.headline.rpartition("versi")[2])), story
    if act == PUBLISH and (offline or len(live) < MOST):
        story = chance.choice(offline) if offline else _new_story(version)
        return Deed(PUBLISH, story.pk, version), _changed(story, version)
    story = chance.choice(live)
    return Deed(UPDATE, story.pk, version), _changed(story, version)


def _new_story(version: int) -> Article:
    return write_draft(section=Cast.called().nasional, headline=marked(version))


def _changed(story: Article, version: int) -> Article:
    draft: Article = story.get_latest_revision_as_object()
    draft.headline, draft.body = marked(version), _text(version)
    draft.save_revision()
    return draft


def _text(version: int) -> list[tuple[str, str]]:
    # Long enough that a page is written in several pieces.
    return [("paragraph", f"{TEXT}<p>{version * 7919}</p>")] * 5
