"""Pages made to hang or break a reader are done with in seconds."""

import time
from contextlib import suppress

import pytest

from redaksi.formats.page import PageError, read_page

SIZE = 400_000
PIECES = {
    "one word": "a",
    "tiny lines": "a\n",
    "menu words": "Previous Next ",
    "menu phrases": "kembali ke atas ",
    "dates": "Minggu, 30 Januari 2022 ",
    "datelines": "JAKARTA - ",
    "at signs": "a@",
    "brackets": "((",
    "quotes": '"',
    "broken letters": "â€œ Ã ",
    "stars": "Star Inactive",
    "open divs": "<div>",
    "open inline tags": "<b><font>x",
    "paragraphs": "<p>x",
    "breaks": "x<br>",
    "cells": "<td>1<td>2<td>3<tr>",
    "open comments": "<p><!--",
    "open scripts": "<p><script>",
    "open drawings": "<p><svg>",
    "brackets of tags": "<p<",
    "links": "<a href=x>y",
    "nested articles": "<div class='item-page'><p>x",
    "structured data": '<script type="application/ld+json">[[{</script>',
}
WHOLE = {
    "attributes": "<p " + " ".join(f"a{i}=1" for i in range(40_000)) + ">x",
    "deep data": '<script type="application/ld+json">' + "[" * 200_000 + "</script><p>x",
    "long title": "<title>" + "a - " * 100_000 + "</title><p>x",
    "long class": "<p class='" + "a " * 200_000 + "'>x",
}
CASES = WHOLE | {name: piece * (SIZE // len(piece)) for name, piece in PIECES.items()}


@pytest.mark.parametrize("name", CASES)
def test_hostile_page_is_done_with_in_seconds(name):
    start = time.monotonic()

    with suppress(PageError):
        read_page(CASES[name], content_type="text/html" if "<" in CASES[name] else None)

    assert time.monotonic() - start < 20
