"""Rice terraces step down a hillside; farmers plant and palms stand on the dykes."""

from __future__ import annotations

import math

from tools.example_pictures.figures import gulls, palm
from tools.example_pictures.kit import (
    BRICK,
    GLOW,
    INK,
    LAGOON,
    LEAF,
    LIME,
    MIST,
    MOSS,
    PAPER,
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
    shade,
    sky,
)  # fmt: skip

STEPS = 9


def rice_terrace() -> Sheet:
    """Return the sheet."""
    return landscape(
        sky(1600, 520, MIST, GLOW),
        disc(1180, 230, 110, SUN),
        gulls([(300, 130, 0.8), (370, 170, 0.6), (250, 190, 0.5)], INK),
        _mountains(),
        *(_step(number) for number in range(STEPS)),
        _farmers(),
    )


def _mountains() -> str:
    far = "M0,430 C200,300 330,190 430,180 C540,200 640,330 820,400 S1240,330 1600,420 V640 H0Z"
    near = "M0,470 C300,420 520,440 800,470 S1300,380 1600,450 V640 H0Z"
    return path(far, LAGOON) + shade(path(far, MIST)) + path(near, SEA) + shade(path(near, LAGOON))


def _edge(number: int) -> list[tuple[float, float]]:
    """The upper edge of a step: it swings wider and hangs lower towards the viewer."""
    base = 470 + 14 * number + 6.4 * number**2
    swing = 24 + 9 * number
    return [
        (
            x,
            base
            + swing * math.sin(x / (210 + 34 * number) + 1.9 * number)
            - 0.02 * number * x / 10,
        )
        for x in range(-20, 1641, 20)
    ]


def _step(number: int) -> str:
    edge = _edge(number)
    drop = 16 + 6 * number
    field = [*edge, (1640, 1100), (-20, 1100)]
    colours = (LEAF, LIME, MIST, MOSS, LIME, LEAF, MIST, LIME, MOSS)
    colour = colours[number]
    bank = [*edge, *((x, y + drop * 0.5) for x, y in reversed(edge))]
    sprouts = " ".join(
        f"M{x:.0f},{y + drop * (1.0 + 0.75 * row):.0f} l-3,{-5 - number} "
        f"m3,{5 + number} l4,{-5 - number}"
        for row in range(3)
        for x, y in edge[row % 2 :: 2]
    )
    rice = line(sprouts, LEAF if colour in (MIST, MOSS) else MOSS, 2.5 + number * 0.25)
    glints = ""
    if colour == MIST:
        glints = line(" ".join(f"M{x},{y + drop * 1.6:.0f} h50" for x, y in edge[3::9]), PAPER, 4)
    palms = ""
    if number in (1, 3, 5):
        x, y = edge[{1: 66, 3: 10, 5: 74}[number]]
        palms = palm(x, y + 6, 120 + 40 * number, WINE, MOSS, lean=26)
        palms += palm(x + 60, y + 12, 90 + 34 * number, WINE, INK, lean=-20)
    ground = poly(field, colour) + shade(poly(field, SEA if colour == MIST else MOSS), "right")
    return (
        palms
        + ground
        + poly(bank, MOSS)
        + poly([*edge, *((x, y + 4) for x, y in reversed(edge))], GLOW)
        + glints
        + rice
    )


def _farmers() -> str:
    bent = (
        line("M0,0 V-64 L10,-96 M30,0 V-60 L14,-96", INK, 17)
        + path("M-4,-92 C0,-140 60,-156 92,-140 L96,-112 C70,-104 50,-84 34,-80Z", BRICK)
        + line("M84,-124 L92,-60", BRICK, 15) + disc(92, -50, 8, SKINS[1])
        + disc(112, -134, 17, SKINS[1]) + path("M78,-150 L126,-178 L146,-118Z", SUN)
        + line("M92,-46 l-6,24 m6,-24 l2,26 m-2,-26 l10,22", LEAF, 5)
    )  # fmt: skip
    upright = (
        line("M-10,0 V-84 M14,0 V-84", INK, 17)
        + path("M-24,-80 C-28,-140 -22,-160 0,-162 S30,-140 28,-80Z", PAPER)
        + line("M22,-146 Q50,-120 40,-92", PAPER, 15) + disc(0, -184, 18, SKINS[2])
        + path("M-44,-184 L0,-228 L44,-184 Q0,-172 -44,-184Z", SUN)
        + line("M-50,-158 H56", WINE, 7) + disc(-50, -112, 28, LIME) + disc(56, -112, 28, LIME)
        + line("M-50,-158 V-130 M56,-158 V-130", WINE, 4)
    )  # fmt: skip
    return (
        group(bent, at=(520, 930), scale=1.15) + group(bent, at=(760, 990), scale=1.25)
        + group(upright, at=(1120, 900), scale=1.1)
    )  # fmt: skip
