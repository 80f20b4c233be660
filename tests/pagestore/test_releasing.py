"""Readers get the files of published pages, and only those."""

from __future__ import annotations

import pytest

from redaksi.pagestore.addresses import BadAddress
from redaksi.pagestore.page import Page

PHOTO = "renditions/beras.width-800.avif"


@pytest.fixture
def private(tmp_path):
    root = tmp_path / "private"
    for name in (PHOTO, "renditions/lain.avif", "documents/laporan.pdf"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    (tmp_path / "secret.key").write_text("secret")
    return root


def in_tree(store):
    tree = store.tree.folder
    files = [path for place in ("media", "documents") for path in (tree / place).rglob("*")]
    return sorted(str(path.relative_to(tree)) for path in files if path.is_file())


def page(address, *files, body=b"x", status=200):
    return Page(address, body, status, files=frozenset(files))


def test_a_released_file_is_the_private_one_under_another_name(store, private):
    assert store.release([PHOTO], private) == []

    assert (store.tree.folder / "media" / PHOTO).samefile(private / PHOTO)


def test_a_file_released_twice_leaves_nothing_lying_about(store, private):
    store.release([PHOTO], private)
    store.release([PHOTO], private)

    assert in_tree(store) == [f"media/{PHOTO}"]
    assert list(store.tree.left_overs()) == []


def test_a_changed_private_file_is_released_anew(store, private):
    store.release([PHOTO], private)
    (private / PHOTO).unlink()
    (private / PHOTO).write_bytes(b"another")

    store.release([PHOTO], private)

    assert (store.tree.folder / "media" / PHOTO).read_bytes() == b"another"


def test_a_put_releases_the_files_of_its_pages(store, private):
    offered = Page(
        "/a/",
        b"x",
        files=frozenset({PHOTO}),
        documents=frozenset({("3/laporan.pdf", "documents/laporan.pdf")}),
    )
    store.put([offered], private_root=private)

    assert in_tree(store) == ["documents/3/laporan.pdf", f"media/{PHOTO}"]
    assert store.index.addresses_with(f"file:{PHOTO}") == ["/a/"]


@pytest.mark.parametrize(
    "last",
    [page("/b/"), page("/b/", body=b""), page("/b/", status=410)],
    ids=["the same page", "another page", "a withdrawn page"],
)
def test_a_file_goes_with_the_last_page_that_shows_it(store, private, last):
    store.put([page("/a/", PHOTO), page("/b/", PHOTO)], private_root=private)

    store.remove(["/a/"])
    assert in_tree(store) == [f"media/{PHOTO}"]

    store.put([last], private_root=private)
    assert in_tree(store) == []
    assert (private / PHOTO).exists()


def test_a_file_that_moves_to_another_page_stays(store, private):
    store.put([page("/a/", PHOTO)], private_root=private)

    store.put([page("/a/"), page("/b/", PHOTO)], private_root=private)

    assert in_tree(store) == [f"media/{PHOTO}"]


def test_files_no_page_shows_are_withdrawn(store, private):
    store.release([PHOTO, "renditions/lain.avif"], private, [("9/x.pdf", "documents/laporan.pdf")])
    store.put([page("/a/", PHOTO)])

    assert sorted(store.withdraw_unused()) == ["documents/9/x.pdf", "media/renditions/lain.avif"]
    assert in_tree(store) == [f"media/{PHOTO}"]


@pytest.mark.parametrize("name", ["../secret.key", "/etc/passwd", "a/../../x", ".htaccess", "a\0b"])
def test_a_name_that_leads_elsewhere_is_refused(store, private, name):
    with pytest.raises(BadAddress):
        store.release([name], private)
    with pytest.raises(BadAddress):
        store.put([page("/a/", name)], private_root=private)

    assert in_tree(store) == []


def test_what_is_no_private_file_is_not_released(store, private, tmp_path):
    (private / "link.jpg").symlink_to(tmp_path / "secret.key")
    (private / "outside").symlink_to(tmp_path)
    (private / "folder.jpg").mkdir()

    missing = store.release(["link.jpg", "outside/secret.key", "folder.jpg", "no.jpg"], private)
    missing += store.release([], private, [("1/a.pdf", "../secret.key")])

    assert sorted(missing) == [
        *("../secret.key", "folder.jpg", "link.jpg", "no.jpg", "outside/secret.key")
    ]
    assert in_tree(store) == []
