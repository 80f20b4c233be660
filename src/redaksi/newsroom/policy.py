"""Two Content-Security-Policies: the strictest for readers, one with nonces for the newsroom."""

from __future__ import annotations

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase


class PolicyMiddleware(CSPMiddleware):
    """Gives addresses under the newsroom's path the newsroom's policy."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """Choose the policy by the address."""
        parts: PolicyParts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith(f"/{settings.CONFIG.newsroom_path}/"):
            parts.replace = settings.NEWSROOM_POLICY
        return parts
