"""From the tree to rows: what feeds which table, what a record takes from its surroundings, and faults of shape."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest

from generator.ledger.checks.run import check
from generator.ledger.contract import SOURCE, read_contract
from generator.ledger.reading.ledger_files import find_files
from generator.ledger.reading.rows import Row
from generator.ledger.reading.tables import build_tables
from tests.helpers.ledger import (
    LEDGER,
    Case,
    Edit,
    case,
    contract,
    edited,
    findings_of,
    params,
    run,
    tables_of,
    together,
    told_by_the_contract,
    write,
)

FIVE_TASKS, YEAR_TASKS = "tasks/five/01-industry.yml", "tasks/year-2018/01-industry.yml"
FIVE_INDICATORS, YEAR_INDICATORS = "indicators/five/01-industry.yml", "indicators/year-2018/01-industry.yml"
DISCLOSURE, EXCLUSIONS = "disclosures/doc-2018.yml", "exclusions/doc-2018.yml"
PLANS = "plans.yml"
DEPARTMENTS, TOWNS = "organizations/departments.yml", "organizations/towns.yml"

CASES: dict[str, Case] = {
    "file-missing": case(
        without=("documents.yml",),
        expect="data/documents.yml:1:1: 缺少文件 documents.yml。请补上这个文件，可以为空。",
    ),
    "file-unknown": case(
        ("plan.yml", "# 说明\n\n«[]\n"),
        expect="{0}: 不认识这个位置的文件。请移到约定的位置，例如 plans.yml。",
    ),
    "file-unknown/far": case(
        ("targets/doc-2018.yml", "«[]\n"),
        expect="{0}: 不认识这个位置的文件。请移到约定的位置，例如 data/tasks/<规划>/01.yml。",
    ),
    "path-unknown": case(
        ("tasks/fiv/01-industry.yml", "«[]\n"),
        expect="{0}: 路径中的“fiv”不在规划与计划表中。请改为已有的标识，例如 five。",
    ),
    "path-unknown/document": case(
        ("disclosures/doc-2019.yml", "«{}"),
        ("exclusions/doc-fiv.yml", "# 说明\n\n[]"),
        expect=(
            "{0}: 路径中的“doc-2019”不在文件表中。请改为已有的标识，例如 doc-2018。",
            "data/exclusions/doc-fiv.yml:1:1: 路径中的“doc-fiv”不在文件表中。请改为已有的标识，例如 doc-five。",
        ),
    ),
    "colon": case(
        ("sections/year-2018.yml", LEDGER["sections/year-2018.yml"] + "- «id：y2\n"),
        expect="{0}: “id：y2”用了全角冒号，整条记录成了一句话。请把“：”改为半角冒号加空格。",
    ),
    "colon/first words": case(
        ("sections/year-2018.yml", LEDGER["sections/year-2018.yml"] + "- «id：y2 " + "长" * 30 + "\n"),
        expect="{0}: “id：y2 " + "长" * 14 + "”用了全角冒号，整条记录成了一句话。请把“：”改为半角冒号加空格。",
    ),
    "not-a-list": case(
        (EXCLUSIONS, "«number: 2018\n"),
        expect="{0}: 这里应当是不计入的数字的列表。请每条记录以“- ”开头。",
    ),
    "not-a-list/nested": case(
        (FIVE_INDICATORS, "relations:\n    - related: output", "relations:\n      «related: output"),
        ("sections/year-2018.yml", "- id: y1\n", "- id: y1\n  sections: «无\n"),
        (YEAR_TASKS, "continues:\n    - task: grow\n", "continues:\n      «task: grow\n"),
        (
            TOWNS,
            "source: {document: doc-five, locator: 附}\n",
            "source: {document: doc-five, locator: 附}\n- id: all\n  name: 全部\n  kind: 统称\n  members: «全区\n",
        ),
        (DEPARTMENTS, "successors:\n    - successor", "successors:\n      «successor"),
        (
            DISCLOSURE,
            "targets:\n  - indicator: planting\n    organization",
            "targets:\n    «indicator: planting\n    organization",
        ),
        expect=(
            "{5}: 这里应当是targets的列表。请每条记录以“- ”开头。",
            "{0}: 这里应当是指标关系的列表。请每条记录以“- ”开头。",
            "{4}: 这里应当是沿革的列表。请每条记录以“- ”开头。",
            "{3}: 这里应当是成员的列表。请每条记录以“- ”开头。",
            "{1}: 这里应当是领域的列表。请每条记录以“- ”开头。",
            "{2}: 这里应当是接续的列表。请每条记录以“- ”开头。",
        ),
    ),
    "not-a-record": case(
        (EXCLUSIONS, "- «2018\n- «[2018]\n"),
        expect=(
            "{0}: 不计入的数字的每一条应当由“键: 值”组成。请写成“- 键: 值”。",
            "{1}: 不计入的数字的每一条应当由“键: 值”组成。请写成“- 键: 值”。",
        ),
    ),
    "not-a-record/read twice": case(
        (DEPARTMENTS, LEDGER[DEPARTMENTS] + "- «区审计局\n"),
        expect="{0}: 单位的每一条应当由“键: 值”组成。请写成“- 键: 值”。",
    ),
    "not-a-text": case(
        ("documents.yml", "issuer: 云澜区人民政府办公室", "issuer: «[云澜区人民政府, 办公室]"),
        expect="{0}: “issuer”应当是一个值，这里是列表或映射。请只写一个值。",
    ),
    "not-a-text/source": case(
        (FIVE_INDICATORS, "{locator: 一-3}", "{locator: «{a: b}}"),
        expect="{0}: “locator”应当是一个值，这里是列表或映射。请只写一个值。",
    ),
    "not-a-disclosure": case(
        ("disclosures/doc-five.yml", "«- targets:\n"),
        expect="{0}: 披露文件的最外层应当是 targets、observations、reports、evaluations。请按这四类分组书写。",
    ),
    "not-a-source": case(
        (FIVE_INDICATORS, "source: {locator: 一-3}", "source: «一-3"),
        expect="{0}: source 应当由 locator、passage、fingerprint 组成。请写成“键: 值”。",
    ),
    "not-a-target": case(
        (
            YEAR_INDICATORS,
            LEDGER[YEAR_INDICATORS]
            + "\n- id: more\n  section: y1\n  name: 另\n  nature: 年度指标\n  measure: 定性\n  target: «做好\n",
        ),
        expect="{0}: target 应当由“键: 值”组成。请写成“键: 值”，一个指标只有一个规划目标。",
    ),
    "not-a-name-list": case(
        (FIVE_TASKS, "support: [区文化局, {name: 各镇, scope: 本辖区}]", "support: «区文化局"),
        expect="{0}: “support”应当是列表。请写成 [名称, 名称]。",
    ),
    "not-a-name-list/reports": case(
        (DISCLOSURE, "tasks: [grow]", "tasks: «grow"),
        expect="{0}: “tasks”应当是列表。请写成 [名称, 名称]。",
    ),
    "not-a-name": case(
        (FIVE_TASKS, "support: [区文化局,", "support: [«[区文化局],"),
        expect="{0}: “support”的每一项应当是一个名称。请只写名称；要写负责范围时用 name 和 scope。",
    ),
    "not-an-id": case(
        (DISCLOSURE, "tasks: [grow]", "tasks: [«{task: grow}]"),
        expect="{0}: “tasks”的每一项应当是一个标识。请只写标识。",
    ),
    "unknown-key": case(
        ("documents.yml", "issuer: 云澜区人民政府办公室", "«isuer: 云澜区人民政府办公室"),
        expect="{0}: 不认识的键“isuer”。请改为或删去，可用的是：issuer。",
    ),
    "unknown-key/far": case(
        (EXCLUSIONS, "reason: 日期", "reason: 日期, «备注: x"),
        expect="{0}: 不认识的键“备注”。请改为或删去，可用的是：number、passage、fingerprint、reason、note。",
    ),
    "unknown-key/disclosure": case(
        (DISCLOSURE, "evaluations:", "«evaluation:"),
        expect="{0}: 不认识的键“evaluation”。请改为或删去，可用的是：evaluations。",
    ),
    "unknown-key/source": case(
        (FIVE_INDICATORS, "source: {locator: 一-3}", "source: {«loactor: 一-3}"),
        expect="{0}: 不认识的键“loactor”。请改为或删去，可用的是：locator。",
    ),
    "unknown-key/decided by the place": case(
        ("sections/five.yml", "  title: 主要目标\n", "  title: 主要目标\n  «parent: s0\n"),
        expect="{0}: 不认识的键“parent”。请改为或删去，可用的是：id、number、title、sections。",
    ),
    "unknown-key/no second finding about the source": case(
        (FIVE_INDICATORS, "passage: 120-130, fingerprint:", "passage: 120-130, «fingerprnt:"),
        expect="{0}: 不认识的键“fingerprnt”。请改为或删去，可用的是：fingerprint。",
    ),
    "draft-value": case(
        (FIVE_TASKS, "- id: parks\n", "- id: parks\n  draft: «yes\n"),
        expect="{0}: draft 后面只能写 true。请写上 true，核对过的删去这一行。",
    ),
    "unknown-key/a draft is a record": case(
        (FIVE_INDICATORS, "source: {locator: 一-3}", "source: {locator: 一-3, «draft: true}"),
        expect="{0}: 不认识的键“draft”。请改为或删去，可用的是：document、locator、passage、fingerprint。",
    ),
    "no-source": case(
        (FIVE_INDICATORS, "    comparator: =\n    value: 10\n", "    «comparator: =\n    value: 10\n"),
        (FIVE_INDICATORS, "    source: {locator: 一-3}\n", ""),
        expect="{0}: 没有写来源 source。请补上 source，至少写 locator。",
    ),
    "no-source/everywhere": case(
        (FIVE_TASKS, "- id: parks", "- «id: parks"),
        (FIVE_TASKS, "  source: {locator: 一(一)-2, passage: 200-300, fingerprint: 0123456789abcdef}\n", ""),
        (TOWNS, "    - member: 望星镇\n      source: {document: doc-five, locator: 附}\n", "    - «member: 望星镇\n"),
        (DISCLOSURE, "\nobservations:\n  - indicator: output", "\nobservations:\n  - «indicator: output"),
        (DISCLOSURE, "    source: {locator: 二-1, passage: 400-410, fingerprint: 0123456789abcdef}\n", ""),
        (DISCLOSURE, "- id: report-grow", "- «id: report-grow"),
        (DISCLOSURE, "    source: {locator: 二-3}\n", ""),
        (DISCLOSURE, "- id: check-2017", "- «id: check-2017"),
        (DISCLOSURE, "    source: {locator: 二-4}\n", ""),
        expect=(
            "{2}: 没有写来源 source。请补上 source，至少写 locator。",
            "{3}: 没有写来源 source。请补上 source，至少写 locator。",
            "{4}: 没有写来源 source。请补上 source，至少写 locator。",
            "{1}: 没有写来源 source。请补上 source，至少写 locator。",
            "{0}: 没有写来源 source。请补上 source，至少写 locator。",
        ),
    ),
    "unknown-organization": case(
        (FIVE_TASKS, "lead: [区发展局]", "lead: [«区发展居]"),
        expect="{0}: 没有名为“区发展居”的单位。请核对写法（是否“区发展局”）,或先在 organizations/ 登记。",
    ),
    "unknown-organization/far": case(
        (FIVE_TASKS, "{name: 各镇, scope: 本辖区}", "{name: «XYZ, scope: 本辖区}"),
        (TOWNS, "member: 望星镇", "member: «街坊"),
        (DEPARTMENTS, "successor: 区文旅局", "successor: «旅游委"),
        (DISCLOSURE, "organization: 区发展局", "organization: «商务委"),
        expect=(
            "{3}: 没有名为“商务委”的单位。请核对写法（名单里没有相近的名称）,或先在 organizations/ 登记。",
            "{2}: 没有名为“旅游委”的单位。请核对写法（名单里没有相近的名称）,或先在 organizations/ 登记。",
            "{1}: 没有名为“街坊”的单位。请核对写法（名单里没有相近的名称）,或先在 organizations/ 登记。",
            "{0}: 没有名为“XYZ”的单位。请核对写法（名单里没有相近的名称）,或先在 organizations/ 登记。",
        ),
    ),
    "name-twice": case(
        (
            DEPARTMENTS,
            "- id: culture-tourism\n  name: 区文旅局",
            "- id: culture-tourism\n  name: «区文旅局\n  aliases: 发展局",
        ),
        expect="{0}: 名称“发展局”已经属于单位 development。请改用能区分的名称或别称。",
    ),
    "name-twice/id": case(
        (TOWNS, "- id: star\n  name: 望星镇\n", "- id: star\n  name: «望星镇\n  aliases: 星镇、rain\n"),
        expect="{0}: 名称“rain”已经属于单位 rain。请改用能区分的名称或别称。",
    ),
    "name-twice/name": case(
        (TOWNS, "name: 望星镇\n", "name: «听雨镇\n"),
        (TOWNS, "member: 望星镇", "member: star"),
        expect="{0}: 名称“听雨镇”已经属于单位 rain。请改用能区分的名称或别称。",
    ),
}
"""Rule → a case of it, in the whole ledger where it says no other level."""


@pytest.mark.parametrize("value", params(CASES))
def test_finding(value: Case, tmp_path: Path) -> None:
    """A fault of shape gives one finding with its exact words, file and line, and nothing that only follows from it."""
    found, expected = run(tmp_path, replace(value, level="rules"))
    assert found == expected


def test_faults_of_shape_pass_the_contract(tmp_path: Path) -> None:
    """What is told as a fault of shape is not told once more by the contract."""
    cases = [value for key, value in CASES.items() if not value.without]
    for number, files in enumerate(together(cases)):
        assert told_by_the_contract(tmp_path / str(number), files) == []


def test_the_ledger_has_no_finding(tmp_path: Path) -> None:
    """The ledger that the cases spoil passes every check as it stands."""
    assert findings_of(write(tmp_path, LEDGER)) == []


# -- what the rows hold


def rows(folder: Path, table: str, *edits: Edit) -> list[Row]:
    """Rows of a table of the edited ledger."""
    return tables_of(write(folder, edited(*edits)[0])).rows[table]


def cells(row: Row, *columns: str) -> tuple[str, ...]:
    """Some cells of a row."""
    return tuple(row[c] for c in columns)


def test_number_of_rows(tmp_path: Path) -> None:
    """Every table is fed, each record is one row."""
    found = tables_of(write(tmp_path, LEDGER))
    assert {name: len(rows) for name, rows in found.rows.items()} == {
        "documents": 2,
        "plans": 2,
        "organizations": 6,
        "successions": 1,
        "memberships": 2,
        "sections": 3,
        "tasks": 3,
        "milestones": 1,
        "continuations": 1,
        "assignments": 5,
        "indicators": 4,
        "indicator_assignments": 1,
        "relations": 1,
        "targets": 5,
        "observations": 2,
        "reports": 1,
        "report_tasks": 1,
        "report_indicators": 0,
        "projects": 1,
        "task_places": 1,
        "report_places": 1,
        "project_places": 1,
        "evaluations": 1,
        "rounds": 1,
        "submissions": 1,
        "observation_remarks": 0,
        "task_remarks": 1,
        "acknowledged": 0,
        "feedback": 1,
    }
    assert [e.document for e in found.exclusions] == ["doc-2018"]
    assert found.ids("plans") == {"five", "year-2018"}


def test_rows_have_only_columns_of_the_contract(tmp_path: Path) -> None:
    """No cell stands outside the contract, and every row knows its file."""
    for name, found in tables_of(write(tmp_path, LEDGER)).rows.items():
        for row in found:
            assert set(row.cells) <= set(contract().tables[name].columns)
            assert row.mark.file.removeprefix("data/") in LEDGER


def test_cells_are_the_printed_texts(tmp_path: Path) -> None:
    """Texts come through unchanged: a figure keeps its zeros, a number of a section its brackets."""
    target = next(r for r in rows(tmp_path, "targets") if r["indicator"] == "output-industry")
    assert cells(target, "value", "value_text", *SOURCE) == (
        "200.50",
        "200.50亿元以上",
        "doc-five",
        "一(一)-1",
        "140-150",
        "0123456789abcdef",
    )


def test_places_of_cells(tmp_path: Path) -> None:
    """A cell stands where its value stands, one that was not written stands at its record."""
    row = rows(tmp_path, "documents")[1]
    assert str(row.at("published_on")) == "data/documents.yml:12:17"
    assert str(row.at("url")) == str(row.mark) == "data/documents.yml:9:3"
    task = rows(tmp_path, "tasks")[0]
    assert str(task.at("passage")) == "data/tasks/five/01-industry.yml:12:38"


def test_plan_and_document_come_from_the_surroundings(tmp_path: Path) -> None:
    """The folder says the plan, the plan the document of its records, the file the document of a disclosure."""
    tables = tables_of(write(tmp_path, LEDGER))
    assert [cells(r, "id", "plan", "document") for r in tables.rows["tasks"]] == [
        ("grow", "five", "doc-five"),
        ("parks", "five", "doc-five"),
        ("grow-2018", "year-2018", "doc-2018"),
    ]
    assert [cells(r, "indicator", "document") for r in tables.rows["targets"]] == [
        ("output", "doc-five"),
        ("output-industry", "doc-five"),
        ("planting", "doc-five"),
        ("output-2018", "doc-2018"),
        ("planting", "doc-2018"),
    ]


def test_document_of_a_source_overrides(tmp_path: Path) -> None:
    """A source may name another document than its surroundings."""
    edit = (FIVE_INDICATORS, "{locator: 一-3}", "{locator: 一-3, document: doc-2018}")
    assert [r["document"] for r in rows(tmp_path, "targets", edit) if r["id"] == "planting-2016-2020"] == ["doc-2018"]


def test_section_comes_from_the_task(tmp_path: Path) -> None:
    """An indicator of a task stands in the task's section, one without a task in the section that it names."""
    assert [cells(r, "id", "task", "section") for r in rows(tmp_path, "indicators")] == [
        ("output", "grow", "s1-1"),
        ("output-industry", "grow", "s1-1"),
        ("planting", "", "s1"),
        ("output-2018", "grow-2018", "y1"),
    ]


def test_years_default_to_the_plan(tmp_path: Path) -> None:
    """A target in an indicator runs over its plan unless it says otherwise; one in a disclosure says its years."""
    edit = (FIVE_INDICATORS, "    value: 500\n", "    value: 500\n    end_year: 2018\n")
    assert [cells(r, "id", "start_year", "end_year") for r in rows(tmp_path, "targets", edit)][:2] == [
        ("output-2016-2018", "2016", "2018"),
        ("output-industry-2016-2020", "2016", "2020"),
    ]


def test_own_ids(tmp_path: Path) -> None:
    """A target or an observation without an id gets one made of its key, in lower case; a written one stays."""
    edits = (
        (DISCLOSURE, "period: 2017\n    value", "period: 2017-Q4\n    value"),
        (DISCLOSURE, "period: 2017\n    since_year", "id: trees\n    period: 2017\n    since_year"),
    )
    tables = tables_of(write(tmp_path, edited(*edits)[0]))
    assert [r["id"] for r in tables.rows["observations"]] == ["output-2017-q4", "trees"]
    assert [r["id"] for r in tables.rows["targets"]][-2:] == ["output-2018-2018", "planting-2016-2020-rain"]


def test_positions(tmp_path: Path) -> None:
    """Positions follow the order of the files and records: within a plan, within a heading, within a task."""
    more = (
        "- {id: more, section: s1, title: 更, title_source: 自拟, summary: 更, kind: 主要目标, source: {locator: 一}}"
    )
    edits: tuple[Edit, ...] = (
        ("tasks/five/00-first.yml", more),
        ("sections/five.yml", LEDGER["sections/five.yml"] + "- {id: s2, number: 二、, title: 保障}\n"),
    )
    tables = tables_of(write(tmp_path, edited(*edits)[0]))
    assert [cells(r, "id", "position") for r in tables.rows["tasks"]] == [
        ("more", "1"),
        ("grow", "2"),
        ("parks", "3"),
        ("grow-2018", "1"),
    ]
    assert [cells(r, "id", "parent", "position") for r in tables.rows["sections"]] == [
        ("s1", "", "1"),
        ("s1-1", "s1", "1"),
        ("s2", "", "2"),
        ("y1", "", "1"),
    ]


def test_assignments(tmp_path: Path) -> None:
    """Leads stand before support, in the printed order, with the printed name, the id behind it and the scope."""
    columns = ("task", "organization", "role", "position", "printed_name", "scope")
    assert [cells(r, *columns) for r in rows(tmp_path, "assignments")] == [
        ("grow", "development", "牵头", "1", "区发展局", ""),
        ("grow", "culture", "配合", "2", "区文化局", ""),
        ("grow", "towns", "配合", "3", "各镇", "本辖区"),
        ("parks", "development", "牵头", "1", "区发展局", ""),
        ("parks", "culture", "牵头", "2", "区文化局", ""),
    ]


@pytest.mark.parametrize("name", ["区发展局", "云澜区发展局", "发展局", "区发展局本级", "development"])
def test_names_of_an_organisation(name: str, tmp_path: Path) -> None:
    """Name, full name, every alias and the id all mean the organisation; the printed name stays as it is written."""
    row = rows(tmp_path, "assignments", (FIVE_TASKS, "lead: [区发展局]", f"lead: [{name}]"))[0]
    assert cells(row, "organization", "printed_name") == ("development", name)


def test_organisations_in_other_tables(tmp_path: Path) -> None:
    """Names become ids wherever an organisation stands."""
    tables = tables_of(write(tmp_path, LEDGER))
    assert cells(tables.rows["targets"][-1], "organization") == ("rain",)
    assert cells(tables.rows["reports"][0], "organization") == ("development",)
    assert [cells(r, "collective", "member") for r in tables.rows["memberships"]] == [
        ("towns", "rain"),
        ("towns", "star"),
    ]
    assert cells(tables.rows["successions"][0], "organization", "successor", "on_date") == (
        "culture",
        "culture-tourism",
        "2018-12-01",
    )


def test_links(tmp_path: Path) -> None:
    """Continuations, relations and tasks of reports name both ends."""
    tables = tables_of(write(tmp_path, LEDGER))
    assert [r.cells for r in tables.rows["continuations"]] == [
        {"task": "grow-2018", "continues": "grow", "reason": "都要扩大产业"}
    ]
    assert [cells(r, "indicator", "related", "relation") for r in tables.rows["relations"]] == [
        ("output-industry", "output", "其中")
    ]
    assert [r.cells for r in tables.rows["report_tasks"]] == [{"report": "report-grow", "task": "grow"}]


def test_text_rows(tmp_path: Path) -> None:
    """Rows as lists follow the columns asked for; what is not given is empty."""
    tables = tables_of(write(tmp_path, LEDGER))
    assert [[row[c] for c in ("id", "parent", "document")] for row in tables.rows["plans"]] == [
        ["five", "", "doc-five"],
        ["year-2018", "five", "doc-2018"],
    ]


# -- near misses

EMPTY = {
    "members": (TOWNS, "- id: rain\n  name: 听雨镇\n", "- id: rain\n  name: 听雨镇\n  members:\n  successors:\n"),
    "continues": (FIVE_TASKS, "- id: parks\n", "- id: parks\n  continues:\n"),
    "relations": (FIVE_INDICATORS, "- id: planting\n", "- id: planting\n  relations:\n"),
    "sections": ("sections/year-2018.yml", "- id: y1\n", "- id: y1\n  sections:\n"),
    "groups": ("disclosures/doc-five.yml", "targets:\nobservations:\nreports: []\nevaluations:\n"),
    "nothing": ("sections/year-2018.yml", "number: 一、", "number: 一、"),
    "a file of nothing": ("exclusions/doc-five.yml", "---\n"),
    "an empty list": ("exclusions/doc-five.yml", "[]\n"),
    "a file of notes": ("tasks/five/02-more.yml", "# 待录入\n"),
    "the group left out": (DISCLOSURE, "    tasks: [grow]\n", ""),
    "no one to support": (FIVE_TASKS, "support: [区文化局, {name: 各镇, scope: 本辖区}]", "support: []"),
    "a name without a scope": (FIVE_TASKS, "{name: 各镇, scope: 本辖区}", "{name: 各镇}"),
    "a full-width colon in a text": ("sections/year-2018.yml", "title: 年度任务", "title: 年度：任务"),
    "a name again under its own id": (DEPARTMENTS, "full_name: 云澜区发展局", "full_name: 区发展局"),
}


@pytest.mark.parametrize("edit", EMPTY.values(), ids=EMPTY.keys())
def test_no_finding(edit: Edit, tmp_path: Path) -> None:
    """What an editor may leave empty or write in another way is no fault."""
    assert findings_of(write(tmp_path, edited(edit)[0]), "rules") == []


LEFT_EMPTY = {
    "lead": (FIVE_TASKS, "support: [区文化局, {name: 各镇, scope: 本辖区}]", "support:"),
    "tasks": (DISCLOSURE, "tasks: [grow]", "tasks:"),
    "keywords": ("site.yml", "keywords: [规划, 台账]", "keywords:"),
    "target": (
        YEAR_INDICATORS,
        LEDGER[YEAR_INDICATORS]
        + "\n- id: more\n  section: y1\n  name: 另\n  nature: 年度指标\n  measure: 定性\n  target:\n",
    ),
}


@pytest.mark.parametrize("edit", LEFT_EMPTY.values(), ids=LEFT_EMPTY.keys())
def test_left_empty(edit: Edit, tmp_path: Path) -> None:
    """``yaml-null`` tells to leave a value empty behind the colon: that is accepted wherever a value is optional."""
    assert findings_of(write(tmp_path, edited(edit)[0]), "rules") == []


@pytest.mark.parametrize("name", ["documents.yml", "plans.yml"])
@pytest.mark.parametrize("text", ["", "# 待录入\n"])
def test_required_file_may_be_empty(name: str, text: str, tmp_path: Path) -> None:
    """The remedy of ``file-missing`` works: an empty file is there."""
    found = findings_of(write(tmp_path, edited((name, text))[0]), "rules")
    assert "file-missing" not in [f.code for f in found]


def test_empty_lists_as_files(tmp_path: Path) -> None:
    """A ledger of nothing but settings is no fault of shape, and neither the contract nor a rule complains."""
    files = {"site.yml": LEDGER["site.yml"], "documents.yml": "[]\n", "plans.yml": "---\n"}
    assert findings_of(write(tmp_path, files)) == []


# -- odd shapes

SHAPES = ["{a: b}", "[[a]]", "[a]", "a", "[{a: b}]", "[{}]", "{}", "[]", "[[]]", "''", "[~]", "{a: [b]}", "[{id: [a]}]"]
KEYS = sorted(
    {
        *(c for spec in contract().tables.values() for c in spec.columns),
        *("source", "lead", "support", "target", "relations", "continues", "members", "successors", "sections"),
        *("tasks", "targets", "observations", "reports", "evaluations", "name", "member", "reason", "number"),
    }
)


@pytest.mark.parametrize("shape", SHAPES)
def test_any_shape_of_a_file(shape: str, tmp_path: Path) -> None:
    """Whatever shape a file has, reading it and the rules go through, file by file."""
    for name in LEDGER:
        findings = findings_of(write(tmp_path, {**LEDGER, name: shape + "\n"}), "rules")
        assert all(str(f) for f in findings)


@pytest.mark.parametrize("shape", ["[{a: b}]", "[{}]", "[{id: [a]}]"])
def test_any_shape_of_all_files(shape: str, tmp_path: Path) -> None:
    """Whatever shape all files have at once, the check goes through."""
    assert all(str(f) for f in findings_of(write(tmp_path, dict.fromkeys(LEDGER, shape + "\n"))))


@pytest.mark.parametrize("shape", [s for s in SHAPES if s != "[{id: [a]}]"])
def test_any_shape_of_a_value(shape: str, tmp_path: Path) -> None:
    """Whatever stands behind any key of any record, reading and the rules go through."""
    record = "{" + ", ".join(f"{key}: {shape}" for key in KEYS) + "}\n"
    groups = {"targets": record, "observations": record, "reports": record, "evaluations": record}
    files = {name: f"- {record}" for name in LEDGER if name != "site.yml"}
    files[DISCLOSURE] = "".join(f"{group}:\n  - {text}" for group, text in groups.items())
    files["site.yml"] = LEDGER["site.yml"]
    assert all(str(f) for f in findings_of(write(tmp_path, files), "rules"))


# -- one mistake, one finding

CASCADES: dict[str, tuple[tuple[Edit, ...], str]] = {
    "no settings": ((("site.yml", ""),), "file-missing"),
    "a folder that is no plan": (
        (("sections/fiv.yml", "- id: f1\n  number: 一、\n  title: 一\n- id: f2\n  number: 二、\n  title: 二\n"),),
        "path-unknown",
    ),
    "a disclosure that is no document": (
        (
            (
                "disclosures/doc-2019.yml",
                "reports:\n  - {id: r, plan: five, section: s1, period: 2017, state: 完成, summary: 好,"
                " source: {locator: 一}}\n",
            ),
        ),
        "path-unknown",
    ),
    "a town misspelt": (((DISCLOSURE, "organization: 听雨镇\n", "organization: 听雨真\n"),), "unknown-organization"),
    "an id that is a list": (((FIVE_TASKS, "- id: parks\n", "- id: [parks]\n"),), "not-a-text"),
    "a task without an id": (((FIVE_TASKS, "- id: parks\n  section", "- section"),), "required"),
    "an indicator without an id": (((YEAR_INDICATORS, "- id: output-2018\n  task", "- task"),), "required"),
    "an organisation without an id": (((DEPARTMENTS, "- id: development\n  name", "- name"),), "required"),
    "a section without an id": (
        (("sections/five.yml", "- id: s1\n", "- number: 零、\n  title: 空\n- id: s1\n"),),
        "required",
    ),
    "a continuation without a task": (((YEAR_TASKS, "- task: grow\n      reason", "- reason"),), "required"),
    "a member in brackets": (((FIVE_TASKS, "{name: 各镇, scope", "{name: [各镇], scope"),), "not-a-text"),
    "a value in brackets": (((FIVE_INDICATORS, "value: 500\n", "value: [500]\n"),), "not-a-text"),
    "settings as a list": ((("site.yml", "- name: 云澜\n"),), "site-missing"),
    "a task given twice": (((FIVE_TASKS, "- id: parks\n", "- id: grow\n"),), "primary-key"),
    "a lead given twice": (
        ((FIVE_TASKS, "lead: [区发展局, 区文化局]", "lead: [区发展局, 区文化局, 区发展局]"),),
        "role-twice",
    ),
    "a task misspelt": (((FIVE_INDICATORS, "task: grow\n  name: 产值", "task: grwo\n  name: 产值"),), "foreign-key"),
    "a parent misspelt": (((PLANS, "parent: five", "parent: fve"),), "foreign-key"),
    "a task of another plan": (
        ((FIVE_INDICATORS, "task: grow\n  name: 产值", "task: grow-2018\n  name: 产值"),),
        "other-plan",
    ),
    "a period in full width": (((DISCLOSURE, "period: 2017\n    value", "period: ２０１７\n    value"),), "full-width"),
    "an indicator in Chinese": (((DISCLOSURE, "- indicator: output\n", "- indicator: 产值\n"),), "foreign-key"),
    "a member whose source names no document": (
        ((TOWNS, "source: {document: doc-five, locator: 附}", "source: {locator: 附}"),),
        "required",
    ),
    "a year of the plan": ((("plans.yml", "  end_year: 2020\n", "  end_year: 2101\n"),), "limit"),
}
"""Mistake → edits and the rule that should tell it, alone; today others follow from it."""


@pytest.mark.parametrize(("edits", "code"), CASCADES.values(), ids=CASCADES.keys())
def test_one_mistake_is_one_finding(edits: tuple[Edit, ...], code: str, tmp_path: Path) -> None:
    """An editor who made one mistake is told one."""
    assert [f.code for f in findings_of(write(tmp_path, edited(*edits)[0]))] == [code]


@pytest.mark.parametrize(
    ("key", "hint"),
    [("plan", "lead"), ("position", "section")],
)
def test_hint_for_a_key(key: str, hint: str, tmp_path: Path) -> None:
    """A key that resembles none is told all keys that there are, not one that has nothing to do with it."""
    (finding,) = findings_of(
        write(tmp_path, edited((FIVE_TASKS, "- id: parks", f"- {key}: x\n  id: parks"))[0]), "rules"
    )
    assert not finding.remedy.endswith(f":{hint}")


def test_remedy_for_a_task_of_a_report(tmp_path: Path) -> None:
    """What the remedy of ``not-a-name`` says can be done where it is said."""
    (finding,) = findings_of(
        write(tmp_path, edited((DISCLOSURE, "tasks: [grow]", "tasks: [{name: grow}]"))[0]), "rules"
    )
    assert "scope" not in finding.remedy


@pytest.mark.parametrize(
    "edit", [(FIVE_TASKS, "{name: 各镇, scope", "{scope"), (DEPARTMENTS, "successor: 区文旅局", "successor:")]
)
def test_missing_name(edit: Edit, tmp_path: Path) -> None:
    """A name that is left out is told as missing."""
    (finding,) = findings_of(write(tmp_path, edited(edit)[0]), "full")
    assert finding.code == "required"


@pytest.mark.parametrize(
    "edit",
    [("tasks/x/01.yml", "[]\n"), (FIVE_TASKS, "section: s1-1\n  title: 建设园区", "section: s1-11\n  title: 建设园区")],
    ids=["path-unknown", "foreign-key"],
)
def test_remedies_are_sentences(edit: Edit, tmp_path: Path) -> None:
    """A remedy is a sentence whether or not there is a hint."""
    (finding,) = findings_of(write(tmp_path, edited(edit)[0]))
    assert "例如 先" not in str(finding)
    assert "请是否" not in str(finding)


@pytest.mark.parametrize("text", ["- {number: 2018}\n", "- {number: 2018, passage: 9, fingerprint: x, reason: 不知}\n"])
def test_exclusions_are_checked(text: str, tmp_path: Path) -> None:
    """An exclusion without a passage, or with a wrong one or an unknown reason, is told without the texts too."""
    assert findings_of(write(tmp_path, edited((EXCLUSIONS, text))[0]))


def test_two_mistakes_are_two_findings(tmp_path: Path) -> None:
    """All faults are told at once: a misspelt lead does not hide that the summary is missing."""
    edits = (
        (FIVE_TASKS, "lead: [区发展局]", "lead: [区发展居]"),
        (FIVE_TASKS, "  summary: 建园区\n", ""),
        (FIVE_TASKS, "  summary: 把产业做大\n", ""),
    )
    found = findings_of(write(tmp_path, edited(*edits)[0]))
    assert [f.code for f in found] == ["unknown-organization", "required", "required"]


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("organizations.yml", ("organizations/",)),
        ("tasks/five.yml", ("tasks/",)),
        ("tasks/five/a/b.yml", ("tasks/",)),
        ("sections/five/01.yml", ("sections/",)),
    ],
)
def test_suggested_place(name: str, places: tuple[str, ...], tmp_path: Path) -> None:
    """A file in an unknown place is told the place that fits its folder."""
    (finding,) = findings_of(write(tmp_path, {**LEDGER, name: "[]\n"}), "rules")
    assert any(place in finding.remedy for place in places)


FORECAST = "indicator: output, value: 400, value_text: 400亿元, basis: 时点, source: {locator: 二-9}"


@pytest.mark.parametrize(
    "edit",
    [
        (
            DISCLOSURE,
            "observations:\n",
            f"observations:\n  - {{period: 2017, status: 快报, {FORECAST}}}\n",
        ),
        (
            "disclosures/doc-five.yml",
            f"observations:\n  - {{period: 2016, status: 快报, {FORECAST}}}\n"
            f"  - {{period: 2016, status: 预计, {FORECAST}}}\n",
        ),
    ],
    ids=["another status", "in another document"],
)
def test_same_period_told_twice(edit: Edit, tmp_path: Path) -> None:
    """A forecast and a later figure of the same period stand beside each other, without ids from the editor."""
    assert findings_of(write(tmp_path, edited(edit)[0])) == []


def test_long_ids(tmp_path: Path) -> None:
    """An indicator with an id of the greatest length may have a target."""
    edit = (YEAR_INDICATORS, "- id: output-2018\n", f"- id: {'o' * 80}\n")
    assert findings_of(write(tmp_path, edited(edit)[0])) == []


def test_a_column_that_the_contract_adds(tmp_path: Path) -> None:
    """A new column of the contract is read, and checked, without a change of the program."""
    descriptor = deepcopy(contract().descriptor)
    tasks = next(resource for resource in descriptor["resources"] if resource["name"] == "tasks")
    tasks["schema"]["fields"].insert(5, {"name": "points", "type": "number", "title": "得分", "description": "得分。"})
    wider = read_contract(json.dumps(descriptor).encode())
    data = write(tmp_path, edited((FIVE_TASKS, "  title: 建设园区\n", "  title: 建设园区\n  points: 2.50\n"))[0])
    tables = build_tables(find_files(data), wider)
    assert tables.findings == []
    assert [row["points"] for row in tables.rows["tasks"]] == ["", "2.50", ""]
    assert check(tables, wider) == []
    tables.rows["tasks"][1].cells["points"] = "两分"
    (finding,) = check(tables, wider)
    assert (finding.code, finding.mark.line) == ("spelling", 17)
