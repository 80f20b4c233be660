"""A floodlit stadium: the striker's foot has just left the ball."""

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


def stadium() -> Sheet:
    """Return the sheet."""
    return landscape(
        rect(0, 0, 1600, 1067, INK),
        shade(rect(0, 80, 1600, 260, NIGHT)),
        _floodlights(),
        _stands(),
        _pitch(),
        _goal(),
        group(_striker(), at=(500, 930)),
        group(_keeper(), at=(1240, 640)),
        _ball(),
    )


def _floodlights() -> str:
    beams = poly([(190, 90), (250, 90), (900, 560), (300, 560)], GLOW, more='opacity=".14"')
    beams += poly([(1350, 90), (1410, 90), (1300, 560), (700, 560)], GLOW, more='opacity=".14"')
    towers = ""
    for x in (220, 1380):
        towers += rect(x - 7, 90, 14, 330, NIGHT)
        towers += rect(x - 74, 40, 148, 76, NIGHT, r=6) + shade(disc(x, 78, 150, GLOW), "out")
        towers += "".join(
            disc(x - 51 + 34 * n, 62 + 32 * row, 11, PAPER) for n in range(4) for row in range(2)
        )
    return beams + towers


def _stands() -> str:
    chance = random.Random(11)  # noqa: S311
    colours = (BRICK, BRICK, SUN, PAPER, MIST, BLUSH, WINE, LAGOON)
    shape = path("M0,300 Q800,400 1600,300 V560 H0Z", NIGHT)
    heads = "".join(
        disc(
            x + chance.uniform(-5, 5),
            340 + 24 * row - 0.00012 * (x - 800) ** 2 + 40,
            8.5,
            chance.choice(colours),
        )
        for row in range(7)
        for x in range(10 + 9 * (row % 2), 1600, 20)
        if chance.random() > 0.14
    )
    roof = path("M-10,300 Q800,400 1610,300 V250 Q800,352 -10,250Z", SEA)
    flags = "".join(
        group(
            line("M0,0 V-70", PAPER, 4),
            path("M2,-70 q30,-12 56,0 t30,-6 v34 q-26,12 -50,2 t-36,4Z", colour),
            at=(x, y),
        )
        for x, y, colour in ((420, 470, BRICK), (700, 500, SUN), (1000, 480, BRICK))
    )
    board = rect(0, 540, 1600, 44, WINE) + line(
        "M40,562 h180 M300,562 h90 M470,562 h240 M790,562 h120 M990,562 h200 "
        "M1270,562 h100 M1430,562 h140",
        BLUSH,
        9,
    )
    return (
        shape
        + heads
        + shade(path("M0,300 Q800,400 1600,300 V420 H0Z", INK), "up")
        + roof
        + shade(roof, "down")
        + flags
        + board
    )


def _pitch() -> str:
    field = rect(0, 584, 1600, 490, LEAF)
    stripes = "".join(
        poly(
            [
                (800 + 130 * n, 584),
                (865 + 130 * n, 584),
                (800 + 310 * n + 155, 1067),
                (800 + 310 * n, 1067),
            ],
            LIME,
            more='opacity=".45"',
        )
        for n in range(-8, 8)
    )
    lines = line("M-20,650 H1620 M950,650 L840,800 H1620", PAPER, 7)
    return clipped("pitch", field, field, stripes) + shade(rect(0, 700, 1600, 367, MOSS)) + lines


def _goal() -> str:
    net = " ".join(f"M{x},440 L{x + 24},650" for x in range(1080, 1440, 24))
    net += " " + " ".join(f"M1070,{y} H1450" for y in range(456, 650, 22))
    return line(net, PAPER, 2, more='opacity=".6"') + line("M1060,652 V434 H1460 V652", PAPER, 11)


def _striker() -> str:
    skin = SKINS[0]
    back_leg = line("M0,-210 L-66,-110", NIGHT, 62) + line("M-60,-116 L-150,-70", skin, 36)
    back_leg += line("M-104,-94 L-168,-58", PAPER, 38) + line("M-176,-60 L-196,-22", INK, 32)
    front_leg = line("M20,-206 L96,-130", NIGHT, 64) + line("M98,-128 L190,-84", skin, 38)
    front_leg += line("M136,-112 L206,-76", PAPER, 40) + line("M214,-76 L258,-92", INK, 32)
    trunk = path("M-52,-200 C-66,-300 -44,-396 10,-410 C64,-400 70,-320 56,-196Z", BRICK)
    number = line("M-16,-330 h26 l-18,54", PAPER, 11)
    arms = line("M-20,-380 L-110,-330", BRICK, 44) + line("M-112,-328 L-170,-390", skin, 28)
    far_arm = line("M44,-384 L116,-330", WINE, 40) + line("M116,-330 L176,-352", skin, 26)
    head = rect(4, -440, 30, 40, skin) + disc(28, -470, 41, skin, ry=46)
    hair = path("M-14,-462 C-24,-532 76,-540 70,-484 C44,-500 16,-494 4,-452Z", INK)
    face = disc(54, -468, 4.5, INK) + line("M50,-444 h16", WINE, 5)
    shadow = disc(10, 8, 230, INK, ry=22, more='opacity=".5"')
    return (
        shadow
        + far_arm
        + back_leg
        + front_leg
        + trunk
        + shade(trunk, "left")
        + number
        + arms
        + head
        + hair
        + face
    )


def _keeper() -> str:
    skin = SKINS[3]
    legs = line("M-10,-60 L-60,-14 M6,-60 L20,0", INK, 22)
    trunk = line("M0,-64 L26,-132", SUN, 46)
    arms = line("M30,-138 L92,-176 M22,-136 L70,-196", SUN, 20)
    gloves = disc(98, -180, 13, PAPER) + disc(74, -202, 13, PAPER)
    head = disc(44, -166, 18, skin) + path("M26,-168 q14,-30 36,-8 q-18,-4 -36,8Z", INK)
    shadow = disc(0, 6, 90, INK, ry=10, more='opacity=".4"')
    return shadow + legs + trunk + arms + head + gloves


def _ball() -> str:
    trail = line(
        "M800,838 Q960,780 1030,700 M800,860 Q980,800 1056,714",
        PAPER,
        5,
        more='opacity=".6" stroke-dasharray="60 22"',
    )
    ball = disc(0, 0, 46, PAPER) + poly([(0, -17), (16, -5), (10, 14), (-10, 14), (-16, -5)], INK)
    seams = line(
        "M0,-17 V-42 M16,-5 L38,-14 M10,14 L24,34 M-10,14 L-24,34 M-16,-5 L-38,-14", INK, 4
    )
    rims = "".join(
        disc(x, y, 9, INK) for x, y in ((0, -43), (41, -15), (26, 36), (-26, 36), (-41, -15))
    )
    return trail + group(
        ball,
        clipped("ball", disc(0, 0, 46, INK), rims),
        seams,
        shade(disc(0, 0, 46, NIGHT), "left"),
        at=(850, 800),
    )
