"""Repairs text that was decoded with the wrong charset ("â€œ" for a quotation mark)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redaksi.formats.page.reading import Repair

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_TRUSTED_RUNS = 2


def repair(paragraphs: Sequence[str]) -> tuple[tuple[str, ...], tuple[Repair, ...]]:
    """The paragraphs with broken encodings repaired, and what was changed.

    With fewer than two bad runs in the whole text the repair is only shown, never applied:
    a lone "Ã" may be meant.
    """
    suspects = {text: _fixed(text) for text in paragraphs if _looks_broken(text)}
    changed = {before: after for before, after in suspects.items() if after != before}
    applied = sum(map(_bad_runs, changed)) >= _TRUSTED_RUNS
    repairs = tuple(Repair(before, after, applied) for before, after in changed.items())
    if not applied:
        return tuple(paragraphs), repairs
    return tuple(changed.get(text, text) for text in paragraphs), repairs


def _looks_broken(text: str) -> bool:
    if not _BEYOND_ASCII.search(text):
        return False
    from ftfy.badness import is_bad

    return bool(is_bad(text))


def _fixed(text: str) -> str:
    from ftfy import fix_encoding

    return str(fix_encoding(text))


def _bad_runs(text: str) -> int:
    from ftfy.badness import badness

    return int(badness(text))
