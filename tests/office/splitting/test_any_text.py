"""Whatever a text says, it becomes a draft that the checks take, or it is refused; nothing breaks."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.ledger.contract import load_contract
from generator.ledger.enums import Grade
from generator.ledger.load import read
from generator.ledger.reading.findings import those_of
from generator.office.documents.refused import DocumentRefused
from generator.office.splitting.drafts.files import draft_files
from generator.office.splitting.drafts.ledger import draft_ledger
from generator.office.splitting.notice import read_notice
from generator.office.splitting.writing import split_notice
from tests.helpers.ledger import ROOT

CONTRACT_PATH: Final = ROOT / "datapackage.json"
PIECES: Final = [
    *(
        "松河县人民政府关于印发《任务分工》的通知\n",
        "各乡镇：\n",
        "一、",
        "（一）",
        "1．",
        "①",
        "（1）",
        "第三条",
        "附件\n",
        "任务2：",
    ),
    *(
        "修渠30公里",
        "由0.52提高到0.55以上",
        "翻一番",
        "三成",
        "5%—7%",
        "[5.4]万人",
        "力争",
        "，争取6.5%",
        "其中柳湾镇3座",
        "零发生",
    ),
    *(
        "（县水利局牵头，县财政局配合）",
        "责任单位：县水利局、",
        "牵头单位为县林业局",
        "配合单位：无",
        "（责任单位同上）",
        "（以上两项由县交通局牵头）",
    ),
    *(
        "责任领导：王大山副县长；",
        "完成时限：2025年9月底前",
        "每季度",
        "长期坚持",
        "县水利局\t修渠\t2025年\n",
        "序号\t任务\t牵头单位\n",
    ),
    *(
        "。",
        "；",
        "，",
        "、",
        "\n",
        "\n\n",
        "　　",
        "（",
        "）",
        "〔",
        "】",
        "“",
        "》",
        "——",
        "2025年2月30日\n",
        "二〇二五年二月十八日\n",
    ),
    *(
        "索引号：000/2025",
        "发文字号：松政发〔2025〕1号",
        "—3—\n",
        "'",
        '"',
        "#",
        ": ",
        "- ",
        "{",
        "\\",
        "０",
        "㎡",
        "\u3000",
        "é",
        "😀",
    ),
]
"""What notices are made of, and what YAML would trip over."""
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=40).map("".join)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(texts)
def test_every_text_is_read(text: str) -> None:
    """Its clauses lie in it one behind the other, and its draft has files."""
    notice = read_notice(text)
    for clause in notice.clauses:
        assert 0 <= clause.start <= clause.text_end <= clause.end <= len(notice.text)
        assert clause.start <= clause.words_at
    if notice.clauses:
        draft = draft_ledger(notice, "notice")
        assert "documents.yml" in draft_files(notice, draft, load_contract(CONTRACT_PATH))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=30)
@given(texts)
def test_what_is_written_stands_the_checks(text: str) -> None:
    """The command writes a ledger in which nothing but drafts is told, or it says in Chinese why it writes none."""
    with tempfile.TemporaryDirectory() as name:
        path, folder = Path(name) / "notice.txt", Path(name) / "ledger"
        path.write_text(text, encoding="utf-8", newline="")
        try:
            split_notice(path, folder, CONTRACT_PATH)
        except DocumentRefused as refused:
            assert str(refused).startswith("notice.txt")
            assert not folder.exists()
            return
        findings = read(folder / "data", CONTRACT_PATH).findings()
        assert [str(finding) for finding in those_of(Grade.FAULT, findings)] == []
