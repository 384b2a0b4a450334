"""A small ledger of a made-up district, complete enough to feed every table, and ways to spoil it.

Tests name a fault as an :data:`Edit` of one file; the sign ``«`` in the new text marks where the finding must stand
and is taken out before the file is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final, Literal

import pytest
from _pytest.mark import ParameterSet

from generator.ledger.checks.rules import RULES
from generator.ledger.checks.run import check
from generator.ledger.contract import Contract, load_contract
from generator.ledger.load import CheckedLedger
from generator.ledger.reading.findings import Finding, worst_first
from generator.ledger.reading.ledger_files import find_files
from generator.ledger.reading.rows import Tables
from generator.ledger.reading.site_settings import read_site
from generator.ledger.reading.tables import build_tables

ROOT: Final = Path(__file__).resolve().parents[2]

HERE: Final = "«"
"""The sign in an edit that stands before the place of a finding."""

LEDGER: Final[dict[str, str]] = {
    "site.yml": """\
contract: 2
name: 云澜区规划台账
place: 云澜区
description: 云澜区规划任务的公开台账
demonstration: true
notice: 示例站
url: https://ledger.example/
version: 0.1.0
package: yunlan-ledger
licence:
  name: CC-BY-4.0
  title: 署名 4.0 国际
  path: https://licence.example/by
  attribution: 云澜区规划台账
keywords: [规划, 台账]
""",
    "documents.yml": """\
- id: doc-five
  title: 云澜区五年规划任务分工
  issuer: 云澜区人民政府办公室
  doc_number: 云政办发〔2016〕7号
  signed_on: 2016-05-20
  validity: 有效
  url: https://office.example/five

- id: doc-2018
  title: 云澜区2018年计划
  issuer: 云澜区人民政府
  published_on: 2018-02-01
  signed_on: 2018-01-18
  validity: 未标注
""",
    "plans.yml": """\
- id: five
  title: 云澜区五年规划
  kind: 五年规划
  start_year: 2016
  end_year: 2020
  document: doc-five

- id: year-2018
  title: 云澜区2018年计划
  kind: 年度计划
  start_year: 2018
  end_year: 2018
  parent: five
  document: doc-2018
""",
    "organizations/departments.yml": """\
- id: development
  name: 区发展局
  full_name: 云澜区发展局
  aliases: 发展局、区发展局本级
  kind: 政府部门

- id: culture
  name: 区文化局
  kind: 政府部门
  successors:
    - successor: 区文旅局
      on_date: 2018-12-01
      document: doc-2018

- id: culture-tourism
  name: 区文旅局
  kind: 政府部门
""",
    "organizations/towns.yml": """\
- id: rain
  name: 听雨镇
  kind: 镇

- id: star
  name: 望星镇
  kind: 镇

- id: towns
  name: 各镇人民政府
  aliases: 各镇
  kind: 统称
  members:
    - member: 听雨镇
      source: {document: doc-five, locator: 附, passage: 900-910, fingerprint: 0123456789abcdef}
    - member: 望星镇
      source: {document: doc-five, locator: 附}
""",
    "sections/five.yml": """\
- id: s1
  number: 一、
  title: 主要目标
  sections:
    - id: s1-1
      number: (一)
      title: 产业
""",
    "sections/year-2018.yml": """\
- id: y1
  number: 一、
  title: 年度任务
""",
    "tasks/five/01-industry.yml": """\
- id: grow
  section: s1-1
  title: 扩大产业规模
  title_source: 原文
  summary: 把产业做大
  kind: 重点任务
  lead_mode: 单独牵头
  start_year: 2016
  due: 2020
  lead: [区发展局]
  support: [区文化局, {name: 各镇, scope: 本辖区}]
  source: {locator: 一(一)-1, passage: 100-200, fingerprint: 0123456789abcdef}

- id: parks
  section: s1-1
  title: 建设园区
  title_source: 自拟
  summary: 建园区
  kind: 重点任务
  lead_mode: 分别牵头
  lead: [区发展局, 区文化局]
  milestones:
    - due: 2017-06
      text: 完成选址
  places: [听雨镇]
  source: {locator: 一(一)-2, passage: 200-300, fingerprint: 0123456789abcdef}
""",
    "tasks/year-2018/01-industry.yml": """\
- id: grow-2018
  section: y1
  title: 扩大产业
  title_source: 原文
  summary: 当年的产业任务
  kind: 年度任务
  continues:
    - task: grow
      reason: 都要扩大产业
  source: {locator: 一-1, passage: 50-90, fingerprint: 0123456789abcdef}
""",
    "indicators/five/01-industry.yml": """\
- id: output
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
    source: {locator: 一(一)-1, passage: 120-130, fingerprint: 0123456789abcdef}

- id: output-industry
  task: grow
  name: 其中工业产值
  nature: 任务指标
  measure: 期末水平
  unit: 亿元
  direction: 越高越好
  target:
    comparator: ≥
    value: 200.50
    value_text: 200.50亿元以上
    source: {locator: 一(一)-1, passage: 140-150, fingerprint: 0123456789abcdef}
  relations:
    - related: output
      relation: 其中
      reason: 工业产值是产值的一部分

- id: planting
  section: s1
  lead: [{name: 区发展局, printed_role: 责任单位}]
  name: 植树
  nature: 约束性
  measure: 规划期累计
  unit: 万株
  direction: 越高越好
  target:
    comparator: =
    value: 10
    value_text: 10万株
    source: {locator: 一-3}
""",
    "indicators/year-2018/01-industry.yml": """\
- id: output-2018
  task: grow-2018
  name: 当年产值
  nature: 年度指标
  measure: 期末水平
  unit: 亿元
  direction: 越高越好
  target:
    comparator: ≥
    value: 450
    value_text: 450亿元以上
    source: {locator: 一-1, passage: 60-70, fingerprint: 0123456789abcdef}
""",
    "projects/five/01.yml": """\
- id: ring-road
  task: grow
  name: 园区环路
  owner: 区发展局
  nature: 新建
  total_investment: 3.20
  year_investment: 1
  unit: 亿元
  starts: 2016-05
  finishes: 2018
  places: [听雨镇]
  source: {locator: 附表-1}
""",
    "rounds.yml": """\
- id: round-2018
  plan: five
  document: doc-2018
  period: 2018-H1
  opens_on: 2018-07-01
  due_on: 2018-07-15
  grace_days: 5
""",
    "submissions/round-2018.yml": """\
- organization: 区发展局
  number: 1
  received_on: 2018-07-10
  state: 齐
""",
    "remarks/tasks.yml": """\
- id: grow-question
  task: grow
  organization: 区发展局
  on: 2018-03-01
  state: 长期
  text: 园区名单以文件为准
""",
    "feedback.yml": """\
- id: question-1
  record: output
  asked_on: 2018-04-01
  question: 产值按什么价格计算
""",
    "disclosures/doc-2018.yml": """\
targets:
  - indicator: planting
    organization: 听雨镇
    start_year: 2016
    end_year: 2020
    comparator: =
    value: 4
    value_text: 4万株
    source: {locator: 二-1}
observations:
  - indicator: output
    period: 2017
    value: 410.5
    value_text: 410.5亿元
    basis: 时点
    status: 实际
    source: {locator: 二-1, passage: 400-410, fingerprint: 0123456789abcdef}
  - indicator: planting
    period: 2017
    since_year: 2016
    value: 5
    value_text: 5万株
    basis: 累计
    status: 预计
    source: {locator: 二-2}
reports:
  - id: report-grow
    plan: five
    section: s1-1
    organization: 区发展局
    period: 2017
    state: 推进中
    summary: 产业继续扩大
    tasks: [grow]
    places: [听雨镇]
    source: {locator: 二-3}
evaluations:
  - id: check-2017
    plan: five
    kind: 年度监测
    period: 2017
    evaluator: 区发展局
    third_party: false
    conclusion: 总体良好
    source: {locator: 二-4}
""",
    "exclusions/doc-2018.yml": """\
- {number: 2018, passage: 3-7, fingerprint: 0123456789abcdef, reason: 日期}
""",
}
"""File name under data/ → its text. It passes every check."""

FIRST_CONTRACT: Final = Path(__file__).with_name("first_contract")
"""A small ledger as it was written for the first version of the contract, and that contract without its words."""

NEW_WORDS: Final = {"due_year: ": "due: ", "kind: 区级部门": "kind: 政府部门", "kind: 集合": "kind: 统称"}
"""Words of the first version of the contract, and what is written today."""


def old_ledger() -> dict[str, str]:
    """The small ledger of the first version of the contract."""
    data = FIRST_CONTRACT / "data"
    return {path.relative_to(data).as_posix(): path.read_text(encoding="utf-8") for path in sorted(data.rglob("*.yml"))}


def old_ledger_today() -> dict[str, str]:
    """The same ledger as it is written for the present version."""
    files = old_ledger()
    files["site.yml"] = f"contract: 2\n{files['site.yml']}"
    for old, new in NEW_WORDS.items():
        files = {name: text.replace(old, new) for name, text in files.items()}
    return files


Edit = tuple[str, str] | tuple[str, str, str]
"""(file, whole new text) or (file, words that stand in it once, words in their place)."""

Level = Literal["read", "rules", "full"]
"""How far a case runs: only the reader; all but the contract (quick); everything."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """Edits of the ledger and all findings that they must lead to, in their order; ``{0}`` is the first ``«``."""

    edits: tuple[Edit, ...]
    expected: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    """Files to leave out."""
    level: Level = "full"
    folder: str = "data"
    """Which folder to read; the ledger is always written to data/."""


def case(
    *edits: Edit,
    expect: str | tuple[str, ...] = (),
    without: tuple[str, ...] = (),
    level: Level = "full",
    folder: str = "data",
) -> Case:
    """A :class:`Case`; one expected finding may be given without a tuple."""
    expected = (expect,) if isinstance(expect, str) else expect
    return Case(edits=edits, expected=expected, without=without, level=level, folder=folder)


def params(cases: Mapping[str, Case]) -> list[ParameterSet]:
    """Parameters of a test, one for each case."""
    return [pytest.param(value, id=key) for key, value in cases.items()]


@cache
def contract() -> Contract:
    """The contract at the root of the repository."""
    return load_contract(ROOT / "datapackage.json")


def edited(*edits: Edit) -> tuple[dict[str, str], list[str]]:
    """The ledger's files after the edits, and the places (``data/file:line:column``) of the signs in their order."""
    files = dict(LEDGER)
    for edit in edits:
        name = edit[0]
        if len(edit) == 2:
            files[name] = edit[1]
        else:
            assert files[name].count(edit[1]) == 1, f"{edit[1]!r} must stand exactly once in {name}"
            files[name] = files[name].replace(edit[1], edit[2])
    places: list[str] = []
    for name in dict.fromkeys(edit[0] for edit in edits):
        while (at := files[name].find(HERE)) >= 0:
            text = files[name]
            line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
            places.append(f"data/{name}:{line}:{column}")
            files[name] = text[:at] + text[at + 1 :]
    return files, places


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files to ``folder``/data and return that folder.

    Bytes that are no UTF-8 are given as Python's surrogate escapes: ``\\udcb0`` is the byte B0.
    """
    data = folder / "data"
    data.mkdir(exist_ok=True)
    for name, text in files.items():
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode(errors="surrogateescape"))
    return data


def tables_of(data: Path) -> Tables:
    """Rows of a ledger's folder."""
    return build_tables(find_files(data), contract())


def reading_findings(data: Path) -> list[Finding]:
    """Findings about the files of a ledger's folder, each by itself."""
    files = find_files(data)
    return [finding for name in files.files for finding in files.read(name)[1]]


def findings_of(data: Path, level: Level = "full") -> list[Finding]:
    """All findings of a ledger's folder: its shape, its contents and its settings, gravest first."""
    if level == "read":
        return worst_first(reading_findings(data))
    tables = tables_of(data)
    site = read_site(tables.site)[1]
    if level == "full":
        return worst_first([*check(tables, contract()), *site])
    return worst_first([*tables.findings, *site, *(found for rule in RULES for found in rule(tables))])


def run(folder: Path, value: Case) -> tuple[list[str], list[str]]:
    """Findings of a case, and what they must be, both in full."""
    files, places = edited(*value.edits)
    data = write(folder, {name: text for name, text in files.items() if name not in value.without})
    found = findings_of(data.with_name(value.folder), value.level)
    return [str(f) for f in found], [words.format(*places) for words in value.expected]


def together(cases: Iterable[Case]) -> Iterator[dict[str, str]]:
    """Ledgers that hold the edits of many cases at once, as few as will do: one check of the contract takes long."""
    left = list(cases)
    while left:
        edits: list[Edit] = []
        later = []
        for value in left:
            try:
                edited(*edits, *value.edits)
            except AssertionError:
                later.append(value)
                continue
            if any(len(e) == 2 and e[0] in {o[0] for o in edits} for e in value.edits):
                later.append(value)
                continue
            edits += value.edits
        assert len(later) < len(left)
        yield edited(*edits)[0]
        left = later


def told_by_the_contract(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Findings of files that only the contract tells, beside those about their shape and those of the rules."""
    folder.mkdir()
    data = write(folder, files)
    told = {str(f) for f in findings_of(data, "rules")}
    assert told, "files with a fault are needed"
    return [text for text in map(str, findings_of(data, "full")) if text not in told]


def with_records(checked: CheckedLedger, **records: tuple[object, ...]) -> CheckedLedger:
    """The same ledger with other records in some tables."""
    changed = replace(checked)
    changed.__dict__["ledger"] = replace(checked.ledger, **records)  # type: ignore[arg-type]  # tables by name
    return changed
