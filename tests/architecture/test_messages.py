"""Guards the words: every message has its Indonesian, and English stays as it is written."""

from __future__ import annotations

from pathlib import Path

import django
import pytest
from babel.messages.catalog import Message
from django.apps import apps
from django.conf import settings
from django.utils import translation
from django.utils.translation.trans_real import DjangoTranslation

from tools.message_books import (
    SHIPPED_WITH,
    Book,
    as_mo,
    as_po,
    books,
    disagreements,
    faults,
    faults_of,
    key,
    merged,
)
from tools.message_sources import extracted, folder_of, shipped

OURS_AND_DJANGO = ("redaksi.", "django.")
TRANSLATABLE = {
    "ours/apps.py": 'name = _("the name")',
    "ours/counting.py": 'ngettext("%(n)d story", "%(n)d stories", n), pgettext("a verb", "Press")',
    "ours/templates/ours/link.html": (
        """{% load i18n %}
             <p title="{{ _("Short") }}">{% translate "Read on" context "a link" %}</p>"""
    ),
    "ours/templates/ours/list.html": (
        """{% load i18n %}
             {% blocktranslate trimmed count n=n %}
               one of {{ n }}
             {% plural %}
           many of {{ n }}
             {% endblocktranslate %}"""
    ),
    "ours/static/ours/editor.js": 'label = gettext("Not for this catalogue");',
    "ours/tests/test_page.py": '_("Not for people")',
}


@pytest.fixture(scope="module", autouse=True)
def apps_are_loaded() -> None:
    """Let Django know the installed apps, whose folders hold the catalogues."""
    django.setup()


def test_extraction_finds_calls_in_code_and_tags_in_templates(tmp_path: Path) -> None:
    for name, text in TRANSLATABLE.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    found = [(message.id, message.context) for message in extracted(tmp_path / "ours", "django")]

    assert found == [
        ("the name", None),
        (("%(n)d story", "%(n)d stories"), None),
        ("Press", "a verb"),
        ("Short", None),
        ("Read on", "a link"),
        (("one of %(n)s", "many of %(n)s"), None),
    ]


@pytest.mark.parametrize("package", ["wagtail.users", "wagtail.snippets", "wagtail.locales"])
def test_extraction_finds_what_the_package_s_own_catalogue_holds(package: str) -> None:
    found = {key(message) for message in extracted(folder_of(package), "django")}

    assert found == {key(message) for message in shipped(package, "django", "en")}


def test_every_installed_package_with_words_is_looked_after() -> None:
    others = [app for app in apps.get_app_configs() if not app.name.startswith(OURS_AND_DJANGO)]

    with_words = [app.name for app in others if (Path(app.path) / "locale").is_dir()]

    assert sorted(with_words) == sorted(SHIPPED_WITH)


@pytest.mark.parametrize("package", SHIPPED_WITH)
def test_every_word_of_an_installed_package_is_indonesian(package: str) -> None:
    words = DjangoTranslation("id")

    assert [m.id for m in shipped(package, "django", "en") if not is_known(m, words)] == []


def test_every_word_of_the_editor_s_scripts_is_indonesian() -> None:
    place = str(folder_of("wagtail.admin") / "locale")
    words = DjangoTranslation("id", domain="djangojs", localedirs=[place])

    messages = shipped("wagtail.admin", "djangojs", "en")

    assert len(messages) > 0
    assert [message.id for message in messages if not is_known(message, words)] == []


def test_our_word_goes_before_the_package_s_own() -> None:
    with translation.override("id"):
        assert translation.gettext("Save draft") == "Simpan draf"
        assert translation.ngettext("1 page", "%(counter)s pages", 1) == "%(counter)s halaman"


def test_django_s_own_plurals_survive_the_joining_of_catalogues() -> None:
    with translation.override("id"):
        assert translation.ngettext("%(num)d year", "%(num)d years", 1) == "%(num)d tahun"
        assert translation.ngettext("%(num)d year", "%(num)d years", 2) == "%(num)d tahun"


@pytest.mark.parametrize(
    "book", books(), ids=lambda book: f"{book.folder.parent.name}-{book.domain}"
)
def test_our_catalogue_is_complete(book: Book) -> None:
    assert faults(book) == []


def test_our_catalogues_agree_with_each_other() -> None:
    assert disagreements() == []


def test_english_reads_as_it_is_written() -> None:
    settings_language = settings.LANGUAGE_CODE
    messages = [m for book in books() if book.domain == "django" for m in book.kept()]

    with translation.override("en"):
        changed = [m.id for m in messages if spoken(m) != m.id]

    assert settings_language == "id"
    assert changed == []


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        (Message("%(who)s left", string=""), ["not translated"]),
        (Message("%(who)s left", string="%(who)s pergi", flags=["fuzzy"]), ["marked fuzzy"]),
        (
            Message("%(who)s left", string="%(siapa)s pergi"),
            ["placeholders, tags or outer spaces differ"],
        ),
        (
            Message("<b>{who}</b> left", string="<b>{who} pergi"),
            ["placeholders, tags or outer spaces differ"],
        ),
        (Message("Delete ", string="Hapus"), ["placeholders, tags or outer spaces differ"]),
        (Message(("one page", "%(n)s pages"), string=("%(n)s halaman",)), []),
    ],
)
def test_a_faulty_translation_is_named(message: Message, fault: list[str]) -> None:
    assert list(faults_of(message)) == fault


def test_update_keeps_translations_drops_the_unused_and_repeats_itself(tmp_path: Path) -> None:
    source = tmp_path / "rooms.py"
    source.write_text('_("Kept")\n_("Dropped")\n')
    book = Book(tmp_path, "django", (source,))
    book.po.parent.mkdir(parents=True)
    kept = [Message("Kept", string="Tetap"), Message("Dropped", string="Hilang")]
    catalog = merged(book)
    for message in kept:
        catalog[message.id].string = message.string
    book.po.write_bytes(as_po(catalog))
    source.write_text('_("New")\n_("Kept")\n')

    book.po.write_bytes(as_po(merged(book)))

    assert [(m.id, m.string) for m in book.kept()] == [("Kept", "Tetap"), ("New", "")]
    assert as_po(merged(book)) == book.po.read_bytes()


def test_a_stale_compiled_catalogue_is_named(tmp_path: Path) -> None:
    source = tmp_path / "rooms.py"
    source.write_text('_("Kept")\n')
    book = Book(tmp_path, "django", (source,))
    book.po.parent.mkdir(parents=True)
    catalog = merged(book)
    catalog["Kept"].string = "Tetap"
    book.po.write_bytes(as_po(catalog))

    stale = faults(book)
    book.mo.write_bytes(as_mo(book.kept()))

    assert stale == ["the .mo file is stale: run 'python -m tools.messages compile'"]
    assert faults(book) == []


def is_known(message: Message, words: DjangoTranslation) -> bool:
    """Whether Django, speaking this language, has its own words for the message."""
    text, context = key(message)
    place = f"{context}\x04{text}" if context else text
    looked_up = (place, words.plural(2)) if message.pluralizable else place
    return bool(words._catalog.get(looked_up))


def spoken(message: Message) -> str | tuple[str, str]:
    """The message as a reader of the active language meets it; both forms if it has two."""
    if message.pluralizable:
        one, many = message.id
        return tuple(translation.npgettext(message.context, one, many, n) for n in (1, 2))
    return translation.pgettext(message.context, message.id)
