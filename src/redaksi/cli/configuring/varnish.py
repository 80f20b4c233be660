"""What goes into Varnish's configuration: where the newspaper is and how it is purged."""

from __future__ import annotations

from urllib.parse import urlsplit

from redaksi.cli.configuring import answers
from redaksi.edge.newsroom import SECONDS_TO_ANSWER, SECONDS_TO_CONNECT
from redaksi.edge.visitors import SESSION_COOKIE
from redaksi.instance.layout import Instance


def varnish(instance: Instance) -> dict[str, str]:
    """Return the texts for the places of the template."""
    host, _colon, port = answers.edge_address(instance.config).rpartition(":")
    return {
        "host": host.strip("[]"),
        "port": port,
        "netloc": urlsplit(instance.config.base_url).netloc,
        "session": SESSION_COOKIE,
        "connect_seconds": str(int(SECONDS_TO_CONNECT)),
        "answer_seconds": str(int(SECONDS_TO_ANSWER) + 5),
    }
