"""How numbers are written."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.language import formatting


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("0", "0%"),
        ("0.284", "28.4%"),
        ("0.0005", "0.1%"),
        ("0.000333", "0.03%"),
        ("0.00001", "不到 0.01%"),
        ("0.9996", "99.9%"),
        ("1", "100.0%"),
        ("1.031", "103.1%"),
        ("-0.2", "-20.0%"),
    ],
)
def test_a_share_is_neither_nothing_nor_all_before_it_is(part: str, words: str) -> None:
    """0.01 of 30 is 0.03 %, not 0.0 %; 99.96 % is not 100 %."""
    assert formatting.percent(Decimal(part)) == words
