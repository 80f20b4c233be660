"""A night market: three stalls under strings of bulbs, and the backs of the crowd."""

from __future__ import annotations

from tools.example_pictures.figures import people
from tools.example_pictures.kit import (
    BLUSH,
    BRICK,
    GLOW,
    INK,
    LAGOON,
    LEAF,
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


def night_market() -> Sheet:
    """Return the sheet."""
    return landscape(
        rect(0, 0, 1600, 1067, INK),
        _town(),
        rect(0, 800, 1600, 267, WINE),
        shade(rect(0, 800, 1600, 267, INK)),
        group(_stall(BRICK, _pots()), at=(40, 380)),
        group(_stall(SUN, _fruit()), at=(560, 350), scale=1.06),
        group(_stall(LAGOON, _satay()), at=(1100, 380)),
        _bulbs(),
        _crowd(),
    )


def _town() -> str:
    roofs = (
        "M0,420 V300 L120,220 L240,300 V360 L380,270 L520,360 V330 L640,250 "
        "L760,330 V380 L900,300 L1040,380 V280 L1180,200 L1320,280 V340 "
        "L1460,260 L1600,340 V820 H0Z"
    )
    panes = "".join(
        rect(x, y, 26, 36, SUN)
        for x, y in ((108, 290), (626, 318), (668, 318), (1160, 268), (1206, 268), (1446, 330))
    )
    return path(roofs, NIGHT) + shade(path(roofs, INK)) + panes + disc(1440, 130, 58, GLOW)


def _stall(colour: str, goods: str) -> str:
    """A stall 460 wide; awning at y = 60 to 190, counter at y = 300."""
    strips = "".join(
        path(f"M{46 * n},180 L{60 + 34 * n},60 h34 L{46 * n + 46},180 a23,26 0 0 1 -46,0Z",
             PAPER if n % 2 else colour)
        for n in range(10)
    )  # fmt: skip
    glow = rect(14, 180, 432, 130, GLOW) + shade(rect(14, 180, 432, 130, SUN), "up")
    posts = rect(10, 180, 12, 300, SAND) + rect(438, 180, 12, 300, SAND)
    counter = rect(0, 300, 460, 24, SAND, r=4) + rect(12, 322, 436, 150, colour)
    slats = line("M12,372 H448 M12,420 H448", INK, 4, more='opacity=".35"')
    shadow = shade(rect(0, 60, 460, 130, INK), "down")
    return (
        glow
        + posts
        + group(_vendor(colour), at=(0, 16))
        + counter
        + shade(rect(12, 322, 436, 150, INK), "down")
        + slats
        + strips
        + f'<g opacity=".5">{shadow}</g>'
        + goods
    )


def _vendor(colour: str) -> str:
    skin, cloth = {BRICK: (SKINS[1], SEA), SUN: (SKINS[2], BRICK)}.get(colour, (SKINS[0], PAPER))
    body = path("M176,310 C176,260 200,248 230,246 S284,260 284,310Z", cloth)
    head = rect(220, 232, 20, 20, skin) + disc(230, 218, 24, skin, ry=27)
    veil = path("M202,262 C190,176 270,176 258,262 Q230,276 202,262Z", NIGHT) + disc(
        230, 220, 18, skin, ry=22
    )
    hair = path("M205,216 C202,176 258,176 255,216 C244,200 216,200 205,216Z", INK)
    face = disc(222, 220, 2.6, INK) + disc(239, 220, 2.6, INK) + line("M223,231 q8,6 15,0", WINE, 3)
    return body + head + (veil if colour == SUN else hair) + face


def _pots() -> str:
    pots = "".join(
        rect(x, 262, 70, 40, NIGHT, r=8) + rect(x - 6, 256, 82, 10, SAND, r=5) for x in (40, 350)
    )
    steam = line(
        "M60,244 q-14,-24 4,-44 t0,-44 M92,244 q-14,-22 4,-40 M372,244 q-14,-24 "
        "4,-44 t0,-40 M402,244 q-14,-22 4,-40",
        PAPER,
        7,
        more='opacity=".85"',
    )
    bowls = "".join(path(f"M{x},286 h44 q-4,16 -22,16 t-22,-16Z", PAPER) for x in (130, 300))
    return pots + steam + bowls


def _fruit() -> str:
    heaps = ((60, BRICK), (126, LEAF), (334, BLUSH), (400, BRICK))
    return "".join(
        "".join(
            disc(x + dx, 288 + dy, 13, colour)
            for dx, dy in ((-22, 0), (0, 0), (22, 0), (-11, -20), (11, -20), (0, -40))
        )
        for x, colour in heaps
    )


def _satay() -> str:
    grill = rect(40, 272, 130, 30, NIGHT, r=5) + line("M50,270 H160", BRICK, 8)
    sticks = line(" ".join(f"M{x},252 V290" for x in range(58, 160, 16)), SAND, 4)
    meat = line(" ".join(f"M{x},256 V274" for x in range(58, 160, 16)), WINE, 10)
    smoke = line(
        "M70,236 q-18,-26 4,-50 t0,-50 M110,236 q-18,-28 4,-52 M144,236 q-14,-22 4,-40",
        MIST,
        7,
        more='opacity=".8"',
    )
    plates = "".join(
        disc(x, 294, 32, PAPER, ry=8) + line(f"M{x - 18},288 h36", WINE, 7) for x in (326, 400)
    )
    return grill + sticks + meat + smoke + plates


def _bulbs() -> str:
    wires, lamps = [], []
    for start, end, sag, top in (
        (-30, 550, 120, 168),
        (550, 1092, 130, 168),
        (1092, 1640, 120, 168),
    ):
        middle = (start + end) / 2
        wires.append(f"M{start},{top} Q{middle},{top + 2 * sag} {end},{top}")
        for n in range(1, 9):
            t = n / 9
            x = (1 - t) ** 2 * start + 2 * t * (1 - t) * middle + t**2 * end
            y = top + 4 * sag * t * (1 - t) + 8
            lamps.append(shade(disc(x, y + 8, 40, SUN), "out") + disc(x, y + 8, 11, GLOW))
    masts = rect(544, 150, 12, 690, NIGHT) + rect(1086, 150, 12, 690, NIGHT)
    return masts + line(" ".join(wires), SAND, 3) + "".join(lamps)


def _crowd() -> str:
    back = people(
        [
            (110, 940, 240, LAGOON, INK),
            (300, 930, 226, BLUSH, NIGHT),
            (520, 950, 250, SUN, INK),
            (600, 946, 236, PAPER, NIGHT),
            (930, 940, 236, BRICK, INK),
            (1040, 950, 250, MIST, NIGHT),
            (1180, 930, 222, SUN, INK),
            (1420, 940, 246, BRICK, INK),
            (1520, 946, 232, SEA, NIGHT),
        ]
    )
    front = people(
        [
            (60, 1180, 430, BRICK, INK), (400, 1200, 420, SEA, GLOW), (770, 1190, 440, GLOW, INK),
            (860, 1200, 400, PAPER, NIGHT), (1300, 1190, 430, LAGOON, SUN),
        ]
    )  # fmt: skip
    pools = poly([(0, 880), (1600, 880), (1600, 900), (0, 900)], SUN, more='opacity=".25"')
    return pools + back + front
