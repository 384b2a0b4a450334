"""A notice with pasted and aligned tables, joint sentences and references becomes a ledger that verify agrees with."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from generator.cli.main import main
from tests.helpers.ledger import ROOT

CONTRACT: Final = ["--contract", str(ROOT / "datapackage.json")]
HEAD: Final = (
    "柳溪区人民政府办公室关于印发2025年民生事项清单的通知\n\n各镇街：\n　　现印发给你们。{more}\n2025年3月5日\n\n"
)
TABLES: Final = (
    "附件1\n"
    "序号\t项目名称\t建设内容和年度目标\t责任领导\t牵头单位\t配合单位\t季度节点\t完成时限\n"
    "1\t★河口泵站\t新建泵站3座\t王大明（副区长）\t区水务局\t区财政局、临河镇\t二季度开工\t2025年11月\n"
    "\t\t同步建设控制中心1处\t\t区大数据局\t区水务局\t三季度完工\t2025年12月\n"
    "合计\t1个\n"
    "附件2\n"
    "编号　　事项名称　　建设内容和年度目标　　　　　　　牵头单位　　　配合单位　　　　　完成时限\n"
    "（一）教育卫生\n"
    "A-1　　社区医生　　培训医生60名，签约居民达到　　　区卫健局　　　区人社局　　　　　　2025年11月\n"
    "　　　　　　　　　　　4.5万人\n"
)
JOINT: Final = (
    "一、民生\n"
    "1.建成食堂12家。\n2.改造卫生室20间。\n（以上2项：牵头单位：区民政局；配合单位：区卫健局；完成时限：10月底）\n"
    "3.开展培训60场次。（责任单位、完成时限同第1项）\n"
    "4.疏浚河道8公里。\n5.修闸2座。\n第4、5项由区水务局牵头，各镇街配合，分两批，6月底、11月底前完成。\n"
)
INDICATORS: Final = (
    "一、主要指标\n"
    "序号\t指标\t单位\t2024年\t2025年\t年均增长\t属性\t责任单位\n"
    "1\t工业产值\t亿元\t612\t900\t8%左右\t预期性\t区工信局、区统计局\n"
    "2\t每万人口发明专利\t件\t6.2\t≥12\t—\t预期性\t区科技局\n"
    "3\t造林面积\t万亩\t—\t—\t〔1.5〕\t约束性\t区林业局\n"
)


@pytest.mark.parametrize(
    ("words", "more", "tasks"),
    [(INDICATORS, "", 3), (TABLES, "（序号、名称、责任领导空白的与上一行相同）", 3), (JOINT, "", 5)],
    ids=["indicators", "tables", "joint"],
)
def test_such_a_notice_is_split_without_faults(
    words: str, more: str, tasks: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """check says only drafts, verify finds every clause, and no name of a person is written."""
    path, folder = tmp_path / "notice.txt", tmp_path / "ledger"
    path.write_text(HEAD.format(more=more) + words, encoding="utf-8")
    assert main([*CONTRACT, "split", str(path), "--into", str(folder)]) == 0
    assert f"任务 {tasks} 项" in capsys.readouterr().out
    assert main([*CONTRACT, "--data", str(folder / "data"), "check"]) == 0
    assert main([*CONTRACT, "--data", str(folder / "data"), "verify", str(folder / "sources")]) == 0
    assert f"责任括注 {tasks} 个，与任务一一对应 {tasks} 个" in capsys.readouterr().out
    assert not any("王大明" in one.read_text(encoding="utf-8") for one in (folder / "data").rglob("*.yml"))
