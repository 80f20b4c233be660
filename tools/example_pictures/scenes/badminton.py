"""A badminton player leaps for a smash; the shuttlecock is already past the net."""

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


def badminton() -> Sheet:
    """Return the sheet."""
    return landscape(
        rect(0, 0, 1600, 740, BRICK),
        _lights(),
        shade(rect(0, 500, 1600, 240, WINE)),
        _public(),
        _court(),
        _net(),
        group(_player(), at=(1080, 604), scale=0.96),
        group(_shuttle(), at=(430, 420), turn=-64, scale=1.3),
        _flight(),
    )


def _lights() -> str:
    cones = "".join(
        poly([(x - 60, 0), (x + 60, 0), (x + 330, 760), (x - 330, 760)], SUN, more='opacity=".35"')
        for x in (360, 800, 1240)
    )
    lamps = "".join(
        rect(x - 90, 0, 180, 34, INK, r=8) + rect(x - 74, 20, 148, 20, PAPER, r=8)
        for x in (360, 800, 1240)
    )
    return cones + lamps


def _public() -> str:
    heads = "".join(
        disc(
            20 + 46 * n + 23 * (row % 2), 640 + 36 * row, 19, (WINE, NIGHT, INK)[(n * 7 + row) % 3]
        )
        for row in range(2)
        for n in range(36)
    )
    return (
        heads
        + rect(0, 690, 1600, 52, INK)
        + line(
            "M40,716 h220 M330,716 h120 M520,716 h240 M840,716 h160 M1080,716 h220 M1370,716 h180",
            BRICK,
            10,
        )
    )


def _court() -> str:
    floor = rect(0, 740, 1600, 330, LAGOON) + shade(rect(0, 860, 1600, 207, SEA))
    lines = line(
        "M-20,800 H1620 M-20,1010 H1620 M180,742 L-60,1067 M1420,742 L1660,1067 M800,742 V800",
        PAPER,
        9,
    )
    return floor + lines


def _net() -> str:
    mesh = (
        " ".join(f"M{x},560 V760" for x in range(-10, 760, 24))
        + " "
        + " ".join(f"M-10,{y} H748" for y in range(580, 764, 24))
    )
    post = rect(744, 540, 18, 290, INK, r=6) + rect(712, 822, 82, 20, INK, r=8)
    return line(mesh, INK, 3, more='opacity=".7"') + rect(-10, 548, 762, 24, PAPER) + post


def _player() -> str:
    skin = SKINS[2]
    rear = (
        line("M20,40 L110,130", NIGHT, 74)
        + line("M112,132 L230,110", skin, 44)
        + line("M190,118 L246,106", PAPER, 46)
        + line("M262,96 L290,60", INK, 38)
    )
    front = (
        line("M-14,44 L-70,150", NIGHT, 74)
        + line("M-70,150 L-40,270", skin, 44)
        + line("M-46,236 L-38,282", PAPER, 46)
        + line("M-40,300 L-86,316", INK, 38)
    )
    trunk = path("M-70,60 C-90,-60 -80,-170 0,-190 C76,-176 74,-60 60,60Z", GLOW)
    band = clipped("shirt", trunk, path("M-84,-60 Q-8,-30 82,-66 L82,-26 Q-8,10 -84,-20Z", SEA))
    free = (
        line("M-56,-150 L-160,-190", GLOW, 50)
        + line("M-164,-190 L-250,-260", skin, 34)
        + disc(-258, -268, 21, skin)
    )
    strong = (
        line("M50,-150 L128,-240", GLOW, 52)
        + line("M130,-244 L90,-350", skin, 34)
        + disc(86, -362, 22, skin)
    )
    racket = line("M86,-362 L-20,-440", INK, 12) + group(
        disc(0, 0, 78, MIST, ry=62, more='fill-opacity=".35"'),
        clipped("strings", disc(0, 0, 78, MIST, ry=62), _strings()),
        disc(0, 0, 78, "none", ry=62, more=f'stroke="{INK}" stroke-width="11"'),
        at=(-82, -486), turn=36,
    )  # fmt: skip
    head = rect(-26, -226, 42, 46, skin) + disc(-20, -268, 52, skin, ry=58)
    hair = path("M-66,-286 C-60,-350 50,-344 36,-262 C24,-290 -20,-306 -66,-286Z", INK) + line(
        "M34,-270 Q84,-260 96,-210", INK, 30
    )
    tie = line("M-68,-292 Q-20,-318 36,-282", BRICK, 13)
    face = (
        disc(-50, -270, 5, INK)
        + disc(-22, -270, 5, INK)
        + line("M-52,-238 h20", WINE, 6)
        + line("M-62,-286 h16 M-30,-286 h16", INK, 6)
    )
    shadow = disc(0, 440, 210, INK, ry=22, more='opacity=".45"')
    return (
        shadow
        + rear
        + strong
        + racket
        + front
        + trunk
        + band
        + shade(trunk, "right")
        + free
        + head
        + hair
        + tie
        + face
    )


def _strings() -> str:
    uprights = " ".join(f"M{x},-70 V70" for x in range(-60, 61, 20))
    return line(uprights + "".join(f" M-80,{y} H80" for y in range(-40, 41, 20)), PAPER, 2.5)


def _shuttle() -> str:
    """A shuttlecock 260 long, its cork at the top."""
    feathers = "".join(
        path(
            f"M{6 * n},-10 L{34 * n - 16},170 q16,18 32,0 L{6 * n + 4},-10Z",
            PAPER if n % 2 else MIST,
        )
        for n in range(-3, 4)
    )
    threads = line("M-38,60 Q0,78 42,60 M-62,112 Q0,134 66,112", SUN, 6)
    cork = path("M-36,-6 C-40,-76 40,-76 38,-6 Q0,12 -36,-6Z", SAND) + rect(
        -38, -16, 78, 18, BRICK, r=6
    )
    return feathers + threads + cork + shade(cork, "right")


def _flight() -> str:
    return line(
        "M900,170 C800,200 720,250 650,310 M930,220 C820,250 740,300 680,350",
        PAPER,
        7,
        more='stroke-dasharray="70 26" opacity=".85"',
    )
