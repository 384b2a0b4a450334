"""By which names a page is found: other names of organs, towns without 镇, Latin letters, parts of a place's name."""

from __future__ import annotations

import pytest

from generator.language import page_words
from generator.publish.search.entries import SearchEntry
from generator.publish.search.names import FIELD_OF, GENERAL, field, known_as, names_of_place, other_names, spell

PLACES = names_of_place("东江市青石县")


def unit(name: str, aliases: str = "", kind: str = page_words.UNIT) -> SearchEntry:
    """An entry of a unit."""
    return SearchEntry("departments/a/", kind, name, aliases, "", "")


def test_a_place_is_known_by_its_parts() -> None:
    """Readers write the place into a question in any length."""
    assert set(names_of_place("天津市西青区")) == {"天津市西青区", "天津市西青", "天津市", "天津", "西青区", "西青"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("县环保局", "市生态环境局青石分局"),
        ("区卫计委", "县卫健局"),
        ("区农经委", "县农业农村局"),
        ("西青国土资源分局", "县自然资源和规划局"),
        ("区人力社保局", "县人力资源和社会保障局"),
        ("公安青石分局", "县公安局"),
        ("区科委", "县科技局"),
    ],
)
def test_organs_of_one_field_are_found_by_each_others_names(one: str, other: str) -> None:
    """Reforms rename organs, and counties call them otherwise than districts; their field is the same."""
    places = (*PLACES, "西青")
    assert field(unit(one), places) == field(unit(other), places) is not None


def test_an_organ_of_no_field_has_no_other_names() -> None:
    """A company or a collective with a word of a field in its name is not taken for an organ."""
    assert [field(unit(name), PLACES) for name in ("环保科技公司", "各责任部门", "青石产业园管委会")] == [None] * 3


def test_no_name_belongs_to_two_fields_but_where_an_organ_had_both() -> None:
    """What a reader means by a name is clear: 文体 is culture and sport at once."""
    assert FIELD_OF["卫健"] == FIELD_OF["卫计"] != FIELD_OF["环保"]


def test_a_unit_is_called_without_the_rank_of_its_government_and_a_town_without_its_kind() -> None:
    """区商务委 is 商务委 and 岩坪镇 is 岩坪; shorter ones are parts of other words."""
    assert other_names(unit("县教育局"), PLACES) == ("教育局",)
    assert other_names(unit("岩坪镇", "岩坪镇人民政府", "乡镇"), PLACES) == ("岩坪",)
    assert other_names(unit("区妇联"), PLACES) == ()


def test_titles_are_spelled_with_the_readings_that_words_have() -> None:
    """A character with two readings has that of its word: 重点 and 重庆, 银行 and 行政."""
    assert spell("重点项目") == ("zhong", "dian", "xiang", "mu")
    assert spell("行政审批局") == ("xing", "zheng", "shen", "pi", "ju")
    assert spell("PM2.5浓度") == ("nong", "du")


def test_general_everyday_words_lead_to_words_of_documents() -> None:
    """A ledger without words of its own knows what people say; a word is no synonym of itself."""
    indicator = SearchEntry("indicators/a/", page_words.INDICATOR, "地区生产总值增长", "", "养老", "")
    pairs = dict(pair.split("=") for pair in known_as(indicator, GENERAL).also.split("、"))
    assert pairs["GDP"] == "地区生产总值"
    assert pairs["养老院"] == "养老"
    assert "养老" not in pairs
    assert "地铁" not in pairs
