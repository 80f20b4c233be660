"""How an article is made of one of its saved versions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from wagtail.models import Locale

from redaksi.articles.restoring import Gone, restore_children, without_children

if TYPE_CHECKING:
    from redaksi.articles.models.article import Article


class MadeOfVersions:
    """Takes from a version what the desk edits, and from the row what belongs to the whole."""

    #: Fields that no form and no old version changes, only the services of this room.
    ROW_ONLY: ClassVar[tuple[str, ...]] = (
        "owner_id",
        "published_at",
        "published_on",
        "embargoed_until",
        "withdrawn_at",
        "withdrawal_ground",
        "withdrawal_note",
    )
    #: Ends of relations that a version names in vain, because the row's are taken.
    OF_THE_ROW: ClassVar[tuple[str, ...]] = ("owner", "latest_revision", "live_revision")

    #: What the version that it was made of names and is gone; nothing for a row.
    gone: Sequence[Gone] = ()

    @classmethod
    def from_serializable_data(
        cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False
    ) -> Article | None:
        """Return the article that a saved version describes (``redaksi.articles.restoring``)."""
        alone = without_children(cls, data)
        article: Article | None = super().from_serializable_data(alone, check_fks, strict_fks)  # type: ignore[misc]
        if article is not None:
            restore_children(article, data)
        return article

    def with_content_json(self, content: dict[str, Any]) -> Article:
        """Return the article as a version has it, with everything row-only as it is now."""
        named = {name: value for name, value in content.items() if name not in self.OF_THE_ROW}
        article: Article = super().with_content_json(named)  # type: ignore[misc]
        for name in (*self.ROW_ONLY, "live_revision_id"):
            setattr(article, name, getattr(self, name))
        # Wagtail keeps the row's language; here the desk may correct it like any other field.
        language = content.get("locale")
        if language and Gone(Locale, language) not in article.gone:
            article.locale_id = language
        return article

    def get_latest_revision_as_object(self) -> Article:
        """Return the article as its newest version has it, with this row's ``ROW_ONLY`` fields."""
        revision = self.get_latest_revision()  # type: ignore[attr-defined]
        if revision is not None:
            revision.content_object = self  # or Wagtail would ask for the row once more
        article: Article = super().get_latest_revision_as_object()  # type: ignore[misc]
        return article
