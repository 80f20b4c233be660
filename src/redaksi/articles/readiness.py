"""What must be there before a story may be published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from taggit.models import Tag

from redaksi.articles.illustrations import pictures_in
from redaksi.articles.unreadable import UNREADABLE
from redaksi.pictures.models import Picture

if TYPE_CHECKING:
    from redaksi.articles.models import Article


class NotReady(ValidationError):
    """The story lacks something; one message for each thing, naming it."""


def check_ready(article: Article) -> None:
    """Refuse a story that lacks what every published story has.

    Raises:
        NotReady: with every problem at once.
    """
    problems = list(problems_of(article))
    if problems:
        raise NotReady(problems)


def problems_of(article: Article) -> Iterator[str]:
    """Say in sentences what keeps the story from being published."""
    damage = [*problems_of_fields(article), *damaged_blocks(article)]
    yield from damage
    if not damage:
        yield from missing_from(article)


def missing_from(article: Article) -> Iterator[str]:
    """Say what is missing from a story that is whole in itself."""
    if not (article.headline or "").strip():
        yield _("The story has no headline: write one.")
    if not article.body:
        yield _("The story has no text: write or paste it.")
    if article.story_date and article.story_date > timezone.localdate():
        yield _("The story date is in the future: correct it, or schedule the publication.")
    if any(gone.model is not Tag for gone in article.gone):
        yield _(
            "The version names a section, a language, an agency or a person that was deleted: "
            "look it over and save it."
        )
    yield from problems_of_blocks(article)
    for picture in pictures_of(article):
        yield from problems_of_picture(picture)


def problems_of_fields(article: Article) -> Iterator[str]:
    """Say which fields hold what no form would have let in; asks the database nothing."""
    try:
        article.clean_fields(exclude=_looked_at_elsewhere(article))
    except ValidationError as refusal:
        for name, sentences in refusal.message_dict.items():
            label = article._meta.get_field(name).verbose_name
            for sentence in sentences:
                yield _("The field “%(field)s” is not right: %(why)s") % {
                    "field": label,
                    "why": sentence,
                }


def _looked_at_elsewhere(article: Article) -> set[str]:
    related = {field.name for field in article._meta.concrete_fields if field.is_relation}
    headline = set() if article.headline else {"headline"}
    return related | headline | {"body", "slug"}  # a slug is made tidy when it is saved


def damaged_blocks(article: Article) -> Iterator[str]:
    """Say which blocks of the text cannot even be read."""
    for place in range(len(article.body)):
        try:
            _value = article.body[place].value
        except UNREADABLE:
            sentence = _(
                "Block %(place)d of the text is damaged: "
                "open an earlier version of the story in its history and save that."
            )
            yield sentence % {"place": place + 1}


def problems_of_blocks(article: Article) -> Iterator[str]:
    """Say which blocks of the text were begun and never finished."""
    for place, child in enumerate(article.body, start=1):
        if _is_unfinished(child):
            yield _(
                "Block %(place)d of the text (%(kind)s) is unfinished: complete or remove it."
            ) % {
                "place": place,
                "kind": child.block.label,
            }


def _is_unfinished(child: Any) -> bool:
    try:
        child.block.clean(child.value)
    except (ValidationError, *UNREADABLE):
        return True
    return child.block_type == "paragraph" and not strip_tags(str(child.value)).strip()


def problems_of_picture(picture: Picture) -> Iterator[str]:
    """Say what words the picture lacks, naming it."""
    missing = picture.missing_words()
    if "credit_line" in missing:
        yield _("The picture “%s” has no credit line: open it and say whose it is.") % picture
    if "alt_text" in missing:
        yield _("The picture “%s” has no alt text: open it and say what it shows.") % picture


def pictures_of(article: Article) -> list[Picture]:
    """Return every picture of the story once: lead picture first, then those in the text."""
    return list({picture.pk: picture for picture in pictures_in(article)}.values())
