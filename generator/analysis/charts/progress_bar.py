"""The small bar of a share in lists."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from generator.analysis.target_spec import Assessment

FULL, MOST = 40, 46
"""Where the target of a small bar stands, and where a bar that goes beyond it is cut off."""


class ProgressBar(NamedTuple):
    """A share of the target as a small bar: how long, whether its end is open, whether it goes beyond the target."""

    width: str
    open: bool
    beyond: bool


def progress_bar(assessment: Assessment) -> ProgressBar | None:
    """The small bar of a share, None where a state has none."""
    share = assessment.share
    if share is None:
        return None
    beyond = share > 1
    width = MOST if beyond else max(Decimal(), share * FULL)
    tenths = int(width * 10)
    text = f"{tenths // 10}.{tenths % 10}" if tenths % 10 else str(tenths // 10)
    return ProgressBar(text, assessment.at_least and share < 1, beyond)
