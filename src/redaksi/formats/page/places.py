"""Cities that often open a dateline, so that the reader can be surer of them."""

from __future__ import annotations

_FIRST_WORDS = """
    jakarta bandung surabaya semarang yogyakarta jogja solo surakarta medan padang pekanbaru
    palembang jambi bengkulu lampung bandarlampung serang tangerang bekasi depok bogor denpasar
    mataram kupang pontianak banjarmasin banjarbaru samarinda balikpapan nusantara manado
    makassar palu kendari gorontalo mamuju ambon ternate sofifi jayapura manokwari sorong
    merauke timika nabire wamena malang kediri madiun jember banyuwangi cirebon sukabumi
    tasikmalaya garut karawang cilegon purwokerto magelang kudus tegal pekalongan salatiga
    sleman bantul batam tanjungpinang pangkalpinang lhokseumawe singkawang tarakan bontang
    bitung parepare lombok bali aceh papua washington london paris moskow moscow beijing tokyo
    seoul pyongyang taipei hongkong singapura singapore manila bangkok hanoi phnom jenewa geneva
    brussels brussel berlin roma rome madrid lisbon wina vienna warsawa warsaw praha prague
    budapest kiev kyiv ankara istanbul teheran tehran baghdad riyadh jeddah makkah mekah madinah
    doha dubai kairo cairo gaza yerusalem jerusalem tel damaskus beirut amman kabul islamabad
    karachi delhi mumbai dhaka kolombo kathmandu yangon naypyidaw canberra sydney melbourne
    perth wellington auckland ottawa toronto mexico havana brasilia caracas lima bogota santiago
    nairobi addis lagos abuja pretoria johannesburg khartoum tripoli tunis aljir rabat athena
    athens stockholm oslo helsinki kopenhagen copenhagen dublin dili new kuala bandar los san
"""
_KNOWN = frozenset(_FIRST_WORDS.split())


def is_known(city: str) -> bool:
    """Whether the first word of a place name is that of a well-known city."""
    words = city.lower().replace("-", " ").replace("/", " ").split()
    return words[0].strip(".,") in _KNOWN
