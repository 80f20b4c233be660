"""Writes configurations of other servers, from the edge's own table of addresses and headers."""

from __future__ import annotations

from redaksi.cli.configuring.caddy import caddy
from redaksi.cli.configuring.filling import fill
from redaksi.cli.configuring.nginx import nginx
from redaksi.cli.configuring.systemd import systemd
from redaksi.cli.configuring.varnish import varnish
from redaksi.instance.layout import Instance

WRITERS = {
    "nginx": ("nginx.conf", nginx),
    "caddy": ("Caddyfile", caddy),
    "varnish": ("redaksi.vcl", varnish),
    "systemd": ("redaksi.service", systemd),
}
"""For each server its template and the function that knows what goes into the places."""


def configuration(server: str, instance: Instance) -> str:
    """Return the text of a server's configuration for a newspaper."""
    template, places = WRITERS[server]
    return fill(template, places(instance))
