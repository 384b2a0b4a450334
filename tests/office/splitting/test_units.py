"""The kind of a unit by its name, and which printed names are one unit."""

from __future__ import annotations

import pytest

from generator.ledger.enums import OrganizationKind, PlaceLevel
from generator.office.splitting.units import collect_units, kind_of, level_of

KINDS = {
    "政府部门": "县发展改革局 县政府办公室 县卫健委 县残工委 县政府督查室 县金融办",
    "党委部门": "县委宣传部 县委编办 县纪委监委 县委党校",
    "群团组织": "县总工会 团县委 县残联 县科协 县供销社",
    "镇": "柳湾镇 柳湾镇人民政府",
    "乡": "石桥乡 石桥乡政府",
    "街道": "朝阳街道办事处 朝阳街道 东门街",
    "功能区": "松河经济开发区管委会 高新区 物流园区 综保区",
    "事业单位": "县融媒体中心 县人民医院 县第一中学 县图书馆",
    "垂直管理和驻地单位": "县税务局 县气象局 市生态环境局松河分局 县供电公司 县消防救援大队 人民银行松河支行 松河海关",
    "企业": "县城投公司 县水务集团",
    "上级单位": "省交通运输厅 市水务局",
    "统称": "各镇街 各乡镇 相关部门 县直各单位 县属国有企业 沿河各镇人民政府 各县（市、区）",
}


@pytest.mark.parametrize("kind", KINDS)
def test_kinds(kind: str) -> None:
    """By how the name ends, and by whose it is."""
    found = {name: str(kind_of(name, PlaceLevel.COUNTY)[0]) for name in KINDS[kind].split()}
    assert found == dict.fromkeys(KINDS[kind].split(), kind)


def test_a_name_of_one_sign_keeps_what_stands_in_brackets() -> None:
    """Two signs are a name; the whole is another one, and so is the plate."""
    units = collect_units([("海关(松河海关)", 0), ("局(县水利局)", 0)], PlaceLevel.COUNTY)
    assert [(unit.name, unit.aliases) for unit in units.values()] == [
        ("海关", ["松河海关", "海关（松河海关）"]),
        ("局(县水利局)", ["县水利局"]),
    ]


def test_offices_of_a_city_are_its_own() -> None:
    """What is above a county is not above the city itself; counties are parts of a city of the higher level."""
    assert kind_of("市水务局", PlaceLevel.PREFECTURE_CITY)[0] is OrganizationKind.DEPARTMENT
    assert kind_of("东城区人民政府", PlaceLevel.PREFECTURE_CITY)[0] is OrganizationKind.COUNTY


@pytest.mark.parametrize(
    ("names", "level"),
    [
        ((), PlaceLevel.COUNTY_CITY),
        (("柳湾镇", "东城区"), PlaceLevel.COUNTY_CITY),
        (("柳湾镇", "东城区", "西城区"), PlaceLevel.PREFECTURE_CITY),
    ],
)
def test_a_city_of_counties_is_one_of_the_higher_level(names: tuple[str, ...], level: PlaceLevel) -> None:
    """Where a notice gives more to do to counties than to towns."""
    assert level_of("松河市人民政府", names) is level


@pytest.mark.parametrize("name", ["县某某", "东山社区", "东山景区"])
def test_a_name_that_says_nothing_is_told(name: str) -> None:
    """Its kind is no more than a guess: a 社区 is no district."""
    assert kind_of(name) == (OrganizationKind.DEPARTMENT, False)


def test_only_an_ending_that_several_kinds_share_leaves_the_kind_open() -> None:
    """Nobody needs to be told that a bureau is a department and a town a town."""
    clear = "县水利局 县卫健委 县政府办 县委宣传部 县总工会 柳湾镇 东门街 高新区管委会 县人民医院 县税务局 各镇街"
    open_ = "县金融办 县绿化委员会办公室 县委农办 市生态环境局松河分局 县公路养护站 县供销社 县某某"
    units = collect_units([(name, 0) for name in f"{clear} {open_}".split()], PlaceLevel.COUNTY)
    assert [name for name, unit in units.items() if not unit.is_sure] == open_.split()


@pytest.mark.parametrize(
    ("issuer", "names", "level"),
    [
        ("松河县人民政府办公室", ["县水利局"], "县"),
        ("云滩区人民政府", ["区水务局"], "区"),
        ("某某市人民政府", ["东城区人民政府", "西县人民政府", "柳湾镇"], "地级市"),
        ("某某市人民政府", ["柳湾镇", "石桥乡"], "县级市"),
        ("某某自治县人民政府", [], "自治县"),
        ("", ["县水利局", "县财政局"], "县"),
    ],
)
def test_the_level_of_the_place(issuer: str, names: list[str], level: str) -> None:
    """By who issued the notice, and by whom it names."""
    assert level_of(issuer, names) == level


def test_long_and_short_names_are_one_unit() -> None:
    """Other words for the same office are aliases, and a person is asked; two offices stay two."""
    names = ["县住房和城乡建设局", "县住建局", "县水利局", "县水务局"]
    units = collect_units([(name, 0) for name in names], PlaceLevel.COUNTY)
    assert units["县住建局"] is units["县住房和城乡建设局"]
    assert units["县住建局"].joined == ["县住建局"]
    assert units["县水利局"] is not units["县水务局"]
