"""A volcano smokes above tea fields and a village at dawn."""

from __future__ import annotations

from tools.example_pictures.kit import (
    BLUSH,
    BRICK,
    GLOW,
    INK,
    LAGOON,
    LEAF,
    LIME,
    MOSS,
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
    poly,
    rect,
    shade,
    sky,
)  # fmt: skip

CONE = "M250,760 C520,690 760,470 860,300 L900,318 L944,300 L1000,316 C1110,480 1330,690 1640,760Z"


def volcano() -> Sheet:
    """Return the sheet."""
    return landscape(
        sky(1600, 760, BLUSH, GLOW),
        _plume(),
        _cone(),
        path("M0,760 C240,640 420,700 620,745 S1100,690 1600,735 V900 H0Z", SEA),
        shade(path("M0,760 C240,640 420,700 620,745 S1100,690 1600,735 V900 H0Z", LAGOON), "up"),
        _village(),
        _fields(),
        _post(),
    )


def _plume() -> str:
    puffs = (
        (930, 270, 60), (900, 212, 76), (968, 184, 84), (890, 132, 92), (980, 96, 104),
        (1080, 60, 112), (880, 40, 100), (1190, 44, 104), (1300, 14, 96), (1010, 10, 110),
    )  # fmt: skip
    dark = "".join(disc(x + 12, y + 12, r, INK) for x, y, r in puffs)
    body = "".join(disc(x, y, r * 0.94, NIGHT) for x, y, r in puffs)
    light = "".join(shade(disc(x, y, r * 0.94, SAND), "left") for x, y, r in puffs[1::2])
    stones = "".join(
        disc(x, y, r, BRICK)
        for x, y, r in ((820, 250, 7), (850, 196, 5), (1040, 250, 6), (1018, 212, 4))
    )
    return dark + body + light + stones


def _cone() -> str:
    gullies = (
        "M880,330 C840,480 700,640 560,740 M925,330 C920,480 860,640 800,745 "
        "M965,330 C1000,480 1060,640 1120,745 M990,330 C1080,500 1230,650 1380,740"
    )
    lava = path("M896,316 C900,420 960,470 940,600 C970,520 984,430 946,312Z", BRICK)
    crater = path("M860,300 L900,318 L944,300 L1000,316 L980,342 L880,340Z", BRICK)
    return (
        path(CONE, INK) + shade(path(CONE, SEA), "left") + line(gullies, NIGHT, 9)
        + crater + lava + shade(lava, "up") + line("M884,318 L900,326 L944,308 L990,322", GLOW, 6)
    )  # fmt: skip


def _village() -> str:
    houses = (
        (150, 790, 1.0, BRICK), (260, 800, 0.8, WINE), (1180, 776, 0.9, BRICK),
        (1290, 790, 1.1, WINE), (1410, 782, 0.85, BRICK),
    )  # fmt: skip
    return "".join(
        group(
            rect(-44, -46, 88, 60, PAPER), poly([(-58, -42), (0, -92), (58, -42)], roof),
            rect(-12, -22, 24, 36, INK), rect(20, -26, 16, 16, SUN), at=(x, y), scale=size,
        )
        for x, y, size, roof in houses
    )  # fmt: skip


def _fields() -> str:
    hill = "M0,880 C260,790 520,800 800,860 S1320,900 1600,820 V1067 H0Z"
    rows = "".join(
        line(f"M-20,{900 + 46 * n} C260,{806 + 50 * n} 520,{816 + 50 * n} 800,{880 + 46 * n} "
             f"S1320,{920 + 46 * n} 1620,{836 + 50 * n}", MOSS if n % 2 else LIME, 22)
        for n in range(6)
    )  # fmt: skip
    dashes = line("M0,1010 h1600", LEAF, 8, more='stroke-dasharray="2 26"')
    ground = path(hill, LEAF)
    return ground + clipped("hill", path(hill, INK), rows, dashes) + shade(path(hill, MOSS))


def _post() -> str:
    legs = line("M0,0 L20,-190 M150,0 L130,-190 M8,-90 L140,-20 M142,-90 L10,-20", INK, 10)
    room = rect(-6, -270, 162, 84, PAPER, r=3) + shade(rect(-6, -270, 162, 84, SAND), "right")
    roof = poly([(-30, -266), (75, -330), (180, -266)], BRICK)
    window = rect(14, -252, 56, 44, INK) + rect(84, -252, 56, 66, SEA)
    watcher = disc(40, -226, 10, "#9c6644") + path("M24,-208 q16,-20 32,0Z", SUN)
    flag = line("M75,-330 V-390", INK, 5) + poly([(78, -390), (130, -378), (78, -362)], SUN)
    return group(legs, room, window, watcher, roof, flag, at=(420, 985), scale=1.05)
