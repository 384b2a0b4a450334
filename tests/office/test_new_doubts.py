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


AT_THE_EDGE: dict[str, Rows] = {
    "the whole": {"indicators": [indicator()], "targets": [target(value="100")]},
    "more than the whole in another unit": {"indicators": [indicator(unit="个")], "targets": [target(value="520")]},
    "a range of one number": {"targets": [target(value="7", value_max="7")]},
    "a level that stays": {"indicators": [indicator()], "targets": [target(value="52")], "observations": [BASE]},
    "a level that goes down as it should": {
        "indicators": [indicator(direction="越低越好")],
        "targets": [target(value="40")],
        "observations": [BASE],
    },
    "a level of no direction": {
        "indicators": [indicator(direction="")],
        "targets": [target(value="40")],
        "observations": [BASE],
    },
    "a result of the last year": {
        "indicators": [indicator()],
        "targets": [target(value="40")],
        "observations": [NewRow({**BASE.cells, "period": "2025-06"})],
    },
    "a result of a year": {
        "indicators": [indicator()],
        "targets": [target(value="40")],
        "observations": [NewRow({**BASE.cells, "basis": "当年"})],
    },
    "a change": {
        "indicators": [indicator(measure="比基期增减")],
        "targets": [target(value="40")],
        "observations": [BASE],
    },
    "the base of a town": {
        "indicators": [indicator()],
        "targets": [target(value="40")],
        "observations": [NewRow({**BASE.cells, "organization": "x"})],
    },
    "no name": {"indicators": [indicator(name=""), indicator(id="k", name="")]},
    "one name in two plans": {"indicators": [indicator(name="甲", plan="p"), indicator(id="k", name="甲", plan="q")]},
    "one name, and how they are related": {
        "indicators": [indicator(name="甲"), indicator(id="k", name="甲")],
        "relations": [NewRow({"indicator": "k", "related": "i"})],
    },
    "the first year of the plan": {"plans": [PLAN], "tasks": [task("a", due="2021")]},
    "a plan that is there already": {"tasks": [task("a", due="2020")]},
    "no deadline": {"plans": [PLAN], "tasks": [task("a")]},
    "parts of levels": {
        "indicators": [indicator()],
        "targets": [target(value="2"), target(value="1", organization="x")],
    },
    "parts that add up": {
        "indicators": [indicator(measure="规划期累计")],
        "targets": [target(value="1.5", organization="x"), target(value="2.5"), target(value="1.0", organization="y")],
    },
    "parts without a whole": {
        "indicators": [indicator(measure="规划期累计")],
        "targets": [target(value="1.5", organization="x"), target(organization="y", value_text="若干")],
    },
}


@pytest.mark.parametrize("rows", AT_THE_EDGE.values(), ids=AT_THE_EDGE.keys())
def test_what_just_may_be_is_not_doubted(rows: Rows) -> None:
    """Nobody is asked about what is right."""
    assert with_doubts(rows) == rows


def test_a_fall_that_is_none_is_doubted_for_what_should_come_down() -> None:
    """The other way round, too, and from the level of the whole place alone."""
    rows = {
        "indicators": [indicator(direction="越低越好")],
        "targets": [target(value="60"), target(value="60", organization="x")],
        "observations": [BASE],
    }
    assert [row.draft for row in with_doubts(rows)["targets"]] == [True, False]


def test_parts_are_held_against_the_first_whole_of_their_years() -> None:
    """The doubt stands at the whole; parts of other years are others."""
    rows = {
        "indicators": [indicator(measure="每年")],
        "targets": [
            target(value="1", organization="x"),
            target(value="3"),
            target(value="2"),
            target(value="9", start_year="2024", end_year="2024", organization="x"),
        ],
    }
    found = with_doubts(rows)["targets"]
    assert [row.draft for row in found] == [False, True, False, False]
    assert "加起来是 1" in found[1].comments[0]


def test_two_tasks_of_one_title_are_one_only_where_all_is_the_same() -> None:
    """Other units or another deadline make two of them, and both say so."""
    leads = [lead("a", "县水利局"), lead("b", "县水利局"), lead("c", "县林业局")]
    rows = {"tasks": [task("a"), task("b"), task("c"), task("d", plan="q")], "assignments": leads}
    told = ["".join(row.comments) for row in with_doubts(rows)["tasks"]]
    assert ["多半是重复" in one for one in told] == [False, True, False, False]
    assert ["同名" in one for one in told] == [False, False, True, False]


def test_a_deadline_that_is_doubted_already_is_not_doubted_again() -> None:
    """The reader of its cell has said it in its own words."""
    told = NewRow(task("a", due="2020-06", due_text="2020年6月").cells, ("疑点：“2020年6月”不在台账的年份里",))
    other = NewRow(task("b", title="修路", due="2020-06", due_text="6月").cells, ("疑点：“2020年6月”不在台账的年份里",))
    found = with_doubts({"plans": [PLAN], "tasks": [told, other]})["tasks"]
    assert [len(row.comments) for row in found] == [1, 2]


def test_codes_of_documents_and_units_are_nobodys_own() -> None:
    """The public line of a unit stays; in a name of a person's column the same number goes."""
    row = NewRow({"id": "a", "phone": "13812345678", "url": "https://a.cn/13812345678", "doc_number": "13812345678"})
    assert with_doubts({"organizations": [row]})["organizations"] == [row]


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
