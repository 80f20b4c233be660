"""The form of every door through which people upload and describe pictures."""

from __future__ import annotations

from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.forms import FileField
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from redaksi.pictures.files import CleanFile, clean_file
from redaksi.pictures.upload_fields import put_upload_field


class PictureUploadField(WagtailImageField):
    """A file field whose value is an image written anew; the file's extension says nothing."""

    def to_python(self, data: File[bytes] | None) -> CleanFile | None:
        """Return the clean file.

        Raises:
            ValidationError: with one sentence that names the file.
        """
        upload = FileField.to_python(self, data)
        return None if upload is None else clean_file(upload, name=str(upload.name))


class PictureForm(BaseImageForm):
    """Fills in the words found in the file where the person gave none."""

    class Meta(BaseImageForm.Meta):
        widgets = {
            **BaseImageForm.Meta.widgets,
            "caption": AdminAutoHeightTextInput(),
            "usage_terms": AdminAutoHeightTextInput(),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Put the strict upload field in place of Wagtail's."""
        super().__init__(*args, **kwargs)
        put_upload_field(self, PictureUploadField)

    def clean(self) -> dict[str, Any]:
        """Take credit, copyright, caption and alternative text from the file if left empty."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        upload = cleaned.get("file")
        if isinstance(upload, CleanFile):
            for name, words in upload.image.words.found().items():
                if name in self.fields and not cleaned.get(name):
                    cleaned[name] = words
        return cleaned

    @transaction.atomic
    def save(self, commit: bool = True) -> Any:
        """Save; the renditions of a replaced file are gone before the new ones are asked for."""
        return super().save(commit=commit)
