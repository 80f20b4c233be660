"""Three pictures of batik: the pattern close up, the wax pen at work, cloth hung out to dry."""

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
    sky,
    soft,
    upright,
)  # fmt: skip
from tools.example_pictures.patterns import clouds, fill, flower, kawung, parang


def batik_detail() -> Sheet:
    """Return the pattern close up: three cloths lying over each other in folds."""
    middle = "M-20,1087 V470 C220,380 420,560 700,470 S1240,300 1620,420 V1087Z"
    front = "M-20,1087 C140,900 420,960 620,860 S1160,560 1620,700 V1087Z"
    return landscape(
        "<defs>",
        fill("clouds", clouds(NIGHT, (INK, SEA, LAGOON, MIST)), (260, 150), -8),
        fill("kawung", kawung(WINE, GLOW, BRICK), (120, 120), 20),
        fill("parang", parang(PAPER, BRICK, INK), (64, 128), -38),
        "</defs>",
        rect(0, 0, 1600, 1067, "url(#clouds)"),
        soft(rect(0, 180, 1600, 340, INK), strength=0.8),
        path(middle, "url(#kawung)"),
        soft(
            path("M-20,1087 V600 C220,520 420,700 700,610 S1240,440 1620,560 V1087Z", INK),
            strength=0.75,
        ),
        _folds(middle="M300,440 C380,600 360,760 250,980 L420,960 C500,760 470,600 420,486Z"),
        _folds(
            middle="M1010,380 C1060,500 1050,600 1000,720 L1140,660 C1180,520 1150,440 1110,350Z"
        ),
        line("M-20,470 C220,380 420,560 700,470 S1240,300 1620,420", SUN, 12),
        path(front, "url(#parang)"),
        _folds(middle="M560,880 C640,960 600,1030 560,1100 H760 C780,1000 740,900 700,826Z"),
        _folds(middle="M1050,660 C1150,780 1150,950 1090,1100 H1290 C1320,920 1270,740 1190,610Z"),
        line("M-20,1087 C140,900 420,960 620,860 S1160,560 1620,700", PAPER, 16),
    )


def _folds(*, middle: str) -> str:
    return soft(path(middle, INK), "right", strength=0.5)


def wax_pen() -> Sheet:
    """Return a hand that draws a flower in wax on cream cloth."""
    return upright(
        rect(0, 0, 1200, 1500, PAPER),
        shade(rect(0, 0, 1200, 640, SAND), "up"),
        _drawing(),
        _bowl(),
        group(_pen_and_hand(), at=(640, 770)),
    )


def _drawing() -> str:
    vine = "M-20,1180 C160,1120 200,940 330,860 S520,640 430,440 S240,200 360,-20"
    tendrils = (
        "M330,860 C240,820 190,740 210,660 M452,640 C560,600 600,520 580,440 "
        "M400,330 C300,330 240,280 230,210 M200,1010 C300,1030 380,1010 430,950"
    )
    leaves = "".join(
        group(
            path("M0,0 C34,-30 34,-92 0,-122 C-34,-92 -34,-30 0,0Z", colour)
            + line("M0,-10 V-104", WINE, 5),
            at=(x, y),
            turn=turn,
        )
        for x, y, turn, colour in (
            (210, 660, -20, SUN),
            (580, 440, 16, SUN),
            (230, 210, -24, SUN),
            (430, 950, 60, GLOW),
            (110, 1120, -40, SUN),
        )
    )
    blooms = (
        flower(330, 860, 1.5, BRICK, GLOW)
        + flower(420, 430, 1.7, BRICK, GLOW, petals=10)
        + flower(360, 60, 1.2, WINE, GLOW)
    )
    outline = "".join(
        group(
            line("M0,0 C26,-20 22,-62 0,-74 C-22,-62 -26,-20 0,0Z", WINE, 4),
            at=(640, 880),
            turn=turn,
            scale=1.9,
        )
        for turn in (0, 45, 90, 270, 315)
    )
    chance = random.Random(5)  # noqa: S311
    dots = "".join(
        disc(chance.uniform(40, 700), chance.uniform(80, 1440), 6, SUN) for _ in range(46)
    )
    return line(vine, WINE, 9) + line(tendrils, WINE, 7) + dots + leaves + blooms + outline


def _bowl() -> str:
    brazier = path(
        "M760,1500 C740,1390 760,1330 800,1300 H1110 C1150,1330 1170,1390 1150,1500Z", WINE
    )
    pan = (
        path("M730,1260 H1180 C1170,1340 1080,1370 955,1370 S740,1340 730,1260Z", INK)
        + disc(955, 1260, 226, NIGHT, ry=52)
        + disc(955, 1266, 190, SUN, ry=38)
    )
    steam = line("M900,1190 q-26,-40 6,-80 t4,-80 M1000,1190 q-26,-36 6,-72 t4,-70", MIST, 11)
    return (
        brazier
        + shade(brazier, "right")
        + pan
        + shade(disc(955, 1266, 190, BRICK, ry=38), "right")
        + steam
    )


def _pen_and_hand() -> str:
    skin, shadow = SKINS[2], SKINS[1]
    spout = line("M0,112 Q6,64 44,50", SUN, 11)
    cup = path("M34,20 C60,-6 120,4 128,44 C130,82 70,98 46,74 C32,58 28,36 34,20Z", SUN) + shade(
        path("M34,20 C60,-6 120,4 128,44 C130,82 70,98 46,74 C32,58 28,36 34,20Z", BRICK), "right"
    )
    stick = line("M116,34 L420,-160", WINE, 24)
    drop = disc(0, 128, 8, SUN)
    sleeve = path("M640,-120 L470,60 L560,240 L640,260Z", SEA) + line("M472,62 L556,236", GLOW, 22)
    palm = path(
        "M500,80 C430,-20 360,-80 300,-70 C270,-40 290,40 340,110 C400,190 480,230 548,214Z", skin
    )
    under = (
        line("M420,150 Q330,130 262,50", skin, 54)
        + line("M470,196 Q370,190 300,110", skin, 52)
        + line("M400,176 Q340,160 304,112", shadow, 5)
    )
    index = line("M380,-30 Q290,-96 196,-16", skin, 48)
    thumb = line("M350,70 Q280,70 214,10", skin, 52)
    nails = line("M192,-12 l-8,8", BLUSH, 24) + line("M214,14 l-10,-8", BLUSH, 26)
    return (
        sleeve
        + palm
        + shade(palm, "right")
        + under
        + stick
        + cup
        + spout
        + drop
        + index
        + thumb
        + nails
    )


def drying_cloth() -> Sheet:
    """Return cloths on a bamboo line above a village green."""
    return landscape(
        "<defs>",
        fill("c1", kawung(SEA, MIST, GLOW), (120, 120), 0),
        fill("c2", parang(GLOW, WINE, BRICK), (64, 128), -35),
        fill("c3", clouds(BRICK, (WINE, BLUSH, PAPER)), (260, 150), 0),
        fill("c4", kawung(PAPER, WINE, SUN), (120, 120), 45),
        "</defs>",
        sky(1600, 800, MIST, PAPER),
        disc(300, 220, 100, SUN),
        path("M0,640 C240,500 480,560 720,620 S1240,480 1600,600 V820 H0Z", LAGOON),
        path("M0,720 C260,660 560,700 820,730 S1340,650 1600,700 V900 H0Z", SEA),
        rect(0, 790, 1600, 280, LIME),
        shade(rect(0, 790, 1600, 277, LEAF)),
        _poles(),
        _cloth(150, 300, "c1", 26),
        _cloth(470, 280, "c2", -22),
        _cloth(800, 320, "c3", 30),
        _cloth(1140, 290, "c4", -18),
        group(_woman(), at=(1120, 990)),
        _basket(),
        _grass(),
    )


def _poles() -> str:
    bamboo = ""
    for x in (90, 770, 1490):
        bamboo += rect(x, 210, 22, 720, SUN) + line(
            " ".join(f"M{x - 3},{y} h28" for y in range(290, 920, 110)), WINE, 6
        )
    bar = rect(40, 250, 1520, 18, SUN, r=9) + line(
        " ".join(f"M{x},247 v24" for x in range(120, 1540, 150)), WINE, 5
    )
    return bamboo + bar


def _cloth(x: float, width: float, pattern: str, sway: float) -> str:
    right, bottom = x + width, 800
    d = (
        f"M{x},252 H{right} C{right + sway},420 {right - sway},600 {right + sway},{bottom} "
        f"C{right - width * 0.3 + sway},{bottom + 34} "
        f"{x + width * 0.3 + sway},{bottom - 34} {x + sway},{bottom} "
        f"C{x - sway},600 {x + sway},420 {x},252Z"
    )
    hem = (
        f"M{right + sway},{bottom} C{right - width * 0.3 + sway},{bottom + 34} "
        f"{x + width * 0.3 + sway},{bottom - 34} {x + sway},{bottom}"
    )
    folds = "".join(
        path(
            f"M{x + width * part},270 q{sway},260 {sway * 0.4},520 l{width * 0.09},4 "
            f"q{-sway * 0.2},-260 {-width * 0.03},-524Z",
            INK,
            more='opacity=".16"',
        )
        for part in (0.18, 0.5, 0.78)
    )
    return (
        path(d, f"url(#{pattern})")
        + folds
        + line(hem, PAPER, 9)
        + rect(x, 246, width, 22, WINE, more='opacity=".5"')
    )


def _woman() -> str:
    skin = SKINS[1]
    skirt = path("M-60,-200 H64 C80,-120 78,-40 72,0 H-72 C-80,-60 -78,-130 -60,-200Z", WINE)
    feet = line("M-34,4 h-22 M34,4 h22", skin, 18)
    hem = line("M-70,-30 Q0,-12 72,-30 M-72,-60 Q0,-42 74,-60", SUN, 6)
    blouse = path("M-56,-190 C-76,-290 -60,-350 0,-356 S78,-290 60,-190Z", PAPER)
    arms = line("M-44,-330 L-70,-440", PAPER, 34) + line("M44,-330 L84,-440", PAPER, 34)
    hands = line("M-72,-446 L-66,-500", skin, 24) + line("M86,-446 L84,-500", skin, 24)
    head = (
        rect(-15, -390, 30, 40, skin)
        + path("M-48,-420 C-52,-494 52,-494 48,-420 Q40,-372 0,-370 Q-40,-372 -48,-420Z", INK)
        + disc(0, -424, 26, NIGHT)
    )
    pin = line("M-30,-436 L34,-416", SUN, 6)
    return feet + skirt + hem + blouse + shade(blouse, "right") + arms + hands + head + pin


def _basket() -> str:
    body = path("M-100,0 L-120,-96 H120 L100,0Z", SUN) + line(
        "M-112,-66 H112 M-106,-34 H106", WINE, 5
    )
    load = path("M-104,-96 C-80,-160 -20,-130 0,-150 S90,-160 104,-96Z", BRICK) + path(
        "M-60,-96 C-40,-136 0,-116 20,-128 S60,-130 70,-96Z", MIST
    )
    return group(load, body, shade(body, "right"), at=(1330, 1000))


def _grass() -> str:
    tufts = "".join(
        line(f"M{x},{y} q-4,-26 -16,-40 M{x},{y} v-46 M{x},{y} q6,-24 20,-34", MOSS, 6)
        for x, y in (
            (60, 980),
            (240, 1020),
            (430, 960),
            (620, 1030),
            (820, 980),
            (980, 1040),
            (1510, 1000),
        )
    )
    ground = poly([(130, 830), (440, 826), (500, 842), (180, 848)], MOSS, more='opacity=".5"')
    return ground + tufts
