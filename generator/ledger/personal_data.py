"""Numbers that belong to a person: of a mobile phone, an identity card, a bank card, an address of mail.

Identity cards and bank cards are known by their check digits, so that codes and figures are no hits. Digits may be in
full width, and in groups with blanks or hyphens between them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from generator.language import document_words

GAP: Final = "[-\u2010-\u2015 \u00a0\u3000]?"
"""What may stand between groups of digits."""
FIRST: Final = r"(?<![0-9A-Za-z])(?<![0-9][.,/\u2010-\u2015-])"
LAST: Final = r"(?![0-9A-Za-z])(?![./][0-9])"
"""A number of a person is no part of a longer number or word."""
MEASURED: Final = f"(?! ?{document_words.BEHIND_A_FIGURE})"
"""Behind a number of a person stands no unit of a figure."""
MOBILE: Final = re.compile(
    rf"(?<![0-9a-f])(?<![0-9][.,])(?:\+|00)?(?:86{GAP})?1[3-9][0-9](?:{GAP}[0-9]{{4}}){{2}}(?![0-9a-f])(?![.][0-9]){MEASURED}"
    r"|(?<![0-9.])1[3-9][0-9](?P<dot>[.\u00b7])[0-9]{4}(?P=dot)[0-9]{4}(?![0-9.])"
    rf"|[(\uff08]1[3-9][0-9][)\uff09] ?[0-9]{{4}}{GAP}[0-9]{{4}}(?![0-9])"
    rf"|{document_words.MOBILE_IN_WORDS}"
)
IDENTITY: Final = re.compile(
    rf"{FIRST}[1-9][0-9]{{5}}{GAP}(?:19|20)[0-9]{{2}}{GAP}[0-9]{{4}}{GAP}[0-9]{{3}}[0-9Xx]{LAST}"
)
BANK: Final = re.compile(rf"{FIRST}(?:[3-6][0-9]{{3}}|9558|1030)(?:{GAP}[0-9]{{4}}){{3}}{GAP}[0-9]{{0,3}}{LAST}")
AT: Final = r"[(\[\uff08][aA][tT][)\]\uff09]"
"""How the sign of an address of mail is hidden from programs."""
MAIL: Final = re.compile(
    rf"[A-Za-z0-9._%+-]{{1,64}} ?(?:@|{AT}) ?[A-Za-z0-9-]{{1,63}}(?:\.[A-Za-z0-9-]{{1,63}}){{0,8}}\.[A-Za-z]{{2,63}}"
)
"""Its parts are as long as a name on the network may be: a long word is read once and not again from each letter."""
MAY_BE: Final = (
    re.compile(
        r"[0-9@\uff20\uff10-\uff19](?:(?<![0-9])|(?<![0-9].)[0-9]{2,}+(?:(?<=[0-9]{11})|"
        r"(?<=[0-9]{7})[-\u2010-\u2015 \u00a0\u3000][0-9]{4}|"
        r"[)\uff09.\u00b7] ?[0-9]{4}[-\u2010-\u2015 .\u00b7\u00a0\u3000]?[0-9]{4}|"
        r"[-\u2010-\u2015 \u00a0\u3000][0-9]{4}[-\u2010-\u2015 \u00a0\u3000]?[0-9]{3}))"
    ),
    re.compile(AT),
    re.compile(document_words.MOBILE_IN_WORDS),
)
"""A text without any of these has none. One by one, since a pattern that begins with a sign is quick to look for; a
number is looked at where its digits begin, and not again from each of them."""
OF_A_FIGURE: Final = re.compile(
    r"\b(?:value|value_max|\w+_investment|passage|fingerprint|\w+_sha256|number|weight): ?['\"]?$"
)
"""Keys of the ledger behind which a figure or a code stands."""
WIDE: Final = {0xFEE0 + ord(plain): ord(plain) for plain in "0123456789@X.+-"}
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


def find_personal(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every number of a person in a text."""
    for start, end, _ in find_kinds(text):
        yield start, end


def find_kinds(text: str) -> Iterator[tuple[int, int, str]]:
    """The same with its kind, a key of :data:`KINDS`."""
    for start, line in _lines(text):
        yield from ((start + first, start + last, kind) for first, last, kind in _kinds_in(line))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines in which such a number may stand, each with its start."""
    starts = {text.rfind("\n", 0, match.start()) + 1 for pattern in MAY_BE for match in pattern.finditer(text)}
    for start in sorted(starts):
        end = text.find("\n", start)
        yield start, text[start:] if end < 0 else text[start:end]


def _kinds_in(line: str) -> Iterator[tuple[int, int, str]]:
    plain = line.translate(WIDE)
    found = [
        (*match.span(), kind)
        for kind, (pattern, is_one) in KINDS.items()
        for match in pattern.finditer(plain)
        if is_one(re.sub(GAP, "", match[0])) and not _is_of_a_figure(plain, match.start())
    ]
    end = -1
    for start, stop, kind in sorted(found):
        if start >= end:
            yield start, stop, kind
            end = stop


def half_shown(number: str) -> str:
    """A number of a person as a finding may repeat it: its ends alone."""
    return f"{number[:3]}{'*' * max(len(number) - 5, 3)}{number[-2:]}"


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


def _is_identity(number: str) -> bool:
    month, day = int(number[10:12]), int(number[12:14])
    rest = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False)) % 11
    is_dated = 1 <= month <= 12 and 1 <= day <= 31 and number[:2] in REGIONS
    return is_dated and number[-1].upper() == CHECKS[rest]


def _is_bank(number: str) -> bool:
    """Luhn's check; the code of a unit may pass it, too, and is none."""
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


def _is_of_a_figure(text: str, start: int) -> bool:
    """Whether a figure or a code stands at a place of a file of the ledger."""
    return OF_A_FIGURE.search(text, max(start - 30, 0), start) is not None


def _always(_: str) -> bool:
    return True


KINDS: Final[dict[str, tuple[re.Pattern[str], Callable[[str], bool]]]] = {
    "mobile": (MOBILE, _always),
    "mail": (MAIL, _always),
    "identity": (IDENTITY, _is_identity),
    "bank": (BANK, _is_bank),
}
"""Kind of number → how it is written, and what else is true of one."""
