"""Keeps Wagtail's reports, which know no desks, for those who oversee every desk."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext as _

from redaksi.newsroom.roles import reach_of

View = Callable[..., Any]


def chiefs_only(view: View) -> View:
    """Open the view for chiefs only.

    Raises:
        PermissionDenied: for everybody else who has signed in; the others are to sign in first.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.user.is_authenticated and not reach_of(request.user).is_chief:
            raise PermissionDenied(_("Reports span every desk, so only chiefs see them."))
        return view(request, *args, **kwargs)

    return guarded
