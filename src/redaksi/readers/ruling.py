"""Lets an editor have the last word on votes that were set aside."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from redaksi.readers.counting import recount
from redaksi.readers.models import Ruling, SetAside


@transaction.atomic
def let_count(case: SetAside, *, by: Any) -> None:
    """Have the votes counted after all."""
    Ruling.objects.get_or_create(
        article=case.article,
        start=case.start,
        reason=case.reason,
        defaults={"by": by, "by_name": by.get_full_name() or by.get_username()},
    )
    recount(case.article_id)


@transaction.atomic
def set_aside_again(case: SetAside) -> None:
    """Take back that they count."""
    Ruling.objects.filter(article=case.article, start=case.start, reason=case.reason).delete()
    recount(case.article_id)
