"""The form of a document: names a file it refuses, leaves what readers see to the editors."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.forms import FileField
from django.utils.translation import gettext as _
from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.forms import BaseDocumentForm

from redaksi.articles.desk.document_kinds import is_of_kind
from redaksi.articles.desk.media_rights import ChangedByEditors
from redaksi.pictures.upload_fields import put_upload_field


class DocumentUploadField(WagtailDocumentField):
    """A file field that says of a file by name why it is not taken."""

    def to_python(self, data: File[bytes] | None) -> Any:
        """Return the file.

        Raises:
            ValidationError: if it is empty, or of a kind that the paper does not offer.
        """
        upload = FileField.to_python(self, data)
        if upload is None:
            return None
        problem = problem_of(upload)
        if problem:
            raise ValidationError(problem)
        self.check_document_file_size(upload)
        return upload


def problem_of(upload: File[bytes]) -> str:
    """Say in a sentence what is wrong with the file; nothing if it may be taken."""
    name = PurePath(str(upload.name))
    ending = name.suffix.lower().removeprefix(".")
    facts = {
        "name": name.name,
        "kind": ending,
        "kinds": ", ".join(settings.WAGTAILDOCS_EXTENSIONS),
    }
    if not upload.size:
        return (
            _("“%(name)s” is empty: see whether the document opens, and upload it again.") % facts
        )
    if not ending:
        return _("“%(name)s” does not end in the name of its kind: add one of %(kinds)s.") % facts
    if ending not in settings.WAGTAILDOCS_EXTENSIONS:
        return _("“%(name)s” is of a kind that is not taken: save it as one of %(kinds)s.") % facts
    if not is_of_kind(upload, ending):
        return (
            _(
                "“%(name)s” is no %(kind)s file, whatever its name says: open it in the program it"
                " comes from and save it as %(kind)s."
            )
            % facts
        )
    return ""


class DocumentOfStoriesForm(ChangedByEditors, BaseDocumentForm):
    """Refuses changes to a document in a published story to whoever does not edit that story."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Put our upload field in place of Wagtail's."""
        super().__init__(*args, **kwargs)
        put_upload_field(self, DocumentUploadField)

    def full_clean(self) -> None:
        """Say one thing about the file: a refused one is none, which the model minds as well."""
        super().full_clean()
        del self.errors.get("file", [])[1:]
