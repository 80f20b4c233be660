"""Fills a newspaper with an archive of any size, by bulk insertion past the services."""

from __future__ import annotations

from django.db import connection

from bench.filling.articles import add_articles
from bench.filling.bulk import in_bulk
from bench.filling.pictures import add_pictures
from bench.filling.staff import hire, open_sections
from bench.filling.traces import add_reviews
from redaksi.articles.models import OutboxEntry
from redaksi.press.starting import settle_every_list

PICTURES_PER_ARTICLE = 0.2


def fill(size: int) -> None:
    """Fill a founded newspaper with ``size`` articles and everything that comes with them."""
    sections = open_sections()
    hire(sections)
    with in_bulk():
        pictures = add_pictures(int(size * PICTURES_PER_ARTICLE))
        add_articles(size, pictures)
        add_reviews(size)
        # As the press does when it meets an archive that came from elsewhere.
        settle_every_list()
        OutboxEntry.objects.all().delete()
    if connection.vendor == "postgresql":
        # The server's autovacuum would do it within minutes.
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
