"""A lighthouse sweeps its beam over a bay with grey ships on the horizon."""

from __future__ import annotations

from tools.example_pictures.kit import (
    BRICK,
    GLOW,
    INK,
    LAGOON,
    MIST,
    NIGHT,
    PAPER,
    SEA,
    SUN,
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
    water,
)  # fmt: skip

HORIZON = 640


def strait() -> Sheet:
    """Return the sheet."""
    return landscape(
        rect(0, 0, 1600, HORIZON, NIGHT),
        rect(0, 0, 1600, 170, INK),
        shade(rect(0, 170, 1600, 90, INK), "up"),
        shade(rect(0, 430, 1600, 212, BRICK), "down"),
        _stars(),
        path("M440,90 A84,84 0 1 0 516,216 A74,74 0 0 1 440,90Z", GLOW),
        _beam(),
        water(0, HORIZON, 1600, 1067, SEA, INK),
        _ships(),
        ripples((0, 655, 1600, 1060), LAGOON, count=90, seed=21),
        ripples((0, 655, 1250, 800), SUN, count=26, seed=3),
        _buoy(),
        _headland(),
        _lighthouse(),
    )


def _stars() -> str:
    return "".join(
        disc((97 * n * n + 41 * n) % 1600, (53 * n * n + 17 * n) % 330 + 20, 2 + n % 3, PAPER)
        for n in range(26)
    )


def _beam() -> str:
    rays = poly([(1268, 292), (-40, 330), (-40, 640), (240, 640)], GLOW, more='opacity=".28"')
    return rays + shade(poly([(1268, 292), (-40, 330), (-40, 640), (240, 640)], GLOW), "right")


def _ships() -> str:
    fleet = ((60, 650, 0.5), (300, 654, 0.72), (620, 662, 1.0), (1010, 652, 0.56))
    return "".join(group(_ship(), at=(x, y), scale=size) for x, y, size in fleet)


def _ship() -> str:
    """A patrol ship 300 wide, its waterline at y = 0."""
    hull = poly([(0, -40), (300, -48), (268, 4), (26, 4)], INK)
    house = poly([(70, -42), (82, -84), (210, -84), (226, -44)], INK)
    tower = poly([(116, -82), (126, -128), (176, -128), (184, -82)], INK)
    mast = line("M150,-128 V-196 M128,-166 H172 M136,-184 H164", INK, 5)
    gun = rect(236, -66, 26, 22, INK, r=5) + line("M260,-58 L298,-66", INK, 5)
    lights = disc(100, -62, 4, GLOW) + disc(124, -62, 4, GLOW) + disc(148, -62, 4, GLOW)
    lamp = disc(150, -198, 5, BRICK)
    mirror = shade(poly([(20, 4), (270, 4), (240, 90), (60, 90)], INK), "up")
    return mirror + hull + house + tower + mast + gun + lights + lamp


def _buoy() -> str:
    body = path("M-40,0 L-22,-70 H22 L40,0 Q0,18 -40,0Z", BRICK)
    cage = line("M-18,-70 L-8,-118 H8 L18,-70", BRICK, 7) + disc(0, -128, 11, GLOW)
    band = path("M-31,-34 H31 L35,-16 H-35Z", PAPER)
    ring = line("M-74,10 q18,-10 37,0 t37,0 t37,0 t37,0", MIST, 5)
    return group(body, band, shade(body, "right"), cage, ring, at=(330, 900), turn=-8, scale=1.2)


def _headland() -> str:
    rocks = (
        "M900,1067 C960,1010 990,930 1080,900 C1110,830 1170,790 1230,770 "
        "C1320,740 1440,800 1600,740 V1067Z"
    )
    front = "M1010,1067 C1060,1000 1130,980 1190,960 C1300,900 1420,960 1600,900 V1067Z"
    foam = "M880,1062 q30,-44 80,-52 q10,-60 70,-80 q14,-24 44,-34"
    return (
        line(foam, MIST, 10) + path(rocks, INK) + shade(path(rocks, SEA), "up")
        + path(front, INK) + shade(path(front, NIGHT), "right")
    )  # fmt: skip


def _lighthouse() -> str:
    tower = [(1206, 790), (1228, 340), (1310, 340), (1334, 790)]
    bands = "".join(
        poly([(1223 - 5 * n, 430 + 110 * n), (1315 + 5 * n, 430 + 110 * n),
              (1318 + 5 * n, 485 + 110 * n), (1220 - 5 * n, 485 + 110 * n)], BRICK)
        for n in range(3)
    )  # fmt: skip
    lamp = rect(1236, 262, 66, 62, GLOW) + line("M1258,262 v62 M1280,262 v62", INK, 4)
    gallery = rect(1206, 322, 126, 18, INK, r=4) + line(
        "M1210,322 v-24 M1328,322 v-24 M1206,298 h126", INK, 4
    )
    dome = path("M1228,264 C1232,214 1306,214 1310,264Z", BRICK) + line("M1269,226 V196", INK, 6)
    door = path("M1252,790 V730 a18,18 0 0 1 36,0 V790Z", INK) + rect(1262, 560, 16, 30, INK, r=7)
    glow = shade(disc(1269, 292, 150, GLOW), "out")
    return (
        glow
        + poly(tower, PAPER)
        + bands
        + shade(poly(tower, INK), "right")
        + lamp
        + dome
        + gallery
        + door
    )
