"""Draws the picture that stands for a story without one where readers share it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)
MARGIN = 80
PAPER, INK, QUIET, ACCENT = "#fffdf9", "#1c1a17", "#5d574d", "#a3281c"
#: Sizes of the headline in pixels, tried from the largest, and how many lines fit at most.
HEADLINES = ((72, 4), (58, 5), (48, 6))
SMALL = 34
LEADING = 1.2
#: Changes whenever a card would look different, so that nobody shows an old one.
DRAWING = b"1"


@dataclass(frozen=True)
class Card:
    """The words on a card."""

    paper: str
    section: str
    headline: str

    @property
    def digest(self) -> str:
        """A short name of exactly these words."""
        words = "\0".join((self.paper, self.section, self.headline)).encode(errors="replace")
        return blake2b(words, digest_size=8, key=DRAWING).hexdigest()


def draw(card: Card) -> bytes:
    """Return the card as a PNG file of 1200 by 630 pixels."""
    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    width = SIZE[0] - 2 * MARGIN
    pen.rectangle((0, 0, SIZE[0], 16), fill=ACCENT)
    small = ImageFont.load_default(SMALL)
    pen.text((MARGIN, MARGIN), _cut(card.section, small, width), font=small, fill=ACCENT)
    size, lines = _fitting(card.headline, width)
    top = MARGIN + 2 * SMALL
    font = ImageFont.load_default(size)
    for number, line in enumerate(lines):
        place = (MARGIN, top + number * size * LEADING)
        pen.text(place, line, font=font, fill=INK, stroke_width=1)
    foot = SIZE[1] - MARGIN
    pen.line((MARGIN, foot - 24, SIZE[0] - MARGIN, foot - 24), fill=INK, width=2)
    pen.text((MARGIN, foot - 8), _cut(card.paper, small, width), font=small, fill=QUIET)
    file = BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


def _fitting(headline: str, width: int) -> tuple[int, list[str]]:
    """Return the largest size at which the headline fits, and its lines; the last may be cut."""
    for size, most in HEADLINES:
        font = ImageFont.load_default(size)
        lines = list(_lines(headline, font, width))
        if len(lines) <= most:
            return size, lines
    rest = " ".join(lines[most - 1 :])
    return size, [*lines[: most - 1], _cut(rest, font, width)]


def _lines(text: str, font: Font, width: int) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > width:
            yield _cut(line, font, width)
            longer = word
        line = longer
    yield _cut(line, font, width)


def _cut(text: str, font: Font, width: int) -> str:
    """Return the text, cut with an ellipsis where it is too wide for one line."""
    text = " ".join(text.split())
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip()}…"
