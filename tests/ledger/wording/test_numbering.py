"""Numbers of headings and items, however they are written."""

from __future__ import annotations

from generator.language.official_text import lay_out, normalise
from generator.ledger.wording.numbering import markers


def levels(text: str) -> list[int]:
    """How deep the numbers of a text are."""
    return [marker.level for marker in markers(normalise(text), lay_out(text))]


def test_a_heading_numbered_by_one_sign_is_as_high_as_in_brackets() -> None:
    """㈠ stands for (一): what stands below it does not end it."""
    signs = "三、分工\n㈠ 山水\n１．治河\n疏浚河道。\n㈡ 产业\n"
    brackets = "三、分工\n（一）山水\n1.治河\n疏浚河道。\n（二）产业\n"
    assert levels(signs) == levels(brackets) == [1, 2, 3, 2]


def test_an_item_numbered_by_one_sign_is_an_item() -> None:
    """① stands below (一) and 1."""
    assert levels("（一）山水\n1.治河\n①疏浚。\n②绿化。\n") == [2, 3, 5, 5]
