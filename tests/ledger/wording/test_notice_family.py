"""Kinds of printing that notices share: labels, references to other clauses, joint sentences, roles, days, figures."""

from __future__ import annotations

from typing import Final

import pytest

from generator.language.official_text import lay_out, normalise
from generator.ledger.wording.clauses import Clause, read_clauses
from generator.ledger.wording.deadlines import read_deadline
from generator.ledger.wording.printed_figures import read_figures

Row = tuple[str, str, str, str]
"""Title, who leads, who has any other role, and the deadline as it is recorded."""


def read(raw: str) -> list[Clause]:
    """The clauses of a document of one year."""
    return read_clauses(normalise(raw), lay_out(raw), None, (2025, 2025))


def row_of(clause: Clause) -> Row:
    """What a clause says, in short."""
    leads = [one.name for one in clause.said.assignees if str(one.role) == "牵头"]
    others = [one.name for one in clause.said.assignees if str(one.role) != "牵头"]
    due = clause.deadline and (clause.deadline.due or str(clause.deadline.recurrence))
    return clause.title, " ".join(leads), " ".join(others), due or ""


POOL: Final = "1.修建泳池2座。\n{said}\n2.栽树。\n责任单位：区林业局\n"
LABELS: Final = {
    "letters apart": "牵 头 单 位：区体育局\n配 合 单 位：区财政局、云桥镇\n完 成 时 限：2025年9月底前",
    "wide blanks and another colon": "牵　头　单　位:区体育局\n配　合　单　位 :区财政局、云桥镇\n完成时限 ： 2025年9月",
    "in brackets": "【牵头单位】区体育局 【配合单位】区财政局、云桥镇 【完成时限】2025年9月",
    "in brackets, letters apart": "【牵 头 单 位】区体育局\n【配 合 单 位】：区财政局、云桥镇\n【完成时限】2025年9月",
    "in other brackets": "〖牵头单位〗区体育局〖配合单位〗区财政局、云桥镇〖完成时限〗2025年9月",
    "with a dash": "牵头单位——区体育局；配合单位——区财政局、云桥镇；完成时限——2025年9月",
    "in a parenthesis": "（牵 头 单 位：区体育局；配 合 单 位：区财政局、云桥镇；完成时限：2025年9月）",
}


@pytest.mark.parametrize("said", LABELS.values(), ids=LABELS)
def test_labels_are_known_however_they_are_set(said: str) -> None:
    """Letters apart to fill a line, brackets, colons of either width."""
    assert [*map(row_of, read(POOL.format(said=said)))] == [
        ("修建泳池2座", "区体育局", "区财政局 云桥镇", "2025-09"),
        ("栽树", "区林业局", "", ""),
    ]


FIRST_TWO: Final = (
    "1.修建泳池2座。（责任单位：区体育局；配合单位：云桥镇；完成时限：2025年9月）\n"
    "2.疏浚河道8公里。（责任单位：区水务局；完成时限：2025年6月）\n"
)
SAME: Final[dict[str, Row]] = {
    "3.开放球场。（责任单位、配合单位、完成时限同第1项）": ("开放球场", "区体育局", "云桥镇", "2025-09"),
    "3.开放球场。（责任单位同第1项）": ("开放球场", "区体育局", "云桥镇", ""),
    "3.开放球场。（责任单位同第1项，完成时限：2025年10月）": ("开放球场", "区体育局", "云桥镇", "2025-10"),
    "3.开放球场。（同1）": ("开放球场", "区体育局", "云桥镇", ""),
    "3.开放球场。（责任单位：同第1项；完成时限：11月）": ("开放球场", "区体育局", "云桥镇", "2025-11"),
    "3.开放球场。\n责任单位：同1": ("开放球场", "区体育局", "云桥镇", ""),
    "3.开放球场。\n责任单位、配合单位及完成时限：同第1项": ("开放球场", "区体育局", "云桥镇", "2025-09"),
    "3.开放球场。\n责任单位同第1项，完成时限同第2项。": ("开放球场", "区体育局", "云桥镇", "2025-06"),
    "3.修闸2座。（牵头单位：区农委；配合单位同第1项）": ("修闸2座", "区农委", "云桥镇", ""),
    "3.修闸2座。\n牵头单位：区农委；配合单位同第1项": ("修闸2座", "区农委", "云桥镇", ""),
    "3.修闸2座。（责任单位同上）": ("修闸2座", "区水务局", "", ""),
    "3.修闸2座。（责任单位、完成时限同上）": ("修闸2座", "区水务局", "", "2025-06"),
}


@pytest.mark.parametrize(("words", "expected"), SAME.items(), ids=SAME)
def test_the_units_of_another_clause_are_meant(words: str, expected: Row) -> None:
    """It is named by its number, or stands before; the deadline is the same only where the words say so."""
    assert row_of(read(f"{FIRST_TWO}{words}\n4.栽树。（责任单位：区林业局）\n")[2]) == expected


def test_a_number_that_is_no_clause_names_nobody() -> None:
    """A reference into the void makes no clause with a unit called 同第9项."""
    assert [clause.said.assignees for clause in read("1.修桥。（责任单位：区交通局）\n2.栽树。（责任单位同第9项）\n")][
        1:
    ] == [()]


JOINT: Final[dict[str, tuple[str, list[Row]]]] = {
    "a sentence below": (
        "（一）修桥。（区交通局牵头）\n（二）疏浚河道8公里。\n（三）修闸2座。\n"
        "第（二）、（三）项由区水务局牵头，云桥镇配合，2025年10月底前完成。\n",
        [
            ("修桥", "区交通局", "", ""),
            ("疏浚河道8公里", "区水务局", "云桥镇", "2025-10"),
            ("修闸2座", "区水务局", "云桥镇", "2025-10"),
        ],
    ),
    "in brackets, from … to": (
        "1.修桥。\n2.疏浚河道8公里。\n3.修闸2座。\n（1—3项由区水务局负责，各镇街配合）\n",
        [(t, "区水务局", "各镇街", "") for t in ("修桥", "疏浚河道8公里", "修闸2座")],
    ),
    "two groups in one sentence": (
        "1.修桥。\n2.疏浚河道8公里。\n3.修闸2座。\n第1项由区交通局牵头，第2、3项由区水务局牵头，云桥镇配合。\n",
        [
            ("修桥", "区交通局", "", ""),
            ("疏浚河道8公里", "区水务局", "云桥镇", ""),
            ("修闸2座", "区水务局", "云桥镇", ""),
        ],
    ),
    "labels for several": (
        "1.修桥。\n2.疏浚河道8公里。\n（以上2项：牵头单位：区水务局；配合单位：云桥镇；完成时限：10月底）\n"
        "3.修闸2座。\n4.种树900株。\n（第3、4项牵头单位：区林业局；配合单位：各镇街）\n",
        [
            ("修桥", "区水务局", "云桥镇", "2025-10"),
            ("疏浚河道8公里", "区水务局", "云桥镇", "2025-10"),
            ("修闸2座", "区林业局", "各镇街", ""),
            ("种树900株", "区林业局", "各镇街", ""),
        ],
    ),
    "all above, by count": (
        "1.修桥。（区交通局牵头）\n2.疏浚河道8公里。\n3.修闸2座。\n（以上2项由区水务局牵头，云桥镇配合）\n",
        [
            ("修桥", "区交通局", "", ""),
            ("疏浚河道8公里", "区水务局", "云桥镇", ""),
            ("修闸2座", "区水务局", "云桥镇", ""),
        ],
    ),
}


@pytest.mark.parametrize(("raw", "expected"), JOINT.values(), ids=JOINT)
def test_a_sentence_may_name_the_clauses_that_it_is_about(raw: str, expected: list[Row]) -> None:
    """Each of them is a clause, with the same units."""
    assert [*map(row_of, read(raw))] == expected


ROLES: Final[dict[str, tuple[str, str]]] = {
    "责任单位：区教育局牵头〔托育由区卫健局牵头〕\n配合单位：区财政局、云桥镇": (
        "区教育局 区卫健局",
        "区财政局 云桥镇",
    ),
    "责任单位：区水务局牵头（堤防由区应急局牵头）\n配合单位：区财政局": ("区水务局 区应急局", "区财政局"),
    "牵头单位：区市场监管局〔抽检由区卫健局负责〕\n配合单位：各镇街": ("区市场监管局 区卫健局", "各镇街"),
    "责任单位：区民政局（牵头），区商务局、区财政局": ("区民政局", "区商务局 区财政局"),
    "（区市场监管局牵头，区教育局会同各镇街配合）": ("区市场监管局", "区教育局 各镇街"),
    "（牵头：区教育局；承建：区城投集团；配合：区财政局）": ("区教育局", "区城投集团 区财政局"),
    "（区教育局牵头，区城投集团承建）": ("区教育局", "区城投集团"),
    "（区人社局、区总工会分别负责）": ("区人社局 区总工会", ""),
    "（实施单位：区水务局；承建单位：区水投集团）": ("区水务局", "区水投集团"),
    "（牵头领导：区委常委、副区长；牵头单位：区林业局）": ("区林业局", ""),
    "责任单位：区发展改革局／区民政局／各镇街": ("区发展改革局 区民政局 各镇街", ""),
    "责任单位：区水务局　区住建局；区财政局": ("区水务局 区住建局 区财政局", ""),
    "责任单位：区住建局、区水务局（牵头）": ("区水务局", "区住建局"),
    "责任单位：区水务局\n落实单位：云桥镇": ("区水务局", "云桥镇"),
}


@pytest.mark.parametrize(("said", "expected"), ROLES.items(), ids=ROLES)
def test_roles_behind_a_label_and_in_brackets(said: str, expected: tuple[str, str]) -> None:
    """A bracket behind a label belongs to it, and the next label still counts."""
    assert [row_of(clause)[1:3] for clause in read(f"1.办好此事。\n{said}\n2.栽树。（区林业局牵头）\n")] == [
        expected,
        ("区林业局", ""),
    ]


POSTS: Final = {
    "李建国（副区长）": "副区长",
    "张 伟（副区长）": "副区长",
    "欧阳明华（副区长）": "副区长",
    "李建国（区委常委、副区长）、王小明（副区长）": "区委常委、副区长、副区长",
    "副区长（李建国）": "副区长",
    "区委常委、副区长（分管城建）": "区委常委、副区长",
}


@pytest.mark.parametrize(("printed", "expected"), POSTS.items(), ids=POSTS)
def test_the_office_of_a_leader_is_kept_and_never_the_name(printed: str, expected: str) -> None:
    """Whichever of the two stands in brackets."""
    (clause,) = read(f"1.修桥。\n责任领导：{printed}　牵头单位：区交通局\n")
    assert clause.said.post == expected


DAYS: Final = {
    "2025.11": "2025-11",
    "2025-10-31": "2025-10-31",
    "2025年8月、12月": "2025-12",
    "每季度末": "每季",
    "持续推进，每月调度": "长期",
    "长期坚持，每月调度": "长期",
    "每月调度": "每月",
    "2024年、2025年": "2025",
    "2025年5月底前（汛前）": "2025-05",
    "分两批，2025年6月底、10月底": "2025-10",
}


@pytest.mark.parametrize(("printed", "expected"), DAYS.items(), ids=DAYS)
def test_days(printed: str, expected: str) -> None:
    """The last day counts; what is looked at on the way does not make a task recur."""
    found = read_deadline(printed, (2025, 2025))
    assert found and (found.due or str(found.recurrence)) == expected


def test_an_item_begins_behind_a_day_in_digits() -> None:
    """Without white space 2025.11 and the 2. of the next line look like one number."""
    raw = "1.修桥。\n责任单位：区交通局\n完成时限：2025.11\n2.修路。\n责任单位：区交通局\n"
    assert [row_of(clause)[0] for clause in read(raw)] == ["修桥", "修路"]


FIGURES: Final[dict[str, list[tuple[str, str, str]]]] = {
    "达标率达到九成五。": [("95", "%", "≥")],
    "能耗下降两成以上。": [("20", "%", "≥")],
    "时间压减三成至五成。": [("30—50", "%", "=")],
    "产值翻两番。": [("4", "倍", "=")],
    "由四成提高到五成五。": [("55", "%", "=")],
    "规模达到300PFlops。": [("300", "PFlops", "≥")],
    "改造道路15条（段）。": [("15", "条(段)", "=")],
    "开展抽检200批次。": [("200", "批次", "=")],
    "建成110千伏变电站2座。": [("2", "座", "=")],
    "建设220千伏线路12.5公里。": [("12.5", "公里", "=")],
    "新增装机12万千瓦。": [("12", "万千瓦", "=")],
    "每年滚动实施项目30个以上。": [("30", "个", "≥")],
    "新增企业占比过半。": [("50", "%", ">")],
}


@pytest.mark.parametrize(("words", "expected"), FIGURES.items(), ids=FIGURES)
def test_figures(words: str, expected: list[tuple[str, str, str]]) -> None:
    """Tenths, doublings, units of energy and computing; the voltage of a line is a part of its name."""
    found = [
        ("—".join(f"{v:f}" for v in (one.value, one.value_max) if v is not None), one.unit, str(one.comparator))
        for one in read_figures(normalise(words))
    ]
    assert found == expected
