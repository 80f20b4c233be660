"""What forbids an article to be live or seen, whichever door it goes through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from redaksi.design.dates import moment_in_words

if TYPE_CHECKING:
    from redaksi.articles.models import Article


class PublicationBarred(ValidationError):
    """The article must not be live now; the message says why."""


class Withdrawn(PublicationBarred):
    """The article was taken back for good."""


class Embargoed(PublicationBarred):
    """The article must not be seen before a certain moment."""


def free_of_embargo(of: str = "") -> Q:
    """Return the condition for articles whose embargo, if they have one, is over.

    ``of`` leads from the rows that are asked to their articles, for example ``article__``.
    """
    end = f"{of}embargoed_until"
    return Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__lte": timezone.now()})


def check_bars(article: Article) -> None:
    """Refuse if the article, as its row stands now, must not be live.

    Raises:
        Withdrawn: if it was withdrawn.
        Embargoed: if its embargo ends later than now.
    """
    if article.withdrawn_at is not None:
        raise Withdrawn(
            _("“%s” was withdrawn for good and cannot be published again.") % article.headline
        )
    if article.embargoed_until is not None and article.embargoed_until > timezone.now():
        end = timezone.localtime(article.embargoed_until, timezone.get_default_timezone())
        until = moment_in_words(end, get_language() or settings.LANGUAGE_CODE)
        raise Embargoed(
            _("“%(headline)s” is under embargo until %(until)s: publish it after that.")
            % {"headline": article.headline, "until": until}
        )
