"""Why a number is no figure: only words that say so give a reason of their own."""

from __future__ import annotations

import pytest

from generator.language.chinese_numbers import find_numbers
from generator.language.official_text import lay_out, normalise
from generator.ledger.enums import ExclusionReason
from generator.ledger.verify.left_out import with_reasons


@pytest.mark.parametrize(
    "words, reason",
    [
        ("整治岸线二十二公里", "不收录"),
        ("新增绿地三十公顷", "不收录"),
        ("二公分厚", "不收录"),
        ("整治二级公路", "名称"),
    ],
)
def test_a_measured_number_is_no_part_of_a_name(words: str, reason: str) -> None:
    """A unit that begins as names do (公里, 公顷) makes no name of its number."""
    text = normalise(words)
    found = with_reasons(text, lay_out(words), [*find_numbers(text)][:1], ExclusionReason.NOT_KEPT)
    assert [str(why) for _, why in found] == [reason]
