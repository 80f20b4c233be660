"""A shadow-puppet stage: the tree of life between two figures, the puppeteer below."""

from __future__ import annotations

from tools.example_pictures.figures import people
from tools.example_pictures.kit import (
    BLUSH,
    BRICK,
    GLOW,
    INK,
    LEAF,
    LIME,
    MOSS,
    NIGHT,
    PAPER,
    SAND,
    SUN,
    WINE,
    Sheet,
    disc,
    group,
    landscape,
    line,
    mirrored,
    path,
    rect,
    shade,
)  # fmt: skip


def shadow_puppets() -> Sheet:
    """Return the sheet."""
    return landscape(
        rect(0, 0, 1600, 1067, INK),
        _hall(),
        _screen(),
        group(_tree_of_life(), at=(800, 706), scale=0.88),
        group(_puppet(), at=(470, 700)),
        mirrored(group(_puppet(), at=(470, 700), scale=0.94), axis=800),
        _lamp(),
        _stage(),
        _puppeteer(),
        _audience(),
    )


def _hall() -> str:
    beams = rect(0, 0, 1600, 70, WINE) + shade(rect(0, 0, 1600, 70, INK), "up")
    pillars = "".join(
        rect(x, 70, 60, 800, WINE) + shade(rect(x, 70, 60, 800, INK), "right") for x in (90, 1450)
    )
    carving = "".join(
        path(f"M{x},70 q40,60 80,0Z", SUN) + disc(x + 40, 84, 6, BRICK) for x in range(0, 1600, 80)
    )
    return pillars + beams + carving


def _screen() -> str:
    sheet = rect(200, 130, 1200, 610, GLOW)
    warm = shade(rect(200, 130, 1200, 610, SUN), "left") + shade(
        rect(200, 130, 1200, 610, SUN), "right"
    )
    light = shade(disc(800, 400, 420, PAPER), "out")
    border = rect(180, 110, 1240, 42, BRICK) + rect(180, 700, 1240, 46, BRICK)
    border += rect(168, 110, 34, 640, WINE) + rect(1398, 110, 34, 640, WINE)
    studs = "".join(disc(x, 131, 7, SUN) + disc(x, 723, 7, SUN) for x in range(220, 1400, 44))
    return sheet + warm + light + border + studs


def _tree_of_life() -> str:
    """The gunungan: a leaf shape 300 wide and 520 high on a stem."""
    leaf = (
        "M0,-560 C20,-500 150,-400 150,-240 C150,-150 110,-110 60,-96 H-60 "
        "C-110,-110 -150,-150 -150,-240 C-150,-400 -20,-500 0,-560Z"
    )
    inner = (
        "M0,-490 C20,-440 118,-370 118,-240 C118,-176 90,-142 50,-128 H-50 "
        "C-90,-142 -118,-176 -118,-240 C-118,-370 -20,-440 0,-490Z"
    )
    trunk = line("M0,-136 V-430", BRICK, 12)
    boughs = "".join(
        line(
            f"M0,{y} C{28 * s},{y - 6} {60 * s},{y - 30} {reach * s},{y - 56} "
            f"q{14 * s},-18 {-4 * s},-26",
            BRICK,
            8,
        )
        + disc(reach * s, y - 62, 11, BRICK)
        + disc((reach - 26) * s, y - 30, 8, WINE)
        for y, reach in ((-190, 84), (-250, 88), (-310, 70), (-370, 46))
        for s in (-1, 1)
    )
    gate = path("M-44,-128 V-176 L0,-206 L44,-176 V-128Z", BRICK) + path(
        "M-16,-128 V-168 a16,16 0 0 1 32,0 V-128Z", SUN
    )
    steps = line("M-70,-112 H70", SUN, 7)
    stem = line("M0,-96 V20", INK, 9)
    return (
        stem
        + path(leaf, INK)
        + path(inner, GLOW)
        + shade(path(inner, SUN))
        + trunk
        + boughs
        + gate
        + steps
    )


def _puppet() -> str:
    """A slender figure in profile that faces right, about 420 high."""
    robe = (
        "M-30,-220 C-70,-150 -96,-60 -70,-8 C-40,8 -6,-6 6,-30 C22,-8 60,4 "
        "84,-14 C60,-80 50,-150 20,-220Z"
    )
    chest = "M-34,-300 C-66,-280 -50,-230 -30,-216 H20 C40,-240 44,-280 20,-306Z"
    neck = line("M-2,-300 Q2,-330 8,-346", INK, 18)
    head = (
        "M-16,-352 C-22,-384 12,-398 30,-384 L60,-366 L36,-358 L40,-346 C32,-334 2,-332 -16,-352Z"
    )
    crown = (
        "M-18,-356 C-50,-362 -70,-400 -48,-438 C-36,-462 -8,-458 -6,-438 "
        "C-6,-424 -26,-420 -30,-432 C-36,-404 0,-396 22,-388 L6,-366Z"
    )
    wing = "M-34,-300 C-90,-320 -110,-270 -84,-226 C-80,-250 -62,-268 -40,-268Z"
    near_arm = line("M24,-296 L92,-238 L138,-310", INK, 13) + line(
        "M138,-310 l14,-22 m-14,22 l22,-10", INK, 6
    )
    far_arm = line("M-30,-290 L40,-210 L108,-150", INK, 12) + line(
        "M108,-150 l22,2 m-22,-2 l16,18", INK, 6
    )
    rods = line("M138,-306 L96,40 M106,-150 L84,40 M-6,-20 V60", WINE, 4)
    holes = "".join(
        disc(x, y, 4, GLOW)
        for x, y in (
            (-46, -60),
            (-24, -60),
            (-2, -70),
            (30, -60),
            (52, -50),
            (-40, -100),
            (-16, -110),
            (8, -112),
            (30, -100),
            (-28, -150),
            (-6, -156),
            (14, -150),
            (-20, -250),
            (0, -256),
            (18, -262),
        )
    )
    eye = line("M30,-372 l14,4", GLOW, 3)
    belt = line("M-34,-216 Q-6,-204 24,-218", GLOW, 6)
    return (
        rods
        + far_arm
        + "".join(path(d, INK) for d in (robe, chest, wing, head, crown))
        + neck
        + near_arm
        + holes
        + eye
        + belt
    )


def _lamp() -> str:
    glow = shade(disc(800, 150, 150, PAPER), "out")
    chain = line("M800,70 V116", SAND, 5)
    wings = path(
        "M800,124 C760,100 700,110 680,140 C720,140 760,156 780,172 H820 "
        "C840,156 880,140 920,140 C900,110 840,100 800,124Z",
        SUN,
    )
    bowl = path("M764,166 H836 L820,196 H780Z", BRICK)
    flame = path("M800,206 C784,190 796,170 800,154 C808,172 818,188 800,206Z", PAPER)
    return glow + chain + wings + bowl + flame


def _stage() -> str:
    trunks = rect(140, 746, 1320, 44, LIME, r=22) + shade(rect(140, 746, 1320, 44, MOSS, r=22))
    trunks += rect(120, 786, 1360, 50, LEAF, r=25) + shade(rect(120, 786, 1360, 50, MOSS, r=25))
    spare = "".join(
        group(_puppet(), at=(x, 770), scale=0.44, turn=turn)
        for x, turn in ((250, -10), (290, -4), (330, 3))
    )
    spare_right = mirrored(spare, axis=800)
    floor = rect(0, 746, 1600, 330, MOSS) + shade(rect(0, 900, 1600, 167, INK))
    return floor + spare + spare_right + trunks


def _puppeteer() -> str:
    back = path("M660,1067 C650,930 690,880 760,866 H840 C910,880 950,930 940,1067Z", NIGHT)
    sash = path("M662,1020 H938 L940,1067 H660Z", BRICK)
    arms = line("M706,910 Q620,900 560,800", NIGHT, 50) + line(
        "M894,910 Q980,900 1040,800", NIGHT, 50
    )
    hands = disc(556, 788, 24, "#bd8660") + disc(1044, 788, 24, "#bd8660")
    head = rect(774, 826, 52, 56, "#bd8660") + disc(800, 800, 56, INK, ry=60)
    cap = path("M742,806 C738,730 862,730 858,806 Q800,780 742,806Z", WINE) + disc(
        800, 812, 20, WINE
    )
    folds = line("M750,786 Q800,756 850,786 M756,768 Q800,740 844,768", SUN, 4)
    return back + shade(back, "right") + sash + arms + hands + head + cap + folds


def _audience() -> str:
    return people(
        [
            (80, 1240, 420, BRICK, INK),
            (230, 1260, 400, BLUSH, WINE),
            (390, 1250, 420, PAPER, INK),
            (1210, 1250, 410, SUN, INK),
            (1370, 1260, 420, BLUSH, BRICK),
            (1520, 1240, 400, BRICK, INK),
        ]
    )
