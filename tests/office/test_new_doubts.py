"""What is odd about new records is said beside them, and no number of a person is ever written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ledger.personal_data import find_personal, masked
from generator.office.new_doubts import with_doubts
from generator.office.new_rows import NewRow

PLAN = NewRow({"id": "p", "start_year": "2021", "end_year": "2025"})
Rows = dict[str, list[NewRow]]


def indicator(**cells: str) -> NewRow:
    """An indicator."""
    return NewRow({"id": "i", "measure": "期末水平", "unit": "%", "direction": "越高越好", **cells})


def target(**cells: str) -> NewRow:
    """Its target."""
    whole = {"indicator": "i", "start_year": "2021", "end_year": "2025", "value_text": cells.get("value", "")}
    return NewRow({**whole, "locator": "二-1", **cells})


def task(id_: str, **cells: str) -> NewRow:
    """A task."""
    return NewRow({"id": id_, "plan": "p", "title": "修渠", "locator": f"三-{id_}", **cells})


def lead(task_: str, name: str) -> NewRow:
    """Who leads it."""
    return NewRow({"task": task_, "printed_name": name, "role": "牵头"})


BASE = NewRow({"indicator": "i", "period": "2020", "basis": "时点", "value": "52"})
CASES: dict[str, tuple[Rows, str, str]] = {
    "range": ({"targets": [target(value="7", value_max="5")]}, "targets", "上下限颠倒"),
    "share": ({"indicators": [indicator()], "targets": [target(value="520")]}, "targets", "超过 100%"),
    "base": (
        {"indicators": [indicator()], "targets": [target(value="40")], "observations": [BASE]},
        "targets",
        "起点是 52",
    ),
    "title": ({"tasks": [task("a", due="2022"), task("b", due="2023")]}, "tasks", "同名（三-a）"),
    "task": (
        {"tasks": [task("a"), task("b")], "assignments": [lead("a", "县水利局"), lead("b", "县水利局")]},
        "tasks",
        "多半是重复",
    ),
    "name": (
        {"indicators": [indicator(name="造林"), indicator(id="k", name="造林")], "targets": [target(indicator="k")]},
        "indicators",
        "前面已有一个指标也叫“造林”，请在名称里写出差别；是同一个数，就不要其中一条（来处：二-1）",
    ),
    "due": ({"plans": [PLAN], "tasks": [task("a", due="2020-06")]}, "tasks", "早于规划"),
    "parts": (
        {
            "indicators": [indicator(measure="规划期累计", unit="万亩")],
            "targets": [
                target(value="2.4"),
                target(value="1.5", organization="x"),
                target(value="1", organization="y"),
            ],
        },
        "targets",
        "加起来是 2.5",
    ),
    "phone": ({"tasks": [task("a", summary="找 13812345678 的人")]}, "tasks", "个人信息"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_each_kind_is_told_at_its_record(case: tuple[Rows, str, str]) -> None:
    """The record becomes a draft with one comment that says what is odd and where it comes from."""
    rows, table, words = case
    doubted = [row for row in with_doubts(rows)[table] if row.draft]
    assert len(doubted) == 1
    assert words in doubted[0].comments[0]


def test_what_is_right_is_not_doubted() -> None:
    """A growth above 100 %, a fall that is wanted, parts that add up, two tasks with two titles."""
    rows = {
        "plans": [PLAN],
        "indicators": [indicator(measure="年均增速"), indicator(id="f", direction="越低越好")],
        "targets": [target(value="120"), target(indicator="f", value="40")],
        "observations": [NewRow({**BASE.cells, "indicator": "f"})],
        "tasks": [task("a", due="2025"), task("b", title="修路")],
    }
    assert with_doubts(rows) == rows


def test_numbers_of_persons_are_left_out_everywhere() -> None:
    """In texts and in comments; names and codes stay."""
    row = NewRow({"id": "a", "title": "修渠", "summary": "邮箱 a.b@c.cn"}, ("疑点：13812345678 不像单位",))
    (found,) = with_doubts({"units": [row]})["units"]
    assert found.cells["summary"] == "邮箱 （号码已略去）"
    assert "138" not in found.comments[0]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("13812345678", True),
        ("138 1234 5678", True),
        ("11010519491231002X", True),
        ("110105194912310021", False),
        ("6222021234567890127", False),
        ("91120111MA05XXXX1Q", False),
        ("000020200201802138", False),
        ("13812345678.5", False),
        ("2018年投资13812345678901元", False),
        ("a@b.cn", True),
    ],
)
def test_what_is_the_number_of_a_person(text: str, hit: bool) -> None:
    """By form and check digit: credit codes, index numbers and figures are none."""
    assert bool([*find_personal(text)]) is hit


@given(st.text("0123456789X.@a 。", max_size=60))
def test_masking_leaves_nothing(text: str) -> None:
    """What is masked holds no number of a person any more."""
    assert not [*find_personal(masked(text, "（略）"))]
