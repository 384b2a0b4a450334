"""Responsibility parentheses are found whole, and give the names, roles and mode that they print."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ledger.wording.responsibility import lead_mode, names_and_roles, parentheses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建好步道。(区水务局牵头)此后并入", ["(区水务局牵头)"]),
        ("(区委宣传部(文明办)牵头)", ["(区委宣传部(文明办)牵头)"]),
        ("(甲局(乙办)、丙局(丁办)分别牵头,戊镇配合)", ["(甲局(乙办)、丙局(丁办)分别牵头,戊镇配合)"]),
        ("(一)河道(见附件)。(甲局牵头)(二)水系(乙局牵头,丙镇配合)", ["(甲局牵头)", "(乙局牵头,丙镇配合)"]),
        ("(没有收尾。步道(甲局牵头)", ["(甲局牵头)"]),
        ("(由甲局牵头落实)(全文公开)", []),
    ],
)
def test_parentheses_are_found(text: str, expected: list[str]) -> None:
    """A parenthesis that ends with a role is found whole, with those inside it, and no other."""
    assert [match[0] for match in parentheses(text)] == expected


@pytest.mark.parametrize(
    ("printed", "expected", "mode"),
    [
        ("(区水务局牵头)", [("区水务局", "牵头")], "单独牵头"),
        ("(区水务局牵头,区林业站配合)", [("区水务局", "牵头"), ("区林业站", "配合")], "单独牵头"),
        ("(甲局、乙局分别牵头)", [("甲局", "牵头"), ("乙局", "牵头")], "分别牵头"),
        (
            "(甲局、乙局按职责分工牵头、丙镇配合)",
            [("甲局", "牵头"), ("乙局", "牵头"), ("丙镇", "配合")],
            "按职责分工牵头",
        ),
        (
            "(甲局、乙局根据各自职责分工分别牵头;丙镇配合)",
            [("甲局", "牵头"), ("乙局", "牵头"), ("丙镇", "配合")],
            "按职责分工牵头",
        ),
        ("(甲局、乙局共同配合)", [("甲局", "配合"), ("乙局", "配合")], "单独牵头"),
        ("(甲局(乙办)牵头,丙镇配合)", [("甲局(乙办)", "牵头"), ("丙镇", "配合")], "单独牵头"),
        ("(甲局(含乙站、丙站)牵头)", [("甲局(含乙站、丙站)", "牵头")], "单独牵头"),
        ("(甲局牵头,乙局按职责分工配合)", [("甲局", "牵头"), ("乙局", "配合")], "单独牵头"),
        ("(甲局、乙局牵头)", [("甲局", "牵头"), ("乙局", "牵头")], "分别牵头"),
    ],
)
def test_parentheses_are_read(printed: str, expected: list[tuple[str, str]], mode: str) -> None:
    """Names come in their order with their role; words of manner are no part of a name but tell the mode."""
    assert names_and_roles(printed) == expected
    assert lead_mode(printed) == mode


NAMES: Final = st.sampled_from(["区水务局", "鹭汀镇", "桐汀街道", "各镇人民政府", "澄溪城投公司", "区委宣传部(文明办)"])


@given(leads=st.lists(NAMES, min_size=1, unique=True), supports=st.lists(NAMES, unique=True))
def test_any_parenthesis_gives_its_names_back(leads: list[str], supports: list[str]) -> None:
    """Whatever the names and their number, each comes back once, in its role and place."""
    support = f",{'、'.join(supports)}配合" if supports else ""
    printed = f"({'、'.join(leads)}{'分别' if len(leads) > 1 else ''}牵头{support})"
    expected = [*((name, "牵头") for name in leads), *((name, "配合") for name in supports)]
    assert [match[0] for match in parentheses(f"修好步道。{printed}此后(一)并入")] == [printed]
    assert names_and_roles(printed) == expected
