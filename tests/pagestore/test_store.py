"""Readers get what was put, until it is put anew or taken away."""

from __future__ import annotations

import gzip
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise

import brotli
import pytest
import zstandard

from redaksi.pagestore.addresses import BadAddress
from redaksi.pagestore.coding import coded
from redaksi.pagestore.page import Page
from redaksi.pagestore.store import PageStore
from redaksi.pagestore.trouble import Reason, StoreUnwritable

HARGA = "/ekonomi/harga/"
BODY = b"<p>Harga beras turun.</p>" * 40


def files(store):
    tree = store.tree.folder
    return sorted(str(path.relative_to(tree)) for path in tree.rglob("*") if path.is_file())


def test_a_page_lies_in_three_codings_and_never_as_it_is(store):
    assert store.put([Page(HARGA, BODY)]) == [HARGA]

    assert files(store) == [f"ekonomi/harga.html.{coding}" for coding in ("br", "gz", "zst")]
    tree = store.tree.folder / "ekonomi"
    assert gzip.decompress((tree / "harga.html.gz").read_bytes()) == BODY
    assert brotli.decompress((tree / "harga.html.br").read_bytes()) == BODY
    assert zstandard.decompress((tree / "harga.html.zst").read_bytes()) == BODY


def test_the_same_body_is_always_the_same_bytes():
    assert coded(BODY) == coded(bytes(bytearray(BODY)))


def test_an_unchanged_page_is_not_written_again(store):
    store.put([Page(HARGA, BODY), Page("/", b"home")])
    before = {name: (store.tree.folder / name).stat().st_ino for name in files(store)}
    generation = store.generation.read()

    assert store.put([Page(HARGA, BODY, tags=frozenset({"story:1"})), Page("/", b"home")]) == []

    assert {name: (store.tree.folder / name).stat().st_ino for name in files(store)} == before
    assert store.generation.read() == generation
    assert store.index.tags_of(HARGA) == {"story:1"}


def test_a_page_with_a_lost_file_is_written_again(store):
    store.put([Page(HARGA, BODY)])
    (store.tree.folder / "ekonomi/harga.html.zst").unlink()

    assert store.put([Page(HARGA, BODY)]) == [HARGA]
    assert (store.tree.folder / "ekonomi/harga.html.zst").exists()


@pytest.mark.parametrize(
    "page",
    [
        Page(HARGA, b"another"),
        Page(HARGA, b"Ditarik.", 410),
        Page(HARGA, status=301, location="/ekonomi/harga-beras/"),
    ],
    ids=lambda page: str(page.status),
)
def test_a_page_takes_the_place_of_every_other_status(store, page):
    others = [Page(HARGA, b"x", 410), Page(HARGA, status=301, location="/"), Page(HARGA, BODY)]
    for other in others:
        store.put([other])

        assert store.put([page]) == [HARGA]

        assert store.read(HARGA) == page
        assert store.tree.statuses(HARGA) == [page.status]


def test_a_redirect_is_one_small_plain_file(store):
    store.put([Page("/umpan.xml", status=301, location="/ekonomi/umpan.xml")])

    assert files(store) == ["umpan.xml.301"]
    assert (store.tree.folder / "umpan.xml.301").read_text() == "/ekonomi/umpan.xml\n"


def test_what_is_removed_is_gone(store):
    store.put([Page(HARGA, BODY), Page("/", b"home")])

    assert store.remove([HARGA, "/never/"]) == [HARGA]

    assert store.read(HARGA) is None
    assert list(store.addresses()) == ["/"]
    assert store.index.count() == 1
    assert store.index.wanted_count() == 0


def test_every_change_and_only_a_change_advances_the_generation(store):
    numbers = [store.generation.read()]
    for change in (
        lambda: store.put([Page(HARGA, BODY)]),
        lambda: store.put([Page(HARGA, BODY)]),
        lambda: store.put([Page(HARGA, b"", 410)]),
        lambda: store.remove([HARGA]),
        lambda: store.put_error_page(404, b"Tidak ada."),
        lambda: store.put_error_page(404, b"Tidak ada."),
    ):
        change()
        numbers.append(store.generation.read())

    assert [new - old for old, new in pairwise(numbers)] == [1, 0, 1, 1, 1, 0]


def test_no_two_versions_share_an_entity_tag(store):
    tags = set()
    for number in range(30):
        if number % 10 == 9:
            store.remove([HARGA])
        store.put([Page(HARGA, b"%04d" % number, 410 if number % 3 == 1 else 200)])
        name = "harga.410.html.gz" if number % 3 == 1 else "harga.html.gz"
        facts = (store.tree.folder / "ekonomi" / name).stat()
        tags.add((int(facts.st_mtime), facts.st_size))

    assert len(tags) == 30


def test_the_three_codings_have_the_same_whole_second(store):
    store.put([Page(HARGA, BODY)])

    assert len({(store.tree.folder / name).stat().st_mtime for name in files(store)}) == 1
    assert (store.tree.folder / files(store)[0]).stat().st_mtime_ns % 10**9 == 0


def test_recompressing_makes_files_smaller_and_keeps_their_time(store):
    body = b"".join(b"<p>Kalimat nomor %d.</p>" % (number**3) for number in range(900))
    store.put([Page(HARGA, body)])
    path = store.tree.folder / "ekonomi/harga.html.br"
    before, generation = path.stat(), store.generation.read()
    assert store.index.quickly_coded(9, before=int(before.st_mtime) + 1) == [HARGA]

    assert store.recompress(HARGA) == [HARGA]

    assert path.stat().st_size < before.st_size
    assert path.stat().st_mtime == before.st_mtime
    assert store.read(HARGA) == Page(HARGA, body)
    assert store.generation.read() == generation
    assert store.index.quickly_coded(9, before=int(before.st_mtime) + 1) == []
    assert store.put([Page(HARGA, body)]) == []


def test_error_pages_are_kept_apart_from_addresses(store):
    assert store.put_error_page(503, b"Sebentar lagi.")

    assert files(store) == ["503.html.br", "503.html.gz", "503.html.zst"]
    assert list(store.addresses()) == []
    with pytest.raises(ValueError, match="not 500"):
        store.put_error_page(500, b"")


def test_static_files_lie_as_they_are_and_text_in_codings_too(store):
    assert store.put_static({"css/a.css": BODY, "a.woff2": b"font"}) == ["css/a.css", "a.woff2"]
    assert store.put_static({"css/a.css": BODY}) == []

    assert files(store) == [
        "statis/a.woff2",
        *(f"statis/css/a.css{coding}" for coding in ("", ".br", ".gz", ".zst")),
    ]


def test_a_bad_address_stops_everything_before_it_begins(store):
    with pytest.raises(BadAddress):
        store.put([Page("/", b"home"), Page("/../etc/passwd", b"x")])
    with pytest.raises(BadAddress):
        store.remove(["/", "/a/../b/"])

    assert files(store) == []


@pytest.mark.parametrize("facts", [{"status": 404}, {"status": 301}, {"location": "/"}])
def test_what_no_reader_could_be_sent_is_no_page(facts):
    with pytest.raises(ValueError, match="status"):
        Page("/", **facts)


@pytest.mark.parametrize("location", ["//elsewhere.example/", "https://x/", "/a b", "/a\r\nb"])
def test_a_redirect_stays_on_the_site(location):
    with pytest.raises(ValueError, match="path"):
        Page("/", status=301, location=location)


def test_tidying_removes_left_overs_only(store):
    store.put([Page(HARGA, BODY)])
    kept = files(store)
    (store.tree.folder / "ekonomi/.tmp-0123").write_bytes(b"half")

    assert store.tidy() == 1
    assert files(store) == kept


def test_thrown_away_pages_are_gone_and_wishes_stay(store):
    store.put([Page(HARGA, BODY, tags=frozenset({"story:1"}))])
    store.put_error_page(404, b"Tidak ada.")
    store.index.want(addresses=["/"])

    store.throw_away()

    assert files(store) == ["404.html.br", "404.html.gz", "404.html.zst"]
    assert store.index.count() == 0
    assert [wanted.address for wanted in store.index.wanted(9)] == ["/"]
    assert store.put([Page(HARGA, BODY)]) == [HARGA]


def test_a_page_made_from_older_facts_does_not_replace_a_newer_one(store):
    store.index.want(addresses=[HARGA])
    early = store.index.clock()
    store.index.want(addresses=[HARGA])
    late = store.index.clock()

    assert store.put([Page(HARGA, b"new")], seen=late) == [HARGA]
    assert store.put([Page(HARGA, b"old")], seen=early) == []
    assert store.read(HARGA) == Page(HARGA, b"new")

    assert store.remove([HARGA], seen=store.index.clock()) == [HARGA]
    store.index.done(*store.index.wanted(9))
    assert store.put([Page(HARGA, b"old")], seen=early) == []
    assert store.read(HARGA) is None


def test_a_page_whose_files_could_not_be_moved_is_wanted_again_at_the_next_start(store):
    in_the_way = store.tree.folder / "ekonomi/harga.html.gz"
    in_the_way.mkdir(parents=True)

    with pytest.raises(StoreUnwritable):
        store.put([Page(HARGA, BODY), Page("/", b"home")])
    store.index.done(*store.index.wanted(9))
    in_the_way.rmdir()

    assert store.index.want_unsettled() == 2
    assert {wanted.address for wanted in store.index.wanted(9)} == {HARGA, "/"}


def test_an_index_whose_log_was_thrown_away_is_not_in_place(tmp_path):
    store = PageStore(tmp_path / "pages")
    store.index.want(addresses=["/"])
    assert store.is_in_place()

    (tmp_path / "pages/index.sqlite3-wal").unlink()
    was_in_place = store.is_in_place()
    store.close()
    again = PageStore(tmp_path / "pages")
    again.index.want(addresses=["/a/"])

    assert not was_in_place
    assert again.is_in_place()
    again.close()


def test_the_reason_passes_from_one_process_to_another(tmp_path):
    with ProcessPoolExecutor(1) as pool:
        told = pool.submit(StoreUnwritable, Reason.FULL, tmp_path).result()

    assert (told.reason, told.path) == (Reason.FULL, tmp_path)
    assert str(tmp_path) in str(told)
