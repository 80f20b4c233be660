"""Carries in what readers gave a story in another system, as an opening balance."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from redaksi.articles.models import Article
from redaksi.readers.counting import recount
from redaksi.readers.models import MOST_STARS, Rating

#: What a database can add up.
LARGEST = 2**53


@transaction.atomic
def carry_in(article: Article, *, sum: int, count: int) -> None:
    """Set the opening balance: Joomla's ``rating_sum``, all stars, and ``rating_count``.

    It is shown together with the votes given here; carried in again, it replaces itself.

    Raises:
        ValidationError: if so many votes cannot add up to so many stars.
    """
    if not (0 <= count <= sum <= MOST_STARS * count and sum <= LARGEST):
        raise ValidationError(
            _("%(count)s votes cannot add up to %(sum)s stars: each has one to five."),
            params={"count": count, "sum": sum},
        )
    balance = {"opening_sum": sum, "opening_count": count}
    Rating.objects.update_or_create(article=article, defaults=balance)
    recount(article.pk)
