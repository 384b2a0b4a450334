"""Words that official documents use and that the program looks for in their text."""

from __future__ import annotations

from typing import Final

PERCENT: Final = "%"

PERCENT_IN_WORDS: Final = "百分之"

PERCENT_UNITS: Final = ("%", "‰", "个百分点", "倍")
"""Units that a growth rate or a change may have."""

COMPARATOR_WORDS: Final = (
    ("不(?:得|能|应)?(?:低于|少于)", "≥"),
    ("至少", "≥"),
    ("不(?:得|能|应)?(?:超|高于|多于|突破)", "≤"),
    ("以内", "≤"),
    ("以下", "≤"),
    ("控制在", "≤"),
    ("超(?!额|前|市)", ">"),
    ("突破", ">"),
    ("高于", ">"),
    ("低于", "<"),
    ("少于", "<"),
    ("(?<!规模)(?<!限额)以上", "≥"),
    ("(?<!发)达(?!标)", "≥"),
    ("发展到", "≥"),
)
"""Printed words of comparison (regular expressions) → comparator; the first that stands in the text decides."""

BY_DUTY: Final = "职责分工"
"""Words of a parenthesis that assigns by duties instead of by name."""

BEFORE_FIRST_PART: Final = "文首"
