"""A coffee cart that lends books: its owner pours while children read under a tree."""

from __future__ import annotations

import random

from tools.example_pictures.kit import (
    BLUSH,
    BRICK,
    GLOW,
    INK,
    LAGOON,
    LEAF,
    LIME,
    MIST,
    MOSS,
    NIGHT,
    PAPER,
    SAND,
    SEA,
    SKINS,
    SUN,
    WINE,
    Sheet,
    disc,
    group,
    line,
    path,
    poly,
    rect,
    shade,
    upright,
)  # fmt: skip

SPINES = (BRICK, SUN, SEA, PAPER, WINE, LAGOON, GLOW, NIGHT, BLUSH, LEAF, BRICK, MIST, SUN)


def book_cart() -> Sheet:
    """Return the sheet."""
    return upright(
        rect(0, 0, 1200, 1500, GLOW),
        shade(rect(0, 420, 1200, 420, BLUSH)),
        _town(),
        _tree(),
        rect(0, 1100, 1200, 400, SAND),
        shade(rect(0, 1180, 1200, 320, SUN)),
        _tiles(),
        group(_cart(), at=(330, 560)),
        group(_seller(), at=(1010, 1180)),
        group(_reader(BRICK, SKINS[2], SEA), at=(210, 1390)),
        group(_reader(SEA, SKINS[0], SUN), at=(500, 1440), scale=1.05),
        group(_reader(PAPER, SKINS[3], BRICK), at=(770, 1400), scale=0.95),
    )


def _town() -> str:
    blocks = ((0, 640, 190), (170, 700, 150), (820, 660, 170), (980, 720, 240))
    walls = "".join(
        rect(x, y, w, 470, colour)
        for (x, y, w), colour in zip(blocks, (MIST, BLUSH, BLUSH, MIST), strict=True)
    )
    roofs = "".join(
        poly([(x - 14, y), (x + w / 2, y - 80), (x + w + 14, y)], BRICK) for x, y, w in blocks
    )
    panes = "".join(
        rect(x + 36, y + 60, 44, 70, LAGOON) + rect(x + w - 76, y + 60, 44, 70, LAGOON)
        for x, y, w in blocks
    )
    return walls + roofs + panes


def _tree() -> str:
    trunk = path("M60,1110 C100,900 90,620 130,380 L214,380 C200,640 220,900 280,1110Z", WINE)
    crowns = (
        (60, 260, 220),
        (300, 180, 240),
        (560, 130, 220),
        (200, 60, 220),
        (800, 90, 170),
        (470, 10, 200),
    )
    leaves = "".join(disc(x, y, r, LEAF) for x, y, r in crowns) + "".join(
        shade(disc(x, y, r, MOSS)) for x, y, r in crowns
    )
    chance = random.Random(2)  # noqa: S311
    places = ((chance.uniform(10, 880), chance.uniform(10, 210)) for _ in range(44))
    specks = "".join(line(f"M{x:.0f},{y:.0f} q10,-16 26,-14", LIME, 7) for x, y in places)
    return trunk + shade(trunk, "right") + leaves + specks


def _tiles() -> str:
    return line(
        "M0,1180 H1200 M0,1290 H1200 M0,1430 H1200 M220,1100 L60,1500 M440,1100 "
        "L360,1500 M660,1100 V1500 M880,1100 L960,1500 M1090,1100 L1260,1500",
        PAPER,
        4,
        more='opacity=".7"',
    )


def _cart() -> str:
    """A cart 560 wide; awning at the top, wheels at y = 560."""
    strips = "".join(
        path(
            f"M{60 * n - 20},120 L{20 + 52 * n},0 h52 L{60 * n + 40},120 a30,30 0 0 1 -60,0Z",
            PAPER if n % 2 else BRICK,
        )
        for n in range(10)
    )
    posts = rect(10, 110, 16, 460, WINE) + rect(534, 110, 16, 460, WINE)
    back = rect(26, 130, 508, 240, WINE)
    shelves = "".join(_shelf(150 + 78 * row, row) for row in range(3))
    box = (
        rect(-10, 380, 580, 150, SEA, r=6)
        + shade(rect(-10, 380, 580, 150, INK, r=6))
        + rect(-26, 366, 612, 24, SAND, r=5)
    )
    label = rect(180, 420, 200, 66, GLOW, r=8) + line("M214,444 h132 M234,466 h92", WINE, 8)
    pot = (
        path("M70,366 V310 q0,-22 30,-22 t30,22 V366Z", MIST)
        + line("M130,320 q34,-4 40,-34", MIST, 10)
        + line("M72,316 q-30,10 0,40", MIST, 8)
    )
    cups = "".join(path(f"M{x},366 v-26 h34 v26 q-17,12 -34,0Z", PAPER) for x in (420, 470))
    steam = line("M436,326 q-10,-18 4,-34 t0,-30 M486,326 q-10,-18 4,-34 t0,-30", PAPER, 6)
    wheels = "".join(
        disc(x, 550, 74, INK)
        + disc(x, 550, 58, SAND)
        + disc(x, 550, 14, INK)
        + line(
            " ".join(
                f"M{x},550 l{dx},{dy}"
                for dx, dy in (
                    (0, -56),
                    (0, 56),
                    (-56, 0),
                    (56, 0),
                    (40, 40),
                    (-40, 40),
                    (40, -40),
                    (-40, -40),
                )
            ),
            INK,
            6,
        )
        for x in (110, 450)
    )
    lamp = (
        line("M280,120 V150", INK, 4)
        + shade(disc(280, 168, 90, GLOW), "out")
        + disc(280, 168, 16, PAPER)
    )
    return posts + back + shelves + lamp + pot + cups + steam + box + label + wheels + strips


def _shelf(y: float, row: int) -> str:
    books, x = "", 40.0
    for n in range(22):
        width = 15 + (n * 7 + row * 5) % 11
        height = 44 + (n * 11 + row * 17) % 20
        if x + width > 522:
            break
        books += rect(x, y + 66 - height, width, height, SPINES[(n * 3 + row * 5) % len(SPINES)])
        books += line(f"M{x + 4},{y + 66 - height + 10} h{width - 8}", INK, 2)
        x += width + 1
    return books + rect(26, y + 66, 508, 10, SAND)


def _seller() -> str:
    skin = SKINS[1]
    legs = line("M-26,0 V-170 M30,0 V-170", NIGHT, 46) + line("M-30,-2 h-16 M30,-2 h18", INK, 26)
    trunk = path("M-70,-150 C-84,-290 -70,-360 0,-366 S84,-290 72,-150Z", LAGOON)
    apron = path("M-50,-130 V-300 H46 V-130 Q0,-100 -50,-130Z", WINE)
    arm = line("M-56,-330 Q-110,-290 -160,-300", LAGOON, 38) + disc(-172, -302, 18, skin)
    kettle = (
        path("M-230,-270 q0,-50 40,-50 t40,50 q-40,20 -80,0Z", MIST)
        + line("M-228,-290 l-36,-14", MIST, 10)
        + line("M-212,-322 q22,-26 46,0", MIST, 7)
    )
    head = rect(-18, -400, 36, 44, skin) + disc(-4, -436, 48, skin, ry=54)
    hair = path("M-52,-440 C-56,-520 50,-520 46,-430 C30,-470 -20,-470 -52,-440Z", INK)
    face = (
        disc(-24, -436, 4.5, INK)
        + disc(8, -436, 4.5, INK)
        + line("M-24,-412 q14,12 28,0", WINE, 5)
        + path("M-28,-420 q18,-12 38,0Z", INK)
    )
    return legs + trunk + shade(trunk, "right") + apron + kettle + arm + head + hair + face


def _reader(shirt: str, skin: str, cover: str) -> str:
    stool = rect(-70, -96, 140, 22, WINE, r=8) + line("M-50,-80 L-62,0 M50,-80 L62,0", WINE, 12)
    legs = line("M-20,-104 L-66,-60 L-60,0 M24,-104 L74,-60 L66,0", NIGHT, 36)
    trunk = path("M-62,-100 C-74,-200 -50,-246 0,-250 S74,-200 62,-100Z", shirt)
    arms = line("M-56,-210 Q-84,-150 -46,-140 M56,-210 Q84,-150 46,-140", shirt, 30)
    book = poly([(0, -120), (-74, -140), (-74, -206), (0, -186)], cover) + poly(
        [(0, -120), (74, -140), (74, -206), (0, -186)], cover
    )
    pages = line("M-66,-204 Q-30,-208 0,-190 Q30,-208 66,-204", PAPER, 9)
    hands = disc(-60, -142, 14, skin) + disc(60, -142, 14, skin)
    head = disc(0, -292, 46, skin, ry=50)
    hair = path("M-50,-288 C-58,-370 58,-370 50,-288 C40,-326 -16,-334 -50,-288Z", INK)
    face = line("M-26,-282 q8,6 16,0 M10,-282 q8,6 16,0", INK, 4) + line(
        "M-8,-262 q8,7 16,0", WINE, 4
    )
    return (
        stool
        + legs
        + trunk
        + shade(trunk, "right")
        + arms
        + head
        + hair
        + face
        + pages
        + book
        + hands
    )
