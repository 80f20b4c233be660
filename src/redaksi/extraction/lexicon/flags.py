"""What a word can be, as bits, so that a token's word is looked up once."""

from __future__ import annotations

ROLE = 1 << 0
MODIFIER = 1 << 1
HONORIFIC = 1 << 2
RANK = 1 << 3
DEGREE = 1 << 4
BODY = 1 << 5
KNOWN_BODY = 1 << 6
PLACE = 1 << 7
NAME = 1 << 8
COMMON = 1 << 9
PRONOUN = 1 << 10
BETWEEN = 1 << 11
OPENER = 1 << 12
ADJUNCT = 1 << 13
LINK = 1 << 14
POINTING = 1 << 15
GROUP = 1 << 16
THING = 1 << 17
TOPIC = 1 << 18
CLAUSE = 1 << 19
DAY = 1 << 20
MEDIUM = 1 << 21
DENIED = 1 << 22
ASKED = 1 << 23
ARTICLE = 1 << 24
AFTER = 1 << 25
BEFORE = 1 << 26
OPINION = 1 << 27
REQUEST = 1 << 28
SOURCE = 1 << 29
RELAY = 1 << 30
PASSIVE = 1 << 31
NOUN = 1 << 32
TALK = 1 << 33
MONTH = 1 << 34
ALIAS = 1 << 35
STRONG = 1 << 36
RELATIVE = 1 << 37
THAT = 1 << 38
TO = 1 << 39
ADDRESSEE = 1 << 40
VERBAL = 1 << 41
CLITIC = 1 << 42
DENYING = 1 << 43
RELATION = 1 << 44
FINDING = 1 << 45
REPORT = 1 << 46
TELLING = 1 << 47
TERRITORIAL = 1 << 48
FAMILIAR = 1 << 49
ASKING = 1 << 50
CALLING = 1 << 51
ANSWERING = 1 << 52
LABELLING = 1 << 53
OCCASION = 1 << 54

CUE = AFTER | BEFORE | OPINION | REQUEST | SOURCE | RELAY | PASSIVE
VERB = BEFORE | OPINION | REQUEST
NOT_A_NAME = ROLE | MODIFIER | BODY | KNOWN_BODY | PLACE | COMMON | DAY | MONTH | MEDIUM

BY_SECTION = {
    "head": ROLE,
    "modifier": MODIFIER,
    "honorific": HONORIFIC,
    "rank": RANK,
    "degree": DEGREE,
    "body": BODY,
    "known": KNOWN_BODY,
    "place": PLACE,
    "name": NAME,
    "word": COMMON,
    "pronoun": PRONOUN,
    "between": BETWEEN,
    "opener": OPENER,
    "adjunct": ADJUNCT,
    "link": LINK,
    "pointing": POINTING,
    "group": GROUP,
    "thing": THING,
    "topic": TOPIC,
    "clause": CLAUSE,
    "day": DAY,
    "month": MONTH,
    "medium": MEDIUM,
    "denied": DENIED,
    "asked": ASKED,
    "article": ARTICLE,
    "after": AFTER,
    "before": BEFORE,
    "opinion": OPINION,
    "request": REQUEST,
    "source": SOURCE,
    "relay": RELAY,
    "passive": PASSIVE,
    "noun": NOUN,
    "talk": TALK,
    "alias": ALIAS,
    "strong": STRONG,
    "relation": RELATION,
    "finding": FINDING,
    "report": REPORT,
    "familiar": FAMILIAR | HONORIFIC,
    "territorial": TERRITORIAL,
    "telling": TELLING,
    "denying": DENYING,
    "asking": ASKING,
    "calling": CALLING,
    "answering": ANSWERING,
    "labelling": LABELLING,
    "occasion": OCCASION,
    "relative": RELATIVE,
    "that": THAT,
    "to": TO,
    "addressee": ADDRESSEE,
    "verb": VERBAL,
}
