"""Which drawing makes which picture file."""

from __future__ import annotations

from collections.abc import Callable

from tools.example_pictures.kit import Sheet
from tools.example_pictures.scenes.ballot_box import ballot_box
from tools.example_pictures.scenes.flooded_street import flooded_street
from tools.example_pictures.scenes.harbour import harbour
from tools.example_pictures.scenes.strait import strait

SHEETS: dict[str, Callable[[], Sheet]] = {
    "banjir": flooded_street,
    "kotak-suara": ballot_box,
    "pelabuhan": harbour,
    "selat": strait,
}
