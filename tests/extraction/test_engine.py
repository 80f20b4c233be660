"""Who said what, pattern by pattern."""

from __future__ import annotations

import pytest

from redaksi.extraction import Kind, KnownPerson, SpeakerType, Statement, extract

OPENING = "Kepala Dinas Air Budi Santoso mengatakan air naik dua meter."


def told(text: str, language: str = "id") -> list[tuple[str, str | None]]:
    """Words and speaker of each statement."""
    return [(s.quote, s.speaker) for s in extract(text, language)]


def last(text: str, language: str = "id") -> Statement:
    """The last statement of a text."""
    return extract(text, language)[-1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"Air naik," kata Budi Santoso.', "Air naik"),
        ('Budi Santoso mengatakan, "Air naik."', "Air naik."),
        ("Budi Santoso mengatakan bahwa air naik dua meter.", "air naik dua meter"),
        ("Budi Santoso mengatakan, air naik dua meter.", "air naik dua meter"),
        ("Menurut Budi Santoso, air naik dua meter.", "air naik dua meter"),
        ("Air naik dua meter, kata Budi Santoso.", "Air naik dua meter"),
        (
            "Air itu, kata Budi Santoso, naik dua meter.",
            "Air itu, kata Budi Santoso, naik dua meter",
        ),
        ("Sebab, kata Budi Santoso, air naik dua meter.", "air naik dua meter"),
        ("Dikatakan Budi Santoso, air naik dua meter.", "air naik dua meter"),
        ("Budi Santoso meminta warga agar segera mengungsi.", "warga agar segera mengungsi"),
        ("Budi Santoso berharap air segera turun.", "air segera turun"),
        ("Budi Santoso tidak membantah adanya kebocoran.", "adanya kebocoran"),
        ("Pernyataan Budi Santoso bahwa air naik dua meter ramai.", "air naik dua meter ramai"),
        ("Air naik dua meter. Hal itu disampaikan Budi Santoso.", "Air naik dua meter"),
    ],
)
def test_every_frame(text: str, words: str) -> None:
    assert told(text) == [(words, "Budi Santoso")]


@pytest.mark.parametrize(
    "text",
    [
        "Budi Santoso menyampaikan permohonan maaf.",
        "Budi Santoso tidak mengatakan bahwa air naik.",
        "Budi Santoso akan mengatakan yang sebenarnya.",
        "Aturan itu menyebutkan air harus dialirkan.",
        "Budi Santoso meminta maaf.",
        'Film "Air Naik" diputar di Kendari.',
        "Jumlah korban dinilai terlalu banyak oleh karena itu.",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "sequel",
    [
        '"Pompa rusak," ujarnya.',
        '"Pompa rusak," kata dia.',
        '"Pompa rusak," kata Budi.',
        '"Pompa rusak," kata Santoso.',
        '"Pompa rusak," kata Pak Budi.',
        '"Pompa rusak," kata kepala dinas itu.',
        '"Pompa rusak," kata pria asal Kendari itu.',
        '"Pompa rusak."',
    ],
)
def test_the_one_who_has_the_word(sequel: str) -> None:
    found = last(f"{OPENING}\n\n{sequel}")

    assert (found.speaker, found.role) == ("Budi Santoso", "Kepala Dinas Air")


def test_a_name_that_is_full_only_later() -> None:
    text = '"Air naik," kata Budi.\n\nKetua RT Budi Santoso menunggu perahu.'

    assert told(text) == [("Air naik", "Budi Santoso")]


def test_a_nickname_is_the_same_person() -> None:
    text = f'{OPENING}\n\nPria yang akrab disapa Boss ini datang.\n\n"Air surut," kata Budi.'

    assert last(text).speaker == "Budi Santoso"


def test_a_quotation_cut_by_its_cue_is_two() -> None:
    assert told('"Air naik," kata Budi Santoso, "sejak pagi."') == [
        ("Air naik", "Budi Santoso"),
        ("sejak pagi.", "Budi Santoso"),
    ]


def test_a_clause_with_some_of_its_words_quoted_is_partial() -> None:
    found = last('Warga menuntut pompa baru, "yang bekerja siang dan malam", kata Budi Santoso.')

    assert found.kind is Kind.PARTIAL
    assert found.quote == 'Warga menuntut pompa baru, "yang bekerja siang dan malam'


def test_a_body_is_told_by_its_full_name() -> None:
    found = last("Badan Air Nusantara (BAN) berdiri pada 1990. BAN menyatakan air akan surut.")

    assert (found.speaker, found.speaker_type) == ("Badan Air Nusantara", SpeakerType.ORGANISATION)


def test_a_capital_speaks_for_its_country() -> None:
    text = "Rusia menutup perbatasan. Moskow mengatakan penutupan itu sementara."

    assert last(text).speaker == "Rusia"


def test_listener_and_day() -> None:
    found = last('"Air naik," kata Budi Santoso kepada wartawan di Kendari, Senin (12/1/2026).')

    assert (found.addressee_or_channel, found.when) == ("wartawan di Kendari", "Senin (12/1/2026)")


def test_who_is_asked_is_the_listener() -> None:
    found = last("Budi Santoso meminta warga agar segera mengungsi.")

    assert found.addressee_or_channel == "warga"


def test_an_unsigned_sequel_keeps_the_channel() -> None:
    text = '"Air naik," kata Budi Santoso kepada BBC, Senin.\n\n"Pompa rusak."'

    assert (last(text).addressee_or_channel, last(text).when) == ("BBC", "Senin")


def test_the_newsrooms_own_people_are_known_by_their_full_name() -> None:
    known = [KnownPerson("Budi Santoso Wirawan", roles=("Kepala Dinas Air",))]

    found = extract('"Air naik," kata Budi Santoso.', known_people=known)[0]

    assert (found.speaker, found.known_as) == ("Budi Santoso", "Budi Santoso Wirawan")
    assert found.role == "Kepala Dinas Air"
    assert found.confident


@pytest.mark.parametrize(
    ("who", "is_sure"), [("warga Budi", False), ("Budi", False), ("Kepala Dinas Air Budi", True)]
)
def test_one_word_of_a_known_name_asks_unless_the_role_agrees(who: str, is_sure: bool) -> None:
    known = [KnownPerson("Budi Santoso", aliases=("Budi",), roles=("Kepala Dinas Air",))]

    found = extract(f'"Air naik," kata {who}.', known_people=known)[0]

    assert (found.speaker, found.known_as, found.confident) == ("Budi", "Budi Santoso", is_sure)


def test_a_known_name_is_not_cut_at_its_words() -> None:
    text = 'Ketua Komisi Air Rawa Laut Sejahtera Putra datang. "Air naik," ujarnya.'
    known = [KnownPerson("Sejahtera Putra")]

    assert extract(text, known_people=known)[0].speaker == "Sejahtera Putra"


def test_an_interview_with_labels() -> None:
    text = (
        "Berikut wawancara dengan Hanafi Lubis.\n\nTanya: Mengapa air naik?\n\n"
        "Hanafi: Karena pompa rusak.\n\nTanya: Sejak kapan?\n\nHanafi: Sejak pagi."
    )

    assert told(text) == [
        ("Karena pompa rusak.", "Hanafi Lubis"),
        ("Sejak pagi.", "Hanafi Lubis"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"Water rose," said Jane Smith.', "Water rose"),
        ('"Water rose," Jane Smith said.', "Water rose"),
        ('Jane Smith said: "Water rose."', "Water rose."),
        ("Jane Smith said that the water rose.", "the water rose"),
        ("Jane Smith told reporters the water had risen.", "the water had risen"),
        ("The water rose by a metre, Jane Smith said.", "The water rose by a metre"),
        ("According to Jane Smith, the water rose.", "the water rose"),
        ("Jane Smith urged residents to leave.", "residents to leave"),
    ],
)
def test_every_english_frame(text: str, words: str) -> None:
    assert told(text, "en") == [(words, "Jane Smith")]


def test_a_sure_statement_is_confident_and_a_doubtful_one_is_not() -> None:
    sure = last('"Air naik," kata Ketua RT Budi Santoso.')
    doubtful = last("Mereka mengatakan air naik.")

    assert (sure.confident, doubtful.confident) == (True, False)


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        ("Bupati Rawa Hendra Kusuma mengatakan bahwa ia menerima surat dari kontraktor.", True),
        ("Bupati Rawa Hendra Kusuma membantah bahwa ia menerima suap dari kontraktor.", False),
        ("Bupati Rawa Hendra Kusuma mempertanyakan apakah kontraktor menerima surat.", False),
    ],
)
def test_what_is_denied_or_asked_is_never_ticked(text: str, is_sure: bool) -> None:
    found = extract(text)

    assert [one.confident for one in found] == [is_sure]
