"""Numbers that belong to a person: of a mobile phone, an identity card, a bank card, a passport or another paper, a
vehicle, an address of mail, a name in a program for chats.

Identity cards and bank cards are known by their check digits, so that codes and figures are no hits. Digits may be of
any script, and in groups with blanks or hyphens between them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from generator.language.findings import personal_words as words

BLANKS: Final = "\u2010-\u2015 \u00a0\u2002-\u200a\u3000"
GAP: Final = f"[-_{BLANKS}]{{0,3}}"
"""What may stand between groups of digits."""
WIDE_GAP: Final = f"[-_./\u00b7{BLANKS}]{{0,3}}"
"""The same where a check digit tells that the digits belong together."""
FIRST: Final = r"(?<![0-9A-Za-z])(?<![0-9][.,/\u2010-\u2015-])"
LAST: Final = r"(?![0-9A-Za-z])(?![./][0-9])"
"""A number of a person is no part of a longer number or word."""
MOBILE: Final = (
    rf"(?<![0-9\u7b2c\u00a5\uffe5$])(?<![0-9][.,])(?:(?:\+|00)?86{GAP}|0)?1{GAP}[3-9](?:{GAP}[0-9]){{9}}"
    rf"(?![0-9])(?![.][0-9]){words.MEASURED}"
)
MOBILE_WITH_DOTS: Final = r"(?<![0-9.])1[3-9][0-9](?P<dot>[.\u00b7~'|*\\#])[0-9]{4}(?P=dot)[0-9]{4}(?![0-9.])"
MOBILE_OR_RATIO: Final = (
    r"(?<![0-9.])1[3-9][0-9](?P<dot>[/:+])(?![0-9]{2}00)[0-9]{4}(?P=dot)(?![0-9]{2}00)[0-9]{4}(?![0-9.])"
)
"""With signs that stand between round numbers of a ratio or a sum, too: 150:2000:3000."""
MOBILE_IN_BRACKETS: Final = rf"\(1[3-9][0-9]\) ?[0-9]{{4}}{GAP}[0-9]{{4}}(?![0-9])"
IDENTITY: Final = rf"{FIRST}[1-9](?:{WIDE_GAP}[0-9]){{16}}{WIDE_GAP}[0-9Xx\u00d7]{LAST}"
IDENTITY_UNTIL_1999: Final = rf"{FIRST}[1-9][0-9]{{5}}{GAP}[0-9]{{6}}{GAP}[0-9]{{3}}{LAST}{words.MEASURED}"
"""Then the year of birth had two digits, and there was no check digit."""
BANK: Final = (
    rf"{FIRST}(?:(?:[3-6][0-9]{{3}}|9558|1030)(?:{WIDE_GAP}[0-9]{{4}}){{3}}{WIDE_GAP}[0-9]{{0,3}}"
    rf"|62[0-9]{{4}}{WIDE_GAP}(?:[0-9]{{10,13}}|(?:[0-9]{{4}}{WIDE_GAP}){{2}}[0-9]{{2,5}})){LAST}"
)
AT: Final = rf"(?:[(\[{{<\u3010] ?[aA][tT] ?[)\]}}>\u3011]|{words.AT_IN_WORDS})"
"""How the sign of an address of mail is hidden from programs."""
DOT: Final = rf"(?:\.|{words.DOT_IN_WORDS}| ?[(\[{{<\u3010] ?[dD][oO][tT] ?[)\]}}>\u3011] ?)"
MAIL: Final = (
    rf"[A-Za-z0-9._%+-]{{1,64}} ?(?:@|{AT}) ?[A-Za-z0-9-]{{1,63}}(?:{DOT}[A-Za-z0-9-]{{1,63}}){{0,8}}"
    rf"{DOT}[A-Za-z]{{2,63}}"
)
"""Its parts are as long as a name on the network may be: a long word is read once and not again from each letter."""
MAIL_OF_A_HOST: Final = (
    rf"[A-Za-z0-9._%+-]{{1,64}}(?:#| [aA][tT] )(?:{words.MAIL_HOSTS})(?:{DOT}| [dD][oO][tT] )(?:com|cn|net)"
)
"""With a sign that stands for @ at one of the hosts where persons have their mail."""
MAIL_IN_CHINESE: Final = r"[\u4e00-\u9fff]{2,4}@[\u4e00-\u9fff]{2,10}\.[\u4e00-\u9fff]{2,4}"
LATIN_NAME: Final = r"(?!gh_)[A-Za-z][A-Za-z0-9_-]{5,19}(?![A-Za-z0-9_-]|\.[a-z])"
"""A name in a program for chats; with ``gh_`` begin those of offices."""
CHAT_NUMBER: Final = rf"[1-9][0-9]{{4,10}}{LAST}{words.COUNTED}"
CHAT_BEFORE: Final = rf"{words.OFFICIAL}(?<![A-Za-z0-9./])"
CHAT: Final = rf"{CHAT_BEFORE}(?:{words.CHAT}|{words.CHAT_IN_SHORT}){words.CALLED}(?P<own>{LATIN_NAME}|{CHAT_NUMBER})"
CHAT_UNCALLED: Final = rf"{CHAT_BEFORE}(?:{words.CHAT}) ?(?P<own>(?=[A-Za-z_-]*[0-9_]){LATIN_NAME})"
CHAT_QQ: Final = rf"{CHAT_BEFORE}(?:[Qq] ?[Qq]|{words.QQ})[ :]{{0,2}}(?P<own>{CHAT_NUMBER})"
PAPER: Final = rf"(?:{words.PAPERS}){words.PAPER_CALLED}(?P<own>[A-Za-z]{{1,2}}(?:{GAP}[0-9]){{7,9}}){LAST}"
PLATE: Final = (
    rf"[{words.PROVINCES}] ?[A-HJ-NP-Za-hj-np-z][- \u00b7\u2022\u30fb.]?"
    rf"(?:[0-9A-HJ-NP-Za-hj-np-z]{{5,6}}|[0-9A-HJ-NP-Za-hj-np-z]{{4}}[{words.PLATE_ENDS}]){LAST}"
)
SEPARATOR: Final = rf"[-_./()~'|*\\:+#\uff03\uff0b\uff1a\uff3c\uff08\uff09\uff0d-\uff0f\uff3f\u00b7{BLANKS}]{{0,3}}"
OTHER_DIGITS: Final = "\u0660-\u0669\u06f0-\u06f9\uff10-\uff19\U0001d7ce-\U0001d7ff"
MAY_BE: Final = (
    re.compile(rf"[0-9](?<![0-9][0-9])(?:{SEPARATOR}+[0-9]){{10}}+"),
    re.compile(
        rf"[@\uff20(\[{{<\uff08\u3010\uff3b{OTHER_DIGITS}{words.FIRST_SIGNS}]"
        rf"(?:(?<=[@\uff20{OTHER_DIGITS}])| ?[aA][tT](?<![^(\[{{<\uff08\u3010\uff3b ]..)|{words.NEXT_SIGNS})"
    ),
    re.compile("passport"),
    re.compile(words.MAY_BE_MAIL),
    re.compile(f" [aA][tT] (?:{words.MAIL_HOSTS})"),
)
"""A line without any of these has none. Each begins with signs of a set, of which the second has all that begin no
number, so that a text is read a few times and not once for each form; a run of digits is looked at where it begins."""
OF_A_FIGURE: Final = re.compile(
    r"\b(?:value|value_max|\w+_investment|passage|fingerprint|\w+_sha256|number|weight): ?['\"]?$"
)
"""Keys of the ledger behind which a figure or a code stands."""
CODE: Final = re.compile("(?<![0-9A-Za-z])(?=[0-9]*[a-f])[0-9a-f]{16,}(?![0-9A-Za-z])")
"""A fingerprint, a digest, the name of a commit."""
WIDE: Final = {0xFEE0 + plain: plain for plain in range(0x21, 0x7F)}
WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS: Final = "10X98765432"
"""Of an identity card: the weights of its digits, and the check digit by the sum's rest."""
UNIT_WEIGHTS: Final = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
UNIT_DIGITS: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""Of the code of a unit (统一社会信用代码): the weights of its digits, and the digits in their order."""
REGIONS: Final = frozenset(
    (
        *("11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37"),
        *("41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54"),
        *("61", "62", "63", "64", "65", "71", "81", "82", "83"),
    )
)
"""With these begins the number of an identity card."""
OLDEST: Final = 20
"""Whoever was born before 1920 needs no identity card any more: two digits that are less are no year of birth."""


def find_personal(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every number of a person in a text."""
    for start, end, _ in find_kinds(text):
        yield start, end


def find_kinds(text: str) -> Iterator[tuple[int, int, str]]:
    """The same with its kind, a key of :data:`gap_words.PERSONAL_KINDS`."""
    for start, line in _lines(text):
        yield from ((start + first, start + last, kind) for first, last, kind in _kinds_in(line))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines in which such a number may stand, each with its start."""
    starts = {text.rfind("\n", 0, match.start()) + 1 for pattern in MAY_BE for match in pattern.finditer(text)}
    for start in sorted(starts):
        end = text.find("\n", start)
        yield start, text[start:] if end < 0 else text[start:end]


def _kinds_in(line: str) -> Iterator[tuple[int, int, str]]:
    plain = _plain(line)
    end = -1
    for start, stop, kind in sorted(found for form in FORMS for found in _of_form(plain, form)):
        if start >= end:
            yield start, stop, kind
            end = stop


def _plain(line: str) -> str:
    """A line of the same length with plain signs for wide ones and for digits of other scripts."""
    line = line.translate(WIDE)
    if line.isascii():
        return line
    return "".join(sign if sign.isascii() else str(unicodedata.decimal(sign, sign)) for sign in line)


def _of_form(line: str, form: Form) -> Iterator[tuple[int, int, str]]:
    """The numbers of one form; where something only looks like one, another may begin within it."""
    at = 0
    while match := form.pattern.search(line, at):
        start, stop = match.span("own" if "own" in form.pattern.groupindex else 0)
        is_one = form.is_one(line, start, stop) and not OF_A_FIGURE.search(line, max(start - 30, 0), start)
        if is_one:
            yield start, stop, form.kind
        at = stop if is_one else match.start() + 1


def half_shown(number: str) -> str:
    """A number of a person as a finding may repeat it: its ends alone."""
    first, last = min(3, (len(number) + 1) // 4), min(2, len(number) // 5)
    return f"{number[:first]}{'*' * max(len(number) - first - last, 3)}{number[len(number) - last :]}"


def masked(text: str, mask: str) -> str:
    """A text in which a mask stands for each number of a person."""
    for start, end in reversed([*find_personal(text)]):
        text = text[:start] + mask + text[end:]
    return text


def starred(text: str) -> str:
    """A text of the same length in which a star stands for each sign of a number of a person."""
    for start, end in find_personal(text):
        text = f"{text[:start]}{'*' * (end - start)}{text[end:]}"
    return text


def masked_half(text: str) -> str:
    """A text in which the ends alone of each number of a person stand."""
    for start, end in reversed([*find_personal(text)]):
        text = text[:start] + half_shown(text[start:end]) + text[end:]
    return text


def _digits(line: str, start: int, end: int) -> str:
    """The digits of a number in groups, and the letter that may stand for its last one."""
    return re.sub("[^0-9X]", "", line[start:end].replace("\u00d7", "X").upper())


def _is_mobile(line: str, start: int, end: int) -> bool:
    """Whether digits are in groups as people write them, and no part of a code or of a row of numbers."""
    if any(code.start() <= start < code.end() for code in CODE.finditer(line)):
        return False
    groups = [len(group) for group in re.findall("[0-9]+", line[start:end])]
    if sum(groups) > 11 and groups[0] in (2, 4) and len(groups) > 1:  # the code of the country
        groups = groups[1:]
    if len(groups) == 1 or groups[-3:] == [3, 4, 4] or set(groups) == {1}:
        return True
    in_row = re.search("[0-9] ?$", line[:start]) or re.match(" ?[0-9]", line[end:])
    return len(groups) <= 4 and groups[0] >= 3 and min(groups) > 1 and not in_row


def _is_identity(line: str, start: int, end: int) -> bool:
    number = _digits(line, start, end)
    rest = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False)) % 11
    is_born = "1900" < number[6:10] < "2100" and _is_day(number[10:14])
    return is_born and number[:2] in REGIONS and number[-1] == CHECKS[rest]


def _is_old_identity(line: str, start: int, end: int) -> bool:
    """Without a check digit: the places of region and county, a day of birth, and no word that says it is a code."""
    number = _digits(line, start, end)
    is_place = number[:2] in REGIONS and "01" <= number[2:4] <= "90" and number[4:6] != "00"
    is_born = int(number[6:8]) >= OLDEST and _is_day(number[8:12])
    return is_place and is_born and not re.search(words.CODES, line[:start])


def _is_day(digits: str) -> bool:
    """Whether digits are a month and a day."""
    return "01" <= digits[:2] <= "12" and "01" <= digits[2:] <= "31"


def _is_bank(line: str, start: int, end: int) -> bool:
    """Luhn's check; the code of a unit may pass it, too, and is none."""
    number = _digits(line, start, end)
    if not 16 <= len(number) <= 19 or _is_unit(number):
        return False
    digits = [int(digit) for digit in reversed(number)]
    doubled = (d * 2 - 9 if d > 4 else d * 2 for d in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _is_unit(number: str) -> bool:
    """Whether digits are the code of a unit."""
    if len(number) != 18:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, UNIT_WEIGHTS, strict=False))
    return UNIT_DIGITS[(31 - total % 31) % 31] == number[-1]


def _is_plate(line: str, start: int, end: int) -> bool:
    """A plate has two letters at most behind its first two signs."""
    return len(_digits(line, start + 2, end)) >= 3


def _always(_: str, __: int, ___: int) -> bool:
    return True


class Form(NamedTuple):
    """A way to write a number of a person: its kind, its pattern, and what else is true of it in its line."""

    kind: str
    pattern: re.Pattern[str]
    is_one: Callable[[str, int, int], bool] = _always


FORMS: Final = tuple(
    Form(kind, re.compile(pattern), is_one)
    for kind, pattern, is_one in (
        ("mobile", MOBILE, _is_mobile),
        ("mobile", MOBILE_WITH_DOTS, _always),
        ("mobile", MOBILE_OR_RATIO, _always),
        ("mobile", MOBILE_IN_BRACKETS, _always),
        ("mobile", words.MOBILE_IN_WORDS, _always),
        ("mail", MAIL, _always),
        ("mail", MAIL_OF_A_HOST, _always),
        ("mail", MAIL_IN_CHINESE, _always),
        ("identity", IDENTITY, _is_identity),
        ("identity", IDENTITY_UNTIL_1999, _is_old_identity),
        ("bank", BANK, _is_bank),
        ("chat", CHAT, _always),
        ("chat", CHAT_UNCALLED, _always),
        ("chat", CHAT_QQ, _always),
        ("paper", PAPER, _always),
        ("plate", PLATE, _is_plate),
    )
)
