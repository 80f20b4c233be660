"""Refuses days that no story can be of."""

from __future__ import annotations

import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

#: The year of the first newspaper, the Relation of Strasbourg.
FIRST_NEWSPAPERS = 1605


def since_first_newspapers(moment: datetime.date) -> None:
    """Refuse a day or moment whose year no database can turn into the newspaper's time.

    Raises:
        ValidationError: for a year before there were newspapers.
    """
    if moment.year < FIRST_NEWSPAPERS:
        raise ValidationError(_("That is before there were newspapers: correct the year."))


def not_after_today(day: datetime.date) -> None:
    """Refuse a day on which nothing can have appeared yet.

    Raises:
        ValidationError: for a day after today in the newspaper's zone.
    """
    if day > timezone.localdate():
        raise ValidationError(
            _("That day is still to come: correct the date of the story, or leave it empty.")
        )
