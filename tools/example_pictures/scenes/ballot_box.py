"""A hand with an inked finger drops a folded paper into a ballot box."""

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


def ballot_box() -> Sheet:
    """Return the sheet."""
    return landscape(
        rect(0, 0, 1600, 1067, BRICK),
        _rays(),
        shade(rect(0, 640, 1600, 210, INK), "down"),
        rect(0, 850, 1600, 217, INK),
        shade(rect(0, 850, 1600, 217, NIGHT), "up"),
        _box(),
        _hand(),
    )


def _rays() -> str:
    wedges = "".join(
        group(poly([(0, 0), (-60, -1500), (60, -1500)], SUN), at=(800, 500), turn=turn)
        for turn in range(-110, 111, 20)
    )
    return (
        f'<g opacity=".55">{wedges}</g>'
        + disc(800, 480, 400, GLOW)
        + shade(disc(800, 480, 400, SUN))
    )


def _box() -> str:
    front = [(470, 560), (1130, 560), (1100, 960), (500, 960)]
    lid = [(470, 560), (560, 470), (1040, 470), (1130, 560)]
    slot = poly([(690, 532), (704, 502), (896, 502), (910, 532)], INK)
    seal = rect(752, 548, 96, 40, SUN, r=6) + line("M776,568 h48", INK, 5)
    band = poly([(482, 720), (1118, 720), (1109, 830), (491, 830)], SEA)
    mark = disc(800, 775, 40, PAPER) + line("M780,776 l14,16 l28,-34", SEA, 11)
    lines = line("M520,775 h190 M890,775 h190", MIST, 8)
    shadow = path("M440,962 H1160 L1260,1010 H360Z", INK, more='opacity=".6"')
    edges = line("M470,560 H1130", SAND, 8)
    return (
        shadow
        + poly(front, PAPER)
        + shade(poly(front, SAND), "right")
        + band
        + shade(poly([(482, 720), (1118, 720), (1109, 830), (491, 830)], INK), "right")
        + lines
        + mark
        + poly(lid, SAND)
        + shade(poly(lid, PAPER), "left")
        + slot
        + edges
        + seal
    )


def _hand() -> str:
    skin, shadow = SKINS[2], SKINS[1]
    paper = poly([(716, 250), (900, 236), (892, 516), (708, 516)], PAPER)
    paper += shade(poly([(716, 250), (808, 243), (800, 516), (708, 516)], LAGOON), "left")
    fold = line("M808,244 L800,516", SAND, 4)
    hole = disc(852, 330, 9, INK) + line("M832,380 h38 M832,402 h38 M832,424 h38", LAGOON, 6)
    sleeve = path("M1010,-20 L1290,-20 L1120,190 L962,104Z", NIGHT)
    cuff = line("M964,106 L1118,188", PAPER, 22)
    palm = path(
        "M960,118 C900,130 860,170 868,236 C880,300 990,320 1040,270 C1080,230 1090,210 1100,184Z",
        skin,
    )
    fingers = line("M900,190 L846,268", skin, 44) + line("M926,214 L868,304", skin, 44)
    fingers += line("M962,236 L900,330", skin, 42) + line("M1000,246 L940,336", skin, 36)
    creases = line("M880,240 L858,276 M912,258 L884,306 M950,272 L922,318", shadow, 4)
    nail = line("M950,320 L940,336", INK, 36) + line("M946,342 L938,350", NIGHT, 16)
    thumb = line("M892,170 Q836,190 806,246", skin, 42)
    return (
        sleeve
        + cuff
        + paper
        + fold
        + hole
        + palm
        + shade(palm, "right")
        + fingers
        + nail
        + creases
        + thumb
    )
