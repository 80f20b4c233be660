"""A coral reef with fish and a turtle, light falling from the surface."""

from __future__ import annotations

import math

from tools.example_pictures.kit import (
    BLUSH,
    BRICK,
    GLOW,
    INK,
    LAGOON,
    LIME,
    MIST,
    MOSS,
    PAPER,
    SAND,
    SEA,
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


def reef() -> Sheet:
    """Return the sheet."""
    return landscape(
        rect(0, 0, 1600, 1067, LAGOON),
        _light(),
        shade(rect(0, 520, 1600, 240, SEA)),
        rect(0, 758, 1600, 309, SEA),
        _far_reef(),
        _school(),
        group(_turtle(), at=(980, 330), turn=-12),
        _corals(),
        group(_fish(SUN, BRICK), at=(470, 520), scale=1.5),
        group(_fish(BRICK, PAPER), at=(700, 640), scale=1.1),
        group(
            _fish(BLUSH, WINE), at=(1330, 600), scale=-1.2, more='style="transform-box:view-box"'
        ),
        _bubbles(),
    )


def _light() -> str:
    beams = ((180, 60, 240), (700, 50, 250), (1280, 60, 280))
    rays = "".join(
        shade(
            poly([(x, -10), (x + w, -10), (x + w + spread - 200, 700), (x - 260, 700)], MIST), "up"
        )
        for x, w, spread in beams
    )
    return rays + line("M0,26 q50,-26 100,0" + " t100,0" * 16, PAPER, 7)


def _far_reef() -> str:
    d = (
        "M0,800 C80,690 150,700 220,740 S330,620 420,680 S560,780 680,760 S860,690 960,740 "
        "S1160,650 1260,700 S1480,640 1600,720 V1067 H0Z"
    )
    return path(d, SEA)


def _school() -> str:
    return "".join(
        group(
            _small_fish(),
            at=(180 + 78 * (n % 5) + 24 * (n // 5), 210 + 52 * (n // 5) + 16 * (n % 2)),
        )
        for n in range(14)
    )


def _small_fish() -> str:
    return path("M0,0 Q22,-18 48,0 Q22,18 0,0Z M4,0 L-16,-13 V13Z", GLOW) + disc(36, -3, 3, INK)


def _fish(body: str, stripe: str) -> str:
    """A fish about 140 long that swims to the right."""
    shape = "M0,0 C30,-56 96,-58 132,0 C96,58 30,56 0,0Z"
    tail = path("M8,0 L-40,-38 Q-24,0 -40,38Z", stripe)
    fins = path("M44,-38 Q66,-84 104,-30Z M50,38 Q66,76 92,34Z", stripe)
    bands = line("M44,-34 Q54,0 44,34 M74,-40 Q86,0 74,40", stripe, 9)
    eye = disc(108, -9, 9, PAPER) + disc(110, -9, 5, INK)
    return tail + fins + path(shape, body) + bands + shade(path(shape, WINE)) + eye


def _turtle() -> str:
    flippers = path(
        "M120,30 C160,100 150,180 90,230 C70,180 70,110 96,40Z M-110,30 C-150,60 "
        "-190,66 -220,50 C-200,20 -150,0 -110,0Z",
        LIME,
    )
    flippers += path("M60,-60 C40,-140 -20,-190 -80,-196 C-70,-130 -40,-80 0,-50Z", MOSS)
    head = path("M150,-20 C190,-56 250,-40 250,-4 C250,30 190,36 150,20Z", LIME) + disc(
        222, -12, 6, INK
    )
    shell = "M-160,0 C-140,-110 100,-130 172,-10 C120,70 -100,90 -160,0Z"
    plates = line(
        "M-70,-70 L-30,-20 L-80,52 M-30,-20 L50,-24 L10,-92 M50,-24 L90,46 L30,66 M50,-24 L110,-66",
        GLOW,
        6,
    )
    spots = "".join(
        disc(x, y, 7, SEA) for x, y in ((110, 90), (104, 140), (196, -26), (180, 10), (-170, 34))
    )
    return flippers + spots + path(shell, WINE) + shade(path(shell, INK)) + plates + head


def _branching(x: float, y: float, height: float, colour: str, width: float) -> str:
    strokes: list[str] = []

    def grow(x: float, y: float, angle: float, length: float, width: float) -> None:
        if length < 22:
            return
        end_x, end_y = x + length * math.sin(angle), y - length * math.cos(angle)
        strokes.append(line(f"M{x:.0f},{y:.0f} L{end_x:.0f},{end_y:.0f}", colour, width))
        for turn in (-0.5, 0.42):
            grow(end_x, end_y, angle + turn, length * 0.72, width * 0.8)

    grow(x, y, 0, height, width)
    return "".join(strokes)


def _brain(x: float, y: float, r: float, colour: str, groove: str) -> str:
    dome = f"M{x - r},{y} a{r},{r * 0.85} 0 0 1 {2 * r},0Z"
    waves = "".join(
        line(
            f"M{x - r * w:.0f},{y - r * h:.0f} q{r * 0.12},-16 {r * 0.24},0"
            + f" t{r * 0.24:.0f},0" * int(w * 7),
            groove,
            5,
        )
        for w, h in ((0.8, 0.12), (0.72, 0.34), (0.52, 0.55))
    )
    return path(dome, colour) + waves + shade(path(dome, WINE), "right")


def _fan(x: float, y: float, size: float, colour: str) -> str:
    ribs = "".join(
        line(f"M{x},{y} Q{x + size * 0.5 * math.sin(a)},{y - size * 0.8 * math.cos(a)} "
             f"{x + size * math.sin(a)},{y - size * math.cos(a)}", colour, 11)
        for a in (-0.9, -0.6, -0.3, 0, 0.3, 0.6, 0.9)
    )  # fmt: skip
    arcs = "".join(
        line(
            f"M{x - size * k * 0.75:.0f},{y - size * k * 0.6:.0f} "
            f"Q{x},{y - size * k * 1.2:.0f} "
            f"{x + size * k * 0.75:.0f},{y - size * k * 0.6:.0f}",
            colour,
            6,
        )
        for k in (0.4, 0.6, 0.8)
    )
    return ribs + arcs


def _tubes(x: float, y: float, colour: str) -> str:
    pipes = ((0, 150, 40), (56, 210, 48), (118, 120, 38))
    return "".join(
        rect(x + dx, y - h, w, h, colour, r=w / 2)
        + shade(rect(x + dx, y - h, w, h, WINE, r=w / 2), "right")
        + disc(x + dx + w / 2, y - h + 18, w * 0.32, INK, ry=10)
        for dx, h, w in pipes
    )


def _corals() -> str:
    floor = "M0,960 C200,900 380,930 560,960 S980,1000 1160,950 S1460,900 1600,940 V1067 H0Z"
    anemone = "".join(
        line(
            f"M{760 + 16 * n},980 Q{740 + 20 * n},{930 - 6 * (n % 3)} "
            f"{728 + 24 * n},{900 - 14 * (n % 2)}",
            BLUSH,
            15,
        )
        for n in range(9)
    )
    star = poly(
        [
            (620 + r * math.sin(math.pi * n / 5), 1010 - r * 0.6 * math.cos(math.pi * n / 5))
            for n in range(10)
            for r in ((44, 18)[n % 2],)
        ],
        BRICK,
    )
    return (
        _fan(330, 960, 260, WINE) + _branching(150, 1000, 130, BRICK, 30)
        + _tubes(1130, 1000, BLUSH) + _branching(1450, 1000, 150, SUN, 32)
        + _brain(520, 980, 110, SUN, GLOW) + _brain(1010, 1000, 84, LIME, GLOW) + anemone
        + path(floor, SAND) + _brain(1290, 1040, 90, BRICK, BLUSH)
        + _branching(60, 1080, 90, BLUSH, 22) + star
    )  # fmt: skip


def _bubbles() -> str:
    ring = 'fill-opacity="0" stroke="#f4ead7" stroke-width="4"'
    return "".join(
        disc(x, y, r, PAPER, more=ring)
        for x, y, r in (
            (640, 470, 12),
            (660, 430, 8),
            (636, 396, 6),
            (1220, 250, 10),
            (1240, 214, 7),
        )
    )
