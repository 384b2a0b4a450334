"""A small ledger of a made-up district in which a notice was read: its clauses, figures and units are drafts."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from generator.language.official_text import fingerprint, normalise
from tests.helpers.ledger import LEDGER, write

TEXT: Final = """\
云澜区五年规划任务分工
一、主要目标
(一)产业
1.扩大产业规模,产值达到500亿元。(区发展局牵头,区文化局配合)
2.建设园区3个,接着办好市集。(区发展局、区文化局分别牵头)
3.今年修一座桥。(区交通局负责)
"""


def source(locator: str, words: str) -> str:
    """The source of a record that comes from words of the notice."""
    text, own = normalise(TEXT), normalise(words)
    start = text.index(own)
    return f"{{locator: {locator}, passage: {start}-{start + len(own)}, fingerprint: {fingerprint(own)}}}"


GROW, PARKS, BRIDGE = TEXT.splitlines()[3:]

DRAFTS: Final[dict[str, str]] = {
    "site.yml": LEDGER["site.yml"],
    "documents.yml": LEDGER["documents.yml"].split("\n\n")[0] + "\n",
    "plans.yml": LEDGER["plans.yml"].split("\n\n")[0] + "\n",
    "sections/five.yml": LEDGER["sections/five.yml"],
    "organizations/departments.yml": """\
- id: development
  draft: true
  name: 区发展局
  kind: 政府部门

- id: culture
  name: 区文化局   # 已经看过
  kind: 政府部门

# 疑点：不知道是哪一类单位（来处：原文第 6 行）
- id: traffic
  draft: true
  name: 区交通局
  kind: 政府部门
""",
    "tasks/five/01-industry.yml": f"""\
# 一、主要目标

- id: grow
  draft: true
  section: s1-1
  title: 扩大产业规模
  title_source: 原文
  kind: 重点任务
  lead_mode: 单独牵头
  lead: [区发展局]
  support: [区文化局]   # 照括注
  source: {source("一(一)-1", GROW[2:])}

# 疑点：不知道市集是不是另一件事（来处：原文第 5 行）
- id: parks
  draft: true
  section: s1-1
  title: 建设园区
  title_source: 自拟
  kind: 重点任务
  lead_mode: 分别牵头
  lead: [区发展局, 区文化局]
  source: {source("一(一)-2", PARKS[2:])}

- id: bridge
  draft: true
  section: s1-1
  title: 修桥
  title_source: 自拟
  kind: 重点任务
  lead: [区交通局]
  source: {source("一(一)-3", BRIDGE[2:])}
""",
    "indicators/five/01-industry.yml": f"""\
- id: output
  draft: true
  task: grow
  name: 产值
  nature: 预期性
  measure: 期末水平
  unit: 亿元
  direction: 越高越好
  target:
    comparator: ≥
    value: 500
    value_text: 达到500亿元
    source: {source("一(一)-1", "产值达到500亿元")}
""",
    "exclusions/doc-five.yml": f"""\
- {{draft: true, number: 1, passage: {normalise(TEXT).index("1.")}-{normalise(TEXT).index("1.") + 1}, \
fingerprint: {fingerprint("1")}, reason: 序号}}
""",
}
"""File name under data/ → its text."""


def write_drafts(folder: Path, files: dict[str, str] | None = None) -> Path:
    """Write the ledger and the text of its document into a folder, and return the folder."""
    write(folder, files or DRAFTS)
    (folder / "sources").mkdir(exist_ok=True)
    (folder / "sources" / "doc-five.txt").write_text(TEXT, encoding="utf-8")
    return folder
