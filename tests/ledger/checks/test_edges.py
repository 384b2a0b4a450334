"""Where a rule begins and where it ends: which findings there are, by their codes."""

from __future__ import annotations

import pytest

from generator.ledger.reading.findings import Finding
from tests.helpers.faults import findings_in_memory
from tests.helpers.ledger import LEDGER, Edit, edited
from tests.ledger.checks.test_doubts import DOCUMENTS, OWN, TREES, indicators, results
from tests.ledger.checks.test_rules import (
    DISCLOSURE,
    FEEDBACK,
    FIVE_INDICATORS,
    FIVE_TASKS,
    PLANS,
    PROJECTS,
    ROUNDS,
    disclosed,
)


def findings(*edits: Edit) -> list[Finding]:
    """All findings of the small ledger after some edits."""
    return findings_in_memory(edited(*edits)[0])


GOAL = "indicator: output, start_year: 2016, end_year: 2020, comparator: ≥, source: {locator: 二-9}"
PART = "indicator: planting, organization: 望星镇, start_year: 2016, end_year: 2020, comparator: ="
COVER = "id: cover, name: 绿化面积, measure: 规划期累计, unit: 万亩, direction: 越高越好"
COVERED = "indicator: cover, start_year: 2016, end_year: 2020, comparator: =, source: {locator: 二-9}"
WITH_DRAFT: Edit = (FIVE_TASKS, "- id: grow\n", "- id: grow\n  draft: true\n")
PARKS_DRAFT: Edit = (FIVE_TASKS, "- id: parks\n", "- id: parks\n  draft: true\n")
OF_2018 = "indicator: planting, start_year: 2018, end_year: 2018, comparator: =, source: {locator: 二-9}"
OF_YEARS = "indicator: a, comparator: =, source: {locator: 二-9}"
LEVEL = "indicator: a, basis: 时点, source: {locator: 二-9}"
UP_TO = f"{GOAL.replace('≥', '≤')}, tier: 挑战"
MEMBERS = LEDGER["organizations/towns.yml"].partition("  members:\n")[2]
CASES: dict[str, tuple[tuple[Edit, ...], list[str]]] = {
    "the record right behind a draft": (
        (WITH_DRAFT, (FIVE_TASKS, "\n\n- id: parks\n", "\n- id: PARKS\n")),
        ["pattern", "drafts-left"],
    ),
    "a character that nobody sees, told with its cell": (
        ((FIVE_TASKS, "summary: 把产业做大", "summary: 把产业\u202e做大"),),
        ["invisible"],
    ),
    "the last line of a draft": (
        (PARKS_DRAFT, (FIVE_TASKS, "passage: 200-300", "passage: 300-200")),
        ["drafts-left"],
    ),
    "a doubt that only a faulty value raises": (
        (results(f"{TREES}, value: 60, value_text: 4万株, basis: 累计"),),
        ["value-text"],
    ),
    "a part that is greater than its whole because it is not what the text says": (
        ((FIVE_INDICATORS, "value: 200.50\n", "value: 900\n"),),
        ["value-text"],
    ),
    "one letter of an id that is much too long": (
        ((FIVE_TASKS, "- id: grow\n", f"- id: {'grow-' * 30}x\n"), (PROJECTS, "  task: grow\n", "  task: g\n")),
        ["limit", "foreign-key"],
    ),
    "a change in points that is printed as a share": (
        (
            indicators("id: town, name: 城镇化率, measure: 比基期增减, unit: 百分点, direction: 越高越好"),
            results("indicator: town, period: 2017, value: 2, value_text: 2%, basis: 当年"),
        ),
        ["printed-unit"],
    ),
    "a count that is printed as a share": (
        (results(f"{OWN}, period: 2017, value: 4, value_text: 4%"),),
        ["printed-unit"],
    ),
    "a part that another one has replaced": (
        (
            disclosed(
                "targets",
                f"{{{PART}, id: old, replaced_by: new, value: 6.5, value_text: 6.5万株, source: {{locator: 二-8}}}}",
            ),
            (
                DISCLOSURE,
                "observations:\n",
                f"  - {{{PART}, id: new, value: 6, value_text: 6万株, source: {{locator: 二-9}}}}\nobservations:\n",
            ),
        ),
        [],
    ),
    "a value of the size of one of two tiers": (
        (
            (DISCLOSURE, "value: 410.5\n    value_text: 410.5亿元", "value: 4105\n    value_text: 4105亿元"),
            disclosed("targets", f"{{{GOAL}, tier: 挑战, value: 5000, value_text: 5000亿元}}"),
        ),
        [],
    ),
    "a tenth of a level": (
        ((DISCLOSURE, "value: 410.5\n    value_text: 410.5亿元", "value: 50\n    value_text: 50亿元"),),
        ["magnitude"],
    ),
    "half a year after a month": (
        (
            results(
                "indicator: planting, period: 2016-06, value: 1, value_text: 1万株, basis: 当期",
                "indicator: planting, period: 2016-H2, value: 40, value_text: 40万株, basis: 当期",
            ),
        ),
        ["magnitude"],
    ),
    "whole numbers of ten thousand are rounded": (
        (
            results(
                f"{OWN}, id: all, period: 2017, value: 3, value_text: 3万株",
                f"{OWN}, id: a, organization: 听雨镇, period: 2017, value: 2, value_text: 2万株",
                f"{OWN}, id: b, organization: 望星镇, period: 2017, value: 2, value_text: 2万株",
            ),
        ),
        [],
    ),
    "a report of the first year of its plan": (
        ((DISCLOSURE, "    period: 2017\n    state", "    period: 2016\n    state"),),
        [],
    ),
    "a question two years before the first plan": (
        ((FEEDBACK, "asked_on: 2018-04-01", "asked_on: 2014-12-31"),),
        ["day-far"],
    ),
    "a plan whose years are none": (((PLANS, "start_year: 2018", "start_year: 今年"),), ["spelling"]),
    "a mistyped key beside a deadline that is asked for": (
        ((FIVE_TASKS, "  due: 2020\n", "  deu: 2020\n  recurrence: 限期\n"),),
        ["unknown-key"],
    ),
    "a town and a department that each have a part": (
        (
            indicators(
                f"{COVER}, target: {{comparator: =, value: 10.0, value_text: 10.0万亩, source: {{locator: 一}}}}"
            ),
            disclosed("targets", f"{{{COVERED}, organization: 听雨镇, value: 3.4, value_text: 3.4万亩}}"),
            (
                DISCLOSURE,
                "observations:\n",
                f"  - {{{COVERED}, organization: 区发展局, value: 6.7, value_text: 6.7万亩}}\nobservations:\n",
            ),
        ),
        [],
    ),
    "a part that is greater than its whole": (
        ((FIVE_INDICATORS, "value: 200.50\n    value_text: 200.50", "value: 900\n    value_text: 900"),),
        ["subset-whole"],
    ),
    "a unit of one character that is mistyped": (
        (
            indicators("id: people, name: 就业, measure: 规划期累计, unit: 人, direction: 越高越好"),
            results("indicator: people, period: 2017, value: 400, value_text: 400仁, basis: 当年"),
        ),
        ["printed-unit"],
    ),
    "the end of a range whose beginning is no number": (
        ((FIVE_INDICATORS, "    value: 500\n", "    value: 五百\n    value_max: 600\n"),),
        ["spelling"],
    ),
    "words of each year about a target of one year": (
        (disclosed("targets", f"{{{OF_2018}, value: 5, value_text: 每年5万株}}"),),
        [],
    ),
    "a figure of one year that is told of several": (
        (results(f"{OWN}, period: 2017, value: 5, value_text: 五年累计5万株"),),
        ["basis-words"],
    ),
    "a town that answers for a collective of nobody knows whom": (
        (
            ("organizations/towns.yml", f"  members:\n{MEMBERS}", ""),
            (
                "submissions/round-2018.yml",
                "- organization: 区发展局\n",
                "- {organization: 望星镇, number: 1, received_on: 2018-07-10, state: 齐}\n- organization: 区发展局\n",
            ),
        ),
        [],
    ),
    "a town that is not asked": (
        (
            (FIVE_TASKS, "support: [区文化局, {name: 各镇, scope: 本辖区}]", "support: [区文化局]"),
            (
                "submissions/round-2018.yml",
                "- organization: 区发展局\n",
                "- {organization: 望星镇, number: 1, received_on: 2018-07-10, state: 齐}\n- organization: 区发展局\n",
            ),
        ),
        ["answer-unasked"],
    ),
    "a result of a plan whose document it is, told in that of a round of another plan": (
        (
            (
                "plans.yml",
                "- id: year-2018\n",
                "- {id: other, title: 别的规划, kind: 专项规划, start_year: 2017, end_year: 2019, document: doc-2018}\n"
                "- id: year-2018\n",
            ),
            ("sections/other.yml", "- {id: o1, title: 目标}\n"),
            (
                "indicators/other/01.yml",
                "- {id: old, section: o1, name: 旧, nature: 预期性, measure: 每年, unit: 家, direction: 越高越好}\n",
            ),
            results("indicator: old, period: 2017, value: 5, value_text: 5家, basis: 当年"),
        ),
        [],
    ),
    "two months of grace": (((ROUNDS, "grace_days: 5", "grace_days: 60"),), []),
    "two months of grace and a day": (((ROUNDS, "grace_days: 5", "grace_days: 61"),), ["grace-long"]),
    "half a year to answer": (((ROUNDS, "due_on: 2018-07-15", "due_on: 2018-12-31"),), []),
    "half a year to answer and a day": (((ROUNDS, "due_on: 2018-07-15", "due_on: 2019-01-01"),), ["round-long"]),
    "a round a year after its period": (
        ((ROUNDS, "period: 2018-H1\n  opens_on: 2018-07-01", "period: 2017-H1\n  opens_on: 2018-06-29"),),
        [],
    ),
    "a round a year and a day after its period": (
        ((ROUNDS, "period: 2018-H1\n  opens_on: 2018-07-01", "period: 2017-H1\n  opens_on: 2018-06-30"),),
        ["round-late"],
    ),
    "a result of about so much": (
        (results(f"{OWN}, period: 2017, value: 5, value_text: 5万株左右"),),
        ["qualifier-missing"],
    ),
    "a result of so much and more": (
        (results(f"{OWN}, period: 2017, value: 5, value_text: 5万多株"),),
        ["qualifier-missing"],
    ),
    "a result that is striven for": (
        (results(f"{OWN}, period: 2017, value: 5, value_text: 力争5万株"),),
        ["qualifier-missing"],
    ),
    "more between ten thousand and what is counted": (
        (results(f"{OWN}, period: 2017, value: 5, value_text: 5万余株, qualifier: 余"),),
        [],
    ),
    "more between ten thousand and something else": (
        (results(f"{OWN}, period: 2017, value: 5, value_text: 5万余棵, qualifier: 余"),),
        ["printed-unit"],
    ),
    "a part above its whole that another one has replaced": (
        (
            disclosed(
                "targets",
                "{indicator: output-industry, id: old, start_year: 2016, end_year: 2020, comparator: ≥, value: 900, "
                "value_text: 900亿元以上, replaced_by: output-industry-2016-2020, source: {locator: 二-8}}",
            ),
        ),
        [],
    ),
    "what was expected, told behind what came of it": (
        (
            indicators("id: a, name: 存量, measure: 期末水平, unit: 万株, direction: 越高越好"),
            (
                DISCLOSURE,
                "observations:\n",
                "observations:\n"
                f"  - {{{LEVEL}, period: 2016, status: 快报, value: 40.5, value_text: 40.5万株}}\n"
                f"  - {{{LEVEL}, id: b, period: 2016, status: 预计, value: 405.5, value_text: 405.5万株}}\n"
                f"  - {{{LEVEL}, period: 2017, status: 实际, value: 41, value_text: 41万株}}\n",
            ),
        ),
        [],
    ),
    "a number of the year before": (((DOCUMENTS, "〔2016〕7号", "〔2015〕7号"),), []),
    "a number of two years before": (((DOCUMENTS, "〔2016〕7号", "〔2014〕7号"),), ["number-year"]),
    "a number of the year after": (((DOCUMENTS, "〔2016〕7号", "〔2017〕7号"),), ["number-year"]),
    "a number of the year in which it was published": (
        (
            (DOCUMENTS, "〔2016〕7号", "〔2017〕7号"),
            (DOCUMENTS, "signed_on: 2016-05-20", "signed_on: 2016-12-30\n  published_on: 2017-01-05"),
        ),
        [],
    ),
    "days out of order in the first year of which a ledger tells": (
        (
            (
                DOCUMENTS,
                "- id: doc-2018\n",
                "- {id: old, title: 旧文, issuer: 云澜区人民政府, signed_on: 1950-01-01, published_on: 1949-12-01,"
                " validity: 未标注}\n- id: doc-2018\n",
            ),
        ),
        ["days-order"],
    ),
    "a target of a year behind those of some years, above these": (
        (
            indicators("id: a, name: 企业, measure: 规划期累计, unit: 家, direction: 越高越好"),
            disclosed("targets", f"{{{OF_YEARS}, start_year: 2016, end_year: 2018, value: 500, value_text: 500家}}"),
            (
                DISCLOSURE,
                "observations:\n",
                f"  - {{{OF_YEARS}, start_year: 2019, end_year: 2019, value: 700, value_text: 700家}}\nobservations:\n",
            ),
        ),
        [],
    ),
    "a number of a heading that is none": ((("sections/five.yml", "number: 一、", "number: 三三、"),), []),
    "a heading that has words in the place of a number": ((("sections/five.yml", "number: 一、", "number: 附"),), []),
    "a university that is told to be no third party": (
        ((DISCLOSURE, "evaluator: 区发展局", "evaluator: 某大学"),),
        ["third-party"],
    ),
    "a part in a month of which the whole is not told": (
        (
            results(
                f"{OWN}, id: a, period: 2017, value: 5, value_text: 5万株",
                f"{OWN}, id: b, organization: 望星镇, period: 2016, value: 9, value_text: 9万株",
            ),
        ),
        [],
    ),
    "a level in percentage points that is printed as a share": (
        (
            indicators("id: town, name: 城镇化率, measure: 期末水平, unit: 百分点, direction: 越高越好"),
            results("indicator: town, period: 2017, value: 2, value_text: 2%, basis: 时点"),
        ),
        [],
    ),
    "a number and more as an upper bound": (
        (disclosed("targets", f"{{{UP_TO}, value: 500, value_text: 500余亿元}}"),),
        ["comparator-words", "comparator-direction"],
    ),
    "more of a number that is an upper bound": (
        (disclosed("targets", f"{{{UP_TO}, value: 500, value_text: 500亿元, qualifier: 余}}"),),
        ["qualifier-comparator", "comparator-direction"],
    ),
    "another word of effort than the printed one": (
        (disclosed("targets", f"{{{GOAL}, tier: 挑战, value: 500, value_text: 力争500亿元, qualifier: 确保}}"),),
        ["qualifier-words"],
    ),
    "the printed word of effort": (
        (disclosed("targets", f"{{{GOAL}, tier: 挑战, value: 500, value_text: 力争500亿元, qualifier: 力争}}"),),
        [],
    ),
    "a year in another age of a document that has a day": (
        (results(f"{OWN}, period: 2099, value: 5, value_text: 5万株"),),
        ["observation-late"],
    ),
    "a sign that got lost before words": (
        (results(f"{OWN}, period: 2017, value: 5, value_text: -五万株"),),
        ["value-text"],
    ),
    "a number that is left out, with a passage that is none": (
        (("exclusions/doc-2018.yml", "passage: 3-7", "passage: x3-7"),),
        ["exclusion-passage"],
    ),
    "a letter that nobody sees": (((FIVE_TASKS, "summary: 把产业做大", "summary: 把产业\u3164做大"),), ["invisible"]),
    "a character that nobody sees, in a comment": (
        ((PROJECTS, "- id: ring-road\n", "# 看\u202e不见\n- id: ring-road\n"),),
        ["hidden"],
    ),
    "the same character in a cell and in the comment behind it": (
        ((FIVE_TASKS, "summary: 把产业做大\n", "summary: 把产业\u202e做大 # 看\u202e不见\n"),),
        ["invisible"],
    ),
}


@pytest.mark.parametrize(("edits", "codes"), CASES.values(), ids=CASES.keys())
def test_codes(edits: tuple[Edit, ...], codes: list[str]) -> None:
    """These and no others."""
    assert [one.code for one in findings(*edits)] == codes


def test_a_plan_of_more_than_thirty_years_makes_no_time_near() -> None:
    """What lies beyond the other plans is told as far."""
    far = (PLANS, "end_year: 2020", "end_year: 2046"), (PROJECTS, "finishes: 2018", "finishes: 2040")
    assert "day-far" in [one.code for one in findings(*far)]


def test_names_are_proposed_for_two_hundred_mistakes() -> None:
    """With more of them the search would take long."""
    names = [f"grow{number}" for number in range(201)]
    unknown = [
        one
        for one in findings((DISCLOSURE, "tasks: [grow]", f"tasks: [{', '.join(names)}]"))
        if one.code == "foreign-key"
    ]
    assert ["grow" in str(one.values["hint"]) for one in unknown] == [*[True] * 200, False]


@pytest.mark.parametrize(
    ("unit", "text", "is_doubted"),
    [
        ("万人", "4万", False),
        ("万人", "4亿", True),
        ("人", "4万", True),
        ("人", "4人次", True),
        ("人次", "4人次", False),
        ("万人", "4万人次", True),
        ("件", "4件/万人", True),
        ("件/万人", "4件/万人", False),
        ("万人", "4万人左右", False),
    ],
)
def test_the_printed_unit(unit: str, text: str, is_doubted: bool) -> None:
    """One that goes on is another one; the words of the scale may stand without what they count."""
    own = indicators(f"id: x, name: 服务群众, measure: 规划期累计, unit: {unit}, direction: 越高越好")
    told = f"indicator: x, period: 2017, value: 4, value_text: {text}, basis: 当年"
    told += ", qualifier: 左右" if "左右" in text else ""
    assert [one.code for one in findings(own, results(told))] == ["printed-unit"] * is_doubted
