"""The words that photographers and agencies wrote into their files are found."""

from __future__ import annotations

import pytest
from PIL import Image, PngImagePlugin

from redaksi.pictures.decoding import decode
from redaksi.pictures.embedded import EmbeddedWords
from tests.pictures import drawing

FULL_XMP = drawing.xmp_packet(
    "<dc:description><rdf:Alt>"
    '<rdf:li xml:lang="en">Fishermen</rdf:li>'
    '<rdf:li xml:lang="x-default">Nelayan menarik jala\ndi Teluk Rawa</rdf:li>'
    "</rdf:Alt></dc:description>"
    "<dc:rights><rdf:Alt><rdf:li>© 2026 Kabar Foto</rdf:li></rdf:Alt></dc:rights>"
    "<dc:creator><rdf:Seq><rdf:li>Ani</rdf:li><rdf:li>Budi</rdf:li></rdf:Seq></dc:creator>"
    "<photoshop:Credit>Kabar Foto</photoshop:Credit>"
    "<xmpRights:UsageTerms><rdf:Alt><rdf:li>Editorial</rdf:li></rdf:Alt></xmpRights:UsageTerms>"
    "<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li>Dua nelayan</rdf:li></rdf:Alt>"
    "</Iptc4xmpCore:AltTextAccessibility>"
)
FULL_WORDS = EmbeddedWords(
    caption="Nelayan menarik jala di Teluk Rawa",
    alt_text="Dua nelayan",
    credit_line="Kabar Foto",
    copyright_notice="© 2026 Kabar Foto",
    usage_terms="Editorial",
)


def words(data: bytes) -> EmbeddedWords:
    return decode(data, max_pixels=1_000_000, wanted_edge=4096).words


def exif(**tags: str) -> Image.Exif:
    numbers = {"description": 0x010E, "artist": 0x013B, "rights": 0x8298}
    written = Image.Exif()
    for name, text in tags.items():
        written[numbers[name]] = text
    return written


def test_an_image_without_words_has_none() -> None:
    assert words(drawing.photograph()) == EmbeddedWords()
    assert EmbeddedWords().found() == {}


@pytest.mark.parametrize("file_format", ["JPEG", "WEBP", "AVIF"])
def test_xmp_gives_every_word(file_format: str) -> None:
    assert words(drawing.encoded(drawing.corners(), file_format, xmp=FULL_XMP)) == FULL_WORDS


def test_xmp_in_a_png() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", FULL_XMP.decode())

    assert words(drawing.encoded(drawing.corners(), "PNG", pnginfo=info)) == FULL_WORDS


def test_xmp_written_as_attributes() -> None:
    packet = drawing.xmp_packet("").replace(
        b' rdf:about=""', b' rdf:about="" photoshop:Credit="ANTARA"'
    )

    assert words(drawing.photograph(xmp=packet)) == EmbeddedWords(credit_line="ANTARA")


def test_iptc_in_utf_8() -> None:
    data = drawing.with_iim(
        drawing.photograph(),
        {
            (2, 110): b"AFP",
            (2, 116): "© AFP".encode(),
            (2, 120): "Demonstran di Düsseldorf".encode(),
        },
    )

    assert words(data) == EmbeddedWords(
        caption="Demonstran di Düsseldorf", credit_line="AFP", copyright_notice="© AFP"
    )


def test_iptc_in_an_old_encoding() -> None:
    data = drawing.with_iim(drawing.photograph(), {(2, 120): "“Café” – São Tomé".encode("cp1252")})

    assert words(data) == EmbeddedWords(caption="“Café” – São Tomé")


def test_exif_gives_caption_copyright_and_photographer() -> None:
    data = drawing.photograph(
        exif=exif(description="Banjir di Rawa", artist="Citra", rights="Citra 2026")
    )

    assert words(data) == EmbeddedWords(
        caption="Banjir di Rawa", credit_line="Citra", copyright_notice="Citra 2026"
    )


def test_xmp_goes_before_iptc_and_iptc_before_exif() -> None:
    packet = drawing.xmp_packet("<photoshop:Credit>XMP</photoshop:Credit>")
    data = drawing.photograph(xmp=packet, exif=exif(description="Exif", rights="Exif"))

    found = words(drawing.with_iim(data, {(2, 110): b"IIM", (2, 120): b"IIM"}))

    assert found == EmbeddedWords(caption="IIM", credit_line="XMP", copyright_notice="Exif")


def test_the_photographer_stands_in_for_a_missing_credit_line() -> None:
    assert words(drawing.with_iim(drawing.photograph(), {(2, 80): b"Dewi"})) == EmbeddedWords(
        credit_line="Dewi"
    )


@pytest.mark.parametrize("text", ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "DCIM/100MEDIA/1.JPG"])
def test_what_cameras_write_is_no_caption(text: str) -> None:
    assert words(drawing.photograph(exif=exif(description=text))) == EmbeddedWords()


def test_words_are_cut_to_what_the_fields_take() -> None:
    data = drawing.with_iim(drawing.photograph(), {(2, 110): b"A" * 900, (2, 120): b"B" * 9000})

    found = words(data)

    assert (len(found.credit_line), len(found.caption)) == (200, 2000)


def test_control_characters_are_dropped() -> None:
    data = drawing.with_iim(drawing.photograph(), {(2, 120): b"Satu\0\r\n\x1b[31mdua\t tiga"})

    assert words(data) == EmbeddedWords(caption="Satu [31mdua tiga")


@pytest.mark.parametrize(
    "packet",
    [
        b"<broken",
        b"\xff\xfe\x00",
        b'<!DOCTYPE x [<!ENTITY a "b">]>' + drawing.xmp_packet("<dc:rights>&a;</dc:rights>"),
        drawing.xmp_packet("<dc:rights>" + "A" * 600_000 + "</dc:rights>"),
    ],
    ids=["broken", "no text", "entities", "huge"],
)
def test_unusable_xmp_is_passed_over(packet: bytes) -> None:
    data = drawing.encoded(drawing.corners(), "WEBP", xmp=packet, exif=exif(artist="Eko"))

    assert words(data) == EmbeddedWords(credit_line="Eko")
