"""A night train with lit windows crosses a viaduct above a lake."""

from __future__ import annotations

from tools.example_pictures.kit import (
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
    clipped,
    disc,
    group,
    landscape,
    line,
    path,
    rect,
    ripples,
    shade,
)  # fmt: skip

SHORE = 760


def night_train() -> Sheet:
    """Return the sheet."""
    world = _world()
    mirror = f'<g transform="translate(0 {2 * SHORE}) scale(1 -1)">{world}</g>'
    lake = rect(0, SHORE, 1600, 307, SEA)
    return landscape(
        world,
        lake,
        clipped("lake", lake, f'<g filter="url(#water)" opacity=".45">{mirror}</g>'),
        shade(rect(0, 900, 1600, 167, INK)),
        ripples((0, 775, 1600, 1060), LAGOON, count=50, seed=31),
        ripples((450, 790, 900, 1040), GLOW, count=16, seed=8),
        _reeds(),
    )


def _world() -> str:
    ridge = (
        "M0,500 L130,380 L240,450 L400,240 L560,440 L640,390 L760,470 L900,380 "
        "L1010,440 L1120,350 L1230,420 L1400,270 L1600,450 V760 H0Z"
    )
    snow = (
        "M400,240 L342,316 L384,302 L408,330 L436,298 L458,312Z M1400,270 "
        "L1338,325 L1384,318 L1412,340 L1438,314 L1456,321Z"
    )
    hills = "M0,640 C200,560 420,640 640,610 S1100,560 1600,650 V760 H0Z"
    return (
        rect(0, 0, 1600, SHORE, NIGHT)
        + rect(0, 0, 1600, 120, INK)
        + shade(rect(0, 120, 1600, 140, INK), "up")
        + _stars()
        + disc(760, 210, 104, GLOW)
        + shade(disc(760, 210, 104, SUN), "right")
        + path(ridge, SEA)
        + shade(path(ridge, INK), "right")
        + path(snow, MIST)
        + path(hills, NIGHT)
        + shade(path(hills, SEA))
        + _viaduct()
        + group(_train(), at=(-250, 470))
    )


def _stars() -> str:
    return "".join(
        disc((131 * n * n + 29 * n) % 1600, (71 * n * n + 37 * n) % 300 + 16, 2 + n % 3, PAPER)
        for n in range(34)
    )


def _viaduct() -> str:
    arches = "".join(f"M{x},760 V690 a76,76 0 0 1 152,0 V760Z " for x in range(-60, 1600, 190))
    wall = f"M-100,566 H1700 V760 H-100Z {arches}"
    return (
        path(wall, SAND, more='fill-rule="evenodd"')
        + shade(path(wall, WINE, more='fill-rule="evenodd"'), "down")
        + rect(-100, 556, 1800, 20, PAPER)
        + line("M-100,600 H1700", WINE, 3, more='stroke-dasharray="40 12" opacity=".5"')
    )


def _train() -> str:
    cars = "".join(group(_car(), at=(360 * n, 0)) for n in range(4))
    nose = "M1440,0 H1580 C1650,0 1690,40 1700,84 H1440Z"
    engine = path("M1590,10 C1630,14 1656,30 1668,46 H1590Z", INK)
    beam = path("M1694,58 L1860,20 V130 L1694,74Z", GLOW, more='opacity=".5"')
    wheels = "".join(disc(x, 88, 11, INK) for x in range(30, 1690, 60))
    return wheels + cars + path(nose, BRICK) + shade(path(nose, WINE), "down") + engine + beam


def _car() -> str:
    body = rect(4, 0, 350, 84, BRICK, r=10)
    stripe = rect(4, 54, 350, 12, GLOW)
    panes = "".join(rect(24 + 54 * n, 14, 38, 30, GLOW, r=4) for n in range(6))
    heads = "".join(disc(44 + 54 * n, 36, 8, WINE) for n in (0, 2, 3, 5))
    roof = line("M16,-4 H342", INK, 8)
    return roof + body + shade(rect(4, 0, 350, 84, WINE, r=10), "down") + stripe + panes + heads


def _reeds() -> str:
    stalks = (
        (40, 30, 190, 1),
        (80, -24, 230, 1),
        (110, 40, 160, 0),
        (150, 14, 250, 1),
        (190, 50, 150, 0),
        (1420, -40, 180, 0),
        (1460, 20, 240, 1),
        (1500, -30, 200, 0),
        (1540, 30, 260, 1),
        (1580, -14, 170, 0),
    )
    blades = "".join(
        line(f"M{x},1080 Q{x + lean / 3},{1040 - height / 2} {x + lean},{1067 - height}", INK, 8)
        for x, lean, height, _tip in stalks
    )
    tips = "".join(
        line(f"M{x + lean},{1067 - height} l{lean / 8},-46", BRICK, 16)
        for x, lean, height, tip in stalks
        if tip
    )
    return blades + tips
