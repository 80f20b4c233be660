"""The portraits of the example newspaper's people: one bust, varied by a few choices."""

from __future__ import annotations

from dataclasses import dataclass

from tools.example_pictures.hair import BEHIND, OVER, bare
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
    clipped,
    disc,
    line,
    path,
    rect,
    shade,
    square,
)  # fmt: skip


@dataclass(frozen=True)
class Face:
    """What tells one portrait from another; ``hair`` names a shape in ``hair.py``."""

    ground: str
    halo: str
    skin: int
    hair: str
    hair_colour: str
    clothes: str
    collar: str
    glasses: str = ""
    moustache: bool = False
    beard: bool = False
    lips: str = WINE
    smile: float = 14
    motif: str = ""


FACES = {
    "nadia": Face(SEA, LAGOON, 3, "veil", BRICK, INK, "", glasses=INK),
    "damar": Face(SUN, GLOW, 1, "short", INK, NIGHT, "shirt", moustache=True),
    "ratna": Face(BLUSH, PAPER, 2, "bob", INK, SEA, "round"),
    "maria": Face(LAGOON, MIST, 0, "curls", INK, SUN, "round", smile=20),
    "yusuf": Face(BRICK, BLUSH, 1, "cap", INK, PAPER, "stand", beard=True),
    "clara": Face(NIGHT, LAGOON, 3, "bun", INK, BRICK, "shirt", glasses=WINE),
    "bonar": Face(LEAF, LIME, 0, "cropped", INK, WINE, "round", beard=True, smile=20),
    "sekar": Face(WINE, BRICK, 2, "long", INK, GLOW, "kebaya", motif=WINE),
    "ilham": Face(MIST, PAPER, 2, "wavy", INK, MOSS, "round", glasses=INK),
    "teguh": Face(SAND, PAPER, 1, "thin", "#c9c2b4", SEA, "batik", glasses=INK, motif=GLOW),
    "eleanor": Face(SEA, MIST, 3, "shoulder", "#a9552e", PAPER, "striped", lips=BRICK, smile=18),
}


def portrait(face: Face) -> Sheet:
    """Return the sheet: ground, halo, what hangs behind, bust, head, face, hair."""
    skin = SKINS[face.skin]
    return square(
        rect(0, 0, 800, 800, face.ground),
        disc(400, 380, 300, face.halo),
        shade(disc(400, 380, 300, face.ground), "down"),
        BEHIND.get(face.hair, bare)(face.hair_colour),
        _bust(face),
        _neck(skin, face.skin),
        _collar(face),
        _head(skin, face.skin),
        _beard(face),
        _features(face),
        OVER.get(face.hair, bare)(face.hair_colour),
        _glasses(face.glasses) if face.glasses else "",
    )


def _bust(face: Face) -> str:
    shape = "M110,820 C110,660 190,600 300,580 L340,560 H460 L500,580 C610,600 690,660 690,820Z"
    body = path(shape, face.clothes)
    if face.motif:
        body += _motif(face.motif)
    if face.collar == "striped":
        body += _stripes(NIGHT)
    tone = {PAPER: MIST, GLOW: SUN, SUN: BRICK}.get(face.clothes, INK)
    return clipped("bust", path(shape, INK), body) + shade(path(shape, tone), "right")


def _motif(colour: str) -> str:
    return "".join(
        disc(x + (y // 56 % 2) * 28, y, 13, colour, ry=5)
        + disc(x + (y // 56 % 2) * 28, y, 5, colour, ry=13)
        for y in range(624, 800, 56)
        for x in range(176 if y < 680 else 148, 640, 56)
    )


def _stripes(colour: str) -> str:
    return "".join(
        line(f"M{left},{y} Q400,{y + 26} {800 - left},{y}", colour, 13)
        for y, left in ((650, 190), (694, 150), (738, 132), (782, 124))
    )


def _neck(skin: str, tone: int) -> str:
    shadow = SKINS[max(tone - 1, 0)]
    shape = "M340,470 H460 V560 C466,600 430,626 400,626 S334,600 340,560Z"
    return path(shape, skin) + path("M340,500 Q400,570 460,500 V540 Q400,596 340,536Z", shadow)


def _collar(face: Face) -> str:
    if face.collar in ("shirt", "batik"):
        left = "M338,552 L400,640 L344,676 L296,574Z"
        right = "M462,552 L400,640 L456,676 L504,574Z"
        trim = PAPER if face.collar == "shirt" else face.clothes
        return path(left, trim) + path(right, trim) + line("M400,642 V800", INK, 4)
    if face.collar == "stand":
        return path("M330,548 Q400,616 470,548 L478,596 Q400,660 322,596Z", SAND) + line(
            "M400,636 V800", SAND, 10
        )
    if face.collar == "kebaya":
        return line("M322,566 L400,740 L478,566", face.motif, 18)
    if face.collar == "round":
        return line("M326,560 Q400,670 474,560", face.clothes, 26)
    return ""


def _head(skin: str, tone: int) -> str:
    ears = disc(262, 388, 24, skin, ry=36) + disc(538, 388, 24, skin, ry=36)
    shape = "M266,340 C262,200 538,200 534,340 C536,450 480,536 400,536 S264,450 266,340Z"
    shadow = SKINS[max(tone - 1, 0)] if tone else "#5d3725"
    cheeks = disc(322, 432, 30, BRICK, ry=22) + disc(478, 432, 30, BRICK, ry=22)
    return (
        ears + path(shape, skin) + shade(path(shape, shadow), "right")
        + f'<g opacity=".22">{cheeks}</g>'
    )  # fmt: skip


def _features(face: Face) -> str:
    brow = face.hair_colour if face.hair not in ("veil", "cap") else INK
    brows = line("M308,334 Q338,314 370,330 M430,330 Q462,314 492,334", brow, 11)
    eyes = "".join(disc(x, 376, 12, INK, ry=14) + disc(x + 4, 371, 3.5, PAPER) for x in (342, 458))
    shadow = SKINS[max(face.skin - 1, 0)] if face.skin else "#5d3725"
    nose = line("M404,376 C412,412 424,430 412,438 Q400,444 388,438", shadow, 7)
    mouth = line(f"M360,478 Q400,{478 + 2 * face.smile} 440,478", face.lips, 10)
    moustache = path(
        "M346,466 Q372,444 400,456 Q428,444 454,466 Q426,470 400,466 Q374,470 346,466Z", INK
    )
    return brows + eyes + nose + mouth + (moustache if face.moustache else "")


def _beard(face: Face) -> str:
    if not face.beard:
        return ""
    shape = (
        "M266,380 C272,420 286,446 314,452 C340,438 372,444 400,452 C428,444 460,438 486,452 "
        "C514,446 528,420 534,380 C542,480 478,560 400,560 S258,480 266,380Z"
    )
    return path(shape, INK) + path(
        "M350,470 Q400,458 450,470 Q440,508 400,508 T350,470Z", SKINS[face.skin]
    )


def _glasses(colour: str) -> str:
    rims = "".join(
        disc(
            x, 378, 48, PAPER, ry=44, more=f'fill-opacity=".18" stroke="{colour}" stroke-width="9"'
        )
        for x in (340, 460)
    )
    return rims + line("M386,370 Q400,360 414,370 M292,368 L264,360 M508,368 L536,360", colour, 8)
