"""A river with a film of oil on it; a fisherman looks up at the mill upstream."""

from __future__ import annotations

from tools.example_pictures.figures import palm
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
    clipped,
    disc,
    group,
    landscape,
    line,
    path,
    poly,
    rect,
    shade,
)  # fmt: skip

RIVER = (
    "M790,392 C720,430 560,440 600,500 C640,560 980,560 960,650 C940,740 420,760 260,900 "
    "C210,950 190,1010 190,1080 H1500 C1480,960 1400,860 1300,800 C1180,730 1230,660 1150,590 "
    "C1060,520 760,500 800,450 C830,420 850,410 850,392Z"
)


def river() -> Sheet:
    """Return the sheet."""
    return landscape(
        rect(0, 0, 1600, 400, SAND),
        _smoke(),
        _mill(),
        rect(0, 388, 1600, 680, LEAF),
        _rows(),
        shade(rect(0, 388, 1600, 130, MOSS), "up"),
        path(RIVER, SEA),
        clipped("river", path(RIVER, SEA), _film()),
        _banks(),
        group(_boat(), at=(760, 880)),
        *(
            group(_dead_fish(), at=place, turn=turn)
            for place, turn in (((470, 950), -14), ((1160, 860), 12))
        ),
    )


def _smoke() -> str:
    puffs = (
        (1130, 150, 46),
        (1080, 110, 60),
        (1000, 80, 74),
        (890, 56, 84),
        (760, 40, 80),
        (640, 30, 66),
    )
    return "".join(disc(x, y, r, NIGHT, more='opacity=".85"') for x, y, r in puffs) + "".join(
        shade(disc(x, y, r, BLUSH), "left") for x, y, r in puffs[::2]
    )


def _mill() -> str:
    hall = poly(
        [
            (1000, 390),
            (1000, 280),
            (1080, 236),
            (1080, 280),
            (1160, 236),
            (1160, 280),
            (1240, 236),
            (1240, 390),
        ],
        WINE,
    )
    tanks = rect(1260, 300, 80, 92, MIST, r=6) + rect(1352, 270, 90, 122, MIST, r=6)
    tanks += shade(rect(1260, 300, 80, 92, WINE, r=6), "right") + shade(
        rect(1352, 270, 90, 122, WINE, r=6), "right"
    )
    stack = poly([(1130, 240), (1138, 160), (1168, 160), (1176, 240)], INK) + rect(
        1134, 176, 38, 14, BRICK
    )
    panes = "".join(rect(1024 + 52 * n, 312, 28, 30, GLOW) for n in range(4))
    pipe = line("M1000,366 H880 Q840,366 840,396", INK, 16) + line("M840,398 V424", SUN, 10)
    hills = path("M0,392 C160,300 380,290 560,350 S900,372 1000,392Z", LAGOON)
    return hills + stack + hall + shade(hall, "down") + panes + tanks + pipe


def _rows() -> str:
    crowns = []
    for row, (y, step, size) in enumerate(
        ((430, 74, 0.34), (486, 96, 0.46), (560, 128, 0.64), (660, 172, 0.86))
    ):
        crowns += [
            palm(x, y, 120, WINE, MOSS if (x // step + row) % 2 else LIME, lean=6).replace(
                "scale(1)", f"scale({size})"
            )
            for x in range(-10 + 20 * row, 1640, step)
        ]
    return "".join(crowns)


def _film() -> str:
    swirls = (
        (
            (
                "M640,470 C700,520 900,540 1020,610 C1080,650 1040,700 960,740 C800,800 "
                "520,830 380,960"
            ),
            BLUSH,
            26,
        ),
        (
            (
                "M690,480 C760,520 960,550 1064,618 C1120,670 1070,730 980,770 C840,830 "
                "560,870 440,1000"
            ),
            SUN,
            18,
        ),
        (
            (
                "M740,486 C800,520 1000,556 1100,630 C1150,690 1110,750 1010,800 "
                "C880,860 640,900 520,1050"
            ),
            LIME,
            14,
        ),
        (
            (
                "M780,480 C860,530 1040,570 1130,650 C1170,710 1140,780 1050,830 "
                "C940,890 760,950 640,1080"
            ),
            MIST,
            12,
        ),
        (
            (
                "M1180,760 C1280,830 1340,920 1300,1000 C1260,1060 1120,1030 1140,960 "
                "C1160,920 1220,930 1220,960"
            ),
            BLUSH,
            16,
        ),
        ("M1210,760 C1330,840 1390,940 1340,1030", SUN, 12),
    )
    edge = shade(path(RIVER, INK), "down")
    return edge + "".join(line(d, colour, width) for d, colour, width in swirls)


def _banks() -> str:
    left = "M-10,1080 V860 C60,820 160,850 210,900 C180,960 186,1020 186,1080Z"
    right = "M1610,1080 V820 C1520,800 1420,830 1380,880 C1450,940 1490,1010 1504,1080Z"
    grass = "".join(
        line(f"M{x},{y} q-6,-40 -24,-60 M{x},{y} q2,-46 6,-70 M{x},{y} q8,-36 30,-52", LIME, 7)
        for x, y in ((70, 880), (150, 930), (60, 1000), (1450, 880), (1540, 930), (1520, 1020))
    )
    return path(left, MOSS) + path(right, MOSS) + grass


def _boat() -> str:
    skin = SKINS[1]
    hull = "M-230,-10 C-180,44 180,44 250,-26 C200,70 120,84 0,84 S-190,70 -230,-10Z"
    shirt = path("M-40,10 C-50,-60 -40,-96 -4,-100 S44,-60 40,10Z", BRICK)
    head = disc(8, -132, 28, skin, ry=31) + disc(20, -134, 3.5, INK)
    hat = path("M-44,-136 L2,-192 L56,-146 Q6,-150 -44,-136Z", SUN)
    arm = line("M20,-80 L86,-46", BRICK, 24) + disc(92, -44, 11, skin)
    pole = line("M60,-150 L150,120", WINE, 8)
    net = path("M-190,0 q40,-50 90,-6 q-20,24 -50,24 t-40,-18Z", PAPER) + line(
        "M-176,-8 l60,12 M-160,-24 l50,26 M-150,12 l30,-36", SAND, 3
    )
    ring = line("M-280,70 q30,-12 60,0 t60,0 t60,0 t60,0 t60,0 t60,0 t60,0 t60,0", PAPER, 5)
    return pole + shirt + head + hat + arm + net + path(hull, WINE) + shade(path(hull, INK)) + ring


def _dead_fish() -> str:
    return (
        path("M-50,0 Q0,-34 46,0 Q0,30 -50,0Z", MIST)
        + path("M-44,0 L-80,-22 L-74,22Z", MIST)
        + line("M22,-8 l10,10 m0,-10 l-10,10", INK, 4)
        + line("M-20,-6 q14,6 0,14 M-2,-8 q14,8 0,18", LAGOON, 4)
    )
