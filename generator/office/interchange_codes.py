"""What ``--json`` of the readers of notices and of workbooks calls a comparator."""

from __future__ import annotations

from typing import Final

from generator.ledger.enums import Comparator

COMPARATOR_CODES: Final = {
    Comparator.AT_LEAST: "ge",
    Comparator.MORE: "gt",
    Comparator.AT_MOST: "le",
    Comparator.LESS: "lt",
    Comparator.PLAIN: "eq",
    Comparator.ABOUT: "approx",
}
