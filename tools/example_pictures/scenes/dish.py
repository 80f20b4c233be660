"""A satellite dish on a hill at night, orbits drawn across the sky."""

from __future__ import annotations

import math

from tools.example_pictures.figures import palm
from tools.example_pictures.kit import (
    BRICK,
    GLOW,
    INK,
    LAGOON,
    MIST,
    MOSS,
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
    shade,
)  # fmt: skip


def dish() -> Sheet:
    """Return the sheet."""
    return landscape(
        rect(0, 0, 1600, 1067, INK),
        rect(0, 0, 1600, 1067, NIGHT),
        shade(rect(0, 580, 1600, 330, LAGOON)),
        _stars(),
        _orbits(),
        path("M0,900 C200,820 420,800 640,830 S1180,900 1600,820 V1067 H0Z", SEA),
        _village(),
        path("M0,1000 C300,860 640,850 860,900 S1300,1010 1600,960 V1067 H0Z", MOSS),
        shade(path("M0,1000 C300,860 640,850 860,900 S1300,1010 1600,960 V1067 H0Z", INK)),
        group(_antenna(), at=(520, 880), scale=1.15),
        _listener(),
        palm(1440, 980, 330, INK, INK, lean=-40),
        palm(1510, 990, 260, INK, INK, lean=30),
    )


def _stars() -> str:
    dots = "".join(
        disc((211 * n * n + 67 * n) % 1600, (89 * n * n + 31 * n) % 640, 1.5 + n % 3, PAPER)
        for n in range(60)
    )
    crosses = "".join(
        line(f"M{x - 9},{y} h18 M{x},{y - 9} v18", PAPER, 3)
        for x, y in ((180, 120), (760, 90), (1330, 380))
    )
    return dots + crosses


def _orbits() -> str:
    centre, radii = (1020, 1180), (560, 760, 980, 1180)
    rings = "".join(
        disc(
            *centre, r, "none", more=f'stroke="{colour}" stroke-width="4" stroke-dasharray="{dash}"'
        )
        for r, colour, dash in zip(
            radii, (SUN, MIST, BRICK, LAGOON), ("3 14", "22 16", "3 14", "22 16"), strict=True
        )
    )
    crafts = "".join(
        group(
            _craft(colour),
            at=(centre[0] + r * math.sin(a), centre[1] - r * math.cos(a)),
            turn=math.degrees(a),
            scale=size,
        )
        for r, a, colour, size in (
            (560, 0.3, SUN, 0.7),
            (760, -0.24, PAPER, 0.9),
            (760, 0.42, PAPER, 0.8),
            (980, 0.12, BRICK, 1.1),
            (1180, -0.62, SUN, 0.8),
            (1180, 0.28, MIST, 0.7),
        )
    )
    return rings + crafts


def _craft(colour: str) -> str:
    wings = "".join(
        rect(x, -16, 62, 32, SEA) + line(f"M{x + 21},-16 v32 M{x + 42},-16 v32 M{x},0 h62", MIST, 2)
        for x in (-94, 32)
    )
    return (
        wings
        + line("M-34,0 H34", SAND, 6)
        + rect(-22, -24, 44, 48, colour, r=5)
        + shade(rect(-22, -24, 44, 48, INK, r=5), "right")
        + line("M0,24 V40", SAND, 5)
        + path("M-16,40 h32 q-16,20 -32,0Z", PAPER)
    )


def _village() -> str:
    return "".join(
        group(
            rect(-40, -44, 80, 54, INK),
            poly([(-56, -40), (0, -92), (56, -40)], WINE),
            rect(-10, -26, 20, 20, GLOW),
            at=(x, y),
            scale=s,
        )
        for x, y, s in ((930, 850, 0.8), (1010, 866, 0.7), (1110, 872, 1.0), (1240, 868, 0.8))
    )


def _antenna() -> str:
    tower = line("M-70,30 L-14,-190 M70,30 L14,-190 M-52,-44 L40,-96 M52,-44 L-40,-96", SAND, 16)
    base = rect(-110, 20, 220, 34, SAND, r=6)
    bowl = group(
        path("M-260,0 A260,130 0 0 0 260,0 A260,70 0 0 1 -260,0Z", WINE),
        disc(0, 0, 260, PAPER, ry=74),
        shade(disc(0, 0, 260, SAND, ry=74), "right"),
        line("M-180,-53 Q0,40 180,-53 M0,74 V-74 M-130,64 Q0,-20 130,64", SAND, 4),
        line("M-170,30 L0,-190 L170,30 M0,60 L0,-190", INK, 7),
        rect(-22, -226, 44, 46, BRICK, r=8),
        at=(0, -240), turn=28,
    )  # fmt: skip
    waves = "".join(
        line(
            f"M{150 + 46 * n},{-556 - 34 * n} q{44 + 10 * n},{8 + 6 * n} "
            f"{58 + 14 * n},{60 + 16 * n}",
            SUN,
            9,
        )
        for n in range(3)
    )
    return tower + base + bowl + waves


def _listener() -> str:
    body = path("M0,0 C-8,-80 10,-110 44,-112 S96,-80 90,0Z", BRICK)
    head = disc(50, -142, 26, "#9c6644", ry=29) + path(
        "M22,-140 C18,-186 84,-186 78,-144 C66,-164 40,-160 22,-140Z", INK
    )
    phones = line("M24,-140 A28,32 0 0 1 76,-140", SUN, 7) + rect(16, -148, 16, 28, SUN, r=6)
    knees = line("M20,-8 H130", NIGHT, 32)
    screen = poly([(110, -28), (178, -28), (200, -92), (132, -92)], INK) + poly(
        [(118, -34), (172, -34), (190, -86), (138, -86)], MIST
    )
    arm = line("M60,-84 L116,-36", BRICK, 20)
    return group(knees, body, head, phones, screen, arm, at=(790, 950), scale=1.1)
