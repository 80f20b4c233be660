"""The indexes of the article table; ``tests/articles`` looks at the plans that walk them."""

from django.db import models
from django.db.models import F, Q

INDEXES = [
    models.Index(fields=["published_on"], name="by_day_of_publication"),
    models.Index(
        "section", F("published_at").desc(), F("id").desc(),
        condition=Q(live=True), name="section_newest_first",
    ),
    models.Index(
        "top_section", F("published_at").desc(), F("id").desc(),
        condition=Q(live=True), name="top_section_newest_first",
    ),
    models.Index(
        F("published_at").desc(), F("id").desc(),
        condition=Q(live=True), name="paper_newest_first",
    ),
    models.Index(
        "kind", F("published_at").desc(), F("id").desc(),
        condition=Q(live=True), name="kind_newest_first",
    ),
    models.Index(
        "section", F("latest_revision").desc(), "kind", name="section_latest_work_first",
    ),
    models.Index(
        "owner", F("latest_revision").desc(), "section", "kind",
        name="own_latest_work_first",
    ),
    models.Index(
        "kind", F("latest_revision").desc(), "section", name="kind_latest_work_first",
    ),
    models.Index(
        F("latest_revision").desc(),
        condition=Q(live=False), name="drafts_latest_first",
    ),
    models.Index(
        "section", F("latest_revision").desc(),
        condition=Q(live=False), name="section_drafts_latest_first",
    ),
    models.Index(
        "owner", F("latest_revision").desc(),
        condition=Q(live=False), name="own_drafts_latest_first",
    ),
    models.Index(
        F("latest_revision").desc(),
        condition=Q(withdrawn_at__isnull=False), name="withdrawn_latest_first",
    ),
    models.Index(
        "published_at",
        condition=Q(live=True, awaiting_verification=True), name="unverified_oldest_first",
    ),
    models.Index(
        F("latest_revision").desc(),
        condition=Q(live=True, awaiting_verification=True), name="unverified_latest_first",
    ),
    models.Index(
        "expire_at",
        condition=Q(live=True, expire_at__isnull=False), name="expiring_soonest_first",
    ),
]  # fmt: skip
