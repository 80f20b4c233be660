"""Reads a picture's words from an XMP packet (ISO 16684-1, IPTC Photo Metadata Standard)."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

LONGEST_PACKET = 512 * 1024
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
PROPERTIES = {
    "{http://purl.org/dc/elements/1.1/}description": "caption",
    "{http://purl.org/dc/elements/1.1/}rights": "copyright_notice",
    "{http://purl.org/dc/elements/1.1/}creator": "byline",
    "{http://ns.adobe.com/photoshop/1.0/}Credit": "credit_line",
    "{http://ns.adobe.com/xap/1.0/rights/}UsageTerms": "usage_terms",
    "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}AltTextAccessibility": "alt_text",
}


def xmp_words(packet: bytes) -> Mapping[str, str]:
    """Return the words in the packet by the name of the picture's field, and ``byline``.

    Raises:
        lxml.etree.XMLSyntaxError: if the packet is not well-formed.
    """
    packet = packet.strip(b"\0 \r\n\t")
    if not packet or len(packet) > LONGEST_PACKET or b"<!DOCTYPE" in packet:
        return {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    found: dict[str, str] = {}
    for description in etree.fromstring(packet, parser).iter(f"{RDF}Description"):
        for attribute, value in description.attrib.items():
            _note(found, str(attribute), str(value))
        for element in description:
            _note(found, str(element.tag), _text_of(element))
    return found


def _note(found: dict[str, str], property_name: str, words: str) -> None:
    field = PROPERTIES.get(property_name)
    if field and words.strip():
        found.setdefault(field, words)


def _text_of(element: etree._Element) -> str:
    items = element.findall(f".//{RDF}li")
    if not items:
        return element.text or ""
    default = [item for item in items if item.get(XML_LANGUAGE) == "x-default"]
    if element.find(f"{RDF}Alt") is not None:
        return (default or items)[0].text or ""
    return ", ".join(item.text for item in items if item.text)
