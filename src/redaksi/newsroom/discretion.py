"""Keeps screens that work on several things at once from naming what the person may not see."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from wagtail.permissions import policy_registry

from redaksi.newsroom.keys import number_in

#: Who may do any of these with a thing may know that it is there.
SEEING = ("view", "choose", "change")


def discreet(view: Callable[..., Any]) -> Callable[..., Any]:
    """Let a bulk action, which acts on ``?id=``, meet only what the person may see.

    What they may not see is for them as if it were not there, whatever else they asked for.

    Raises:
        Http404: if nothing is left, or if an ``id`` is neither a key nor "all".
    """

    @wraps(view)
    def guarded(
        request: HttpRequest, app_label: str, model_name: str, *args: Any, **kwargs: Any
    ) -> Any:
        if request.user.is_authenticated:  # anybody else is sent to sign in
            seen = seen_by(request.user, app_label, model_name)
            kept = request.GET.copy()
            kept.setlist("id", _only(seen, request.GET.getlist("id")))
            request.GET = kept  # type: ignore[assignment]
        return view(request, app_label, model_name, *args, **kwargs)

    return guarded


def seen_by(user: Any, app_label: str, model_name: str) -> QuerySet[Any]:
    """Return those of a model's objects that the person may see.

    Raises:
        Http404: if there is no such model.
    """
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError as refusal:
        raise Http404 from refusal
    policy = policy_registry.get_by_type(model)
    if hasattr(policy, "explorable_instances"):
        pages: QuerySet[Any] = policy.explorable_instances(user)
        return pages
    seen: QuerySet[Any] = policy.instances_user_has_any_permission_for(user, SEEING)
    return seen


def _only(seen: QuerySet[Any], keys: list[str]) -> list[str]:
    numbers = {number_in(key) for key in keys if key != "all"}
    kept = [str(key) for key in seen.filter(pk__in=numbers).values_list("pk", flat=True)]
    if "all" in keys and seen.exists():
        kept.append("all")
    if not kept:
        raise Http404
    return kept
