"""Recognises the captions and credits of pictures, which stand in the text of copied pages."""

from __future__ import annotations

import re

_LONGEST = 320
_OWNERS = r"shutterstock|getty images|istimewa|ist|pixabay|unsplash|freepik"
_PICTURE = rf"foto|photo|dok|doc|ilustrasi|sumber foto|antara foto|gambar|image|{_OWNERS}"
_FORMS = (
    rf"[(\[]\s?(?:{_PICTURE})\b[^()]{{0,80}}[)\]]\.?$",
    rf"[/.]\s?(?:{_PICTURE})\s?[:/][^()]{{0,80}}$",
    rf"^(?:dok|doc|{_OWNERS})\b[^()]{{0,60}}$",
    r"\b(?:antara foto|reuters|afp|ap photo|epa|getty images)\s?/\s?[^.()]{2,60}[)\]]?\.?$",
    r"^(?:foto|photo|ilustrasi|image|keterangan foto|caption|gambar)\b\s?[:.(]",
)
_CAPTION = re.compile("|".join(_FORMS), re.IGNORECASE)


def is_caption(line: str) -> bool:
    """Whether a line is a picture's caption or credit: "... (Foto: A)", "ANTARA FOTO/A"."""
    return len(line) <= _LONGEST and bool(_CAPTION.search(line))
