"""Edits of punctuation and wording are told apart from those that change what the ledger says."""

from __future__ import annotations

import pytest

from generator.history.diff import Change, Value
from generator.history.wording_edits import is_wording, without_wording, wordings


@pytest.mark.parametrize(
    ("column", "old", "new", "wording"),
    [
        ("summary", "扩大供热,发展可再生能源", "扩大供热，发展可再生能源", True),
        ("summary", "促进农业与二三产业衔接", "推动农业与二三产业融合", True),
        ("summary", "新增岗位 2 万个", "新增岗位 3 万个", False),
        ("note", "", "单位照印", False),
        ("name", "新增就业", "新增就业人数", False),
        ("name", "互联网+政务服务（一期）", "互联网+政务服务(一期)", True),
        ("value_text", "5%—6%", "5%-6%", False),
        ("value_text", "1,500家", "1500家", False),
        ("value_text", "70%", "70", False),
        ("value", "5.5", "55", False),
        ("value", "-5", "5", False),
        ("comparator", ">", "≥", False),
        ("state", "完成", "推进中", False),
        ("passage", "3742-3784", "3756-3784", True),
        ("fingerprint", "054ee506467196c8", "bcb91891e42ec232", True),
    ],
)
def test_an_edit_of_wording_keeps_every_figure_and_name(column: str, old: str, new: str, wording: bool) -> None:
    """Our own words may be put better, punctuation may change; a figure, a name, a state may not."""
    assert is_wording(Value(column, old, new, old, new)) is wording


def test_a_change_is_divided_into_what_it_says_and_how_it_says_it() -> None:
    """A record whose wording alone changed is not among what changed; what is new or gone is never wording."""
    comma, name = Value("summary", "甲,乙", "甲，乙", "", ""), Value("name", "甲", "乙", "", "")
    both = Change("tasks", ("a",), "改动", "甲", "", (), (comma, name), "")
    added, worded = both._replace(edit="新增"), both._replace(values=(comma,))
    changes = [both, added, worded]
    assert without_wording(changes) == (both._replace(values=(name,)), added)
    assert wordings(changes) == (worded, worded)
