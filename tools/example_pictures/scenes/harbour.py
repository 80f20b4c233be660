"""A harbour at dusk: a ferry leaves, another waits, people stand on the jetty."""

from __future__ import annotations

from tools.example_pictures.figures import gulls, people
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
    ripples,
    shade,
    sky,
    water,
)  # fmt: skip


def harbour() -> Sheet:
    """Return the sheet."""
    return landscape(
        sky(1600, 640, GLOW, SUN),
        disc(1010, 430, 150, PAPER),
        _islands(),
        _water(),
        group(_ferry(INK, BRICK), at=(600, 470)),
        group(_ferry(SEA, SUN), at=(150, 500), scale=0.42),
        gulls([(420, 190, 1.2), (530, 150, 0.8), (1290, 240, 1), (330, 260, 0.6)], INK),
        _jetty(),
    )


def _islands() -> str:
    far = "M0,590 C160,470 300,500 420,545 S640,470 780,560 S1180,600 1260,520 S1500,420 1600,500"
    near = "M0,610 C100,560 200,580 330,612 L1130,620 C1290,520 1420,560 1600,590"
    return (
        path(f"{far} V640 H0Z", LAGOON)
        + shade(path(f"{far} V640 H0Z", MIST))
        + path(f"{near} V640 H0Z", SEA)
        + shade(path(f"{near} V640 H0Z", INK), "right")
    )


def _water() -> str:
    glints = "M930,838 h180 M880,866 h270 M950,896 h130 M915,930 h200 M960,966 h110 M990,1004 h60"
    return (
        water(0, 618, 1600, 1067, LAGOON, SEA)
        + line(glints, GLOW, 9)
        + ripples((0, 640, 1600, 1060), MIST, count=70, seed=4)
        + ripples((0, 700, 1600, 1060), INK, count=40, seed=9, thin=4)
    )


def _ferry(hull: str, band: str) -> str:
    """A ferry 900 wide and about 400 high, its waterline at y = 330."""
    decks = rect(130, 120, 620, 66, PAPER, r=6) + rect(190, 58, 470, 66, PAPER, r=6)
    bridge = poly([(560, 60), (580, 4), (690, 4), (720, 60)], PAPER) + rect(594, 18, 92, 20, hull)
    windows = "".join(rect(160 + 44 * i, 140, 26, 24, hull, r=4) for i in range(13))
    windows += "".join(rect(214 + 44 * i, 78, 26, 24, hull, r=4) for i in range(8))
    funnel = poly([(300, 60), (312, -60), (392, -60), (404, 60)], band)
    funnel += poly([(309, -34), (312, -60), (392, -60), (395, -34)], hull)
    smoke = line("M350,-86 C330,-120 250,-110 220,-150 S120,-170 60,-160", SAND, 26)
    body = "M40,186 H820 L900,170 C880,260 850,310 820,340 H110 C70,310 48,250 40,186Z"
    stripes = path("M52,236 C58,256 64,270 70,284 H846 C856,268 864,252 872,236Z", band)
    rail = line("M140,120 V96 M660,120 V96 M130,98 H190 M664,98 H750", hull, 5)
    foam = line("M60,342 q30,-18 60,0 t60,0 t60,0 M780,342 q30,-18 60,0 t60,0", PAPER, 8)
    return "".join((
        smoke, funnel, shade(funnel, "right"), decks, shade(rect(130, 120, 620, 66, SAND), "left"),
        bridge, windows, path(body, hull), stripes, shade(path(body, NIGHT), "left"), rail, foam,
    ))  # fmt: skip


def _jetty() -> str:
    deck = poly([(0, 872), (640, 900), (700, 950), (0, 960)], WINE)
    deck += poly([(0, 950), (700, 944), (700, 972), (0, 984)], INK)
    posts = "".join(rect(x, 930, 26, 160, INK, r=8) for x in (40, 210, 380, 560, 660))
    planks = line("M60,874 l-20,80 M180,880 l-12,74 M300,886 l-4,66 M420,890 l8,60", INK, 4)
    crowd = people(
        [
            (90, 902, 190, BRICK, INK), (170, 908, 150, SUN, NIGHT), (300, 912, 184, PAPER, INK),
            (362, 916, 176, BLUSH, INK), (540, 922, 180, SUN, INK),
        ]
    )  # fmt: skip
    bags = rect(214, 866, 52, 46, SUN, r=8) + line("M226,866 q14,-26 28,0", SUN, 6)
    bags += rect(430, 884, 70, 34, BRICK, r=6) + line("M448,884 q16,-20 32,0", BRICK, 6)
    return posts + deck + shade(deck, "left") + planks + bags + crowd
