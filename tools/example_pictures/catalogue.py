"""Which drawing makes which picture file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tools.example_pictures.kit import Sheet
from tools.example_pictures.portraits import FACES, portrait
from tools.example_pictures.scenes.badminton import badminton
from tools.example_pictures.scenes.ballot_box import ballot_box
from tools.example_pictures.scenes.batik import batik_detail, drying_cloth, wax_pen
from tools.example_pictures.scenes.book_cart import book_cart
from tools.example_pictures.scenes.dish import dish
from tools.example_pictures.scenes.flooded_street import flooded_street
from tools.example_pictures.scenes.harbour import harbour
from tools.example_pictures.scenes.microphones import microphones
from tools.example_pictures.scenes.night_market import night_market
from tools.example_pictures.scenes.night_train import night_train
from tools.example_pictures.scenes.parliament import parliament
from tools.example_pictures.scenes.reef import reef
from tools.example_pictures.scenes.rice_terrace import rice_terrace
from tools.example_pictures.scenes.river import river
from tools.example_pictures.scenes.shadow_puppets import shadow_puppets
from tools.example_pictures.scenes.stadium import stadium
from tools.example_pictures.scenes.strait import strait
from tools.example_pictures.scenes.volcano import volcano

SHEETS: dict[str, Callable[[], Sheet]] = {
    "gunung-api": volcano,
    "kereta-malam": night_train,
    "terumbu": reef,
    "stadion": stadium,
    "wayang": shadow_puppets,
    "sungai": river,
    "gerobak-buku": book_cart,
    "parabola": dish,
    "bulu-tangkis": badminton,
    "batik": batik_detail,
    "canting": wax_pen,
    "jemuran-kain": drying_cloth,
    "mikrofon": microphones,
    "parlemen": parliament,
    "terasering": rice_terrace,
    "pasar-malam": night_market,
    "banjir": flooded_street,
    "kotak-suara": ballot_box,
    "pelabuhan": harbour,
    "selat": strait,
}
SHEETS |= {f"potret-{name}": partial(portrait, face) for name, face in FACES.items()}
