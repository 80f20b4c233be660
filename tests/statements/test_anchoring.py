"""A statement stays at its words through any edit, or has no place; other words are never its."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redaksi.statements.anchoring import Place, anchor_at, find_place, find_places
from redaksi.statements.folding import fold

WORDS = st.sampled_from(
    ["kami", "tidak", "akan", "pergi", "kata", "dia", "“", "”", ",", ".", "\n\n", "ya", "perang"]
)
TEXTS = st.lists(WORDS, min_size=3, max_size=60).map(" ".join)
SAID = "Kami tidak memiliki rencana untuk mengerahkan pasukan tempur"
STORY = f"NATO menolak. “{SAID},” kata Stoltenberg kepada BBC, Minggu. Rusia membantah. Lain lagi."


def folded(words: str) -> str:
    return fold(words).text.strip()


@st.composite
def edits(draw: st.DrawFn, text: str) -> str:
    """Replace, drop or add something at up to three places."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 30)))
        text = text[:start] + draw(TEXTS | st.just("") | st.text(max_size=20)) + text[end:]
    return text


@given(st.data())
def test_no_edit_gives_a_statement_other_words(data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    start = data.draw(st.integers(0, len(text) - 1))
    anchor = anchor_at(text, Place(start, data.draw(st.integers(start + 1, len(text)))))

    edited = data.draw(edits(text))
    place = find_place(anchor, edited)

    assert place is None or folded(edited[place.start : place.end]) == folded(anchor.words)


@given(before=st.text(max_size=80), after=st.text(max_size=80))
def test_what_comes_before_and_after_moves_a_statement_along(before: str, after: str) -> None:
    anchor = anchor_at(STORY, Place(STORY.index(SAID), STORY.index(SAID) + len(SAID)))
    edited = f"{before}\n\n{STORY}\n\n{after}"

    place = find_place(anchor, edited)

    start = edited.index(SAID, len(before))
    assert place == Place(start, start + len(SAID))


@given(st.data())
def test_a_changed_word_has_no_place(data: st.DataObject) -> None:
    words = SAID.split()
    at = data.draw(st.integers(0, len(words) - 1))
    words[at] = data.draw(st.text("abcdefgh", min_size=1, max_size=9))
    anchor = anchor_at(STORY, Place(STORY.index(SAID), STORY.index(SAID) + len(SAID)))

    assert find_place(anchor, STORY.replace(SAID, " ".join(words))) is None


def test_short_words_elsewhere_are_not_taken_for_those_that_went() -> None:
    text = "Anies ditanya wartawan. “Ya,” kata Anies. Ganjar juga ditanya. “Ya,” ujar Ganjar."
    anchor = anchor_at(text, Place(text.index("Ya"), text.index("Ya") + 2))

    assert find_place(anchor, text) == Place(text.index("Ya"), text.index("Ya") + 2)
    assert find_place(anchor, "Ganjar juga ditanya. “Ya,” ujar Ganjar.") is None


def test_words_that_stand_twice_alike_keep_to_where_they_were() -> None:
    text = "ya, katanya. " * 12
    anchor = anchor_at(text, Place(78, 80))

    assert find_place(anchor, text) == Place(78, 80)
    assert find_place(anchor, "Baru. " + text) is None


def test_typography_changes_no_words() -> None:
    said = "Ini “bukan” perang — belum, kata mereka"
    text = f"Ia bicara panjang lebar. {said}. Lalu pergi."
    anchor = anchor_at(text, Place(25, 25 + len(said)))

    place = find_place(anchor, text.replace("“", '"').replace("—", "-").replace(" ", "\u00a0"))

    assert place == Place(25, 25 + len(said))


def test_a_statement_does_not_begin_inside_a_word() -> None:
    anchor = anchor_at("kata dia: tidak. Lalu pergi", Place(10, 15))

    assert find_place(anchor, "kata dia: tidakkah. Lalu pergi") is None


HARTONO = "“Kami siap bekerja sama,” kata Hartono Wijaya."
MARIA = "“Kami siap bekerja sama,” kata Maria Lestari."


@given(before=st.text(max_size=60), hartono_first=st.booleans())
def test_of_two_who_said_the_same_each_keeps_the_own_words(
    before: str, hartono_first: bool
) -> None:
    text = f"{HARTONO}\n\n{MARIA}" if hartono_first else f"{MARIA}\n\n{HARTONO}"
    anchors = [
        anchor_at(text, Place(text.index(said) + 1, text.index(said) + 23))
        for said in (HARTONO, MARIA)
    ]
    edited = f"{before}\n\n{MARIA}"

    hartono, maria = find_places(anchors, edited)

    assert hartono is None
    assert maria is not None
    assert edited[maria.start : maria.end] == "Kami siap bekerja sama"


def test_no_two_statements_have_one_place() -> None:
    text = f"{HARTONO}\n\nHari berganti.\n\n{HARTONO}"
    anchors = [anchor_at(text, Place(at, at + 22)) for at in (1, text.rindex("Kami"))]

    places = find_places(anchors, f"Hari berganti.\n\n{HARTONO}")

    assert [place is None for place in places] == [True, False]
