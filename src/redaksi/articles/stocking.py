"""Fills the kept lists (agencies, IPTC Media Topics) from the vocabularies shipped with us."""

from __future__ import annotations

from redaksi.articles.models import Agency, Subject
from redaksi.articles.vocabularies.reading import read_agencies, read_media_topics


def stock_vocabularies() -> None:
    """Add what is missing; an agency that the newsroom has changed stays as it is."""
    for agency in read_agencies():
        Agency.objects.get_or_create(
            code=agency.code, defaults={"name": agency.name, "credit_text": agency.credit_text}
        )
    parents: dict[str | None, Subject] = {}
    for topic in sorted(read_media_topics(), key=lambda topic: topic.parent is not None):
        subject, _created = Subject.objects.update_or_create(
            qcode=topic.qcode,
            defaults={
                "name_en": topic.name_en,
                "name_id": topic.name_id,
                "parent": parents.get(topic.parent),
            },
        )
        parents[topic.qcode] = subject
