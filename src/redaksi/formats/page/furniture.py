"""The words of page furniture, in Indonesian and English: menus, sharing, counters, adverts."""

from __future__ import annotations

import re
from enum import StrEnum


class Why(StrEnum):
    """Why a piece of text is no part of the article."""

    NAVIGATION = "navigation"
    DATE = "date"
    RATING = "rating"
    SHARE = "share"
    RELATED = "related"
    PEOPLE = "people"
    COUNTER = "counter"
    ADVERTISEMENT = "advertisement"
    CAPTION = "caption"
    COPYRIGHT = "copyright"
    COMMENTS = "comments"
    TAGS = "tags"
    SUBSCRIBE = "subscribe"
    CATEGORY = "category"
    HEADLINE = "headline"
    END_MARK = "end_mark"
    BEFORE_BODY = "before_body"
    AFTER_END = "after_end"
    OUTSIDE = "outside_article"


def _words(text: str) -> str:
    return "|".join(re.escape(word) for word in sorted(text.split(";"), key=len, reverse=True))


SECTION_WORDS = frozenset(
    "nasional;internasional;dunia;ekonomi;bisnis;keuangan;politik;hukum;hukum & kriminal;kriminal;metro;megapolitan"
    ";regional;daerah;nusantara;olahraga;sport;sports;bola;sepak bola;hiburan;seleb;selebriti;teknologi;tekno"
    ";otomotif;gaya hidup;lifestyle;kesehatan;pendidikan;opini;kolom;budaya;wisata;travel;kuliner;sains"
    ";lingkungan;peristiwa;pemilu;pilkada;news;berita;global;world;business;economy;politics;technology"
    ";science;health;culture;opinion;entertainment;local;national;international;education;humaniora;properti"
    ";edukasi;pemerintahan;viral;khazanah;islam;religi;sejarah;tokoh;profil;feature;editorial;tajuk".split(
        ";"
    )
)
_MENU = _words(
    "prev;previous;next;sebelumnya;selanjutnya;berikutnya;kembali;back;print;cetak;email;e-mail;surel"
    ";kirim email;home;beranda;menu;search;cari;login;log in;masuk;register;daftar;logout;keluar"
    ";indeks;index;top;ke atas;kembali ke atas;back to top;read more;read more...;baca selengkapnya"
    ";baca selengkapnya...;selengkapnya;selanjutnya...;load more;load more...;muat lagi;lihat semua"
    ";lihat lainnya;see all;view all;details;detail;rincian;skip to content;skip to main content"
    ";toggle navigation;close;tutup;font size;ukuran huruf;a a a;a+;a-;perbesar;perkecil"
    ";contact us;kontak;kontak kami;hubungi kami;tentang kami;about us;redaksi;pedoman media siber"
    ";disclaimer;privacy policy;kebijakan privasi;syarat dan ketentuan;terms of use;peta situs"
    ";sitemap;rss;pdf;prev article;previous article;next article;previous post;next post;first;last"
    ";pertama;terakhir;halaman;listen;dengarkan;simpan;save;bookmark;cetak artikel;print this"
    ";kirim ke teman;info iklan;karier;career;terms;privacy;lihat foto;show more;subscribe now"
    ";older posts;newer posts;artikel sebelumnya;artikel selanjutnya;berita sebelumnya"
    ";berita selanjutnya;berita berikutnya"
)
_SHARING = _words(
    "share;shares;bagikan;bagikan ke;bagikan ini;bagikan artikel;bagikan artikel ini;bagikan berita ini"
    ";share this;share this article;share this post;share on;share on facebook;share on twitter"
    ";share on whatsapp;share to;tweet;facebook;twitter;whatsapp;telegram;line;instagram;linkedin;pinterest;x"
    ";threads;copy link;salin tautan;salin link;copy url;fb;wa;tik tok;tiktok;youtube;like;suka;ikuti"
    ";follow;google+;messenger;klik untuk membagikan"
)
_GAP = r"[\s|/»«<>›‹·•:,\u2190-\u2193\u25b6\u25c0-]"
_LISTS = (
    r"(?:berita|artikel|video|topik|konten|foto) (?:terkait|terbaru|lainnya|populer|terpopuler"
    r"|pilihan|rekomendasi|utama|menarik(?: lainnya)?)|terpopuler|terkini|rekomendasi(?: untuk anda)?"
    r"|pilihan (?:editor|redaksi|untukmu)|baca juga|lihat juga|simak juga|related (?:articles?|stories|posts|news|topics)"
    r"|related|latest(?: news| stories)?|most (?:read|popular|viewed)|trending(?: now)?|popular(?: posts)?"
    r"|recommended(?: for you)?|you (?:may|might) also like|more (?:stories|news|from .{1,40})"
    r"|read also|see also|also read|read next|up next|don't miss|jangan lewatkan|kabar terbaru"
)
_SEE = (
    r"(?:baca|lihat|simak|tonton|saksikan|cek|klik)(?: juga| pula| selengkapnya| artikel| berita| video[^:]{0,40})?"
    r"|(?:read|see|watch|also read|read also|see also|related|read more)|pilihan editor|artikel terkait|berita terkait"
)
_PATTERNS: tuple[tuple[Why, str], ...] = (
    (Why.NAVIGATION, rf"{_GAP}*+(?:(?>{_MENU}){_GAP}*+)++|{_GAP}++"),
    (Why.SHARE, rf"{_GAP}*+(?:(?>{_SHARING})(?:{_GAP}|\d)*+)++"),
    (
        Why.NAVIGATION,
        r"[<«‹←]{0,2}\s?(?:previous|next|prev) (?:article|post|story|page|news)\b.{0,160}"
        r"|[<«‹←]{0,2}\s?(?:artikel|berita|halaman) (?:sebelumnya|selanjutnya|berikutnya)\b.{0,160}"
        r"|(?:halaman|page|hal\.?)\s?:?\s?\d+(?:\s?(?:/|of|dari)\s?\d+)?|[\d\s|]{1,30}"
        r"|you are here:?.{0,160}|anda (?:di|berada di) sini:?.{0,160}",
    ),
    (
        Why.RATING,
        r"(?:(?>please rate(?: this article)?|(?:vote|suara|nilai|pilih) [1-5]|rate this(?: article)?"
        r"|rate|vote|voting|poor|best|jelek|buruk|bagus|terbaik)[\s:]*+)++"
        r"|beri (?:nilai|penilaian|rating).{0,30}|silakan (?:nilai|beri nilai)"
        r"|belum ada (?:penilaian|rating|suara)|not (?:yet )?rated(?: yet)?|no (?:votes|ratings)(?: yet)?",
    ),
    (
        Why.COUNTER,
        r"(?:hits?|views?|dibaca|dilihat|pembaca|dikunjungi|tayangan|reads?|kali dibaca)\s?:?\s?"
        r"[\d.,]+\s?[kmrb]*(?: kali| x| orang| pembaca)?"
        r"|[\d.,]+\s?[kmrbjt]*\s?(?:x|kali)?\s?(?:hits|views?|dibaca|dilihat|pembaca|tayangan|shares?|kali)"
        r"|\d+ (?:min(?:ute)?s?|menit)\s?(?:read|baca|membaca)?"
        r"|(?:waktu|lama) (?:baca|membaca)\s?:?\s?\d+ menit|reading time\s?:?.{0,20}",
    ),
    (
        Why.ADVERTISEMENT,
        r"[-–— ]*(?:advertisements?|iklan|advertorial|sponsored(?: content)?|ads?(?: by .{1,30})?|adv|promoted"
        r"|lanjut(?:kan)? (?:membaca|baca) .{0,50}|scroll (?:to|untuk|ke) .{1,60}"
        r"|advertisement\s?scroll .{1,60}|konten berlanjut .{0,40}|article continues .{0,40}"
        r"|gulir .{0,15}untuk .{1,40}|story continues .{0,40})[-–— ]*",
    ),
    (
        Why.COMMENTS,
        r"(?:\d+\s)?(?:komentar|comments?|tanggapan)(?:\s?\(?\d+\)?)?|(?:leave|write|add|post) a (?:comment|reply).{0,40}"
        r"|add (?:new )?comment|(?:tinggalkan|tulis|kirim|beri) (?:komentar|balasan|tanggapan).{0,40}",
    ),
    (
        Why.TAGS,
        r"(?:tags?|topik|label|kata kunci|keywords?|tagar|topics?)\s?:.{0,300}|tags?|(?:#[\w-]{2,40}[\s,]*)+",
    ),
    (
        Why.CATEGORY,
        r"(?:parent category|category|kategori(?: induk)?|rubrik|kanal|section)\s?:\s?.{1,80}",
    ),
    (
        Why.COPYRIGHT,
        r"(?:©|\(c\)\s|copyright\b|hak cipta\b|all rights reserved).{0,250}|.{0,120}all rights reserved\.?"
        r"|dilarang (?:keras )?(?:meng|men|mem)\w+ .{1,250}"
        r"|(?:artikel|berita|konten|tulisan) ini (?:telah|sudah|pernah) (?:tayang|terbit|dimuat|dipublikasikan).{0,250}"
        r"|this (?:article|story|post) (?:was )?(?:originally|first) .{0,200}",
    ),
    (
        Why.SUBSCRIBE,
        r"(?:ikuti|dapatkan|simak|cek|baca|gabung|bergabung|temukan|follow|join|subscribe|sign up|get|download|unduh)\b.{0,160}"
        r"(?:google news|telegram|whatsapp|newsletters?|saluran|instagram|twitter|youtube|app store|play store|aplikasi)\b.{0,200}"
        r"|subscribe(?: to .{1,60})?|berlangganan.{0,40}|follow us.{0,60}|ikuti kami.{0,60}",
    ),
    (Why.RELATED, rf"(?:{_LISTS})\s?:?|\[gambas:.{{0,80}}\]"),
    (Why.RELATED, rf"[(\[]?(?:{_SEE})\s?:\s?.{{0,250}}"),
    (Why.RELATED, r"[(\[]?(?:baca|lihat|simak|tonton) juga\b.{0,250}[^.”\"]"),
)
_RULES = tuple((why, re.compile(pattern, re.IGNORECASE)) for why, pattern in _PATTERNS)
_LONGEST = 320
_CREDITED_PICTURE = re.compile(
    r"(?:[(\[/.]|^)\s?(?:foto|photo|dok|doc|ilustrasi|sumber foto|antara foto|gambar|image|istimewa|ist|shutterstock|getty images)\b"
    r"[^()]{0,80}[)\]]?\.?$|\b(?:antara foto|reuters|afp|ap photo|epa|getty images)\s?/\s?[^.()]{2,60}[)\]]?\.?$"
    r"|^(?:foto|photo|ilustrasi|image|keterangan foto|caption|gambar)\b\s?[:.(]",
    re.IGNORECASE,
)


def furniture(line: str) -> Why | None:
    """What piece of furniture this whole line is, None when it may be text."""
    if len(line) > _LONGEST:
        return None
    if is_menu_of_sections(line):
        return Why.NAVIGATION
    return next((why for why, rule in _RULES if rule.fullmatch(line)), None)


def is_caption(line: str) -> bool:
    """Whether a line is a picture's caption or credit."""
    return len(line) <= _LONGEST and bool(_CREDITED_PICTURE.search(line))


def is_menu_of_sections(line: str) -> bool:
    """Whether a line lists two or more sections of a paper, as menus do."""
    words = [w for w in re.split(r"[\s|/»>›·•,]+", line.lower()) if w]
    known = sum(w in SECTION_WORDS or w in ("home", "beranda") for w in words)
    return len(words) > 1 and known == len(words)
