"""The pages that the press council asks of every newsroom: made once, and then the newsroom's own.

Guidelines, masthead, contact and privacy, with sensible text in the language of the paper.
"""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.utils.html import escape
from wagtail.models import Page

from redaksi.fronts.models import HomePage
from redaksi.instance.config import Config
from redaksi.website.models import MastheadPage, StaticPage

TEXTS = Path(__file__).parent / "texts"
#: Title and slug of each page, by language.
PAGES = {
    "guidelines": {
        "id": ("Pedoman media siber", "pedoman"), "en": ("Guidelines", "guidelines"),
    },
    "masthead": {
        "id": ("Susunan redaksi", "susunan-redaksi"), "en": ("Masthead", "masthead"),
    },
    "contact": {"id": ("Kontak", "kontak"), "en": ("Contact", "contact")},
    "privacy": {"id": ("Privasi", "privasi"), "en": ("Privacy", "privacy")},
}  # fmt: skip
#: The order of roles in the masthead to begin with.
ROLES = {
    "id": "Pemimpin redaksi\nRedaktur pelaksana\nRedaktur\nWartawan\nReporter\nFotografer",
    "en": "Editor-in-chief\nManaging editor\nEditor\nReporter\nPhotographer",
}


def make_council_pages(home: HomePage, config: Config) -> None:
    """Put the pages under the home page and into the footer, those that are not there yet."""
    for name, words in PAGES.items():
        title, slug = words[config.language]
        if not home.get_children().filter(slug=slug).exists():
            page = _page(name, config, title=title, slug=slug, locale=home.locale)
            home.add_child(instance=page)


def _page(name: str, config: Config, **fields: object) -> Page:
    if name == "masthead":
        return MastheadPage(roles=ROLES[config.language], show_in_menus=True, **fields)
    return StaticPage(text=_text(name, config), show_in_menus=True, **fields)


def _text(name: str, config: Config) -> str:
    text = (TEXTS / config.language / f"{name}.html").read_text(encoding="utf-8")
    return text.format(name=escape(config.name), mail=escape(settings.DEFAULT_FROM_EMAIL))
