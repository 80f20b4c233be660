"""Asks on every screen of one front whether this person may lay it out."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from wagtail.permissions import policy_registry

from redaksi.fronts.models import Front
from redaksi.newsroom.keys import number_in


def front_of(user: Any, key: object) -> Front:
    """Return the front with a key.

    Raises:
        Http404: if there is none.
        PermissionDenied: if it is not this person's to lay out.
    """
    front = get_object_or_404(Front.objects.select_related("section"), pk=number_in(str(key)))
    policy = policy_registry.get_by_type(Front)
    if not policy.user_has_permission_for_instance(user, "change", front):
        raise PermissionDenied(
            _("“%s” is laid out by the editors of its desk, the home page by chiefs.") % front
        )
    return front


class OwnFront:
    """A view of one front that opens only for those who may lay it out."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Look at the row before anything else happens."""
        front_of(request.user, unquote(str(kwargs.get("pk", args[0] if args else ""))))
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
