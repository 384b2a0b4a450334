"""Ids of new records: short addresses that anyone can type."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.office.record_ids import LONGEST, propose_id

SLUG = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("地区生产总值", "diqu-shengchan-zongzhi"),
        ("重庆路", "chongqing-lu"),
        ("女儿河治理", "nver-hezhi-li"),
        ("PM2.5浓度", "pm25-nongdu"),
        ("１０件实事", "10-jianshi-shi"),
        ("“跨域通办”事项", "kuayu-tongban-shixiang"),
        ("区统计局", "qu-tongjiju"),
        ("区委宣传部", "quwei-xuanchuanbu"),
        ("县农业农村局", "xian-nongye-nongcunju"),
        ("市培训中心", "shi-peixun-zhongxin"),
        ("——", "record"),
        ("Internationalisierungsmaßnahmen", "internationalisierungsma"),
        ("COM1", "com1-2"),
        ("con", "con-2"),
    ],
)
def test_a_name_is_put_into_pinyin(name: str, expected: str) -> None:
    """Words stay together, other signs go; a name that Windows refuses gets a number."""
    assert propose_id(name, ()) == expected


def test_the_second_of_a_name_has_a_number() -> None:
    """Two records of one name have two addresses."""
    assert propose_id("就业", {"jiuye"}) == "jiuye-2"
    assert propose_id("就业", {"jiuye", "jiuye-2"}) == "jiuye-3"


def test_thousands_of_a_name_are_numbered_one_after_the_other() -> None:
    """Each number is new, and none is left out."""
    taken: set[str] = set()
    for _ in range(3_000):
        taken.add(propose_id("就业", taken))
    assert taken == {"jiuye", *(f"jiuye-{number}" for number in range(2, 3_001))}


@given(st.text(), st.sets(st.text(alphabet="ab-2", min_size=1)))
def test_any_name_has_an_id(name: str, taken: set[str]) -> None:
    """It is an address, it is new, and the same name gives the same one."""
    id_ = propose_id(name, taken)
    assert SLUG.fullmatch(id_)
    assert len(id_) <= LONGEST + 4
    assert id_ not in taken
    assert id_ == propose_id(name, taken)
