"""Switches a control of the program off, to show that a fault test can see what it is for."""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any


def switch_off(control: str) -> None:
    """Switch one control off in this process and those forked from it; none for an empty name."""
    if control:
        CONTROLS[control]()


def without_outbox() -> None:
    """Publish without a promise that the pages are made again."""
    from redaksi.articles import promising

    def forget(**details: Any) -> None:
        """Promise nothing."""

    promising.promise = forget


def without_transaction() -> None:
    """Publish and unpublish step by step, each committed by itself."""
    from redaksi.articles import publishing, recording
    from redaksi.articles.models import article

    at_once = recording.record_change

    def later(*seen: Any) -> None:
        """Record after a while, so that a few kills are enough to hit it."""
        time.sleep(0.1)
        at_once(*seen)

    recording.record_change = later
    article.transaction = SimpleNamespace(atomic=nullcontext)  # type: ignore[assignment]
    for action in (publishing.ArticlePublish, publishing.ArticleUnpublish):
        action.execute = action.execute.__wrapped__  # type: ignore[method-assign,attr-defined]


def without_rename() -> None:
    """Write pages in their places: the half of each first, the rest when all have been begun."""
    from redaksi.pagestore.writing import Batch

    finish = Batch.commit
    begun: dict[Path, bytes] = {}

    def write(self: Batch, name: str, data: bytes, modified: int) -> None:
        path: Path = self._tree / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data[: len(data) // 2])
        begun[path] = data

    def commit(self: Batch, *, then_remove: Iterable[str] = ()) -> list[str]:
        time.sleep(0.05)
        for path, data in begun.items():
            path.write_bytes(data)
        begun.clear()
        return finish(self, then_remove=then_remove)

    Batch.write = write  # type: ignore[method-assign]
    Batch.commit = commit  # type: ignore[method-assign]


def without_claim() -> None:
    """Publish what was due when the round began, without looking at it again."""
    from wagtail.models import Revision

    from redaksi.articles import scheduling

    scheduling._claim = lambda pk: Revision.objects.filter(pk=pk).first()


CONTROLS = {
    "outbox": without_outbox,
    "transaction": without_transaction,
    "rename": without_rename,
    "claim": without_claim,
}
