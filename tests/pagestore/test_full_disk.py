"""When the disk is full or read-only, readers keep their pages and the writer is told why."""

from __future__ import annotations

import os
import subprocess

import pytest

from redaksi.pagestore.page import Page
from redaksi.pagestore.store import PageStore
from redaksi.pagestore.trouble import Reason, StoreUnwritable

OLD = [Page("/", b"home"), Page("/a/", b"old")]


def mount(*arguments):
    return subprocess.run(["mount", *map(str, arguments)], capture_output=True, check=False)


@pytest.fixture
def small_disk(tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    if mount("-t", "tmpfs", "-o", "size=2m", "none", folder).returncode:
        pytest.skip("NOT TESTED: a full disk; mounting a small one takes more rights than we have")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def store(small_disk):
    store = PageStore(small_disk / "pages")
    store.put(OLD)
    yield store
    store.close()


def fill(folder, *, leave):
    facts = os.statvfs(folder)
    room = facts.f_bavail * facts.f_frsize - leave
    (folder / "filling").write_bytes(bytes(room))


def left_behind(store):
    return list(store.tree.left_overs())


@pytest.mark.parametrize("leave", [0, 8192, 65536, 131072])
def test_a_full_disk_costs_no_page_and_heals(store, small_disk, leave):
    new = [Page("/a/", os.urandom(200_000)), Page("/b/", os.urandom(200_000))]
    fill(small_disk, leave=leave)

    with pytest.raises(StoreUnwritable) as raised:
        store.put(new)

    assert raised.value.reason is Reason.FULL
    assert "disk is full" in str(raised.value)
    assert [store.read(page.address) for page in OLD] == OLD
    assert left_behind(store) == []

    (small_disk / "filling").unlink()
    new = [Page("/a/", b"new"), Page("/b/", b"new")]
    assert store.put(new) == ["/a/", "/b/"]
    assert [store.read(page.address) for page in new] == new


def test_the_cause_of_a_full_disk_is_the_system_s_own_error(store, small_disk):
    fill(small_disk, leave=131072)

    with pytest.raises(StoreUnwritable) as raised:
        store.put([Page("/a/", os.urandom(200_000))])

    assert isinstance(raised.value.__cause__, OSError)
    assert [wish.address for wish in store.index.wanted(9)] == ["/a/"]


def test_a_read_only_disk_is_read_and_named(store, small_disk):
    store.close()
    assert mount("-o", "remount,ro", small_disk).returncode == 0

    again = PageStore(small_disk / "pages")
    for change in (
        lambda: again.put([Page("/a/", b"new")]),
        lambda: again.remove(["/a/"]),
        lambda: again.index.want(addresses=["/a/"]),
        lambda: again.put_error_page(404, b"x"),
    ):
        with pytest.raises(StoreUnwritable) as raised:
            change()
        assert raised.value.reason is Reason.READ_ONLY
    assert [again.read(page.address) for page in OLD] == OLD

    assert mount("-o", "remount,rw", small_disk).returncode == 0
    assert again.put([Page("/a/", b"new")]) == ["/a/"]
    again.close()
