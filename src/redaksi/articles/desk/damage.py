"""Answers forms that no browser sends: a page with a sentence, and nothing is saved."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import DataError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from redaksi.articles.unreadable import UNREADABLE

logger = logging.getLogger(__name__)

#: What the database raises over values that it cannot hold.
UNSTORABLE = (OverflowError, DataError)


class DamagedForm(Exception):
    """What was posted cannot be read as the form."""


@contextmanager
def reading(damage: tuple[type[Exception], ...] = UNREADABLE) -> Iterator[None]:
    """Turn such exceptions into ``DamagedForm``; the log keeps them."""
    try:
        yield
    except damage as what:
        logger.warning("A form arrived damaged.", exc_info=True)
        raise DamagedForm from what


class ReadsForms:
    """An editor view that tells a damaged form from an error of its own.

    Only the reading, the showing again and the storing of posted values are watched: whatever
    publishing, submitting and the other actions raise is not the form's fault.
    """

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Answer 400 to a damaged form."""
        try:
            return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        except DamagedForm:
            return self.answer_damage(request)

    def answer_damage(self, request: HttpRequest) -> HttpResponse:
        """Say that nothing was saved, on a page or to the script that saves by itself."""
        sentence = _(
            "The form arrived damaged and nothing was saved: open the story and try again."
        )
        if self.expects_json_response:  # type: ignore[attr-defined]
            error = {"success": False, "error_code": "damaged", "error_message": sentence}
            return JsonResponse(error, status=400)
        return TemplateResponse(
            request, "articles/desk/damaged.html", {"sentence": sentence}, status=400
        )

    def get_form(self, *args: Any, **kwargs: Any) -> Any:
        """Read the posted form."""
        if self.request.method != "POST":  # type: ignore[attr-defined]
            return super().get_form(*args, **kwargs)  # type: ignore[misc]
        with reading():
            return super().get_form(*args, **kwargs)  # type: ignore[misc]

    def is_valid(self, form: Any) -> bool:
        """Read its values, and the version that it wants to replace."""
        with reading():
            getattr(self, "overwrite_revision", None)
            valid: bool = super().is_valid(form)  # type: ignore[misc]
            return valid

    def save_instance(self) -> Any:
        """Store the values."""
        with reading(UNSTORABLE):
            return super().save_instance()  # type: ignore[misc]

    def form_invalid(self, form: Any) -> Any:
        """Show the form again, at once, because that reads the values too."""
        answer = super().form_invalid(form)  # type: ignore[misc]
        if isinstance(answer, TemplateResponse):
            with reading():
                answer.render()
        return answer


class PreviewsForms:
    """A preview that takes a damaged form for an unfinished one."""

    def get_form(self, query_dict: Any) -> Any:
        """Read the posted form."""
        with reading():
            return super().get_form(query_dict)  # type: ignore[misc]

    def validate_form(self, form: Any) -> bool:
        """Read its values; a story in no language cannot be shown."""
        with reading():
            valid: bool = super().validate_form(form)  # type: ignore[misc]
            return valid and bool(form.cleaned_data.get("language"))

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Tell the script that there is nothing to preview."""
        try:
            return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        except DamagedForm:
            return JsonResponse({"is_valid": False, "is_available": False})
