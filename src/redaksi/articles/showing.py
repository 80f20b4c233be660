"""What an article says of itself to readers: its address, byline, credit, dates and labels."""

from __future__ import annotations

import datetime
import math
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.text import Truncator

from redaksi.articles.addresses import article_address
from redaksi.articles.kinds import LABELLED, PAID
from redaksi.design.cleaning import words_of

if TYPE_CHECKING:
    from taggit.models import Tag

    from redaksi.newsroom.models import Person

WORDS_PER_MINUTE = 200
#: A republication within this time of the first is a slip mended, not an update to announce.
UPDATE_GRACE = datetime.timedelta(minutes=5)


class ShownToReaders:
    """Properties of an article for templates, feeds and structured data."""

    @property
    def language(self) -> str:
        """The language of the story, ``id`` or ``en``."""
        return str(self.locale.language_code)  # type: ignore[attr-defined]

    @property
    def path(self) -> str:
        """The address within the site; for a story never published, as it would be today."""
        day = self.published_on or timezone.localdate()  # type: ignore[attr-defined]
        return article_address(self.section.slug, day, self.slug)  # type: ignore[attr-defined]

    @property
    def url(self) -> str:
        """The same as ``path``; what templates link to."""
        return self.path

    @property
    def canonical_url(self) -> str:
        """The address with the newspaper's own scheme and host, never a request's."""
        return f"{settings.WAGTAILADMIN_BASE_URL}{self.path}"

    def get_absolute_url(self) -> str:
        """Return the path, as Django expects it of models."""
        return self.path

    @property
    def short_headline(self) -> str:
        """The headline for fronts and lists."""
        return self.front_headline or self.headline  # type: ignore[attr-defined,no-any-return]

    @property
    def is_paid(self) -> bool:
        """Whether somebody paid for the piece."""
        return self.kind in PAID  # type: ignore[attr-defined]

    @property
    def kind_label(self) -> str:
        """The label readers see (Opinion, Advertorial ...); empty for plain news."""
        shown = self.kind in LABELLED  # type: ignore[attr-defined]
        return str(self.get_kind_display()) if shown else ""  # type: ignore[attr-defined]

    @cached_property
    def byline_people(self) -> list[Person]:
        """The people of this paper who wrote the story, in order."""
        authors = self.article_authors.all()  # type: ignore[attr-defined]
        return [author.person for author in authors]

    @cached_property
    def shown_tags(self) -> list[Tag]:
        """The tags that the story carries."""
        return list(self.tags.all())  # type: ignore[attr-defined]

    @property
    def byline_names(self) -> list[str]:
        """Every name of the byline: our people in order, then guests."""
        guests = [name.strip() for name in self.guest_byline.split(",")]  # type: ignore[attr-defined]
        return [person.name for person in self.byline_people] + [name for name in guests if name]

    @property
    def byline(self) -> str:
        """The byline in words, separated by commas; empty if nobody is named."""
        return ", ".join(self.byline_names)

    @property
    def shown_credit_line(self) -> str:
        """The credit line: the story's own, or else the agency's usual one."""
        source: Any = self.source  # type: ignore[attr-defined]
        return self.credit_line or (source.credit_text if source else "")  # type: ignore[attr-defined]

    @property
    def has_time(self) -> bool:
        """Whether the hour of publication is known (not so for stories of an earlier day)."""
        if not self.story_date or not self.first_published_at:  # type: ignore[attr-defined]
            return True
        first: datetime.datetime = self.first_published_at  # type: ignore[attr-defined]
        return bool(self.story_date >= timezone.localdate(first))  # type: ignore[attr-defined]

    @property
    def updated_at(self) -> datetime.datetime | None:
        """When the published text last changed, if later than the first publication."""
        last: datetime.datetime | None = self.last_published_at  # type: ignore[attr-defined]
        first: datetime.datetime | None = self.first_published_at  # type: ignore[attr-defined]
        if last and first and last - first > UPDATE_GRACE:
            return last
        return None

    @cached_property
    def text(self) -> str:
        """The words of the body without markup, blocks separated by blank lines."""
        return "\n\n".join(
            _words_in(block).strip()
            for block in self.body  # type: ignore[attr-defined]
            if block.block_type in {"paragraph", "heading"}
        )

    @cached_property
    def summary(self) -> str:
        """The standfirst, or else the beginning of the text, for search engines and sharing."""
        standfirst: str = self.standfirst  # type: ignore[attr-defined]
        return standfirst or Truncator(" ".join(self.text.split())).chars(200)

    @cached_property
    def word_count(self) -> int:
        """The number of words of the body."""
        return len(self.text.split())

    @property
    def reading_minutes(self) -> int:
        """Minutes to read the body at 200 words a minute; at least one."""
        return max(1, math.ceil(self.word_count / WORDS_PER_MINUTE))


def _words_in(block: Any) -> str:
    words = str(block.value)
    return words_of(words) if block.block_type == "paragraph" else strip_tags(words)
