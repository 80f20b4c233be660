"""Checks the settings: the public address, and Django's own deployment checks."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from redaksi.cli.checks.result import Check, failed, good, warning
from redaksi.instance.config import Config
from redaksi.instance.language import gettext as _


def check_address(config: Config) -> Check:
    """Whether readers elsewhere are served over TLS."""
    parts = urlsplit(config.base_url)
    if parts.scheme == "https" or _is_own_machine(parts.hostname or ""):
        return good("address", config.base_url)
    advice = _("Put TLS in front and set base_url to https://; passwords travel unprotected.")
    return warning("address", config.base_url, advice)


def check_deployment() -> Iterator[Check]:
    """Run Django's checks as ``manage.py check --deploy`` does (Django must run)."""
    from django.core import checks

    found = checks.run_checks(include_deployment_checks=True, databases=["default"])
    heard = [one for one in found if one.level >= checks.WARNING and not one.is_silenced()]
    for finding in heard:
        make = failed if finding.level >= checks.ERROR else warning
        yield make(f"Django {finding.id}", finding.msg, finding.hint or "")
    if not heard:
        yield good("Django", _("no findings"))


def _is_own_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
