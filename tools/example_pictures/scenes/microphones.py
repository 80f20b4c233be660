"""A thicket of microphones before a speaker of whom one sees only chin and jacket."""

from __future__ import annotations

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


def microphones() -> Sheet:
    """Return the sheet."""
    return landscape(
        rect(0, 0, 1600, 1067, SUN),
        _panels(),
        _speaker(),
        _lectern(),
        _thicket(),
        _hands(),
    )


def _panels() -> str:
    bars = "".join(rect(x, 0, 100, 1067, GLOW) for x in range(0, 1600, 200))
    return (
        bars
        + shade(rect(0, 0, 520, 1067, BRICK), "left")
        + shade(rect(1080, 0, 520, 1067, BRICK), "right")
    )


def _speaker() -> str:
    skin, shadow = SKINS[2], SKINS[1]
    jacket = path("M250,1067 C250,700 380,520 620,450 H980 C1220,520 1350,700 1350,1067Z", NIGHT)
    shirt = path("M650,440 L800,800 L950,440Z", PAPER) + path(
        "M760,520 L840,520 L826,580 L850,830 L800,880 L750,830 L774,580Z", BRICK
    )
    stripes = line("M772,640 l58,-30 M764,720 l74,-38 M757,800 l88,-44", GLOW, 11)
    lapels = path("M620,450 L560,620 L640,660 L600,720 L790,1000 L650,440Z", INK) + path(
        "M980,450 L1040,620 L960,660 L1000,720 L810,1000 L950,440Z", INK
    )
    collar = path("M640,420 L800,540 L720,600 L630,470Z", PAPER) + path(
        "M960,420 L800,540 L880,600 L970,470Z", PAPER
    )
    neck = path("M680,260 H920 V440 Q800,580 680,440Z", skin) + path(
        "M680,330 Q800,440 920,330 V400 Q800,510 680,400Z", shadow
    )
    jaw = path("M600,-20 C596,180 690,340 800,340 S1004,180 1000,-20Z", skin)
    beard = path(
        "M604,40 C640,120 700,90 800,96 S960,120 996,40 C1000,220 910,350 800,350 S600,220 604,40Z",
        INK,
    ) + path("M704,160 Q800,124 896,160 Q870,244 800,244 T704,160Z", skin)
    mouth = path("M726,168 Q800,142 874,168 Q850,222 800,222 T726,168Z", WINE) + path(
        "M744,168 Q800,150 856,168 Q800,184 744,168Z", PAPER
    )
    nose = path("M756,-20 C740,50 770,74 800,74 S860,50 844,-20Z", shadow)
    badge = disc(1080, 700, 26, SUN) + disc(1080, 700, 12, BRICK)
    return (
        jacket
        + shade(jacket, "right")
        + neck
        + shirt
        + stripes
        + lapels
        + collar
        + jaw
        + shade(jaw, "right")
        + nose
        + beard
        + mouth
        + badge
    )


def _lectern() -> str:
    top = poly([(330, 960), (1270, 960), (1340, 1067), (260, 1067)], WINE)
    return top + shade(top, "up") + line("M330,960 H1270", SAND, 10)


def _thicket() -> str:
    stands = (
        (430, 700, -24, BRICK, "cube", 1.0), (560, 630, -14, LAGOON, "ball", 1.05),
        (690, 690, -6, PAPER, "cube", 1.1), (905, 640, 7, SEA, "cube", 1.1),
        (1035, 690, 14, SUN, "ball", 1.0), (1170, 660, 24, MIST, "cube", 1.05),
        (800, 780, 0, BLUSH, "ball", 1.1), (1290, 780, 32, BRICK, "ball", 0.85),
        (310, 790, -34, SEA, "ball", 0.85),
    )  # fmt: skip
    return "".join(
        group(_microphone(colour, shape), at=(x, y), turn=turn * 0.7, scale=size)
        for x, y, turn, colour, shape, size in stands
    )


def _microphone(colour: str, shape: str) -> str:
    """A microphone whose head is at the origin and whose handle hangs 460 down."""
    handle = path("M-22,40 L-14,470 H14 L22,40Z", INK) + line("M-6,60 L-3,440", NIGHT, 7)
    mesh = line("M-29,-20 H29 M-36,4 H36 M-12,-44 V40 M12,-44 V40", NIGHT, 3)
    head = path("M-42,40 C-54,-80 54,-80 42,40Z", INK if shape == "cube" else colour)
    head += mesh if shape == "cube" else shade(path("M-42,40 C-54,-80 54,-80 42,40Z", INK), "right")
    if shape == "ball":
        return handle + head + rect(-28, 36, 56, 22, SAND, r=6)
    box = rect(-58, 46, 116, 104, colour, r=8) + shade(rect(-58, 46, 116, 104, INK, r=8), "right")
    mark = disc(-6, 98, 24, INK) + rect(-14, 84, 16, 28, colour)
    return handle + head + box + mark


def _hands() -> str:
    skin = SKINS[0]
    phone = (
        rect(-52, -110, 104, 190, INK, r=14)
        + rect(-42, -96, 84, 152, MIST, r=6)
        + disc(0, -20, 22, BRICK)
    )
    fist = line("M-66,60 Q0,96 62,50", skin, 46) + line("M-60,16 h14 M52,10 h12", skin, 36)
    left = group(line("M20,60 L-60,400", BRICK, 110), phone, fist, at=(150, 830), turn=16)
    pad = rect(-80, -130, 160, 190, PAPER, r=6) + line(
        "M-56,-96 H50 M-56,-64 H56 M-56,-32 H30 M-56,0 H44", LAGOON, 7
    )
    right = group(
        line("M-10,70 L80,400", SEA, 116),
        pad,
        line("M-90,30 Q-30,70 40,60", SKINS[3], 46),
        line("M-20,40 L50,-60", SUN, 11),
        at=(1470, 880),
        turn=-10,
    )
    return left + right
