"""nginx ends TLS when the lines for it are taken from behind their ``#``, as the how-to says."""

from __future__ import annotations

import http.client
import json
import os
import re
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from redaksi.cli.configuring import configuration
from tests.cli.other_servers import need, running
from tests.cli.test_config_nginx import MAIN
from tests.edge import conftest
from tests.edge.conftest import ARTICLE, PAGES, Served
from tests.ports import unused_port

served = conftest.served

PUBLIC_PORT = unused_port()


@pytest.fixture(scope="module")
def chosen() -> dict[str, object]:
    return {"base_url": f"https://localhost:{PUBLIC_PORT}", "trusted_proxies": ["127.0.0.1"]}


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a key and a certificate for this machine, as Let's Encrypt names them."""
    folder = tmp_path_factory.mktemp("certificate")
    subprocess.run(
        [need("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
         "-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder


@pytest.fixture(scope="module")
def visitor(
    served: Served, certificate: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[http.client.HTTPSConnection]:
    """Somebody who asks nginx, and believes its certificate."""
    command = need("nginx")
    folder = tmp_path_factory.mktemp("nginx")
    (folder / "redaksi.conf").write_text(
        with_tls(configuration("nginx", served.instance), certificate)
    )
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(user + MAIN.format(folder=folder))
    trusting = ssl.create_default_context(cafile=str(certificate / "fullchain.pem"))
    with running([command, "-p", folder, "-c", folder / "nginx.conf"], PUBLIC_PORT, folder):
        yield http.client.HTTPSConnection("localhost", PUBLIC_PORT, context=trusting, timeout=10)


def with_tls(printed: str, certificate: Path) -> str:
    """Do what the how-to says, with a certificate and a port of our own."""
    lines = re.sub(r"^(\s*)# (listen 443 |ssl_)", r"\1\2", printed, flags=re.MULTILINE)
    lines = re.sub(r"/etc/letsencrypt/live/[^/]+", str(certificate), lines)
    without_plain = re.sub(r"^\s*listen \d+;$", "", lines, flags=re.MULTILINE)
    return without_plain.replace("listen 443 ", f"listen {PUBLIC_PORT} ")


def test_readers_get_pages_over_tls(visitor: http.client.HTTPSConnection) -> None:
    visitor.request("GET", ARTICLE)
    response = visitor.getresponse()

    assert (response.status, response.read()) == (200, PAGES[2].body)
    assert "max-age" in (response.getheader("Strict-Transport-Security") or "")


def test_the_newsroom_learns_that_tls_was_spoken(visitor: http.client.HTTPSConnection) -> None:
    visitor.request("GET", "/gema/")
    told = json.loads(visitor.getresponse().read())

    assert told["HTTP_X_FORWARDED_PROTO"] == "https"
    assert told["HTTP_HOST"] == f"localhost:{PUBLIC_PORT}"
