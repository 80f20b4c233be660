"""A row of houses stands in water; neighbours wade past with what they could carry."""

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
    clipped,
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

WATERLINE = 610


def flooded_street() -> Sheet:
    """Return the sheet."""
    street = _street()
    mirrored = f'<g transform="translate(0 {2 * WATERLINE}) scale(1 -1)">{street}</g>'
    below = rect(0, WATERLINE, 1600, 460, SEA)
    return landscape(
        rect(0, 0, 1600, WATERLINE, MIST),
        rect(0, 0, 1600, 90, LAGOON),
        shade(rect(0, 90, 1600, 130, LAGOON), "up"),
        street,
        water(0, WATERLINE, 1600, 1067, LAGOON, SEA),
        clipped("below", below, f'<g filter="url(#water)" opacity=".55">{mirrored}</g>'),
        shade(rect(0, 860, 1600, 207, SEA)),
        ripples((0, 630, 1600, 1060), PAPER, count=60, seed=12),
        ripples((0, 640, 1600, 1060), NIGHT, count=30, seed=5, thin=4),
        _woman_with_umbrella(),
        _man_with_bicycle(),
        _child_in_basin(),
        _rain(),
    )


def _street() -> str:
    return "".join(
        (
            _house(-60, 300, 330, PAPER, BRICK, LAGOON),
            _house(250, 250, 270, SUN, WINE, NIGHT),
            _house(520, 340, 380, BLUSH, BRICK, SEA),
            _house(860, 260, 300, LAGOON, WINE, GLOW),
            _house(1120, 310, 350, GLOW, BRICK, BRICK),
            _house(1430, 260, 280, SAND, WINE, SEA),
            _wires(),
        )
    )


def _house(x: float, width: float, height: float, wall: str, roof: str, wood: str) -> str:
    top = WATERLINE - height + 110
    eaves = [
        (x - 14, top + 8),
        (x + width + 14, top + 8),
        (x + width - 40, top - 100),
        (x + 40, top - 100),
    ]
    tiles = "".join(
        line(
            f"M{x - 14 + 14 * row},{top - 22 * row - 8} H{x + width + 14 - 14 * row}",
            INK,
            2,
            more='opacity=".35"',
        )
        for row in range(4)
    )
    face = rect(x, top, width, WATERLINE - top, wall)
    door = rect(x + width * 0.4, WATERLINE - 165, width * 0.22, 165, wood)
    panes = "".join(_window(x + width * part, top + 48, width * 0.2, wood) for part in (0.1, 0.7))
    damp = shade(rect(x, WATERLINE - 46, width, 46, NIGHT))
    return (
        face
        + shade(face, "right")
        + _eaves_shadow(x, top, width)
        + door
        + panes
        + damp
        + poly(eaves, roof)
        + shade(poly(eaves, INK), "right")
        + tiles
    )


def _eaves_shadow(x: float, top: float, width: float) -> str:
    return rect(x, top, width, 22, INK, more='opacity=".35"')


def _window(x: float, y: float, width: float, wood: str) -> str:
    frame = rect(x, y, width, 88, PAPER, r=3) + rect(x + 5, y + 5, width - 10, 78, INK)
    leaf = width * 0.42
    shutters = rect(x - leaf, y, leaf, 88, wood) + rect(x + width, y, leaf, 88, wood)
    slats = "".join(
        f"M{x - leaf + 5},{y + row} h{leaf - 10} M{x + width + 5},{y + row} h{leaf - 10} "
        for row in range(14, 84, 14)
    )
    bar = line(f"M{x + width / 2},{y + 5} v78 M{x + 5},{y + 44} h{width - 10}", PAPER, 3)
    return frame + bar + shutters + line(slats, INK, 2, more='opacity=".4"')


def _wires() -> str:
    poles = "".join(
        rect(x, 130, 16, WATERLINE - 130, INK)
        + rect(x - 40, 160, 96, 9, INK)
        + rect(x - 28, 190, 72, 8, INK)
        for x in (492, 1096)
    )
    cables = "M-20,150 Q240,250 460,164 M540,164 Q800,262 1060,164 M1140,164 Q1400,262 1640,150"
    lower = "M-20,190 Q240,280 470,194 M532,194 Q800,290 1070,194 M1136,194 Q1400,290 1640,190"
    return poles + line(cables, INK, 3) + line(lower, INK, 3)


def _woman_with_umbrella() -> str:
    skin = SKINS[2]
    shape = (
        "M-150,-330 C-140,-450 140,-450 150,-330 Q112,-352 75,-330 Q38,-352 0,-330 "
        "Q-38,-352 -75,-330 Q-112,-352 -150,-330Z"
    )
    umbrella = (
        path(shape, BRICK) + shade(path(shape, WINE), "right") + line("M0,-424 v-16", BRICK, 8)
    )
    stick = line("M-2,-344 V-150", INK, 6)
    dress = path("M-30,-204 C-58,-150 -52,-60 -58,0 H76 C72,-70 70,-160 46,-204Z", SUN)
    veil = path("M-28,-190 C-44,-312 62,-312 50,-190 Q12,-164 -28,-190Z", NIGHT)
    face = disc(14, -252, 23, skin, ry=28) + disc(7, -254, 3, INK) + disc(25, -254, 3, INK)
    near_arm = line("M-24,-176 Q-60,-130 -8,-158", SUN, 26) + disc(-2, -162, 12, skin)
    bundle = path("M34,-150 q50,-22 72,14 q10,56 -34,66 q-56,0 -58,-42Z", PAPER)
    knot = line("M70,-160 q-12,-22 8,-30 M70,-160 q16,-14 24,-4", PAPER, 8)
    far_arm = line("M44,-176 Q84,-130 66,-100", SUN, 24) + disc(64, -94, 12, skin)
    ring = line("M-100,2 q30,-14 60,0 t60,0 t60,0 t40,0", PAPER, 5)
    return group(
        umbrella, dress, shade(dress, "left"), veil, face, stick, bundle, knot, far_arm, near_arm,
        ring, at=(400, 890), scale=1.1,
    )  # fmt: skip


def _man_with_bicycle() -> str:
    skin = SKINS[1]
    wheels = "".join(line(f"M{x - 78},-40 a78,78 0 0 1 156,0", INK, 9) for x in (40, 300))
    spokes = line(
        "M40,-40 V-112 M40,-40 L-10,-92 M40,-40 L92,-92 M300,-40 V-112 M300,-40 "
        "L250,-92 M300,-40 L352,-92",
        INK,
        3,
    )
    frame = line(
        "M40,-44 L110,-150 L250,-150 L300,-44 M110,-150 L170,-40 L250,-150 "
        "M250,-150 L262,-200 L300,-212",
        BRICK,
        10,
    )
    crate = rect(-30, -232, 150, 84, SAND, r=4) + line(
        "M-30,-204 h150 M-30,-176 h150 M8,-232 v84 M82,-232 v84", WINE, 4
    )
    greens = "".join(
        disc(x, -242, 24, colour) for x, colour in ((0, LAGOON), (40, SEA), (84, LAGOON))
    )
    shirt = path(
        "M140,-300 C108,-280 112,-180 118,-120 L206,-120 C208,-200 216,-286 186,-304Z", PAPER
    )
    shorts = path("M116,-128 H208 L216,0 H112Z", NIGHT)
    arm = line("M178,-276 Q226,-240 282,-216", PAPER, 26) + disc(290, -214, 13, skin)
    head = rect(150, -326, 28, 36, skin) + disc(172, -344, 31, skin, ry=35)
    head += path(
        "M140,-346 C138,-372 176,-376 172,-350 Q160,-330 152,-316 Q142,-326 140,-346Z", INK
    )
    head += disc(186, -340, 3.5, INK) + line("M182,-322 h12", WINE, 4)
    hat = path("M112,-352 Q172,-440 236,-346 Q174,-366 112,-352Z", SUN) + shade(
        path("M112,-352 Q172,-440 236,-346 Q174,-366 112,-352Z", WINE), "left"
    )
    rings = line("M-60,2 q30,-14 60,0 t60,0 t60,0 t60,0 t60,0 t60,0 t60,0", PAPER, 5)
    return group(
        wheels,
        spokes,
        greens,
        crate,
        shorts,
        shirt,
        shade(shirt, "left"),
        frame,
        head,
        hat,
        arm,
        rings,
        at=(900, 960),
        scale=1.0,
    )


def _child_in_basin() -> str:
    skin = SKINS[3]
    basin = path("M-96,-52 H96 C90,0 60,26 0,26 S-90,0 -96,-52Z", BRICK)
    rim = rect(-106, -64, 212, 20, WINE, r=10)
    body = path("M-34,-58 C-40,-120 40,-120 34,-58Z", LAGOON)
    head = disc(0, -140, 32, skin, ry=34) + path(
        "M-33,-140 C-36,-190 36,-190 33,-140 C20,-162 -18,-164 -33,-140Z", INK
    )
    eyes = (
        disc(-10, -138, 3.4, INK) + disc(12, -138, 3.4, INK) + line("M-7,-122 q8,7 16,0", WINE, 3.5)
    )
    rope = line("M104,-54 Q190,-20 270,-66", SAND, 5)
    ring = line("M-140,30 q24,-12 48,0 t48,0 t48,0 t48,0 t48,0 t40,0", PAPER, 5)
    return group(
        rope, body, head, eyes, basin, shade(basin, "right"), rim, ring, at=(660, 955), scale=0.8
    )


def _rain() -> str:
    strokes = " ".join(
        f"M{(number * 197) % 1660},{(number * 131) % 620 - 40} l-14,46" for number in range(60)
    )
    return line(strokes, PAPER, 3, more='opacity=".7"')
