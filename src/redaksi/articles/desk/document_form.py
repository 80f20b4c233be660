"""The form of a document, which leaves what readers see to the editors."""

from __future__ import annotations

from wagtail.documents.forms import BaseDocumentForm

from redaksi.articles.desk.media_rights import ChangedByEditors


class DocumentOfStoriesForm(ChangedByEditors, BaseDocumentForm):
    """Refuses changes to a document in a published story to whoever does not edit that story."""
