"""The shapes of addresses that sections and people have, and the words no section may take."""

PEOPLE = "orang"

#: First parts of paths that the paper itself uses or will use; no section may be called so.
RESERVED_SLUGS = frozenset(
    {
        PEOPLE, "api", "atom", "cari", "documents", "dokumen", "feed", "indeks", "media", "sebelum",
        "pedoman", "redaksi", "rss", "search", "sitemap", "static", "statis", "tag", "topik",
        "well-known",
    }
)  # fmt: skip


def section_address(slug: str) -> str:
    """Return the path of a section's page."""
    return f"/{slug}/"


def person_address(slug: str) -> str:
    """Return the path of a person's page."""
    return f"/{PEOPLE}/{slug}/"
