"""Watches a browser context for everything that should never happen on a page of the paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response

TELL_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) => console.error(
  `policy: ${event.effectiveDirective} blocked ${event.blockedURI} ` +
  `at ${event.sourceFile}:${event.lineNumber} ${event.sample} on ${location.pathname}`
));
"""
#: What the browser logs about an answer that is an error; ``_answered`` tells it better.
LOGGED_ANSWER = "Failed to load resource: the server responded with a status of"
#: A page that is left takes its requests with it.
LEFT = "net::ERR_ABORTED"


@dataclass
class Watch:
    """Collects console errors, script errors, blocked things, foreign hosts and failed requests."""

    address: str
    troubles: list[str] = field(default_factory=list)
    expected: set[int] = field(default_factory=set)
    """Statuses of 400 and above that the test provokes on purpose."""

    def over(self, context: BrowserContext) -> None:
        """Watch every page of the context, those opened later too."""
        context.add_init_script(TELL_VIOLATIONS)
        context.on("console", self._said)
        context.on("weberror", lambda error: self.troubles.append(f"script: {error.error}"))
        context.on("request", self._asked)
        context.on("requestfailed", self._failed)
        context.on("response", self._answered)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(LOGGED_ANSWER):
            self.troubles.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        own = f"{parts.scheme}://{parts.netloc}" == self.address
        if not own and parts.scheme not in {"data", "blob", "about"}:
            self.troubles.append(f"foreign: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != LEFT:
            self.troubles.append(f"failed: {request.url} ({request.failure})")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self.expected:
            self.troubles.append(f"{response.status}: {response.request.method} {response.url}")
