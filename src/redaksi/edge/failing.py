"""What visitors get when there is nothing to send: the paper's own page, or a plain word."""

from __future__ import annotations

from http import HTTPStatus

from redaksi.edge.answer import Answer
from redaksi.edge.codings import Codings
from redaksi.edge.exchange import Exchange
from redaksi.edge.headers import security_headers
from redaksi.edge.kinds import STATUS_CACHE
from redaksi.edge.memory import Memory
from redaksi.edge.request import Request
from redaksi.edge.tree import Tree
from redaksi.edge.wire import written_head

SECONDS_TO_RETRY = 5
PAGES = {404: 404, 413: 413, 503: 503, 504: 503}
"""Which of the pressed error pages goes with which status."""

PLAIN = ("Content-Type", "text/plain; charset=utf-8")


class Failing:
    """Answers with a status that says why there is nothing else."""

    def __init__(self, memory: Memory, tree: Tree, codings: Codings, *, behind_tls: bool) -> None:
        self._memory = memory
        self._tree = tree
        self._codings = codings
        self._security = security_headers(behind_tls=behind_tls)

    def send(self, status: int, request: Request, exchange: Exchange) -> None:
        """Answer with the paper's page for the status; before it is pressed, with its name."""
        wanted = self._codings[request.accepted]
        # No address begins with a space, so that the two never meet on the shelf.
        key = f" {status}", wanted[0]
        shelf = self._memory.shelf()
        answer = shelf.get(key)
        if answer is None:
            answer = self._made(status, wanted)
            shelf.put(key, answer)
        answer.send(request, exchange)

    def _made(self, status: int, wanted: tuple[str, ...]) -> Answer:
        page = self._tree.error_page(PAGES[status], wanted) if status in PAGES else None
        more, body = page or ([PLAIN], HTTPStatus(status).phrase.encode("ascii"))
        headers = [
            *more,
            ("Content-Length", str(len(body))),
            ("Cache-Control", STATUS_CACHE.get(status, "no-store")),
            *self._security,
        ]
        if status in (503, 504):
            headers.append(("Retry-After", str(SECONDS_TO_RETRY)))
        return Answer(written_head(status, headers), body)
