"""Puts an upload field of ours where a form of Wagtail's has its own."""

from __future__ import annotations

from django.forms import BaseForm, FileField


def put_upload_field(form: BaseForm, kind: type[FileField]) -> None:
    """Replace the form's ``file``, if it has one, by a field that says itself what is empty."""
    field = form.fields.get("file")
    if field is not None:
        form.fields["file"] = kind(
            label=field.label,
            required=field.required,
            widget=field.widget,
            allow_empty_file=True,  # Django's refusal would not name the file.
        )
