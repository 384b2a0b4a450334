"""From a folder to a checked ledger: what one file says is seen in the others, and a faulty ledger is no ledger."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from generator.ledger.load import InvalidLedger, load
from generator.ledger.reading.rows import Row
from tests.helpers.ledger import LEDGER, ROOT, write

CONTRACT = ROOT / "datapackage.json"
TASKS, INDICATORS = "tasks/five/01-industry.yml", "indicators/five/01-industry.yml"
DISCLOSURE = "disclosures/doc-2018.yml"

Files = dict[str, str]


def whole(row: Row) -> tuple[object, ...]:
    """Everything that there is to know of a row, its places included."""
    places = {column: row.at(column) for column in row.cells}
    return [*row.cells.items()], row.given, row.mark, places


def outcome(files: Files) -> object:
    """What loading comes to: the findings, or all rows, records and settings."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            checked = load(write(Path(folder), files), CONTRACT)
        except InvalidLedger as faulty:
            return [str(finding) for finding in faulty.findings]
    tables = checked.tables
    rows = {name: [whole(row) for row in rows] for name, rows in tables.rows.items()}
    exclusions = [(e.document, whole(e.row)) for e in tables.exclusions]
    return rows, exclusions, tables.names, checked.site, checked.ledger


MORE: Files = {
    **LEDGER,
    "tasks/five/02-more.yml": """\
- id: late
  section: s1
  title: 后续
  title_source: 自拟
  summary: 后续任务
  kind: 工作要求
  replaced_by: grow
  lead: [各镇]
  source: {locator: 一-9, passage: 300-320, fingerprint: 0123456789abcdef}
""",
    "indicators/five/02-more.yml": """\
- id: old-planting
  section: s1
  name: 造林
  nature: 约束性
  measure: 规划期累计
  unit: 万株
  direction: 越高越好
  replaced_by: planting
  relations:
    - related: planting
      relation: 口径不同
      reason: 范围不同
""",
    "disclosures/doc-five.yml": """\
observations:
  - {id: output-first, indicator: output, period: 2015, value: 300, value_text: 300亿元, basis: 时点, status: 实际,
     source: {locator: 表-1}}
  - {id: rain-first, indicator: planting, organization: 听雨镇, period: 2015, value: 1, value_text: 1万株,
     basis: 当年, status: 实际, source: {locator: 表-2}}
  - {id: star-first, indicator: planting, organization: 望星镇, period: 2015, value: 1, value_text: 1万株,
     basis: 当年, status: 实际, source: {locator: 表-3}}
reports:
  - {id: report-late, plan: five, section: s1, period: 2016, state: 未说明, summary: 后续, tasks: [late],
     source: {locator: 表-4}}
""",
}
"""The ledger with records that meet those of other files."""

FIRST = "disclosures/doc-five.yml"
PLANS, TOWNS, UNITS = "plans.yml", "organizations/towns.yml", "organizations/departments.yml"
SWITCHES: dict[str, tuple[str, str, str]] = {
    "task gone": (TASKS, "- id: grow\n", "- id: growth\n"),
    "indicator gone": (INDICATORS, "- id: planting", "- id: plants"),
    "indicator of another plan": (INDICATORS, "- id: planting\n  section: s1", "- id: planting\n  section: y1"),
    "unit gone": (TOWNS, "name: 听雨镇", "name: 听雪镇"),
    "unit by another id": (TOWNS, "- id: rain", "- id: rain-town"),
    "two names for one unit": (TOWNS, "name: 望星镇\n", "name: 望月镇\n  aliases: 星镇\n"),
    "name of another unit": (TOWNS, "name: 听雨镇\n", "name: 听雨镇\n  aliases: 望星镇\n"),
    "unit that is no collective": (TOWNS, "kind: 统称", "kind: 街道"),
    "towns unreadable": (TOWNS, "- id: towns", "- id: `towns"),
    "plans unreadable": (PLANS, "- id: five", "- id: `five"),
    "plan by another id": (PLANS, "- id: year-2018", "- id: year-18"),
    "plan with another document": (PLANS, "document: doc-five", "document: doc-2018"),
    "shorter plan": (PLANS, "end_year: 2020", "end_year: 2019"),
    "plan of another kind": (PLANS, "kind: 年度计划", "kind: 五年规划"),
    "document gone": ("documents.yml", "- id: doc-five", "- id: doc-5"),
    "older document": ("documents.yml", "signed_on: 2016-05-20", "signed_on: 2014-05-20"),
    "section gone": ("sections/five.yml", "- id: s1-1", "- id: s1-2"),
    "no unit of measure": (INDICATORS, "  unit: 万株\n", ""),
    "another unit of measure": (INDICATORS, "  unit: 万株\n", "  unit: 株\n"),
    "another measure": (INDICATORS, "measure: 规划期累计", "measure: 定性"),
    "task in another section": (TASKS, "- id: grow\n  section: s1-1", "- id: grow\n  section: s1"),
    "task elsewhere in the text": (TASKS, "passage: 100-200", "passage: 150-250"),
    "task of another kind": (TASKS, "kind: 重点任务\n  lead_mode: 单独牵头", "kind: 年度任务\n  lead_mode: 单独牵头"),
    "same id in another file": ("tasks/five/02-more.yml", "- id: late", "- id: parks"),
    "circle": (TASKS, "  start_year: 2016\n", "  start_year: 2016\n  replaced_by: late\n"),
    "same figure in another file": (FIRST, "period: 2015, value: 300, value_text: 300亿元, basis: 时点, status: 实际,\n"
     "     source: {locator: 表-1}", "period: 2017, value: 300, value_text: 300亿元, basis: 时点, status: 实际,\n"
     "     source: {locator: 表-1, document: doc-2018}"),
    "same target in another file": (DISCLOSURE, "    organization: 听雨镇\n", "    id: again\n"),
    "more than the whole": (DISCLOSURE, "value: 4\n    value_text: 4万株", "value: 40\n    value_text: 40万株"),
    "figure that is not printed": (FIRST, "value: 300,", "value: 301,"),
    "passage without fingerprint": (FIRST, "{locator: 表-2}", "{locator: 表-2, passage: 1-2}"),
    "unknown reason": ("exclusions/doc-2018.yml", "reason: 日期", "reason: 别的"),
    "line above": (TASKS, "- id: grow", "# 说明\n- id: grow"),
    "line above in the second file": ("tasks/five/02-more.yml", "- id: late", "# 说明\n- id: late"),
    "other words": (TASKS, "summary: 建园区", "summary: 建设产业园区"),
    "full width": (FIRST, "value: 300,", "value: ３００,"),
}  # fmt: skip
"""What may be otherwise → file, words that stand in it once, words in their place."""


def test_the_ledger_of_the_switches_has_no_fault() -> None:
    """What the switches change is a ledger that may be published."""
    assert not isinstance(outcome(MORE), list)


@pytest.mark.parametrize("switch", SWITCHES)
def test_every_change_is_seen(switch: str) -> None:
    """One value changed, mostly one that other files depend on: there are other rows or there is a finding."""
    file, old, new = SWITCHES[switch]
    assert MORE[file].count(old) == 1
    assert outcome({**MORE, file: MORE[file].replace(old, new)}) != outcome(MORE)


def test_positions_go_on_from_file_to_file(tmp_path: Path) -> None:
    """The tasks of a plan are numbered through its files, in the order of the files' names."""
    first = """\
- {id: new, section: s1-1, title: 新, title_source: 自拟, summary: 新, kind: 工作要求,
   lead: [区发展局], source: {locator: 一}}
"""
    tables = load(write(tmp_path, {**LEDGER, "tasks/five/00-first.yml": first}), CONTRACT).tables
    assert [(r["id"], r["position"]) for r in tables.rows["tasks"] if r["plan"] == "five"] == [
        ("new", "1"),
        ("grow", "2"),
        ("parks", "3"),
    ]


def test_a_reference_into_another_file(tmp_path: Path) -> None:
    """A record that others refer to goes: each of them is reported where it stands."""
    files = {**LEDGER, INDICATORS: LEDGER[INDICATORS].replace("- id: planting", "- id: plants")}
    with pytest.raises(InvalidLedger) as faulty:
        load(write(tmp_path, files), CONTRACT)
    assert [str(finding).partition(": ")[0] for finding in faulty.value.findings] == [
        "data/disclosures/doc-2018.yml:2:16",
        "data/disclosures/doc-2018.yml:18:16",
    ]


def test_a_ledger_that_is_a_link(tmp_path: Path) -> None:
    """A folder that is a link to a ledger is the same ledger: its records name the same files."""
    data = write(tmp_path, LEDGER)
    (tmp_path / "a-longer-name").symlink_to(data)
    linked = load(tmp_path / "a-longer-name", CONTRACT)
    assert linked.ledger == load(data, CONTRACT).ledger
    assert {task.file for task in linked.ledger.tasks} == {TASKS, "tasks/year-2018/01-industry.yml"}
