"""Finds out where the time of pressing goes: rendering, compressing, writing."""

from __future__ import annotations

import time
from pathlib import Path

from django.conf import settings

from redaksi.pagestore.coding import coded
from redaksi.pagestore.page import Page
from redaksi.pagestore.store import PageStore
from redaksi.press.bulk import CHUNK
from redaksi.press.rendering import render_all

#: The first ones find Django's templates not loaded yet.
WARM_UP = 20


def shares(addresses: list[str], store_at: str) -> dict[str, float]:
    """Press pages into a store of their own; return milliseconds a page for each kind of work."""
    render_all(addresses[:WARM_UP])
    render, compress, write, number = 0.0, 0.0, 0.0, 0
    store = PageStore(Path(store_at))
    for start in range(0, len(addresses), CHUNK):
        began = time.perf_counter()
        answers = render_all(addresses[start : start + CHUNK])
        pages = [page for _address, page in answers if isinstance(page, Page)]
        rendered = time.perf_counter()
        for page in pages:
            coded(page.body)
        compressed = time.perf_counter()
        store.put(pages, private_root=settings.MEDIA_ROOT)
        stored = time.perf_counter()
        render += rendered - began
        compress += compressed - rendered
        # The store compresses, too.
        write += (stored - compressed) - (compressed - rendered)
        number += len(pages)
    store.close()
    spent = {"render": render, "compress": compress, "write": write}
    return {name: 1000 * seconds / max(1, number) for name, seconds in spent.items()}
