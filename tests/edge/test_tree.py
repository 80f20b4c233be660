"""The edge finds an answer to every address of the paper, at every moment."""

from __future__ import annotations

import threading
from pathlib import Path

from redaksi.edge.codings import PREFERRED
from redaksi.edge.tree import Tree
from redaksi.pagestore.page import Page
from redaksi.pagestore.store import PageStore

ADDRESS = "/ekonomi/2026/01/30/harga-beras/"
CHANGES = 150


def test_a_page_that_is_taken_back_and_given_back_always_has_an_answer(tmp_path: Path) -> None:
    store = PageStore(tmp_path)
    versions = [Page(ADDRESS, b"<h1>Harga</h1>" * 40), Page(ADDRESS, b"<h1>Ditarik</h1>", 410)]
    store.put(versions[:1])
    tree = Tree(tmp_path / "tree", behind_tls=False)
    is_over = threading.Event()

    def change() -> None:
        for number in range(CHANGES):
            store.put([versions[(number + 1) % 2]])
        is_over.set()

    writer = threading.Thread(target=change)
    writer.start()
    missing, statuses = 0, set()
    while not is_over.is_set():
        found = tree.find(ADDRESS, PREFERRED)
        missing += found is None
        statuses.add(found.head[9:12] if found else b"")
    writer.join()
    store.close()

    assert missing == 0
    assert statuses == {b"200", b"410"}
