"""Who is meant, where names, posts and pronouns are not plain."""

from __future__ import annotations

import pytest

from redaksi.extraction import extract

OPENING = "Rumah itu terbakar pada dini hari tadi di Kudus, Jawa Tengah.\n\n"
IN_ENGLISH = "The valley flooded again on Monday after heavy rain in the hills.\n\n"


def speakers(text: str, language: str = "id") -> list[str | None]:
    """The speaker of each statement behind an opening that tells nothing."""
    opening = OPENING if language == "id" else IN_ENGLISH
    return [statement.speaker for statement in extract(opening + text, language)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Editornya, Damar Hutagalung, menilai novel itu terang.", "Damar Hutagalung"),
        ("Ibunda Rara, Sumiyati, membenarkan anaknya sempat sakit.", "Sumiyati"),
        (
            "Peneliti siber dari lembaga Sandi Terbuka, Maya Kristanti, menilai data itu asli.",
            "Maya Kristanti",
        ),
        (
            "Kuasa hukum PT Minyak Nabati, Hotma Siahaan dari kantor Rekan, menyebut itu keliru.",
            "Hotma Siahaan",
        ),
        ("Seorang warga yang hanya mau disebut sebagai Luka mengaku takut pulang.", "Luka"),
        ("Seorang warga yang minta dipanggil Udin mengatakan jalan tak diaspal.", "Udin"),
        ("Ketua Majelis Komisi Mohammad Reza menyatakan para terlapor bersalah.", "Mohammad Reza"),
        ("Bupati Kudus terpilih Samani Intakoris berjanji membantu warga.", "Samani Intakoris"),
        ("Kapolsek Jati, AKP Hadi Cahyo SH MH mengatakan api sudah padam.", "Hadi Cahyo"),
        ("Dua orang yang mengetahui perkara ini mengatakan uang itu mengalir jauh.", None),
        ("Menurut polisi, Budi Santoso mencuri motor itu.", "polisi"),
        ("Menurut Budi Santoso, Jakarta akan banjir, dan warga harus siap.", "Budi Santoso"),
    ],
)
def test_one_speaker(text: str, speaker: str | None) -> None:
    wanted = speaker or "Dua orang yang mengetahui perkara ini"
    assert speakers(text) == [wanted]


def test_a_name_first_met_inside_a_sentence_is_whole_later() -> None:
    text = 'Sudah empat bulan Hamka Daeng Rewa tidak melaut. "Sepi sekali," kata Hamka.'

    assert speakers(text) == ["Hamka Daeng Rewa"]


def test_they_are_the_two_who_just_spoke() -> None:
    text = (
        "Jaksa Komisi Antirasuah menuntut hukuman berat. Dua orang yang mengetahui perkara ini"
        " mengatakan uang itu mengalir jauh. Menurut mereka, tiga nama sudah dipetakan."
    )

    assert speakers(text) == ["Dua orang yang mengetahui perkara ini"] * 2


def test_whoever_is_asked_answers() -> None:
    text = (
        '"Saya lambat," kata penulis Marni Sutopo. Moderator Bagas Prameswara bertanya kepadanya,'
        ' "Apakah Dewi itu ibu Anda?" "Bukan, itu bukan ibu saya," jawabnya.'
    )

    assert speakers(text) == ["Marni Sutopo", "Bagas Prameswara", "Marni Sutopo"]


def test_the_official_is_the_one_without_a_name() -> None:
    text = (
        "Seorang pejabat kementerian mengatakan subsidi akan dipotong."
        ' "Tidak ada jalan lain," kata pejabat tersebut.'
    )

    assert speakers(text) == ["Seorang pejabat kementerian"] * 2


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Council leader Imran Sethi said the plan was lawful.", "Imran Sethi"),
        ("Valencia’s mayor, María Catalá, said the cause was unknown.", "María Catalá"),
        ("Analyst Theodore Raj from the Institute of Mobility said it was late.", "Theodore Raj"),
        ("The harbour master, Capt. Lars Eide, said the ship was sound.", "Lars Eide"),
        ("Fenn called the figures “cooked at best”.", "Fenn"),
        ("A 2018 review by the Nordic Sleep Council found naps were good.", "Nordic Sleep Council"),
    ],
)
def test_english_speaker(text: str, speaker: str) -> None:
    assert speakers(text, "en") == [speaker]


def test_he_is_not_whom_the_article_calls_ms() -> None:
    text = (
        'Professor Alan Stokoe said the vote was late. "It is mad," said Ms Farida Choudhry.'
        ' "Sit down," he said.'
    )

    assert speakers(text, "en") == ["Alan Stokoe", "Farida Choudhry", "Alan Stokoe"]


def test_a_short_last_paragraph_with_initials_is_read() -> None:
    text = "Budi Santoso mengatakan api sudah padam.\nDia meminta warga agar tenang. (rif)"

    found = extract(OPENING + text)

    assert [statement.quote for statement in found] == ["api sudah padam", "warga agar tenang"]


def test_the_occasion_in_front_is_the_channel() -> None:
    found = extract(OPENING + "Kepada BBN, Budi Santoso membantah dirinya menerima uang.")

    assert [statement.addressee_or_channel for statement in found] == ["BBN"]


@pytest.mark.parametrize(
    "text",
    [
        "Jubir Dinsos Rina Hapsari dan Ketua Karang Taruna Udin Saleh kompak menyebut itu benar.",
        "“Bantuan sudah dibagi,” kata Rina Hapsari dan Udin Saleh.",
        "Presiden Rina Hapsari dan Wakil Presiden Udin Saleh menyatakan bantuan itu sudah dibagi.",
    ],
)
def test_of_two_who_speak_together_none_is_sure(text: str) -> None:
    assert [statement.confident for statement in extract(OPENING + text, "id")] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Menteri Pemuda dan Olahraga Rina Hapsari mengatakan bantuan itu sudah dibagi.",
        "Kepala Pusat Data, Informasi, dan Komunikasi Rina Hapsari menyatakan itu benar.",
    ],
)
def test_of_a_post_with_two_words_the_holder_is_sure(text: str) -> None:
    found = extract(OPENING + text, "id")

    assert [statement.speaker for statement in found] == ["Rina Hapsari"]
    assert [statement.confident for statement in found] == [True]
