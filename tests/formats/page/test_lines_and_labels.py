"""Lines of a page are told apart by their words alone."""

import pytest

from redaksi.formats.page.captions import is_caption
from redaksi.formats.page.labels import label
from redaksi.formats.page.lines import paragraph_lines, tidy

FURNITURE = {
    "navigation": ["Previous Next", "< Prev", "Next >", "Print Email", "Beranda Nasional Politik",
                   "Home > Nasional > Hukum", "Artikel sebelumnya: Jalan Rusak", "1 2 3",
                   "Baca selengkapnya...", "Kembali ke atas", "Nasional | Ekonomi | Bola"],
    "date": ["Thursday, 19 September 2024", "Kamis, 3 Maret 2022 | 10:05 WITA", "2 jam yang lalu"],
    "rating": ["Star InactiveStar Inactive", "★★★★☆", "User Rating: 4 / 5", "User Rating: / 0",
               "Please Rate Vote 1 Vote 2 Vote 3 Vote 4 Vote 5 Rate", "PoorBest", "(12 suara)",
               "Bintang AktifBintang Tidak Aktif", "Belum ada penilaian"],
    "share": ["Bagikan:", "Facebook Twitter WhatsApp", "Share on Facebook", "Suka 12"],
    "related": ["Baca juga: Harga Beras Naik", "BACA JUGA", "(Baca: Hutan Terbakar)",
                "Berita Terkait", "Read more: Ferry fares to rise", "[Gambas:Video Contoh]",
                "Simak: Video Banjir", "Baca juga Presiden Tiba di Solo"],
    "people": ["Penulis: Dian Puspita", "Reporter : A. Lisa | Editor : Joko", "By Martha Quill",
               "Written by Super User", "(Reporting by M. Quill; Editing by S. Hale)"],
    "counter": ["Hits: 431", "Dibaca 1.234 kali", "123 views", "3 min read", "Dilihat: 12 kali"],
    "advertisement": ["ADVERTISEMENT", "Iklan", "SCROLL TO CONTINUE WITH CONTENT"],
    "copyright": ["© 2024 Portal Contoh", "Copyright © ANTARA 2022", "All Rights Reserved",
                  "Dilarang keras mengambil konten tanpa izin tertulis."],
    "comments": ["Komentar (2)", "3 Comments", "Leave a reply", "Tinggalkan Balasan"],
    "tags": ["Tag: gabah, petani", "#nato #rusia", "Topik: Pemilu"],
    "subscribe": ['Dapatkan update berita pilihan di Grup Telegram "Kabar"',
                  "Follow us on Instagram", "Cek berita lain di Google News"],
    "category": ["Category: Local News", "Kategori: Dunia"],
    "end_mark": ["***", "-30-", "SELESAI"],
}  # fmt: skip
TEXT = [
    "PEMILU",
    "Baca juga kitab ini, kata dia.",
    "Copyright law is changing, lawmakers said.",
    "Bagikan beras itu kepada warga, perintah camat.",
    "Presiden tiba di Solo pada Minggu, 30 Januari 2022.",
    "Editor itu datang terlambat.",
    "“Tidak ada keraguan tentang itu.”",
    "Dilarang Merokok di Angkutan Umum Mulai Senin",
    "Join forces or lose, said the head of WhatsApp.",
    "Komentar Menteri Soal Harga Beras Dikritik",
    "NATO Tak Akan Kirim Pasukan",
]


@pytest.mark.parametrize(
    ("why", "line"), [(why, line) for why, lines in FURNITURE.items() for line in lines]
)
def test_furniture_is_recognised(why, line):
    assert label(line) == why


@pytest.mark.parametrize("line", TEXT)
def test_text_is_left_alone(line):
    assert label(line) is None


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("Petani menjemur gabah di Indramayu. (Foto: Istimewa)", True),
        ("ANTARA FOTO/Irwansyah", True),
        ("Foto: Dok. Pemkab Sigi", True),
        ("Ilustrasi. (Shutterstock)", True),
        ("Foto itu asli, kata dia.", False),
        ("Kata dia, yang memotret adalah warga.", False),
    ],
)
def test_captions_are_recognised(line, caption):
    assert is_caption(line) is caption


def test_line_gets_single_blanks_and_keeps_its_signs():
    assert tidy("\ufeff\u00a0 “Kata…\u200bdia” \t ke\u00adamanan ") == "“Kata… dia” keamanan"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_every_kind_of_line_break_counts(newline):
    assert paragraph_lines(f"satu{newline}{newline}dua") == ["satu", "dua"]


WRAPPED = """Warga Pulau Miangas meminta kapal perintis singgah dua kali sebulan
karena persediaan beras kerap habis sebelum kapal berikutnya datang ke
pulau itu.

   Pemerintah kabupaten akan membahas permintaan itu dalam rapat pekan
depan bersama perusahaan pelayaran yang melayani jalur perintis di
kepulauan itu.
"""


def test_wrapped_lines_are_joined():
    lines = paragraph_lines(WRAPPED)

    assert [(line[:12], line[-9:]) for line in lines] == [
        ("Warga Pulau ", "ulau itu."),
        ("Pemerintah k", "auan itu."),
    ]


def test_paragraphs_of_one_line_each_are_not_joined():
    text = "Ini kalimat sepanjang enam puluh huruf yang berdiri sendiri saja.\n" * 8

    assert len(paragraph_lines(text)) == 8
