"""Wagtail's API for its own screens, answering about media only those who may choose them."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.permissions import policy_registry


class OnlyForThoseWhoChoose:
    """An endpoint that asks the policy of its model, which Wagtail's do not."""

    def get_queryset(self) -> QuerySet[Any]:
        """Return the objects.

        Raises:
            PermissionDenied: if the person may choose none of them.
        """
        policy = policy_registry.get_by_type(self.model)  # type: ignore[attr-defined]
        if not policy.user_has_permission(self.request.user, "choose"):  # type: ignore[attr-defined]
            raise PermissionDenied(_("You are on no desk: a chief can put you on one."))
        objects: QuerySet[Any] = super().get_queryset()  # type: ignore[misc]
        return objects


class Pictures(OnlyForThoseWhoChoose, ImagesAdminAPIViewSet):
    """The pictures."""


class Documents(OnlyForThoseWhoChoose, DocumentsAdminAPIViewSet):
    """The documents."""


def put_desks_in_front(router: WagtailAPIRouter) -> None:
    """Take the places of Wagtail's endpoints."""
    router.register_endpoint("images", Pictures)
    router.register_endpoint("documents", Documents)
