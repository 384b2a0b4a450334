"""Numbers that belong to a person: of a mobile phone, an identity card, a bank card, an address of mail.

Identity cards and bank cards are known by their check digits, so that codes and figures are no hits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

MOBILE: Final = re.compile(r"(?<![0-9.])1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}(?![0-9.])")
IDENTITY: Final = re.compile(r"(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])")
BANK: Final = re.compile(r"(?<![0-9A-Za-z])[3-6][0-9]{15,18}(?![0-9A-Za-z])")
MAIL: Final = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS: Final = "10X98765432"
"""Of an identity card: the weights of its digits, and the check digit by the sum's rest."""


def find_personal(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every number of a person in a text."""
    found = [match.span() for pattern in (MOBILE, MAIL) for match in pattern.finditer(text)]
    found += [match.span() for match in IDENTITY.finditer(text) if _is_identity(match[0])]
    found += [match.span() for match in BANK.finditer(text) if _is_bank(match[0])]
    end = -1
    for start, stop in sorted(found):
        if start >= end:
            yield start, stop
            end = stop


def masked(text: str, mask: str) -> str:
    """A text in which a mask stands for each number of a person."""
    for start, end in reversed([*find_personal(text)]):
        text = text[:start] + mask + text[end:]
    return text


def _is_identity(number: str) -> bool:
    month, day = int(number[10:12]), int(number[12:14])
    rest = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False)) % 11
    return 1 <= month <= 12 and 1 <= day <= 31 and number[-1].upper() == CHECKS[rest]


def _is_bank(number: str) -> bool:
    """Luhn's check."""
    digits = [int(digit) for digit in reversed(number)]
    doubled = (d * 2 - 9 if d > 4 else d * 2 for d in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0
