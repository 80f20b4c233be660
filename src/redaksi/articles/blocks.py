"""The blocks an article's body is built of."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.rich_text import RichText, expand_db_html
from wagtail.snippets.blocks import SnippetChooserBlock

from redaksi.articles.providers import provider_of
from redaksi.design.batches import each_once
from redaksi.design.cleaning import clean_rich_text

#: What a writer may do inside a paragraph.
INLINE_FEATURES = ["bold", "italic", "link", "ol", "ul", "superscript", "subscript"]

_checking = threading.RLock()


class Paragraphs(RichText):
    """Running text that is set once, however often a page needs it: in the text, as words."""

    @cached_property
    def _as_set(self) -> str:
        return str(expand_db_html(self.source))

    def __html__(self) -> str:
        """Return the HTML for readers."""
        return self._as_set


class ParagraphBlock(blocks.RichTextBlock):
    """Running text; whatever comes in is cleaned to the few tags a newspaper needs."""

    class Meta:
        label = _("Paragraphs")
        icon = "pilcrow"
        template = "articles/blocks/paragraph.html"

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("features", INLINE_FEATURES)
        super().__init__(**kwargs)

    def normalize(self, value: Any) -> Any:
        """Clean HTML that does not come from the editor (importers, API, scripts)."""
        if isinstance(value, str):
            value = clean_rich_text(value)
        return super().normalize(value)

    def value_from_form(self, value: Any) -> Any:
        """Clean what the editor sends, whatever was pasted into it."""
        return super().value_from_form(clean_rich_text(str(value)))

    def to_python(self, value: Any) -> Any:
        """Clean what the database holds, so that no older text can break the editor."""
        return Paragraphs(clean_rich_text(str(value)))


class PullQuoteBlock(blocks.StructBlock):
    """A sentence of the story set large, with who said it."""

    quote = blocks.TextBlock(label=_("Quote"), rows=2)
    attribution = blocks.CharBlock(label=_("Who said it"), required=False)

    class Meta:
        label = _("Pull quote")
        icon = "openquote"
        template = "articles/blocks/pull_quote.html"


class _NothingForNonsense:
    """A chooser that takes a key which is no number for an empty choice."""

    def value_from_form(self, value: Any) -> Any:
        """Return what was chosen, or None."""
        try:
            return super().value_from_form(value)  # type: ignore[misc]
        except ValueError:
            return None


class PictureChooser(_NothingForNonsense, ImageChooserBlock):
    """Chooses a picture."""

    def bulk_to_python(self, values: Iterable[Any]) -> list[Any]:
        """Fetch all the pictures, for many stories at once where pages are made together."""
        wanted = list(values)
        found = each_once("picture", wanted, self.model_class._default_manager.in_bulk)
        return [found.get(key) for key in wanted]


class DocumentChooser(_NothingForNonsense, DocumentChooserBlock):
    """Chooses a document."""


class PictureBlock(blocks.StructBlock):
    """A picture in the text; its own caption unless the story gives another."""

    picture = PictureChooser(label=_("Picture"))
    caption = blocks.CharBlock(
        label=_("Caption"), required=False, help_text=_("Empty = the picture's own caption.")
    )

    class Meta:
        label = _("Picture")
        icon = "image"
        template = "articles/blocks/picture.html"


class GalleryBlock(blocks.StructBlock):
    """Several pictures under one title."""

    title = blocks.CharBlock(label=_("Title"), required=False)
    pictures = blocks.ListBlock(PictureBlock(), label=_("Pictures"), min_num=2)

    class Meta:
        label = _("Gallery")
        icon = "image"
        template = "articles/blocks/gallery.html"


class EmbedBlock(blocks.StructBlock):
    """A link to something on an allowed provider, shown as a card.

    Nothing of the provider is loaded into the page, so that no third party learns of the reader.
    """

    url = blocks.URLBlock(label=_("Address"))
    title = blocks.CharBlock(label=_("Title"), help_text=_("What readers will find there."))

    class Meta:
        label = _("Embed")
        icon = "media"
        template = "articles/blocks/embed.html"

    def clean(self, value: Any) -> Any:
        """Refuse addresses of providers that are not on the list.

        Raises:
            StructBlockValidationError: naming the providers that are allowed.
        """
        cleaned = super().clean(value)
        try:
            if cleaned["url"]:  # a draft may go without until it is published
                provider_of(cleaned["url"])
        except ValidationError as error:
            raise blocks.StructBlockValidationError(block_errors={"url": error}) from error
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the provider's name for the card; empty while a writer has not finished it."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        try:
            context["provider"] = provider_of(value["url"] or "").name
        except ValidationError:
            context["provider"] = ""
        return context


class FactBoxBlock(blocks.StructBlock):
    """Background beside the story."""

    title = blocks.CharBlock(label=_("Title"))
    text = ParagraphBlock(label=_("Text"), template=None)

    class Meta:
        label = _("Fact box")
        icon = "list-ul"
        template = "articles/blocks/fact_box.html"


class RelatedBlock(_NothingForNonsense, SnippetChooserBlock):
    """A link to another story of the paper ("Baca juga"); shown only while that one is live."""

    class Meta:
        label = _("Related story")
        icon = "link"
        template = "articles/blocks/related.html"

    def bulk_to_python(self, values: Iterable[Any]) -> list[Any]:
        """Fetch all the stories with what their links show, and without their bodies."""
        wanted = list(values)
        stories = self.model_class._default_manager.select_related("section", "locale")
        found = each_once("related", wanted, stories.defer("body").in_bulk)
        return [found.get(key) for key in wanted]


class DocumentBlock(blocks.StructBlock):
    """A document to download."""

    document = DocumentChooser(label=_("Document"))
    title = blocks.CharBlock(
        label=_("Title"), required=False, help_text=_("Empty = the document's own title.")
    )

    class Meta:
        label = _("Document")
        icon = "doc-full"
        template = "articles/blocks/document.html"


class TableBlock(TypedTableBlock):
    """A table with columns of text or numbers."""

    class Meta:
        label = _("Table")
        icon = "table"
        template = "articles/blocks/table.html"


class BodyBlock(blocks.StreamBlock):
    """Everything that may stand in a story."""

    paragraph = ParagraphBlock()
    heading = blocks.CharBlock(
        label=_("Sub-heading"), icon="title", template="articles/blocks/heading.html"
    )
    pull_quote = PullQuoteBlock()
    picture = PictureBlock()
    gallery = GalleryBlock()
    table = TableBlock(
        [
            ("text", blocks.CharBlock(label=_("Text"), required=False)),
            ("number", blocks.CharBlock(label=_("Number"), required=False)),
        ]
    )
    embed = EmbedBlock()
    fact_box = FactBoxBlock()
    related = RelatedBlock("articles.Article")
    document = DocumentBlock()

    def clean(self, value: Any) -> Any:
        """Check a text, one at a time.

        All threads share the blocks, and Wagtail marks in them for a while that drafts may be
        incomplete: somebody else's story would be checked as a draft meanwhile, or not at all.
        """
        with _checking:
            return super().clean(value)

    def clean_deferred(self, value: Any) -> Any:
        """Check the text of a draft, one at a time."""
        with _checking:
            return super().clean_deferred(value)
