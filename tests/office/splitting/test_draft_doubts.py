"""Everything that a person is asked about the draft of a notice, with the line where it arose."""

from __future__ import annotations

from typing import Final

import pytest

from generator.office.new_doubts import with_doubts
from generator.office.new_rows import with_comments
from generator.office.splitting.drafts.ledger import draft_ledger
from generator.office.splitting.notice import read_notice

NOTICE: Final = """\
重
点工作分工
一、水利
1．修堤30公里。责任单位：县水利局、县财政局
2．修闸。（县水利局、县交通局按职责分工落实）
3．修渠。（县水利局、县住建局分别落实）
4．修桥。配合单位：县财政局
5．植树。（县林业局、某某专班负责，适时完成）
6．引进企业3家，加快建设粮食储备仓库，其中沿河各镇2家。（县水利局负责）
7．把全县每一条河道上所有的堤坝修好并且把每一座水闸都重新检修一遍再把每一处渗漏都堵上还要逐段复核。（县水利局负责）
8．校舍9月投用。牵头单位：县教体局、县教体局；完成时限：2025年8月
9．排查隐患十个，产值由0.5亿元提高到0.6亿元，亩产由3吨提高到4亿斤。责任单位：县应急局；完成时限：尽快
10．管好渡口。（各乡镇牵头，县发展改革局、县发改局配合）
"""
DOUBTS: Final = """\
documents notice 没有读到发文机关，请照原件补（来处：原文第 1 行）
documents notice 没有读到成文日期（来处：原文第 1 行）
plans plan-2025 规划的名称、种类和起止年是从文件标题推断的（来处：原文第 1 行）
plans plan-2025 标题里没有年份，起止年暂按正文或成文日期（来处：原文第 1 行）
organizations moumou-zhuanban 从名称看不准类别，暂记“政府部门”（来处：原文第 8 行）
organizations gexiang-zhen 统称没有写明包括哪些单位；文件写明的，核对时填在“成员”里，没有写就空着（来处：原文第 13 行）
organizations xian-fazhan-gaigeju “县发改局”与“县发展改革局”看作同一个单位（来处：原文第 13 行）
organizations yanhe-gezhen 统称没有写明包括哪些单位；文件写明的，核对时填在“成员”里，没有写就空着（来处：原文第 9 行）
tasks xiudi-30-gongli 文件没有说明几个责任单位谁牵头，暂都记作牵头（来处：原文第 4 行）
tasks xiuqiao 没有读到牵头单位（来处：原文第 7 行）
tasks baquan-xianmei-yitiao 首句太长，标题只取了开头（来处：原文第 10 行）
tasks xiaoshe-9-yuetou-yong “县教体局”在这一项里出现不止一次，只收录第一处（来处：原文第 11 行）
tasks xiaoshe-9-yuetou-yong “9月投用”晚于完成时限，没有收录为节点（来处：原文第 11 行）
tasks paicha-yinhuan-shige 首句太长，标题只取了开头（来处：原文第 12 行）
tasks paicha-yinhuan-shige 完成时限看不出日期，请看原文（来处：原文第 12 行）
tasks guanhao-dukou “县发改局”在这一项里出现不止一次，只收录第一处（来处：原文第 13 行）
indicators xiudi 看不出是期末的数还是期间的合计，度量方式暂记“期末水平”（来处：原文第 4 行）
indicators paicha-yinhuan 看不出是期末的数还是期间的合计，度量方式暂记“期末水平”（来处：原文第 12 行）
indicators chanzhi 看不出是期末的数还是期间的合计，度量方式暂记“期末水平”（来处：原文第 12 行）
indicators muchan 原文的起点“3吨”与目标单位不同，没有收录（来处：原文第 12 行）
indicators muchan 看不出是期末的数还是期间的合计，度量方式暂记“期末水平”（来处：原文第 12 行）
observations  起点值没有写明年份，暂记为 2024 年（来处：原文第 12 行）
"""


def test_every_doubt_says_where_it_arose() -> None:
    """In the order of the text, record by record; who shares a duty by the words of the notice is not asked about."""
    rows = draft_ledger(read_notice(NOTICE), "notice").rows
    told = [
        f"{table} {row.cells.get('id', '')} {comment.removeprefix('疑点：')}\n"
        for table, some in rows.items()
        for row in some
        for comment in row.comments
    ]
    assert "".join(told) == DOUBTS


@pytest.mark.parametrize("figure", ["修桥3座，", "火灾零发生，"])
def test_a_clause_of_hundreds_of_figures_is_read_in_part_and_told(figure: str) -> None:
    """A table that was copied into one line: the first 200 are read, and the last of them says so."""
    rows = draft_ledger(read_notice(f"重点工作分工\n1．办实事，{figure * 230}。（县水利局负责）"), "notice").rows
    cut = [row for row in rows["indicators"] if any("只读了前 200 个" in comment for comment in row.comments)]
    assert (len(rows["indicators"]), cut) == (200, [rows["indicators"][-1]])
    few = draft_ledger(read_notice(f"重点工作分工\n1．办实事，{figure * 30}。（县水利局负责）"), "notice").rows
    assert not [row for row in few["indicators"] if any("只读了" in comment for comment in row.comments)]


def test_what_nobody_sees_is_neither_in_a_name_nor_in_a_doubt() -> None:
    """A sign of a web page that chooses how another is drawn: the draft has no fault."""
    same = "修\ufe0f桥3座。（县水利局负责）\n"
    rows = draft_ledger(read_notice(f"重点工作分工\n1．{same}2．{same}"), "notice").rows
    assert [row.cells["name"] for row in rows["indicators"]] == ["修桥", "修桥"]
    written = "".join(with_comments(some, "") for some in with_doubts(rows).values())
    assert "前面已有一个指标也叫“修桥”" in written
    assert "\ufe0f" not in written
