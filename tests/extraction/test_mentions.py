"""A speaker phrase is taken apart into role, name and aliases."""

from __future__ import annotations

import pytest

from redaksi.extraction.lexicon import load
from redaksi.extraction.mentions import Mention, Source, read_mention
from redaksi.extraction.tokens import Token, tokenize


def read(text: str, language: str = "id") -> tuple[list[Token], Mention]:
    """The tokens of a phrase and what is read at its beginning."""
    tokens = tokenize(text, 0, len(text), load(language))
    mention = read_mention(tokens, 0, len(tokens))
    assert mention is not None
    return tokens, mention


def part(text: str, tokens: list[Token], span: tuple[int, int] | None) -> str | None:
    """The words of a range of tokens."""
    return text[tokens[span[0]].start : tokens[span[1] - 1].end] if span else None


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Ketua KPK Budi Santoso di", "Budi Santoso", "Ketua KPK"),
        ("Bupati Wringin Siti Aminah saat", "Siti Aminah", "Bupati Wringin"),
        ("Budi Santoso, Ketua RT 03, mengatakan", "Budi Santoso", "Ketua RT 03"),
        ("Wakil Ketua Komisi X DPR, Lalu Hadi Irawan, mengatakan", "Lalu Hadi Irawan",
         "Wakil Ketua Komisi X DPR"),
        ("Kepala Dinas, dr. Ani Lestari, M.Kes., di", "Ani Lestari", "Kepala Dinas"),
        ("Pelatih Laskar Muria, Budi Santoso, tidak", "Budi Santoso", "Pelatih Laskar Muria"),
        ("Prakirawan Stasiun Maritim, Siti Aminah, mengatakan", "Siti Aminah",
         "Prakirawan Stasiun Maritim"),
        ("Menteri Koordinator Bidang Politik, Hukum, dan Keamanan Budi Santoso di", "Budi Santoso",
         "Menteri Koordinator Bidang Politik, Hukum, dan Keamanan"),
        ("Siti Aminah (45), warga setempat, di", "Siti Aminah", "warga setempat"),
        ("Pak Budi saat", "Budi", None),
    ],
)  # fmt: skip
def test_role_and_name(text: str, name: str, role: str | None) -> None:
    tokens, mention = read(text)

    assert (part(text, tokens, mention.name), part(text, tokens, mention.role)) == (name, role)


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("Muhaimin Santoso atau Cak Imin di", "Cak Imin"),
        ("Tiara Lestari alias Tea di", "Tea"),
        ("Jusuf Santoso (JS) di", "JS"),
        ("pria yang akrab disapa Dani ini mengatakan", "Dani"),
    ],
)
def test_aliases(text: str, alias: str) -> None:
    assert read(text)[1].aliases == (alias,)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("dia, di", Source.PRONOUN),
        ("KPK, di", Source.BODY),
        ("Serikat pelaut Nusa Raya di", Source.BODY),
        ("para pedagang di", Source.GROUP),
        ("seorang perwira yang enggan disebut namanya.", Source.GROUP),
        ("politisi Partai Obor itu.", Source.DESCRIPTION),
        ("istri Budi itu.", Source.DESCRIPTION),
    ],
)
def test_what_kind_of_source(text: str, source: Source) -> None:
    assert read(text)[1].source is source


def test_english() -> None:
    text = "Jane Smith, a sociologist at the University of Leeds."
    tokens, mention = read(text, "en")

    assert part(text, tokens, mention.name) == "Jane Smith"
    assert part(text, tokens, mention.role) == "a sociologist at the University of Leeds"
