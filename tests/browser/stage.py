"""What the browser finds in the newspaper: the cast with passwords, pictures, and some stories.

Runs inside the newspaper (``redaksi manage DIR shell``), never in the test process.
"""

from __future__ import annotations

import datetime
from typing import Any

PASSWORD = "rahasia-dapur-redaksi"
BODY = "<p>Gubernur meresmikan jembatan itu pagi ini. “Jembatan ini milik warga,” katanya.</p>"


def set_the_stage() -> None:
    """Hire the cast and give them something to work on."""
    from tests.cast import Cast, hire

    hire()
    cast = Cast.called()
    for user in (cast.ani, cast.budi, cast.citra, cast.dewi, cast.eko):
        user.set_password(PASSWORD)
        user.save()
    _speak_english()
    _show_to_readers(cast)
    _put_on_desks(cast)


def _speak_english() -> None:
    from wagtail.users.models import UserProfile

    from redaksi.newsroom.models import User

    for user in User.objects.all():
        UserProfile.objects.create(user=user, preferred_language="en")


def _show_to_readers(cast: Any) -> None:
    from wagtail.models import Locale

    from redaksi.articles.kinds import WithdrawalGround
    from redaksi.articles.withdrawing import withdraw
    from redaksi.newsroom.models import Person
    from tests.factories import write_live

    sari = Person.objects.create(name="Sari Lestari", slug="sari-lestari", job_title="Reporter")
    sari.initials, sari.biography = "sal", "<p>Meliput <b>pelabuhan</b> dan laut.</p>"
    sari.save()
    english = Locale.objects.get(language_code="en")
    for number in range(1, 4):
        write_live(section=cast.ekonomi, headline=f"Harga Beras Turun Pekan Ke-{number}")
    write_live(section=cast.daerah, headline="Pasar Rawa Pindah ke Tepi Sungai")
    may = datetime.date(2024, 5, 6)
    write_live(
        section=cast.nasional,
        headline="The bridge over the Rawa opens",
        slug="bridge-opens",
        story_date=may,
        locale=english,
        standfirst="Two years late, and free of toll.",
        body=[("paragraph", "<p>The governor opened it this morning.</p>")],
    )
    gone = write_live(
        section=cast.nasional, headline="Kabar yang Ditarik", slug="ditarik", story_date=may
    )
    withdraw(gone, ground=WithdrawalGround.FALSE, note="Sumbernya keliru.", by=cast.dewi)
    _write_with_everything(cast, sari)


def _write_with_everything(cast: Any, sari: Any) -> None:
    from redaksi.articles.models import ArticleAuthor
    from redaksi.articles.publishing import publish
    from tests.factories import add_test_picture, write_draft

    pictures = [add_test_picture(f"Pelabuhan {number}") for number in (1, 2, 3)]
    story = write_draft(
        section=cast.daerah,
        owner=cast.ani,
        headline="Semua Bagian Berita dalam Satu Halaman",
        slug="semua-bagian",
        kicker="Uji",
        standfirst="Ringkasan di bawah judul.",
        dateline="Jakarta",
        initials_line="sal",
        lead_picture=pictures[0],
        awaiting_verification=True,
        story_date=datetime.date(2022, 1, 30),
        body=_every_block(pictures),
    )
    story.tags.add("pelabuhan", "laut")
    story.article_authors.add(ArticleAuthor(person=sari, sort_order=0))
    story.save()
    story.save_revision()
    publish(story)


def _every_block(pictures: list[Any]) -> list[tuple[str, Any]]:
    from django.core.files.base import ContentFile
    from wagtail.documents import get_document_model

    from redaksi.articles.models import Article

    document = get_document_model().objects.create(
        title="Siaran pers", file=ContentFile(b"Siaran pers", name="siaran.txt")
    )
    gallery = [{"picture": picture, "caption": "Dermaga"} for picture in pictures[1:]]
    return [
        ("paragraph", BODY),
        ("heading", "Anak judul"),
        ("pull_quote", {"quote": "Jembatan ini milik warga.", "attribution": "Gubernur"}),
        ("picture", {"picture": pictures[1], "caption": "Dermaga lama"}),
        ("gallery", {"title": "Dermaga", "pictures": gallery}),
        ("table", _table()),
        ("embed", {"url": "https://www.youtube.com/watch?v=abcdefghijk", "title": "Peresmian"}),
        ("fact_box", {"title": "Jembatan Rawa", "text": "<ul><li>Panjang 120 meter</li></ul>"}),
        ("related", Article.objects.filter(slug="harga-beras-turun-pekan-ke-1").get()),
        ("document", {"document": document, "title": ""}),
        ("paragraph", "<p>Warga berdatangan sejak <b>subuh</b>.</p><p>Mereka membawa bekal.</p>"),
    ]


def _table() -> Any:
    from redaksi.articles.models import Article

    block = Article.body.field.stream_block.child_blocks["table"]
    return block.to_python(
        {
            "caption": "Tarif",
            "columns": [
                {"type": "text", "heading": "Golongan"},
                {"type": "number", "heading": "Rupiah"},
            ],
            "rows": [{"values": ["Sepeda", "0"]}, {"values": ["Mobil", "5.000"]}],
        }
    )


def _put_on_desks(cast: Any) -> None:
    from tests.factories import add_test_picture, write_draft

    add_test_picture("Tanpa kredit", credit_line="", alt_text="Bidang hijau")
    for number in (1, 2, 3):
        write_draft(section=cast.nasional, owner=cast.ani, headline=f"Naskah Borongan {number}")
