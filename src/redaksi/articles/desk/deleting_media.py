"""Keeps pictures and documents that stories use from being deleted, whoever asks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.documents import get_document_model
from wagtail.documents.views import documents
from wagtail.documents.views import multiple as many_documents
from wagtail.images.views import images
from wagtail.images.views import multiple as many_images

from redaksi.articles.uses import stories_with
from redaksi.pictures.models import Picture


class KeepsWhatStoriesUse:
    """A screen for deleting one picture or document that first asks whether it is used."""

    def run_before_hook(self) -> HttpResponse | None:
        """Go back to where the thing is edited and say how many stories use it."""
        thing = self.object  # type: ignore[attr-defined]
        reason = why_kept(thing)
        if reason is None:
            return None
        messages.error(self.request, reason)  # type: ignore[attr-defined]
        room = "wagtailimages" if isinstance(thing, Picture) else "wagtaildocs"
        return redirect(reverse(f"{room}:edit", args=[thing.pk]))


class DeletePicture(KeepsWhatStoriesUse, images.DeleteView):
    """Deletes a picture that no story uses."""


class DeleteDocument(KeepsWhatStoriesUse, documents.DeleteView):
    """Deletes a document that no story uses."""


class KeepsWhatStoriesUseMeanwhile:
    """Takes back an upload, unless a story uses it already."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer with the reason if the upload is in use."""
        model = self.get_model()  # type: ignore[attr-defined]
        thing = get_object_or_404(model, pk=kwargs[self.pk_url_kwarg])  # type: ignore[attr-defined]
        reason = why_kept(thing)
        if reason is None:
            answer: HttpResponse = super().post(request, *args, **kwargs)  # type: ignore[misc]
            return answer
        messages.error(request, reason)
        return JsonResponse({"success": False, "error_message": reason})


class TakeBackPicture(KeepsWhatStoriesUseMeanwhile, many_images.DeleteView):
    """Takes back a picture on the screen of many uploads."""


class TakeBackDocument(KeepsWhatStoriesUseMeanwhile, many_documents.DeleteView):
    """Takes back a document on the screen of many uploads."""


def screens_before_wagtails() -> list[URLPattern]:
    """Return our screens at Wagtail's own addresses."""
    return [
        path("images/<int:image_id>/delete/", DeletePicture.as_view()),
        path("images/multiple/<int:image_id>/delete/", TakeBackPicture.as_view()),
        path("documents/delete/<int:document_id>/", DeleteDocument.as_view()),
        path("documents/multiple/<int:doc_id>/delete/", TakeBackDocument.as_view()),
    ]


def refuse_used_media(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    """Delete none of the chosen pictures or documents if stories use some of them."""
    if action_type != "delete" or action.model not in (Picture, get_document_model()):
        return None
    reasons = [reason for thing in objects if (reason := why_kept(thing))]
    for reason in reasons:
        messages.error(request, reason)
    return redirect(action.next_url) if reasons else None


def why_kept(thing: Any) -> str | None:
    """Say how many stories use the thing, or nothing if none does."""
    count = len(stories_with(thing))
    if not count:
        return None
    sentence = ngettext(
        "“%(thing)s” is used by %(count)d story: take it out there before you delete it.",
        "“%(thing)s” is used by %(count)d stories: take it out there before you delete it.",
        count,
    )
    return sentence % {"thing": thing, "count": count}
