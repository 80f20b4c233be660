"""A CDN forgets exactly what changed, whatever happens in between."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.utils import timezone

from redaksi.articles.models import Article
from redaksi.articles.publishing import publish, unpublish
from redaksi.instance.cdn import CdnAddress, read_cdn_address
from redaksi.press import purging
from redaksi.press.cdn import Cdn, PurgeFailed, open_cdn
from redaksi.press.models import Purge
from redaksi.press.purging import Purging, pause_after
from tests.ports import unused_port
from tests.press.conftest import Paper
from tests.press.varnish import Varnish, varnish_before, way_to

pytestmark = pytest.mark.django_db
Use = Callable[[int], Cdn]


@pytest.fixture
def use(settings: Any) -> Use:
    """Take the Varnish at a port for the newspaper's CDN."""

    def use_it(port: int) -> Cdn:
        address = f"varnish://127.0.0.1:{port}"
        settings.CONFIG = dataclasses.replace(settings.CONFIG, cdn=address)
        cdn = open_cdn()
        assert cdn is not None
        return cdn

    return use_it


@pytest.fixture
def varnish(paper: Paper, tmp_path: Path) -> Iterator[Varnish]:
    """A Varnish that has fetched every page of the paper once."""
    folder = tmp_path / "before"
    folder.mkdir()
    with varnish_before(paper.store.root, folder) as running:
        statuses = {running.get(address)[0] for address in paper.store.addresses()}
        assert statuses <= {200, 301}
        assert not_kept(running, paper) == []
        yield running


def not_kept(varnish: Varnish, paper: Paper) -> list[str]:
    """Return the addresses that Varnish has to fetch; afterwards it has them all."""
    return sorted(at for at in paper.store.addresses() if not varnish.is_kept(at))


def change_text(paper: Paper, text: str) -> str:
    """Publish a new version of a story and press it; return its address."""
    draft = Article.objects.get(pk=paper.stories[3].pk).get_latest_revision_as_object()
    draft.body = [("paragraph", f"<p>{text}</p>")]
    draft.save_revision()
    publish(Article.objects.get(pk=draft.pk))
    return str(Article.objects.get(pk=draft.pk).url)


def go_round_until_told(purging: Purging) -> None:
    Purge.objects.update(not_before=timezone.now())
    while Purge.objects.exists():
        assert purging.go_round()


def test_a_new_version_is_seen_and_what_did_not_change_stays(
    paper: Paper, varnish: Varnish, use: Use
) -> None:
    cdn = use(varnish.port)
    address = change_text(paper, "Isi yang baru.")
    done = paper.press()
    before = varnish.get(address)

    go_round_until_told(Purging(cdn))

    assert ("Isi yang baru." in before[1], before[2]) == (False, True)
    assert not_kept(varnish, paper) == sorted(done.changed)
    assert address in done.changed
    assert "Isi yang baru." in varnish.get(address)[1]


def test_what_is_taken_offline_is_gone_with_its_pictures(
    paper: Paper, varnish: Varnish, use: Use
) -> None:
    cdn = use(varnish.port)
    story = Article.objects.get(pk=paper.stories[5].pk)
    folder = paper.store.tree.folder
    files = [f"/{at.relative_to(folder)}" for at in folder.glob("documents/**/*.pdf")]
    pictures = [f"/{at.relative_to(folder)}" for at in folder.glob("media/**/*.*")]
    kept = [at for at in pictures if varnish.get(at)[0] == 200 and varnish.is_kept(at)]
    assert kept == pictures

    unpublish(story)
    paper.press()
    go_round_until_told(Purging(cdn))

    assert varnish.get(story.url)[0] != 200
    gone = [at for at in [*files, *pictures] if not (folder / at[1:]).exists()]
    assert gone
    assert [varnish.get(at)[0] for at in gone] == [503] * len(gone)


def test_a_file_that_the_upkeep_takes_away_is_told(paper: Paper, use: Use, tmp_path: Path) -> None:
    use(unused_port())
    (tmp_path / "renditions").mkdir()
    (tmp_path / "renditions/lama.webp").write_bytes(b"lama")
    paper.store.release(["renditions/lama.webp"], tmp_path)

    assert purging.withdraw_unused(paper.store) == ["media/renditions/lama.webp"]

    waiting = Purge.objects.values_list("address", "is_settled")
    assert list(waiting) == [("/media/renditions/lama.webp", True)]


def test_a_cdn_that_was_not_reached_is_told_when_it_is_back(
    paper: Paper, varnish: Varnish, use: Use
) -> None:
    port = unused_port()
    cdn = use(port)
    address = change_text(paper, "Isi yang baru.")
    changed = paper.press().changed
    waiting = Purge.objects.count()

    assert Purging(cdn).go_round() == 0
    assert Purge.objects.filter(tries=1, not_before__gt=timezone.now()).count() == waiting
    assert varnish.is_kept(address)
    with way_to(varnish.port, port):
        # Another process, as after a restart: what waits is in the database.
        go_round_until_told(Purging(cdn))

    assert not_kept(varnish, paper) == sorted(changed)


def test_too_many_changes_are_told_as_the_whole_paper(
    paper: Paper, varnish: Varnish, use: Use, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(purging, "TOO_MANY", 0)
    cdn = use(varnish.port)
    change_text(paper, "Isi yang baru.")
    changed = paper.press().changed
    sender = Purging(cdn)

    assert sender.go_round() == len(changed)

    everything = sorted(paper.store.addresses())
    assert not_kept(varnish, paper) == everything
    assert Purge.objects.count() == 0
    # Not again at once, or the CDN would never have anything.
    change_text(paper, "Isi yang lebih baru.")
    paper.press()
    assert (sender.go_round(), not_kept(varnish, paper)) == (0, [])


def test_killed_while_pages_change_everything_in_hand_is_told(
    paper: Paper, varnish: Varnish, use: Use
) -> None:
    cdn = use(varnish.port)
    address = str(paper.stories[3].url)
    with (
        pytest.raises(KeyboardInterrupt),
        purging.purging(paper.store, [address]),
    ):
        raise KeyboardInterrupt
    assert Purging(cdn).go_round() == 0

    purging.settle_left_overs()
    go_round_until_told(Purging(cdn))

    assert not_kept(varnish, paper) == [address]


def test_a_page_is_one_whatever_query_it_is_asked_with(paper: Paper, varnish: Varnish) -> None:
    address = str(paper.stories[3].url)

    assert varnish.is_kept(f"{address}?utm_source=x")


def test_each_coding_is_kept_and_purged(paper: Paper, varnish: Varnish, use: Use) -> None:
    cdn = use(varnish.port)
    address = str(paper.stories[3].url)
    codings = ("br", "zstd", "gzip", "gzip;q=0.5, br")
    for coding in codings:
        assert varnish.ask("GET", address, Accept_Encoding=coding) == 200

    cdn.forget([address])

    assert not varnish.is_kept(address)
    assert not varnish.get(address, Accept_Encoding="br")[2]


def test_somebody_signed_in_is_not_shown_what_is_kept(paper: Paper, varnish: Varnish) -> None:
    address = str(paper.stories[3].url)

    assert varnish.get(address, Cookie="a=1; sessionid=abc")[2] is False
    assert varnish.get(address, Cookie="other=1")[2] is True


def test_only_the_newsroom_purges_and_only_by_tags(paper: Paper, varnish: Varnish) -> None:
    stranger = {"source": "127.0.0.2", "Cache_Tag": "paper"}

    assert [varnish.ask("BAN", "/", Cache_Tag=tag) for tag in ("x y", "x) || (a")] == [400, 400]
    assert [varnish.ask(method, "/", **stranger) for method in ("PURGE", "BAN")] == [403, 403]
    assert not_kept(varnish, paper) == []


def test_cloudflare_is_asked_by_tag_and_its_refusal_is_noticed(settings: Any) -> None:
    settings.CONFIG = dataclasses.replace(settings.CONFIG, cdn="cloudflare://key@zone")
    cdn = open_cdn()
    assert cdn is not None
    asked: list[tuple[str | None, bytes]] = []

    class Cloudflare(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append((self.headers["Authorization"], body))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"success": true}' if len(asked) == 1 else b'{"success": false}')

        def log_message(self, *words: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Cloudflare) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        cdn.backend.cloudflare_purge_endpoint_url = f"http://127.0.0.1:{server.server_port}/"
        cdn.forget_everything()
        with pytest.raises(PurgeFailed):
            cdn.forget_everything()
        server.shutdown()

    assert asked == [("Bearer key", b'{"tags": ["paper"]}')] * 2


def test_without_a_cdn_nothing_is_noted(paper: Paper) -> None:
    change_text(paper, "Isi yang baru.")

    paper.press()

    assert Purge.objects.count() == 0


def test_pauses_get_longer_and_stay_bearable() -> None:
    assert [pause_after(tries) for tries in (1, 2, 3, 9, 10, 1000)] == [1, 2, 4, 256, 300, 300]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("", CdnAddress()),
        ("varnish://cache.example", CdnAddress("varnish", "cache.example:80")),
        ("varnish://[::1]:6081/", CdnAddress("varnish", "[::1]:6081")),
        ("cloudflare://to%2Fken@abc123", CdnAddress("cloudflare", "abc123", "", "to/ken")),
        ("cloudfront://E2QW", CdnAddress("cloudfront", "E2QW")),
        ("cloudfront://AK:s%2Fk@E2QW", CdnAddress("cloudfront", "E2QW", "AK", "s/k")),
    ],
)
def test_addresses_of_cdns_are_read(text: str, address: CdnAddress) -> None:
    assert read_cdn_address(text) == address


@pytest.mark.parametrize("text", ["varnish://", "cloudflare://secret", "https://secret@x", "x"])
def test_other_addresses_are_refused_without_repeating_them(text: str) -> None:
    with pytest.raises(ValueError, match="varnish://HOST:PORT") as refused:
        read_cdn_address(text)

    assert "secret" not in str(refused.value)
