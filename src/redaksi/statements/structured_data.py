"""Tells machines what a statement is: schema.org Quotation as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString

from redaksi.articles.structured_data import json_ld
from redaksi.statements.models import Kind, Speaker, Statement

WIKIDATA = "https://www.wikidata.org/entity/"


def quotation(statement: Statement) -> SafeString:
    """Return the JSON-LD of the page of a statement."""
    return json_ld({"@context": "https://schema.org", **_quotation(statement)})


def profile(speaker: Speaker, statements: Iterable[Statement]) -> SafeString:
    """Return the JSON-LD of a speaker's page: who it is, and the statements on it."""
    return json_ld(
        {
            "@context": "https://schema.org",
            "@type": "ProfilePage" if speaker.kind == Speaker.Kind.PERSON else "CollectionPage",
            "mainEntity": _speaker(speaker),
            "hasPart": [_quotation(statement, with_speaker=False) for statement in statements],
        }
    )


def _quotation(statement: Statement, *, with_speaker: bool = True) -> dict[str, Any]:
    base = settings.WAGTAILADMIN_BASE_URL
    story = statement.article
    facts: dict[str, Any] = {
        # What is in the paper's words is no quotation, but a claim that the speaker made.
        "@type": "Claim" if statement.kind == Kind.INDIRECT else "Quotation",
        "url": f"{base}{statement.url}",
        "text": statement.told,
        "inLanguage": story.language,
        "isPartOf": {
            "@type": "NewsArticle",
            "headline": story.headline,
            "url": f"{base}{statement.place_url}",
        },
    }
    if statement.is_automatic:
        facts["creativeWorkStatus"] = "Unconfirmed"
    if statement.day:
        facts["dateCreated"] = statement.day.isoformat()
    if story.published_on:
        facts["datePublished"] = story.published_on.isoformat()
    if with_speaker and statement.speaker:
        of_whom = "author" if statement.kind == Kind.INDIRECT else "spokenByCharacter"
        facts[of_whom] = _speaker(statement.speaker)
    return facts


def _speaker(speaker: Speaker) -> dict[str, Any]:
    is_person = speaker.kind == Speaker.Kind.PERSON
    facts = {"@type": "Person" if is_person else "Organization", "name": speaker.name}
    if speaker.url:
        facts["url"] = f"{settings.WAGTAILADMIN_BASE_URL}{speaker.url}"
    if speaker.wikidata:
        facts["sameAs"] = f"{WIKIDATA}{speaker.wikidata}"
    return facts
