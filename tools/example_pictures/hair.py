"""Hair and head-dress of the portraits: what hangs behind the head and what lies over it."""

from __future__ import annotations

from collections.abc import Callable

from tools.example_pictures.kit import INK, NIGHT, PAPER, SUN, WINE, disc, line, path, shade

Hair = Callable[[str], str]


def _toned(d: str, colour: str, tone: str = NIGHT, toward: str = "left") -> str:
    return path(d, colour) + shade(path(d, tone), toward)


def _veil_behind(colour: str) -> str:
    return path(
        "M214,380 C200,120 600,120 586,380 C600,520 640,600 640,690 H160 C160,600 200,520 214,380Z",
        colour,
    )


def _veil(colour: str) -> str:
    d = (
        "M400,148 C230,148 190,300 206,420 C216,520 190,590 150,690 C240,740 560,740 650,690 "
        "C610,590 584,520 594,420 C610,300 570,148 400,148Z "
        "M400,232 C500,232 534,300 530,372 C526,470 470,540 400,540 S274,470 "
        "270,372 C266,300 300,232 400,232Z"
    )
    cloth = path(d, colour, more='fill-rule="evenodd"')
    shadow = shade(path(d, WINE, more='fill-rule="evenodd"'), "right")
    folds = line(
        "M276,520 C330,610 470,620 560,560 M300,570 C360,660 480,660 590,610 "
        "M250,600 C300,680 420,700 520,690",
        WINE,
        6,
    )
    return cloth + shadow + folds


def _short(colour: str) -> str:
    return _toned(
        "M256,360 C236,180 330,160 400,168 C500,150 566,230 544,360 C536,320 520,290 496,274 "
        "C440,296 360,284 330,256 C290,280 268,310 256,360Z", colour
    )  # fmt: skip


def _cropped(colour: str) -> str:
    return _toned(
        "M260,340 C252,190 548,190 540,340 C530,286 500,252 400,250 S270,286 260,340Z", colour
    )


def _bob_behind(colour: str) -> str:
    return path(
        "M226,400 C210,130 590,130 574,400 C580,470 578,520 560,560 H240 C222,520 220,470 226,400Z",
        colour,
    )


def _bob(colour: str) -> str:
    return _toned(
        "M400,160 C250,150 216,280 224,420 C226,470 240,520 262,548 C276,480 262,420 276,352 "
        "C330,344 400,310 424,262 C450,320 500,346 526,356 C538,420 524,480 538,548 "
        "C560,520 574,470 576,420 C584,280 550,150 400,160Z", colour
    )  # fmt: skip


def _curls_behind(colour: str) -> str:
    ring = (
        (232, 470, 62),
        (214, 380, 70),
        (222, 290, 74),
        (270, 214, 76),
        (350, 168, 78),
        (450, 168, 78),
        (530, 214, 76),
        (578, 290, 74),
        (586, 380, 70),
        (568, 470, 62),
    )
    return "".join(disc(x, y, r, colour) for x, y, r in ring) + disc(400, 330, 190, colour)


def _curls(colour: str) -> str:
    fringe = ((290, 262, 44), (340, 236, 46), (400, 226, 48), (460, 236, 46), (512, 264, 42))
    lights = "".join(line(f"M{x - 20},{y - 6} q14,-24 34,-16", NIGHT, 6) for x, y, _r in fringe)
    earrings = disc(262, 446, 15, SUN) + disc(538, 446, 15, SUN)
    return "".join(disc(x, y, r, colour) for x, y, r in fringe) + lights + earrings


def _cap(colour: str) -> str:
    sides = path(
        "M262,300 C254,340 258,360 262,376 L278,330Z M538,300 C546,340 542,360 538,376 L522,330Z",
        INK,
    )
    crown = "M254,306 C256,170 300,140 400,140 S544,170 546,306 C500,274 300,274 254,306Z"
    band = line("M258,292 C310,258 490,258 542,292", SUN, 10)
    return sides + _toned(crown, colour) + band


def _bun_behind(colour: str) -> str:
    return disc(400, 138, 72, colour) + shade(disc(400, 138, 72, WINE), "left")


def _bun(colour: str) -> str:
    hair = _toned(
        "M254,380 C236,230 280,168 400,164 S564,230 546,380 C540,330 528,300 506,282 "
        "C470,250 440,240 400,238 S330,250 294,282 C272,300 260,330 254,380Z", colour
    )  # fmt: skip
    pins = disc(256, 442, 10, PAPER) + disc(544, 442, 10, PAPER)
    return hair + pins


def _long_behind(colour: str) -> str:
    return path(
        "M230,380 C214,130 586,130 570,380 C578,520 630,600 600,720 H200 C170,600 222,520 230,380Z",
        colour,
    )


def _long(colour: str) -> str:
    hair = disc(398, 186, 34, NIGHT) + _toned(
        "M252,420 C226,230 270,160 396,160 C386,240 330,300 280,330 C264,360 258,390 252,420Z "
        "M548,420 C574,230 530,160 396,160 C410,240 470,300 520,330 C536,360 "
        "542,390 548,420Z",
        colour,
    )
    flower = "".join(
        disc(556 + dx, 300 + dy, 20, PAPER)
        for dx, dy in ((0, -22), (21, -6), (13, 20), (-13, 20), (-21, -6))
    )
    return hair + flower + disc(556, 300, 12, SUN)


def _wavy(colour: str) -> str:
    return _toned(
        "M250,370 C214,300 240,240 262,226 C262,170 330,140 372,160 C420,120 500,140 520,190 "
        "C566,210 580,300 550,370 C548,330 532,310 520,300 C500,310 470,296 462,276 "
        "C430,300 390,296 376,274 C350,304 310,300 296,290 C272,304 256,330 250,370Z", colour
    )  # fmt: skip


def bare(_colour: str) -> str:
    """Return nothing, for heads with no hair at that place."""
    return ""


def _cap_of_hair(colour: str) -> str:
    return disc(400, 326, 142, colour, ry=134)


def _thin(colour: str) -> str:
    sides = path(
        "M262,390 C238,320 250,260 290,234 C276,280 276,330 280,360Z M538,390 "
        "C562,320 550,260 510,234 C524,280 524,330 520,360Z",
        colour,
    )
    return sides + line("M296,262 Q380,222 470,240 M306,284 Q400,244 500,272", colour, 9)


def _shoulder_behind(colour: str) -> str:
    return path(
        "M226,400 C206,120 594,120 574,400 C590,480 606,540 590,620 C540,650 "
        "260,650 210,620 C194,540 210,480 226,400Z",
        colour,
    )


def _shoulder(colour: str) -> str:
    return disc(414, 190, 36, colour) + _toned(
        "M248,460 C206,250 256,156 420,160 C330,220 330,300 274,350 C262,390 256,430 248,460Z "
        "M552,460 C590,250 560,150 410,160 C440,230 500,250 522,340 C540,390 "
        "544,430 552,460Z",
        colour,
        WINE,
    )


BEHIND: dict[str, Hair] = {
    "short": _cap_of_hair,
    "wavy": _cap_of_hair,
    "thin": _cap_of_hair,
    "veil": _veil_behind,
    "bob": _bob_behind,
    "curls": _curls_behind,
    "bun": _bun_behind,
    "long": _long_behind,
    "shoulder": _shoulder_behind,
}
OVER: dict[str, Hair] = {
    "veil": _veil,
    "short": _short,
    "cropped": _cropped,
    "bob": _bob,
    "curls": _curls,
    "cap": _cap,
    "bun": _bun,
    "long": _long,
    "wavy": _wavy,
    "thin": _thin,
    "shoulder": _shoulder,
}
