"""Who is responsible is found whole, and read with names, roles, parts and mode as it is printed."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.official_text import Layout, lay_out, normalise
from generator.ledger.enums import Assigns
from generator.ledger.wording.clauses import how_assigned
from generator.ledger.wording.groups import groups
from generator.ledger.wording.responsibility.labels import read_labels
from generator.ledger.wording.responsibility.parentheses import read_parenthesis

Read = tuple[str, str, str, str]
"""Name, role, printed role and part of a unit."""


def parentheses(text: str) -> list[str]:
    """The words of every place that says who is responsible, in a text whose layout is not known."""
    return [text[group.start : group.end] for group in groups(text, Layout())]


def read(printed: str, assigns: Assigns | None = None) -> list[Read]:
    """The units of a parenthesis, or of labels."""
    said = read_labels(printed, assigns) if printed[0] != "(" else read_parenthesis(printed[1:-1], assigns)
    return [(one.name, str(one.role), one.printed_role, one.scope) for one in said.assignees] if said else []


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("(云桥建设公司承建)", ["牵头"]),
        ("(云桥建设公司承建,区住建局指导)", ["牵头", "指导"]),
        ("(区住建局牵头,云桥建设公司承建)", ["牵头", "配合"]),
        ("(区妇联协助)", ["配合"]),
        ("(开展绩效评价(评估))", []),
        ("牵头单位:云桥建设公司(承建);配合单位:区住建局(指导)", ["牵头", "指导"]),
        ("牵头单位:区住建局、云桥建设公司(承建)", ["牵头", "配合"]),
    ],
)
def test_those_who_build_lead_where_nobody_else_does(printed: str, expected: list[str]) -> None:
    """承建 is a word of support only beside those that lead."""
    assert [role for _, role, _, _ in read(printed)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建好步道。(区水务局牵头)此后并入", ["(区水务局牵头)"]),
        ("(区委宣传部(文明办)牵头)", ["(区委宣传部(文明办)牵头)"]),
        ("(甲局(乙办)、丙局(丁办)分别牵头,戊镇配合)", ["(甲局(乙办)、丙局(丁办)分别牵头,戊镇配合)"]),
        ("(一)河道(见附件)。(甲局牵头)(二)水系(乙局牵头,丙镇配合)", ["(甲局牵头)", "(乙局牵头,丙镇配合)"]),
        ("(没有收尾。步道(甲局牵头)", ["(甲局牵头)"]),
        ("(由此牵头落实)(全文公开)", []),
        ("(由甲局牵头落实)(全文公开)", ["(由甲局牵头落实)"]),
        (
            "建好步道〔甲局牵头〕。修好桥［甲局牵头]。清好渠【甲局牵头】",
            ["〔甲局牵头〕", "［甲局牵头]", "【甲局牵头】"],
        ),
        ("智能车间(产线)和细颗粒物(PM2.5)都要管好(鼓励全社会共同参与)", []),
        ("改造菜场(由企业自行负责),责任到人(分级负责)", []),
        ("管好渡口。由区水务局牵头,区财政局配合。此后再议", ["由区水务局牵头,区财政局配合"]),
        ("明确目标。由牵头的去落实。", []),
        ("修好桥。区水务局牵头，区财政局、各街道配合。4月启动。", ["区水务局牵头,区财政局、各街道配合"]),
        ("压实责任。牵头单位牵头抓总，配合单位积极配合。", []),
        ("压实责任。区水务局牵头开展。各部门要积极配合。", []),
    ],
)
def test_parentheses_are_found(text: str, expected: list[str]) -> None:
    """A parenthesis that names units with roles is found whole, with those inside it, and no other."""
    assert parentheses(normalise(text)) == [normalise(words) for words in expected]


@pytest.mark.parametrize(
    ("printed", "expected", "mode"),
    [
        ("(区水务局牵头)", [("区水务局", "牵头")], "单独牵头"),
        ("(区水务局牵头,区林业站配合)", [("区水务局", "牵头"), ("区林业站", "配合")], "单独牵头"),
        ("(甲局、乙局分别牵头)", [("甲局", "牵头"), ("乙局", "牵头")], "分别牵头"),
        (
            "(甲局、乙局按职责分工牵头、丙镇配合)",
            [("甲局", "牵头"), ("乙局", "牵头"), ("丙镇", "配合")],
            "按职责分工牵头",
        ),
        (
            "(甲局、乙局根据各自职责分工分别牵头;丙镇配合)",
            [("甲局", "牵头"), ("乙局", "牵头"), ("丙镇", "配合")],
            "按职责分工牵头",
        ),
        ("(甲局、乙局共同配合)", [("甲局", "配合"), ("乙局", "配合")], None),
        ("(甲局(乙办)牵头,丙镇配合)", [("甲局(乙办)", "牵头"), ("丙镇", "配合")], "单独牵头"),
        ("(甲局(含乙站、丙站)牵头)", [("甲局(含乙站、丙站)", "牵头")], "单独牵头"),
        ("(甲局牵头,乙局按职责分工配合)", [("甲局", "牵头"), ("乙局", "配合")], "单独牵头"),
        ("(甲局、乙局牵头)", [("甲局", "牵头"), ("乙局", "牵头")], "分别牵头"),
        ("(甲局、乙局根据工作职责分别牵头)", [("甲局", "牵头"), ("乙局", "牵头")], "分别牵头"),
        ("(甲局牵头;责任单位:乙局、丙镇)", [("甲局", "牵头"), ("乙局", "配合"), ("丙镇", "配合")], "单独牵头"),
        ("(甲局牵头,配合单位:乙局)", [("甲局", "牵头"), ("乙局", "配合")], "单独牵头"),
        ("(甲局、乙局分别牵头;参与单位:丙镇)", [("甲局", "牵头"), ("乙局", "牵头"), ("丙镇", "参与")], "分别牵头"),
        ("(甲局牵头;责任单位:甲局、乙局)", [("甲局", "牵头"), ("乙局", "配合")], "单独牵头"),
        ("(甲局负责牵头,乙局负责配合)", [("甲局", "牵头"), ("乙局", "配合")], "单独牵头"),
        ("(甲局牵头,乙办参与指导,丙镇予以配合)", [("甲局", "牵头"), ("乙办", "指导"), ("丙镇", "配合")], "单独牵头"),
        ("(甲局牵头,2025年6月底前完成;乙局配合)", [("甲局", "牵头"), ("乙局", "配合")], "单独牵头"),
        (
            "(市级牵头单位:市局;区级牵头单位:甲局;其他配合单位:乙局)",
            [("市局", "牵头"), ("甲局", "牵头"), ("乙局", "配合")],
            "分别牵头",
        ),
        ("(第一责任单位:甲局;其他责任单位:乙局)", [("甲局", "牵头"), ("乙局", "配合")], "单独牵头"),
        ("(主要责任单位:甲局;协助单位:乙局)", [("甲局", "牵头"), ("乙局", "配合")], "单独牵头"),
        ("(牵头单位甲局;乙局、丙镇配合)", [("甲局", "牵头"), ("乙局", "配合"), ("丙镇", "配合")], "单独牵头"),
        ("(牵头单位甲局、乙委;配合单位各镇)", [("甲局", "牵头"), ("乙委", "牵头"), ("各镇", "配合")], "分别牵头"),
    ],
)
def test_parentheses_are_read(printed: str, expected: list[tuple[str, str]], mode: str | None) -> None:
    """Names come in their order with their role; words of manner are no part of a name but tell the mode.

    Where nobody leads there is no mode of leading.
    """
    said = read_parenthesis(printed[1:-1])
    assert said is not None
    assert [(name, role) for name, role, _, _ in read(printed)] == expected
    assert said.mode == mode


@pytest.mark.parametrize(
    "inside", ["各责任单位、各镇", "责任单位和各镇", "牵头单位要会同区财政局", "责任单位均为区直部门"]
)
def test_words_about_such_units_are_no_label(inside: str) -> None:
    """A sentence that goes on behind 责任单位 names nobody."""
    assert read_parenthesis(inside) is None


LEADS: Final = Assigns.ALL_LEAD
FIRST: Final = Assigns.FIRST_LEADS

PHENOMENA: Final[dict[str, tuple[str, Assigns | None, list[Read]]]] = {
    "by their duties": (
        "(甲局、乙局按职责分工负责)",
        None,
        [("甲局", "牵头", "按职责分工负责", ""), ("乙局", "牵头", "按职责分工负责", "")],
    ),
    "list, first leads": (
        "责任单位:甲局、乙局",
        FIRST,
        [("甲局", "牵头", "责任单位", ""), ("乙局", "配合", "责任单位", "")],
    ),
    "list, all lead": (
        "责任单位:甲局、乙局",
        LEADS,
        [("甲局", "牵头", "责任单位", ""), ("乙局", "牵头", "责任单位", "")],
    ),
    "names alone": ("(甲局、乙局)", FIRST, [("甲局", "牵头", "", ""), ("乙局", "配合", "", "")]),
    "names alone, where documents assign in words": ("(甲局、乙局)", None, []),
    "together with": ("(甲局会同乙中心开展)", None, [("甲局", "牵头", "", ""), ("乙中心", "配合", "会同", "")]),
    "together with, without a verb": ("(甲局会同乙局)", None, [("甲局", "牵头", "", ""), ("乙局", "配合", "会同", "")]),
    "takes part": ("(甲局参与)", None, [("甲局", "参与", "", "")]),
    "hosts": ("(甲局主办,乙街道协办)", None, [("甲局", "牵头", "主办", ""), ("乙街道", "配合", "协办", "")]),
    "carries out": ("(甲局牵头,乙集团承办)", None, [("甲局", "牵头", "", ""), ("乙集团", "配合", "承办", "")]),
    "helps": ("(甲局牵头,乙站协助)", None, [("甲局", "牵头", "", ""), ("乙站", "配合", "协助", "")]),
    "does the work": (
        "(甲局牵头,乙集团具体实施)",
        None,
        [("甲局", "牵头", "", ""), ("乙集团", "配合", "具体实施", "")],
    ),
    "guides": ("(各镇负责,甲局指导)", None, [("各镇", "牵头", "负责", ""), ("甲局", "指导", "", "")]),
    "supervises": ("(甲局牵头,乙局监督)", None, [("甲局", "牵头", "", ""), ("乙局", "考核", "监督", "")]),
    "supervises a list": (
        "责任单位:甲局,乙局监督",
        LEADS,
        [("甲局", "牵头", "责任单位", ""), ("乙局", "考核", "监督", "")],
    ),
    "words win over the label": (
        "责任单位:甲局牵头,各乡镇、乙局配合",
        LEADS,
        [("甲局", "牵头", "", ""), ("各乡镇", "配合", "", ""), ("乙局", "配合", "", "")],
    ),
    "others carry out what one leads": (
        "(甲局牵头,各镇落实)",
        None,
        [("甲局", "牵头", "", ""), ("各镇", "配合", "落实", "")],
    ),
    "role in brackets": (
        "责任单位:甲局(牵头)、乙局",
        LEADS,
        [("甲局", "牵头", "", ""), ("乙局", "配合", "", "")],
    ),
    "second plate": ("(甲局〔乙办〕牵头)", None, [("甲局〔乙办〕", "牵头", "", "")]),
    "second lead for a part": (
        "(甲局牵头〔托育由乙委牵头〕,丙局配合)",
        None,
        [("甲局", "牵头", "", ""), ("乙委", "牵头", "", "托育"), ("丙局", "配合", "", "")],
    ),
    "second lead for a part, without brackets": (
        "(甲局牵头,其中托育由乙委负责,丙局配合)",
        None,
        [("甲局", "牵头", "", ""), ("乙委", "牵头", "负责", "托育"), ("丙局", "配合", "", "")],
    ),
    "shares": (
        "(甲局负责管网,乙局负责泵站)",
        None,
        [("甲局", "牵头", "负责", "管网"), ("乙局", "牵头", "负责", "泵站")],
    ),
    "collectives": (
        "(甲局牵头,各镇街、各有关部门配合)",
        None,
        [("甲局", "牵头", "", ""), ("各镇街", "配合", "", ""), ("各有关部门", "配合", "", "")],
    ),
    "three columns": (
        "牵头单位:甲局|责任单位:乙局|配合单位:丙局",
        LEADS,
        [("甲局", "牵头", "", ""), ("乙局", "配合", "责任单位", ""), ("丙局", "配合", "", "")],
    ),
    "empty column of leads": (
        "牵头单位: 责任单位:甲局、乙局",
        LEADS,
        [("甲局", "牵头", "责任单位", ""), ("乙局", "牵头", "责任单位", "")],
    ),
    "nobody supports": ("牵头单位:甲局;配合单位:无", None, [("甲局", "牵头", "", "")]),
    "a dash for nobody": ("牵头单位:甲局;配合单位:—", None, [("甲局", "牵头", "", "")]),
    "names with blanks between": (
        "牵头单位:甲局;配合单位:乙局 丙联 各乡镇卫生院",
        None,
        [
            ("甲局", "牵头", "", ""),
            ("乙局", "配合", "", ""),
            ("丙联", "配合", "", ""),
            ("各乡镇卫生院", "配合", "", ""),
        ],
    ),
    "words that join are parts of names": (
        "(住房和城乡建设局、文化和旅游局与团县委牵头)",
        None,
        [("住房和城乡建设局", "牵头", "", ""), ("文化和旅游局", "牵头", "", ""), ("团县委", "牵头", "", "")],
    ),
    "words of roles are parts of names": (
        "(就业指导中心牵头,市场监督管理局、项目推进中心、考核办、残疾人联合会配合)",
        None,
        [
            ("就业指导中心", "牵头", "", ""),
            ("市场监督管理局", "配合", "", ""),
            ("项目推进中心", "配合", "", ""),
            ("考核办", "配合", "", ""),
            ("残疾人联合会", "配合", "", ""),
        ],
    ),
    "and others": (
        "(甲局牵头,乙局、丙局等部门配合)",
        None,
        [
            ("甲局", "牵头", "", ""),
            ("乙局", "配合", "", ""),
            ("丙局", "配合", "", ""),
        ],
    ),
    "labels in brackets": (
        "【牵头单位】甲局【协办单位】乙局",
        None,
        [("甲局", "牵头", "", ""), ("乙局", "配合", "协办", "")],
    ),
    "labels in a parenthesis": ("(牵头:甲局;配合:乙局)", None, [("甲局", "牵头", "", ""), ("乙局", "配合", "", "")]),
    "by their duties, where another leads": (
        "(甲局牵头;乙局、丙中心按照职责分工负责)",
        None,
        [
            ("甲局", "牵头", "", ""),
            ("乙局", "牵头", "按照职责分工负责", ""),
            ("丙中心", "牵头", "按照职责分工负责", ""),
        ],
    ),
    "a plate behind the word of the role": (
        "(甲局牵头〔乙办〕,丙局配合)",
        None,
        [("甲局", "牵头", "", ""), ("丙局", "配合", "", "")],
    ),
    "shares by the numbers of the parts": (
        "(第1、3项由甲局牵头,第2项由乙局牵头,丙联参与)",
        None,
        [("甲局", "牵头", "", "第1、3项"), ("乙局", "牵头", "", "第2项"), ("丙联", "参与", "", "")],
    ),
    "label for some, a role for the others": (
        "责任单位:甲局;乙局、丙联协助",
        LEADS,
        [("甲局", "牵头", "责任单位", ""), ("乙局", "配合", "协助", ""), ("丙联", "配合", "协助", "")],
    ),
    "words that join are parts of names, behind what ends like a place": (
        "(县农业农村和科学技术局、县市场和质量监管局牵头)",
        None,
        [("县农业农村和科学技术局", "牵头", "", ""), ("县市场和质量监管局", "牵头", "", "")],
    ),
    "one collective of several kinds of places": (
        "(甲局牵头,各镇、街道,各乡镇和园区配合)",
        None,
        [("甲局", "牵头", "", ""), ("各镇、街道", "配合", "", ""), ("各乡镇和园区", "配合", "", "")],
    ),
    "labels with a word for the colon": (
        "(牵头单位为甲局,配合单位为乙局、丙联)",
        None,
        [("甲局", "牵头", "", ""), ("乙局", "配合", "", ""), ("丙联", "配合", "", "")],
    ),
    "supervises all along": (
        "(甲局负责,乙局全程监督)",
        None,
        [("甲局", "牵头", "负责", ""), ("乙局", "考核", "全程监督", "")],
    ),
    "words that explain": ("(含乙镇)", FIRST, []),
    "supervising by a label": (
        "主办单位:甲局;督办单位:乙室",
        None,
        [("甲局", "牵头", "主办", ""), ("乙室", "考核", "督办", "")],
    ),
}


@pytest.mark.parametrize("phenomenon", PHENOMENA)
def test_each_way_of_printing_is_read(phenomenon: str) -> None:
    """Names, roles, printed roles and parts, as dialects of offices print them."""
    printed, assigns, expected = PHENOMENA[phenomenon]
    assert read(printed, assigns) == expected


@pytest.mark.parametrize(
    ("printed", "post"),
    [
        ("责任领导:分管城建副县长;牵头单位:甲局", "分管城建副县长"),
        ("责任领导:县委常委、宣传部部长;牵头单位:甲局", "县委常委、宣传部部长"),
        ("【责任领导】县政府党组成员【责任单位】甲局", "县政府党组成员"),
        ("责任领导:副县长王某某;牵头单位:甲局", "副县长"),
        ("责任人:王某某;牵头单位:甲局", ""),
        ("责任人:李某某,局长;牵头单位:甲局", "局长"),
        ("责任人:李某某副局长;牵头单位:甲局", "副局长"),
        ("责任人:方志办主任;牵头单位:甲局", "方志办主任"),
        ("责任领导:张副区长;牵头单位:甲局", "副区长"),
        ("责任领导:李某副镇长;牵头单位:甲局", "副镇长"),
        ("责任领导:王常务副区长、陈主任;牵头单位:甲局", "常务副区长、主任"),
        ("责任领导:欧阳书记;牵头单位:甲局", "书记"),
        ("责任领导:周常委;牵头单位:甲局", "常委"),
        ("责任领导:林长;牵头单位:甲局", "林长"),
        ("责任领导:林业局长;牵头单位:甲局", "林业局长"),
    ],
)
def test_a_leader_gives_a_post_and_no_unit(printed: str, post: str) -> None:
    """The office is kept, a name never is."""
    said = read_labels(printed)
    assert said is not None
    assert said.post == post
    assert [one.name for one in said.assignees] == ["甲局"]


@pytest.mark.parametrize(
    ("inside", "due"),
    [
        ("甲局牵头;完成时限:2024年9月底", "2024年9月底"),
        ("甲局牵头,乙局配合,12月底前完成", "12月底前完成"),
        ("责任单位:甲局;办结时限:长期", "长期"),
        ("责任单位:甲局、乙局,2025年底前完成", "2025年底前完成"),
        ("甲局牵头,2024年底前取得阶段性成效", "2024年底前取得阶段性成效"),
        ("甲局牵头,2025年6月底前完成;乙局配合", "2025年6月底前完成"),
        ("2025年底前,甲局牵头,乙局配合,长期坚持", "2025年底前,长期坚持"),
        ("甲局牵头", ""),
    ],
)
def test_a_deadline_may_stand_beside_the_units(inside: str, due: str) -> None:
    """With a label or without, inside the parenthesis."""
    said = read_parenthesis(inside)
    assert said is not None
    assert said.due_text == due
    assert {one.name for one in said.assignees} <= {"甲局", "乙局"}
    assert said.assignees[0].name == "甲局"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("1．修渠。\n责任单位：甲海\n事处、乙局\n2．修路。", ["责任单位:甲海事处、乙局"]),
        (
            "1．修渠。牵头单位：甲局　配合单位：乙局　完成时限：6月底\n2．修路。",
            ["牵头单位:甲局配合单位:乙局完成时限:6月底"],
        ),
        ("1．修渠。\n牵头单位：甲局\n配合单位：乙局\n\n以上要抓紧落实。", ["牵头单位:甲局配合单位:乙局"]),
        ("1．修渠。责任单位：甲局、\n乙局；完成时限：年底\n　　各单位要抓紧。", ["责任单位:甲局、乙局;完成时限:年底"]),
        ("1．修渠。\n责任单位：甲局\n　　　乙委\n　　　丙集团\n2．修路。", ["责任单位:甲局乙委丙集团"]),
        ("主办：某某县人民政府　承办：某某中心\n发布日期：2021年6月9日", []),
        ("请各责任单位：于每月底前报送。", []),
    ],
)
def test_lines_end_where_their_list_does(raw: str, expected: list[str]) -> None:
    """A label has what stands behind it until the next label, item or paragraph; a line may break a name."""
    text = normalise(raw)
    assert [text[group.start : group.end] for group in groups(text, lay_out(raw))] == expected


NAMES: Final = st.sampled_from(["区水务局", "鹭汀镇", "桐汀街道", "各镇人民政府", "澄溪城投公司", "区委宣传部(文明办)"])


@given(leads=st.lists(NAMES, min_size=1, unique=True), supports=st.lists(NAMES, unique=True))
def test_any_parenthesis_gives_its_names_back(leads: list[str], supports: list[str]) -> None:
    """Whatever the names and their number, each comes back once, in its role and place."""
    support = f",{'、'.join(supports)}配合" if supports else ""
    printed = f"({'、'.join(leads)}{'分别' if len(leads) > 1 else ''}牵头{support})"
    expected = [*((name, "牵头") for name in leads), *((name, "配合") for name in supports)]
    assert parentheses(f"修好步道。{printed}此后(一)并入") == [printed]
    assert [(name, role) for name, role, _, _ in read(printed)] == expected


@pytest.mark.parametrize(
    ("preface", "expected"),
    [
        ("列出责任单位的，排在最前面的为牵头部门，其余配合。", "首位牵头"),
        ("末尾括号内的单位，居首者主责。", "首位牵头"),
        ("排名第一的责任单位为牵头单位。", "首位牵头"),
        ("主要负责同志是各单位的第一责任人，要牵头抓。", None),
        ("责任单位有两个以上的，均为牵头单位。", "全部牵头"),
        ("列有多家责任单位的，同负主体责任。", "全部牵头"),
        ("各项任务的责任单位不分先后。", "全部牵头"),
    ],
)
def test_prefaces_in_other_words(preface: str, expected: str | None) -> None:
    """However the preface puts it: the first of a list leads, or all of them do."""
    assert how_assigned(normalise(preface)) == expected
