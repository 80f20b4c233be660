"""The shape of an article's address: ``/<section>/<yyyy>/<mm>/<dd>/<slug>/``."""

from __future__ import annotations

import datetime


def article_address(section_slug: str, day: datetime.date, slug: str) -> str:
    """Return the path of an article, for example ``/ekonomi/2026/01/30/harga-beras/``."""
    return f"/{section_slug}/{day:%Y/%m/%d}/{slug}/"
