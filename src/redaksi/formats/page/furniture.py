"""Recognises page furniture by its words: menus, sharing, counters, adverts, related stories."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redaksi.formats.page.vocabulary import MENU, SECTIONS, SHARING
from redaksi.formats.page.whys import Why

_LONGEST = 320
_GAP = r"[\s|/»«<>›‹·•:,\u2190-\u2193\u25b6\u25c0-]"
Rule = tuple[Why, re.Pattern[str]]


def _rule(why: Why, *forms: str) -> Rule:
    return why, re.compile("|".join(f"(?:{form})" for form in forms), re.IGNORECASE)


def _any(words: Sequence[str]) -> str:
    """One of these words; atomic, so that no line can be cut in exponentially many ways."""
    return f"(?>{'|'.join(map(re.escape, words))})"


_SEE_VERB = "(?:baca|lihat|simak|tonton|saksikan|cek|klik)"
_RULES: tuple[Rule, ...] = (
    _rule(Why.NAVIGATION, rf"{_GAP}*+(?:{_any(MENU)}{_GAP}*+)++", rf"{_GAP}++"),
    _rule(Why.SHARE, rf"{_GAP}*+(?:{_any(SHARING)}(?:{_GAP}|\d)*+)++"),
    _rule(
        Why.NAVIGATION,
        r"[<«‹←]{0,2}\s?(?:previous|next|prev) (?:article|post|story|page|news)\b.{0,160}",
        r"[<«‹←]{0,2}\s?(?:artikel|berita|halaman) (?:sebelum|selanjut|berikut)nya\b.{0,160}",
        r"(?:halaman|page|hal\.?)\s?:?\s?\d+(?:\s?(?:/|of|dari)\s?\d+)?",
        r"[\d\s|]{1,30}",
        r"you are here:?.{0,160}",
        r"anda (?:di|berada di) sini:?.{0,160}",
    ),
    _rule(
        Why.RATING,
        r"(?:(?>please rate(?: this article)?|(?:vote|suara|nilai|pilih) [1-5]"
        r"|rate this(?: article)?|rate|vote|voting|poor|best|jelek|buruk|bagus|terbaik)[\s:]*+)++",
        r"beri (?:nilai|penilaian|rating).{0,30}",
        r"silakan (?:nilai|beri nilai)",
        r"belum ada (?:penilaian|rating|suara)",
        r"not (?:yet )?rated(?: yet)?",
        r"no (?:votes|ratings)(?: yet)?",
    ),
    _rule(
        Why.COUNTER,
        r"(?:hits?|views?|dibaca|dilihat|pembaca|dikunjungi|tayangan|reads?|kali dibaca)\s?:?\s?"
        r"[\d.,]+\s?[kmrb]*(?: kali| x| orang| pembaca)?",
        r"[\d.,]+\s?[kmrbjt]*\s?(?:x|kali)?\s?"
        r"(?:hits|views?|dibaca|dilihat|pembaca|tayangan|shares?|kali)",
        r"\d+ (?:min(?:ute)?s?|menit)\s?(?:read|baca|membaca)?",
        r"(?:waktu|lama) (?:baca|membaca)\s?:?\s?\d+ menit",
        r"reading time\s?:?.{0,20}",
    ),
    _rule(
        Why.ADVERTISEMENT,
        r"[-–— ]*(?:advertisements?|iklan|advertorial|adv|ads?(?: by .{1,30})?|promoted)[-–— ]*",
        r"sponsored(?: content)?",
        r"(?:advertisement\s?)?scroll (?:to|untuk|ke) .{1,60}",
        r"lanjut(?:kan)? (?:membaca|baca) .{0,50}",
        r"(?:konten berlanjut|article continues|story continues) .{0,40}",
        r"gulir .{0,15}untuk .{1,40}",
    ),
    _rule(
        Why.COMMENTS,
        r"(?:\d+\s)?(?:komentar|comments?)(?:\s?\(?\d+\)?)?",
        r"\d+\stanggapan",
        r"(?:leave|write|add|post) a (?:comment|reply).{0,40}",
        r"add (?:new )?comment",
        r"(?:tinggalkan|tulis|kirim|beri) (?:komentar|balasan|tanggapan).{0,40}",
    ),
    _rule(
        Why.TAGS,
        r"(?:tags?|topik|label|kata kunci|keywords?|tagar|topics?)\s?:.{0,300}",
        r"tags?",
        r"(?:#[\w-]{2,40}[\s,]*)+",
    ),
    _rule(
        Why.CATEGORY,
        r"(?:parent category|category|kategori(?: induk)?|rubrik|kanal|section)\s?:\s?.{1,80}",
    ),
    _rule(
        Why.COPYRIGHT,
        r"(?:©|\(c\)\s|copyright\s?(?:©|\(c\)|\d{4}|by\b)|all rights reserved).{0,250}",
        r"hak cipta\s?(?:©|\d{4}|dilindungi|terpelihara).{0,250}",
        r".{0,120}all rights reserved\.?",
        r"dilarang (?:keras )?(?:mengambil|menyalin|mengutip|menggandakan|memperbanyak).{1,250}",
        r"(?:artikel|berita|konten|tulisan) ini (?:telah|sudah|pernah) "
        r"(?:tayang|terbit|dimuat|dipublikasikan).{0,250}",
        r"this (?:article|story|post) (?:was )?(?:originally|first) .{0,200}",
    ),
    _rule(
        Why.SUBSCRIBE,
        r"(?!.*\b(?:kata|ujar|said|says)\b)"
        r"(?:ikuti|dapatkan|gabung|bergabung|follow|join|subscribe|sign up|download|unduh)\b"
        r".{0,160}\b(?:google news|telegram|whatsapp|newsletters?|saluran|instagram|twitter"
        r"|facebook|youtube|app store|play store|aplikasi)\b.{0,200}",
        r"(?:simak|cek|baca|get)\b.{0,160}\b(?:google news|newsletters?|saluran)\b.{0,200}",
        r"subscribe(?: to .{1,60})?",
        r"berlangganan.{0,40}",
        r"(?:follow us|ikuti kami).{0,60}",
    ),
    _rule(
        Why.RELATED,
        r"(?:berita|artikel|video|topik|konten|foto) (?:terkait|terbaru|lainnya|populer"
        r"|terpopuler|pilihan|rekomendasi|utama|menarik(?: lainnya)?)\s?:?",
        r"(?:terpopuler|terkini|rekomendasi(?: untuk anda)?|kabar terbaru|jangan lewatkan)\s?:?",
        r"pilihan (?:editor|redaksi|untukmu)\s?:?",
        r"(?:baca|lihat|simak|tonton) juga\s?:?",
        r"related(?: articles?| stories| posts| news| topics)?\s?:?",
        r"(?:latest(?: news| stories)?|trending(?: now)?|popular(?: posts)?)\s?:?",
        r"(?:most (?:read|popular|viewed)|recommended(?: for you)?)\s?:?",
        r"(?:you (?:may|might) also like|more (?:stories|news|from .{1,40}))\s?:?",
        r"(?:read also|see also|also read|up next|don't miss)\s?:?",
        r"\[gambas:.{0,80}\]",
    ),
    _rule(
        Why.RELATED,
        rf"[(\[]?{_SEE_VERB}(?: juga| pula| selengkapnya| artikel| berita| video[^:]{{0,40}})?"
        r"\s?:\s?.{0,250}",
        r"[(\[]?(?:read|see|watch|also read|read also|see also|related|read more)\s?:\s?.{0,250}",
        r"(?:pilihan editor|artikel terkait|berita terkait)\s?:\s?.{0,250}",
        r"[(\[]?(?:baca|lihat|simak|tonton) juga\b.{0,250}[^.”\"]",
    ),
)


def furniture(line: str) -> Why | None:
    """What piece of furniture this whole line is, None when it may be text."""
    if len(line) > _LONGEST:
        return None
    if is_menu_of_sections(line):
        return Why.NAVIGATION
    return next((why for why, rule in _RULES if rule.fullmatch(line)), None)


def is_menu_of_sections(line: str) -> bool:
    """Whether a line lists two or more sections of a paper, as menus do."""
    words = [word for word in re.split(r"[\s|/»>›·•,]+", line.lower()) if word]
    return len(words) > 1 and all(w in SECTIONS or w in ("home", "beranda") for w in words)
