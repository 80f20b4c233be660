"""The words of menus, share buttons and section names, in Indonesian and English."""

from __future__ import annotations


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a list parted by semicolons, the longest first."""
    found = {" ".join(phrase.split()) for phrase in text.split(";")}
    return tuple(sorted(found - {""}, key=lambda phrase: (-len(phrase), phrase)))


_SECTIONS = """
    nasional; internasional; dunia; ekonomi; bisnis; keuangan; politik; hukum; hukum & kriminal;
    kriminal; metro; megapolitan; regional; daerah; nusantara; olahraga; sport; sports; bola;
    sepak bola; hiburan; seleb; selebriti; teknologi; tekno; otomotif; gaya hidup; lifestyle;
    kesehatan; pendidikan; opini; kolom; budaya; wisata; travel; kuliner; sains; lingkungan;
    peristiwa; pemilu; pilkada; news; berita; global; world; business; economy; politics;
    technology; science; health; culture; opinion; entertainment; local; national; international;
    education; humaniora; properti; edukasi; pemerintahan; viral; khazanah; islam; religi; sejarah;
    tokoh; profil; feature; editorial; tajuk
"""
_MENU = """
    prev; previous; next; sebelumnya; selanjutnya; berikutnya; kembali; back; print; cetak; email;
    e-mail; surel; kirim email; home; beranda; menu; search; cari; login; log in; masuk; register;
    daftar; logout; keluar; indeks; index; top; ke atas; kembali ke atas; back to top; read more;
    read more...; baca selengkapnya; baca selengkapnya...; selengkapnya; selanjutnya...; load more;
    load more...; muat lagi; lihat semua; lihat lainnya; see all; view all; details; detail;
    rincian; skip to content; skip to main content; toggle navigation; close; tutup; font size;
    ukuran huruf; a a a; a+; a-; perbesar; perkecil; contact us; kontak; kontak kami; hubungi kami;
    tentang kami; about us; redaksi; pedoman media siber; disclaimer; privacy policy;
    kebijakan privasi; syarat dan ketentuan; terms of use; peta situs; sitemap; rss; pdf;
    prev article; previous article; next article; previous post; next post; first; last; pertama;
    terakhir; halaman; listen; dengarkan; simpan; save; bookmark; cetak artikel; print this;
    kirim ke teman; info iklan; karier; career; terms; privacy; lihat foto; show more;
    subscribe now; older posts; newer posts; artikel sebelumnya; artikel selanjutnya;
    berita sebelumnya; berita selanjutnya; berita berikutnya
"""
_SHARING = """
    share; shares; bagikan; bagikan ke; bagikan ini; bagikan artikel; bagikan artikel ini;
    bagikan berita ini; share this; share this article; share this post; share on;
    share on facebook; share on twitter; share on whatsapp; share to; tweet; facebook; twitter;
    whatsapp; telegram; line; instagram; linkedin; pinterest; x; threads; copy link; salin tautan;
    salin link; copy url; fb; wa; tik tok; tiktok; youtube; like; suka; ikuti; follow; google+;
    messenger; klik untuk membagikan
"""

SECTIONS = frozenset(phrases(_SECTIONS))
"""The usual names of a paper's sections, in lower case."""

MENU = phrases(_MENU)
SHARING = phrases(_SHARING)
