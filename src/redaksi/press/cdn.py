"""Speaks with the CDN, through Wagtail's front-end cache backends and what they lack: tags."""

from __future__ import annotations

import http.client
import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.contrib.frontend_cache.backends import (
    CloudflareBackend,
    CloudfrontBackend,
    HTTPBackend,
)

from redaksi.instance.cdn import CdnAddress, read_cdn_address
from redaksi.pagestore.cache_tags import EVERYTHING

SECONDS_TO_ANSWER = 10.0
CLOUDFLARE_SECONDS = 30.0


class PurgeFailed(Exception):
    """The CDN was not reached, or refused; the text says which."""


class Varnish(HTTPBackend):
    """Varnish with our own VCL: ``PURGE`` by address, ``BAN`` by tag."""

    def purge_batch(self, urls: Sequence[str]) -> None:
        """Forget these addresses; raises OSError, HTTPException or PurgeFailed."""
        with self._connection() as connection:
            for url in urls:
                parts = urlsplit(url)
                self._ask(connection, "PURGE", parts.path, {"Host": parts.netloc})

    def purge(self, url: str) -> None:
        """Forget one address; raises what ``purge_batch`` does."""
        self.purge_batch([url])

    def purge_tags(self, tags: Sequence[str]) -> None:
        """Forget everything that carries one of the tags; raises what ``purge_batch`` does."""
        with self._connection() as connection:
            self._ask(connection, "BAN", "/", {"Cache-Tag": ",".join(tags)})

    @contextmanager
    def _connection(self) -> Iterator[http.client.HTTPConnection]:
        connection = http.client.HTTPConnection(self.cache_netloc, timeout=SECONDS_TO_ANSWER)
        try:
            yield connection
        finally:
            connection.close()

    def _ask(
        self,
        connection: http.client.HTTPConnection,
        method: str,
        path: str,
        headers: dict[str, str],
    ) -> None:
        connection.request(method, path, headers=headers)
        response = connection.getresponse()
        response.read()
        if response.status != 200:
            raise PurgeFailed(f"{method} {path}: {response.status} {response.reason}")


class Cloudflare(CloudflareBackend):
    """Cloudflare: Wagtail's purging by address, and by tag."""

    def purge_tags(self, tags: Sequence[str]) -> None:
        """Forget everything that carries one of the tags; raises OSError or PurgeFailed."""
        import requests

        response = requests.post(
            self.cloudflare_purge_endpoint_url,
            json={"tags": list(tags)},
            headers={"Authorization": f"Bearer {self.cloudflare_token}"},
            timeout=CLOUDFLARE_SECONDS,
        )
        if not (response.ok and response.json().get("success")):
            raise PurgeFailed(f"tags: {response.status_code} {response.reason}")


class Cloudfront(CloudfrontBackend):
    """CloudFront, which knows no tags: the only tag we purge is on every answer."""

    def purge_tags(self, tags: Sequence[str]) -> None:
        """Forget everything; raises what boto3 does."""
        self.purge_batch(["/*"])


class Cdn:
    """The cache in front of the newspaper."""

    def __init__(self, backend: Any) -> None:
        self.backend = backend

    def forget(self, addresses: Sequence[str]) -> None:
        """Have the CDN fetch these addresses anew; raises PurgeFailed."""
        with _failures_raised():
            self.backend.purge_batch([settings.WAGTAILADMIN_BASE_URL + at for at in addresses])

    def forget_everything(self) -> None:
        """Have the CDN fetch the whole paper anew; raises PurgeFailed."""
        with _failures_raised():
            self.backend.purge_tags([EVERYTHING])


def open_cdn() -> Cdn | None:
    """Return the newspaper's CDN, None when it has none; raises ImportError without boto3."""
    address = read_cdn_address(settings.CONFIG.cdn)
    return Cdn(_backend(address)) if address.kind else None


def _backend(address: CdnAddress) -> Any:
    if address.kind == "varnish":
        return Varnish({"LOCATION": f"http://{address.place}"})
    if address.kind == "cloudflare":
        return Cloudflare({"ZONEID": address.place, "BEARER_TOKEN": address.secret})
    # Without a key, boto3 looks for one in its own places.
    keys = {"AWS_ACCESS_KEY_ID": address.key, "AWS_SECRET_ACCESS_KEY": address.secret}
    return Cloudfront({"DISTRIBUTION_ID": address.place, **(keys if address.key else {})})


@contextmanager
def _failures_raised() -> Iterator[None]:
    # Wagtail's backends only log that a purge failed, some of them to the root logger.
    told = _Told()
    logging.getLogger().addHandler(told)
    try:
        yield
    except PurgeFailed:
        raise
    except Exception as problem:
        raise PurgeFailed(f"{type(problem).__name__}: {problem}") from problem
    finally:
        logging.getLogger().removeHandler(told)
    if told.errors:
        raise PurgeFailed(told.errors[0])


class _Told(logging.Handler):
    """Takes down the errors that this thread logs."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.errors: list[str] = []
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        """Take down one error."""
        if record.thread == self._thread:
            self.errors.append(record.getMessage())
