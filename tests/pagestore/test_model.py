"""Whatever is put, removed and compressed in whatever order, the store is what a dict would be."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from redaksi.pagestore.page import Page
from redaksi.pagestore.store import PageStore

ADDRESSES = st.sampled_from(["/", "/a/", "/a/b/", "/umpan.xml", "/a/umpan.json"])
BODIES = st.binary(max_size=40)
TAGS = st.frozensets(st.sampled_from(["story:1", "story:2", "front:a"]))
PAGES = st.one_of(
    st.builds(Page, ADDRESSES, BODIES, st.sampled_from([200, 410]), tags=TAGS),
    st.builds(Page, ADDRESSES, status=st.just(301), location=st.just("/a/"), tags=TAGS),
)


def what_readers_get(page):
    return page and (page.status, page.body, page.location)


class StoreAgainstDict(RuleBasedStateMachine):
    """Runs every change against the store and against a dict of pages and a dict of wishes."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = PageStore(self.folder / "pages")
        self.pages = {}
        self.wanted = set()

    @rule(pages=st.lists(PAGES, max_size=3, unique_by=lambda page: page.address))
    def put(self, pages):
        changed = [
            page.address
            for page in pages
            if what_readers_get(self.pages.get(page.address)) != what_readers_get(page)
        ]
        generation = self.store.generation.read()

        assert self.store.put(pages) == changed
        assert (self.store.generation.read() > generation) == bool(changed)
        self.pages.update({page.address: page for page in pages})

    @rule(addresses=st.sets(ADDRESSES, max_size=2))
    def remove(self, addresses):
        there = {address for address in addresses if self.pages.pop(address, None)}

        assert set(self.store.remove(addresses)) == there

    @rule(address=ADDRESSES)
    def recompress(self, address):
        self.store.recompress(address)

    @rule(tags=TAGS, addresses=st.sets(ADDRESSES, max_size=1))
    def want(self, tags, addresses):
        touched = {page.address for page in self.pages.values() if page.tags & tags} | addresses

        assert self.store.index.want(tags=tags, addresses=addresses) == len(touched)
        self.wanted |= touched

    @rule(limit=st.integers(1, 3))
    def done(self, limit):
        wishes = self.store.index.wanted(limit)

        assert self.store.index.done(*wishes) == len(wishes)
        self.wanted -= {wish.address for wish in wishes}

    @rule()
    def open_again(self):
        self.store.close()
        self.store = PageStore(self.folder / "pages")

    @invariant()
    def is_what_the_dict_is(self):
        store = self.store
        assert set(store.addresses()) == set(self.pages)
        for address, page in self.pages.items():
            assert what_readers_get(store.read(address)) == what_readers_get(page)
            assert store.tree.statuses(address) == [page.status]
            assert store.index.tags_of(address) == page.tags
            if page.status != 301:
                assert set(store.tree.bodies(address, page.status)) == {page.body}
        assert store.index.count() == len(self.pages)
        assert {wish.address for wish in store.index.wanted(99)} == self.wanted
        assert list(store.tree.left_overs()) == []

    def teardown(self):
        self.store.close()
        shutil.rmtree(self.folder)


StoreAgainstDict.TestCase.settings = settings(max_examples=15, stateful_step_count=12)
TestStoreAgainstDict = StoreAgainstDict.TestCase
