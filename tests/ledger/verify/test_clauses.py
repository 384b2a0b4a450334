"""Who is responsible, and by when, is compared with the words of each clause, in every dialect that is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from generator.language.official_text import normalise
from generator.ledger.reading.rows import Row
from generator.ledger.verify import verify
from tests.helpers import samples
from tests.helpers.printed_ledgers import DOCUMENT, printed_ledger
from tests.helpers.samples import NOTICE, REPORT, Key, needs_samples, sample
from tests.helpers.verify import Sample, assigned

RAW: Final = """\
某县人民政府办公室关于分解年度重点工作的通知
各单位：现将重点工作分解如下。
一、办好实事
1．修复古渡口。责任领导：分管交通副县长；牵头单位：县交通局；配合单位：县文旅局、各乡镇；完成时限：一期5月底前，二期10月
2．开放操场。（县教育局牵头〔夜间照明由县住建局负责〕，县体育中心协助；完成时限：每季度）
3．清扫操场。（责任单位同上）
4．疏浚老河。
5．加固老桥。（以上两项由县水利局主办，县财政局参与；完成时限：2024年11月30日）
6．植树造林。
责任单位：县林业局、
县林场
7．巡查山林，9月完成。（县林业局负责，县应急局指导，县审计局监督）
　　请各单位抓紧落实。
"""
TASKS: Final[list[dict[str, Any]]] = [
    {
        "title": "修复古渡口",
        "lead_mode": "单独牵头",
        "lead": ["县交通局"],
        "support": ["县文旅局", "各乡镇"],
        "post": "分管交通副县长",
        "due": "2024-10",
        "due_text": "一期5月底前，二期10月",
        "recurrence": "限期",
        "milestones": [{"due": "2024-05", "text": "一期", "source": {"locator": "1"}}],
    },
    {
        "title": "开放操场",
        "lead_mode": "分别牵头",
        "lead": ["县教育局", {"name": "县住建局", "scope": "夜间照明", "printed_role": "负责"}],
        "support": [{"name": "县体育中心", "printed_role": "协助"}],
        "recurrence": "每季",
        "due_text": "每季度",
    },
    {
        "title": "清扫操场",
        "lead_mode": "分别牵头",
        "lead": [
            {"name": "县教育局", "printed_role": "责任单位同上"},
            {"name": "县住建局", "scope": "夜间照明", "printed_role": "责任单位同上"},
        ],
        "support": [{"name": "县体育中心", "printed_role": "责任单位同上"}],
    },
    {
        "title": "疏浚老河",
        "lead_mode": "单独牵头",
        "lead": [{"name": "县水利局", "printed_role": "主办"}],
        "participate": ["县财政局"],
        "due": "2024-11-30",
        "recurrence": "限期",
    },
    {
        "title": "加固老桥",
        "lead_mode": "单独牵头",
        "lead": [{"name": "县水利局", "printed_role": "主办"}],
        "participate": ["县财政局"],
        "due": "2024-11-30",
        "recurrence": "限期",
    },
    {
        "title": "植树造林",
        "lead_mode": "单独牵头",
        "lead": [{"name": "县林业局", "printed_role": "责任单位"}],
        "support": [{"name": "县林场", "printed_role": "责任单位"}],
    },
    {
        "title": "巡查山林",
        "lead_mode": "单独牵头",
        "lead": [{"name": "县林业局", "printed_role": "负责"}],
        "guide": ["县应急局"],
        "assess": [{"name": "县审计局", "printed_role": "监督"}],
        "due": "2024-09",
    },
]
ENDS: Final = ("10月", "每季度)", "同上)", "疏浚老河。", "30日)", "县林场", "监督)")
CODES: Final = re.compile(
    "verify-(parenthesis|assignment|mode|organization|scope|share|printed-role|post|due.*|recurrence|milestone)"
)


def ledger(folder: Path) -> Sample:
    """The ledger of the notice above."""
    text = normalise(RAW)
    tasks, at = [], 0
    for task, end in zip(TASKS, ENDS, strict=True):
        start = text.index(task["title"], at)
        at = text.index(end, start) + len(end)
        tasks.append({**task, "span": (start, at)})
    return printed_ledger(folder, RAW, tasks, (2024, 2024), "首位牵头")


def about_clauses(ledger: Sample) -> list[str]:
    """The findings about responsibility and deadlines."""
    result = verify(ledger.tables, ledger.texts, ledger.layouts)
    return [str(finding) for finding in result.findings if CODES.fullmatch(finding.code)]


def test_a_ledger_that_agrees_has_no_finding(tmp_path: Path) -> None:
    """Every clause has its task: parentheses, labels, lines, one place for two clauses, and 同上."""
    own = ledger(tmp_path)
    assert about_clauses(own) == []
    result = verify(own.tables, own.texts, own.layouts)
    assert (result.parentheses, result.matched) == (7, 7)


def test_numbers_of_a_printed_deadline_need_no_record_of_their_own(tmp_path: Path) -> None:
    """What stands in due_text is accounted for; without it the months are left over."""

    def months_left_over(own: Sample) -> int:
        findings = verify(own.tables, own.texts, own.layouts).findings
        return sum(f"期{f.values['number']}月" in str(f.values["around"]) for f in findings if "around" in f.values)

    own = ledger(tmp_path)
    assert months_left_over(own) == 0
    row(own, "修复古渡口").cells["due_text"] = ""
    assert months_left_over(own) == 2


def row(ledger: Sample, title: str, place: int | None = None) -> Row:
    """A task, or one of its assignments."""
    task = next(task for task in ledger.tables.rows["tasks"] if task["title"] == title)
    return task if place is None else assigned(ledger, task)[place]


Change = Callable[[Sample], object]


def put(title: str, place: int | None, **cells: str) -> Change:
    """Write other texts into a task or one of its assignments."""
    return lambda ledger: row(ledger, title, place).cells.update(cells)


def milestone(ledger: Sample) -> None:
    """Move a step to another month."""
    ledger.tables.rows["milestones"][0].cells["due"] = "2024-06"


CASES: Final[dict[str, tuple[Change, str]]] = {
    "verify-parenthesis": (
        lambda ledger: ledger.tables.rows["tasks"].remove(row(ledger, "疏浚老河")),
        "责任括注 {river} 应当恰好是一个任务的结尾，现在有 0 个任务。请补录任务，或改正原文区间。",
    ),
    "verify-assignment": (
        put("植树造林", 1, role="牵头"),
        "任务 task-5 的分工与责任括注不同，括注是：县林业局(牵头)、县林场(配合)。请按括注的次序和角色改正。",
    ),
    "verify-assignment, of a unit that stands elsewhere": (
        put("清扫操场", 2, printed_name="县体育局"),
        "任务 task-2 的分工与责任括注不同，"
        "括注是：县教育局(牵头)、县住建局(牵头)、县体育中心(配合)。请按括注的次序和角色改正。",
    ),
    "verify-mode": (
        put("植树造林", None, lead_mode="分别牵头"),
        "牵头方式“分别牵头”与责任括注不符。请改为“单独牵头”。",
    ),
    "verify-printed-role": (
        put("开放操场", 2, printed_role="协办"),
        "角色的印法“协办”不在任务 task-1 的责任分工里。请按印发件的写法改正，或空着。",
    ),
    "verify-printed-role, of another unit": (
        put("巡查山林", 2, printed_role="负责"),
        "角色的印法“负责”不在任务 task-6 的责任分工里。请按印发件的写法改正，或空着。",
    ),
    "verify-scope": (
        put("开放操场", 1, scope="操场"),
        "任务 task-1 的原文没有写这个单位负责“操场”。请按印发件的写法改正，或删去。",
    ),
    "verify-scope, made up": (
        put("植树造林", 0, scope="造林"),
        "任务 task-5 的原文没有写这个单位负责“造林”。请按印发件的写法改正，或删去。",
    ),
    "verify-share": (
        put("开放操场", 1, scope=""),
        "原文写明“县住建局”只负责“夜间照明”，这里没有写。请补上 scope。",
    ),
    "verify-post": (
        put("修复古渡口", 0, post="县长"),
        "任务 task-0 的责任领导“县长”与原文“分管交通副县长”不符。请按原文改正，只写职务。",
    ),
    "verify-post, made up": (
        put("植树造林", 0, post="县长"),
        "任务 task-5 的责任领导“县长”与原文“”不符。请按原文改正，只写职务。",
    ),
    "verify-due": (
        put("加固老桥", None, due="2024-10-30"),
        "任务 task-4 的完成时限“2024-10-30”与原文“2024年11月30日”不符。请改为“2024-11-30”。",
    ),
    "verify-due, left out": (
        put("修复古渡口", None, due=""),
        "任务 task-0 的完成时限“”与原文“一期5月底前,二期10月”不符。请改为“2024-10”。",
    ),
    "verify-due-text": (
        put("开放操场", None, due_text="每半年"),
        "完成时限的印法“每半年”不在任务 task-1 的原文里。请按原文改正，或删去。",
    ),
    "verify-due-unsaid": (
        put("巡查山林", None, due="2024-08"),
        "任务 task-6 的原文里没有完成时限“2024-08”。请核对原文，改正或删去。",
    ),
    "verify-recurrence": (
        put("开放操场", None, recurrence="每月"),
        "任务 task-1 的时限类型“每月”与原文“每季度”不符。请改为“每季”。",
    ),
    "verify-recurrence, left out": (
        put("开放操场", None, recurrence=""),
        "任务 task-1 的时限类型“”与原文“每季度”不符。请改为“每季”。",
    ),
    "verify-milestone": (milestone, "节点的时限“2024-06”不在任务 task-0 的原文里。请按原文改正，或删去。"),
}
"""Code, and what is special about the case → what is done to the ledger, and the finding that tells of it."""


@pytest.mark.parametrize("name", CASES)
def test_a_finding_says_what_is_printed(name: str, tmp_path: Path) -> None:
    """In Chinese: which task, what stands in the ledger, what is printed, what to do."""
    change, expected = CASES[name]
    own = ledger(tmp_path)
    start = own.texts[DOCUMENT].index("疏浚老河")
    change(own)
    places = {"river": f"{start}-{start + len('疏浚老河。')}"}
    code = name.partition(",")[0]
    found = [f for f in verify(own.tables, own.texts, own.layouts).findings if f.code == code]
    assert [str(f).partition(": ")[2] for f in found] == [expected.format(**places)]


def test_an_indicator_may_name_units_of_its_own(tmp_path: Path) -> None:
    """They stand somewhere in the document of its target: in a column of its table."""
    own = ledger(tmp_path)
    cells = {"indicator": "i", "printed_name": "县林场", "document": DOCUMENT}
    own.tables.rows["targets"].append(Row(cells, {}, own.tables.rows["tasks"][0].mark))
    own.tables.rows["indicator_assignments"].append(Row(dict(cells), {}, own.tables.rows["tasks"][0].mark))
    assert about_clauses(own) == []
    own.tables.rows["indicator_assignments"][0].cells["printed_name"] = "县渔场"
    assert len(about_clauses(own)) == 1


# -- ledgers made from the keys of the samples

PRINTED: Final = {
    "参与": ("participate", ""),
    "协办": ("support", "协办"),
    "协助": ("support", "协助"),
    "会同": ("support", "会同"),
    "指导": ("guide", ""),
    "监督": ("assess", "监督"),
}
"""Printed word of a role → key of a task, and what is kept of the word."""


def from_key(folder: Path, name: str) -> Sample:
    """The ledger that an editor would write of a document: its key, in the form of data/."""
    document = sample(name)
    aliases = {unit["name"]: [unit["name"], *unit["aliases"]] for unit in document.key["units"]}
    tasks = [_task(clause, document, aliases) for clause in document.key["clauses"]]
    return printed_ledger(folder, document.raw, tasks, document.years, "首位牵头" if name == NOTICE else "全部牵头")


def _task(clause: Key, document: samples.Sample, aliases: dict[str, list[str]]) -> dict[str, Any]:
    words = normalise(clause["resp_raw"]) or normalise(document.raw)
    listed = "责任单位" in words and not re.search("牵头|配合|监督|同上", words)
    scope = re.search("〔(.+?)由(.+?)牵头〕", words)

    def unit(name: str, printed_role: str) -> dict[str, str]:
        printed = next((alias for alias in aliases[name] if normalise(alias) in words), name)
        item = {"name": printed} | ({"printed_role": printed_role} if printed_role else {})
        return item | ({"scope": scope[1]} if scope and scope[2] == name else {})

    many = "按职责分工牵头" if "按职责分工" in words else "分别牵头"
    key, role = PRINTED.get(clause.get("support_role", ""), ("support", ""))
    columns = {column: clause.get(column) for column in ("due", "due_text", "recurrence")}
    return {
        "title": clause["title"],
        "lead_mode": "单独牵头" if len(clause["leads"]) == 1 else many,
        "lead": [unit(name, "责任单位" if listed else "") for name in clause["leads"]],
        key: [unit(name, "责任单位" if listed else role) for name in clause["supports"]],
        "span": (document.place(clause["start"]), document.place(clause["end"])),
        **({"post": "、".join(clause["posts"])} if clause.get("posts") else {}),
        **{column: value for column, value in columns.items() if value},
    }


def swapped(ledger: Sample, task: Row) -> bool:
    """Let the first lead and the last support change their places."""
    rows = assigned(ledger, task)
    if rows[-1]["role"] == "牵头":
        return False
    for column in ("organization", "printed_name"):
        rows[0].cells[column], rows[-1].cells[column] = rows[-1][column], rows[0][column]
    return True


def roles_swapped(ledger: Sample, task: Row) -> bool:
    """Let the first lead support, and the last support lead."""
    rows = assigned(ledger, task)
    if rows[-1]["role"] == "牵头":
        return False
    rows[0].cells["role"], rows[-1].cells["role"] = rows[-1]["role"], rows[0]["role"]
    return True


def dropped(place: int, role: str) -> Callable[[Sample, Row], bool]:
    """Take out the first or the last unit, where it leads or does not."""

    def change(ledger: Sample, task: Row) -> bool:
        gone = assigned(ledger, task)[place]
        if (gone["role"] == "牵头") is not (role == "牵头"):
            return False
        ledger.tables.rows["assignments"].remove(gone)
        return True

    return change


def deadline(**cells: str) -> Callable[[Sample, Row], bool]:
    """Write other texts for the deadline; False where the task has none, or where they are its own."""

    def change(_ledger: Sample, task: Row) -> bool:
        had = bool(task["due_text"]) and any(task[column] != text for column, text in cells.items())
        task.cells.update(cells)
        return had

    return change


def cleared(_ledger: Sample, task: Row) -> bool:
    """Take the deadline out."""
    had = bool(task["due"]) and task["recurrence"] == "限期"
    task.cells["due"] = ""
    return had


def other_post(ledger: Sample, task: Row) -> bool:
    """Name another leader."""
    had = bool(assigned(ledger, task)[0]["post"])
    assigned(ledger, task)[0].cells["post"] = "副书记"
    return had


PLANTED: Final[dict[str, Callable[[Sample, Row], bool]]] = {
    "a lead and a support are swapped": swapped,
    "their roles are swapped": roles_swapped,
    "a support is dropped": dropped(-1, "配合"),
    "a lead is dropped": dropped(0, "牵头"),
    "the deadline is another month": deadline(due="2024-07"),
    "the deadline is another day": deadline(due="2024-12-21"),
    "the deadline is a year later": deadline(due="2025"),
    "the deadline is left out": cleared,
    "the deadline comes again": deadline(recurrence="每月"),
    "the words of the deadline are others": deadline(due_text="2024年7月底"),
    "the leader is another": other_post,
}
"""What is planted in one record: a function that does it, and says whether it could be done there."""


@needs_samples
@pytest.mark.parametrize("name", [NOTICE, REPORT])
def test_a_ledger_made_from_a_key_agrees_with_its_document(name: str, tmp_path: Path) -> None:
    """An editor who reads as carefully as the key gets no finding about responsibility or deadlines."""
    own = from_key(tmp_path, name)
    assert about_clauses(own) == []
    count = len(sample(name).key["clauses"])
    result = verify(own.tables, own.texts, own.layouts)
    assert (result.parentheses, result.matched) == (count, count)


@needs_samples
@pytest.mark.parametrize("planted", PLANTED)
@pytest.mark.parametrize("name", [NOTICE, REPORT])
def test_whatever_is_planted_in_a_record_is_found(name: str, planted: str, tmp_path: Path) -> None:
    """In every task of the document where it can be done; it is done in some, but for deadlines that nobody printed."""
    own = from_key(tmp_path, name)
    count = 0
    for place, task in enumerate(own.tables.rows["tasks"]):
        broken = own.copy()
        if PLANTED[planted](broken, broken.tables.rows["tasks"][place]):
            count += 1
            assert about_clauses(broken) != [], task["title"]
    assert count > 0 or (name == NOTICE and not any(c.get("due_text") for c in sample(name).key["clauses"]))
