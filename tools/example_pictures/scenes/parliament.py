"""A chamber of deputies from the back rows: half circles of seats around a speaker."""

from __future__ import annotations

import math

from tools.example_pictures.kit import (
    BLUSH,
    BRICK,
    GLOW,
    INK,
    LAGOON,
    MIST,
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
    landscape,
    line,
    path,
    poly,
    rect,
    shade,
)  # fmt: skip


def parliament() -> Sheet:
    """Return the sheet."""
    return landscape(
        rect(0, 0, 1600, 560, WINE),
        _wall(),
        rect(0, 540, 1600, 530, BRICK),
        shade(rect(0, 540, 1600, 240, WINE), "up"),
        _rostrum(),
        *(_row(number) for number in range(6)),
    )


def _wall() -> str:
    panels = "".join(
        rect(x, 90, 66, 450, SUN) + rect(x + 10, 100, 46, 430, GLOW)
        for x in range(20, 1600, 120)
        if abs(x + 33 - 800) > 240
    )
    beam = rect(0, 0, 1600, 90, INK) + "".join(
        rect(x, 60, 90, 14, GLOW, r=7) for x in range(40, 1600, 170)
    )
    light = shade(rect(0, 90, 1600, 240, WINE), "up")
    screen = (
        rect(560, 120, 480, 300, SEA, r=6) + shade(rect(560, 120, 480, 300, INK, r=6)) + _chart()
    )
    flags = "".join(
        line(f"M{x},500 V150", SAND, 7)
        + path(f"M{x},160 q30,60 4,150 q40,-10 60,20 q10,-100 -30,-170Z", colour)
        for x, colour in ((500, BRICK), (1070, BRICK))
    )
    return panels + light + beam + screen + flags


def _chart() -> str:
    return "".join(
        disc(
            800 - r * math.cos(math.pi * n / (count - 1)),
            370 - r * math.sin(math.pi * n / (count - 1)),
            11,
            (BRICK, SUN, PAPER, LAGOON)[4 * n // count],
        )
        for r, count in ((80, 10), (120, 14), (160, 18), (200, 22))
        for n in range(count)
    )


def _rostrum() -> str:
    dais = poly([(420, 600), (500, 500), (1100, 500), (1180, 600)], WINE) + rect(
        420, 598, 760, 26, INK
    )
    desk = poly([(560, 470), (1040, 470), (1070, 560), (530, 560)], SAND) + shade(
        poly([(560, 470), (1040, 470), (1070, 560), (530, 560)], WINE), "right"
    )
    chairs = "".join(rect(x - 40, 352, 80, 120, BRICK, r=20) for x in (640, 800, 960))
    sitting = "".join(
        path(f"M{x - 38},472 C{x - 40},424 {x - 20},412 {x},412 S{x + 40},424 {x + 38},472Z", cloth)
        + disc(x, 388, 20, skin, ry=23)
        + path(
            f"M{x - 21},386 C{x - 24},352 {x + 24},352 {x + 21},386 C{x + 10},374 "
            f"{x - 10},374 {x - 21},386Z",
            INK,
        )
        for x, cloth, skin in ((640, NIGHT, SKINS[1]), (800, SEA, SKINS[2]), (960, NIGHT, SKINS[3]))
    )
    lectern = poly([(752, 540), (848, 540), (836, 650), (764, 650)], GLOW) + line(
        "M780,540 V506 M820,540 V506", INK, 5
    )
    speaker = path("M760,540 C758,474 778,462 800,462 S842,474 840,540Z", BRICK) + disc(
        800, 436, 21, SKINS[0], ry=25
    )
    speaker += path("M777,436 C772,396 828,396 823,436 C812,420 788,420 777,436Z", INK) + line(
        "M762,520 L716,486", BRICK, 15
    )
    return dais + chairs + sitting + desk + speaker + lectern


def _row(number: int) -> str:
    """A half circle of desks; higher numbers are nearer and larger."""
    y, radius = 660 + 62 * number + 4 * number**2, 560 + 190 * number
    size = 0.62 + 0.17 * number
    drop = 0.16 * radius
    arc = f"M{800 - radius},{y - drop} Q800,{y + drop} {800 + radius},{y - drop}"
    wood = line(arc, SAND, 30 * size) + line(
        f"M{800 - radius},{y - drop + 16 * size} Q800,{y + drop + 16 * size} "
        f"{800 + radius},{y - drop + 16 * size}",
        WINE,
        16 * size,
    )
    people, step = "", 96 * size
    count = int(1700 / step)
    for n in range(-count // 2, count // 2 + 1):
        x = 800 + step * (n + 0.5 * (number % 2))
        t = (x - 800) / radius
        if abs(t) < 0.97 and (n * 7 + number * 5) % 6:
            people += group(
                _deputy(n * 5 + number * 3), at=(x, y - drop * t * t + 12 * size), scale=size
            )
    return wood + people


def _deputy(choice: int) -> str:
    """A sitting person from behind, the seat's back before the shoulders."""
    cloth = (NIGHT, SEA, INK, BLUSH, NIGHT, LAGOON, PAPER)[choice % 7]
    skin = SKINS[choice % 4]
    trunk = path("M-40,60 C-44,4 -24,-8 0,-8 S44,4 40,60Z", cloth)
    hair = (
        path("M-24,-26 C-28,-74 28,-74 24,-26 Q0,-14 -24,-26Z", INK),
        path("M-30,0 C-36,-78 36,-78 30,0 Q0,14 -30,0Z", (MIST, SUN, BRICK)[choice % 3]),
        path("M-24,-26 C-28,-74 28,-74 24,-26 Q0,-14 -24,-26Z", SAND),
    )[(0, 1, 0, 0, 2, 1)[choice % 6]]
    seat = rect(-50, 22, 100, 70, WINE, r=14) + rect(-50, 22, 100, 12, BRICK, r=6)
    return trunk + rect(-9, -26, 18, 22, skin) + hair + seat
