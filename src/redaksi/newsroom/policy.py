"""Three Content-Security-Policies: the strictest for readers, and two for the newsroom."""

from __future__ import annotations

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase


class PolicyMiddleware(CSPMiddleware):
    """Gives newsroom screens and previews their own policies, and everything else the readers'."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """Choose the policy by the address; a preview is a page of the paper inside the editor."""
        parts: PolicyParts = super().get_policy_parts(request, response, report_only)
        if getattr(request, "is_preview", False):
            parts.replace = settings.PREVIEW_POLICY
        elif request.path_info.startswith(f"/{settings.CONFIG.newsroom_path}/"):
            parts.replace = settings.NEWSROOM_POLICY
        return parts
