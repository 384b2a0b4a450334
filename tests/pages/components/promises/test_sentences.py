"""What a page says of a promise: a sentence for each kind, to be read aloud; only a five-year plan is called 五年."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.ledger.enums import State
from generator.pages.components.promises.chain import chain_steps
from generator.pages.components.promises.lead import lead_sentence
from generator.pages.components.promises.needed import arithmetic
from generator.pages.components.promises.task import task_lead, task_steps
from generator.pages.context import PageContext
from tests.analysis.small_ledger import DISCLOSURE, GOAL, index_of
from tests.conftest import ROOT
from tests.helpers.pages import context_of
from tests.helpers.sites import DISTRICT

SAMPLES = ROOT / "tests" / "samples"
LEDGERS = {
    "real": ROOT / "data",
    "district": DISTRICT,
    **{name: SAMPLES / name / "data" for name in ("two-plans", "beiwan", "qingshi", "yuntan")},
}
CONTEXTS: dict[str, PageContext] = {}


def context(name: str) -> PageContext:
    """What the pages of a ledger are made from, made once."""
    if name not in CONTEXTS:
        CONTEXTS[name] = context_of(LEDGERS[name])
    return CONTEXTS[name]


@pytest.mark.parametrize(
    ("ledger", "indicator", "sentence"),
    [
        pytest.param(
            *("real", "new-jobs"),
            "2017 年完成 4.15 万人，高于五年平均的 2.92 万人；2018 年的目标是 2.35 万人，"
            "低于其余 4 年平均每年还要的 2.61 万人。",
            id="sum with a year and an annual target",
        ),
        pytest.param(
            *("district", "new-jobs"),
            "已知的合计 0.82 万人，占目标的 34.2%；没有全年数的 4 年，平均每年还要 0.4 万人。",
            id="sum of several figures",
        ),
        pytest.param(
            *("yuntan", "markets-renovated"),
            "所收文件没有给出任何一年的完成值，不知道五年合计 15 个做了多少。",
            id="silent sum",
        ),
        pytest.param(
            *("real", "2018-new-service-firms"),
            "所收文件没有给出 2018 年的数，不知道目标 50 家以上是否做到。",
            id="silent sum of one year",
        ),
        pytest.param(
            *("real", "gdp-growth"), "所收文件没有给出各年的增速，不知道五年年均 10% 以上是否达到。", id="silent growth"
        ),
        pytest.param(
            *("real", "famous-brand-products"),
            "所收文件没有给出目标期内的数，不知道离目标 110 个以上还有多远；"
            "2018 年的目标是 80 个以上；有 2 条线索，不计入完成。",
            id="silent level with an annual target and clues",
        ),
        pytest.param(
            *("district", "industrial-output"),
            "2023 年为 860 亿元，目标是超过 1000 亿元；文件没有给出起点，不能判断快慢。",
            id="level with figures",
        ),
        pytest.param(
            *("district", "accident-deaths"),
            "2021 年未披露、2022 年 4 人（已达到）、2023 年未披露；目标是每年不超过 5 人，缺 2021 年、2023 年的数。",
            id="each year",
        ),
        pytest.param(
            *("district", "water-use-reduction"),
            "所收文件没有给出可比的数，不知道目标比基期减少 15% 以上做到多少。",
            id="silent change",
        ),
        pytest.param(*("district", "park-phase-two"), "还没有文件说办成没有。", id="silent milestone"),
        pytest.param(
            *("district", "civility"),
            "目标是文字要求，没有数可以算，只能看文件怎么说；有 1 条线索，不计入完成。",
            id="words",
        ),
        pytest.param(
            *("district", "riverside-trail-length"), "指标已由别的指标接替，不再判断。", id="what ended is not judged"
        ),
    ],
)
def test_a_sentence_for_each_kind(ledger: str, indicator: str, sentence: str) -> None:
    """Each is what a page begins with."""
    made = context(ledger)
    assert lead_sentence(made, made.promises.chain(indicator)) == sentence


def test_jobs_on_one_line() -> None:
    """The promise, the year without a figure, the figure, the annual target, what is left."""
    made = context("real")
    steps = chain_steps(made, made.promises.chain("new-jobs"))
    assert [(step.label, step.value, step.kind) for step in steps] == [
        ("五年目标", "14.6 万人", ""),
        ("2016 年", "没有披露", "silent"),
        ("2017 年完成值", "4.15 万人", ""),
        ("2018 年目标", "2.35 万人", ""),
        ("还要", "10.45 万人", "needed"),
    ]
    assert steps[-1].notes == ("2016 年和 2018—2020 年合计，平均每年 2.61 万人",)
    assert steps[0].notes == ("合每年 2.92 万人",)


def test_the_arithmetic_can_be_done_again() -> None:
    """Each line is a sum that a reader can check, and the caveats say what it is not."""
    made = context("real")
    found = arithmetic(made, made.promises.chain("new-jobs"))
    assert found is not None
    assert [row.formula for row in found.rows] == [
        "14.6 − 4.15 ＝ 10.45 万人",
        "10.45 ÷ 4 ＝ 2.61 万人",
        "(10.45 − 2.35) ÷ 3 ＝ 2.7 万人",
    ]
    assert found.caveats == (
        "2016 年已经过去而没有披露，所以还要的数里，可能有一部分早已完成。",
        "2018 年的 2.35 万人是目标，不是结果。",
        "这是算术，不是预测，也不是判断；平均数取两位小数。",
    )


def test_gdp_is_admitted_on_its_line() -> None:
    """The document's word stands in its year; the last step looks for the rates and judges nothing."""
    made = context("real")
    steps = chain_steps(made, made.promises.chain("gdp-growth"))
    assert [(step.label, step.value, step.notes) for step in steps[2:]] == [
        ("2017 年", "文件自认没有达到", ("未达预期“还有差距”",)),
        ("还要看", "各年的增速", ("从 2016 年起逐年相连，才算得出平均",)),
    ]


@pytest.mark.parametrize(
    ("ledger", "indicator", "last"),
    [
        ("district", "industrial-output", ("还要看", "2025 年底的数", ("最近的是 860 亿元，与目标差 140 亿元",))),
        ("two-plans", "forest", ("还要看", "2025 年底的数", ("最近的是 25.2%，与目标差 0.8 个百分点",))),
        ("two-plans", "135-forest", ("结果", "未达到", ())),
        ("district", "street-lights", ("还差", "90 盏", ())),
        ("district", "park-phase-two", ("还要看", "办成的说明", ("文件说办成了，才算",))),
        ("district", "connected-waterways", ("还要看", "各年的完成值", ("已有的数不能直接相减",))),
        ("real", "2018-new-service-firms", ("还要看", "全年的完成值", ("还没有这一年的数",))),
    ],
)
def test_the_last_step_forecasts_nothing(ledger: str, indicator: str, last: tuple[object, ...]) -> None:
    """A difference to a level, what a document would have to say, or the state where it is decided."""
    made = context(ledger)
    assert chain_steps(made, made.promises.chain(indicator))[-1][:3] == last


@pytest.mark.parametrize("ledger", LEDGERS)
def test_sentences_of_all_indicators_read_well(ledger: str) -> None:
    """They end once, no sign stands twice, no blank is lost or doubled, and 五年 is said of five-year plans alone."""
    made = context(ledger)
    for indicator in made.index.indicators:
        chain = made.promises.chain(indicator)
        found, steps = arithmetic(made, chain), chain_steps(made, chain)
        sentence = lead_sentence(made, chain)
        notes = [note for step in steps for note in (step.label, step.value, *step.notes)]
        words = [sentence, *notes, *(row.words for row in found.rows if found)] if found else [sentence, *notes]
        assert bool(sentence) == bool(steps) == (chain.main is not None)
        assert not sentence or (sentence.endswith("。") and sentence.count("。。") == 0)
        for text in filter(None, words):
            assert not re.search(r"  |[，；。、][，；。、]|\{|\}|None|[\u4e00-\u9fff] [\u4e00-\u9fff]", text), text
            assert not re.search(r"[%\d][\u4e00-\u9fff]|[\u4e00-\u9fff][≥≤<>]", text) or _printed(made, text), text
        if not chain.five_years:
            own = chain.main.target.value_text if chain.main else ""
            assert not any("五年" in text for text in words if text not in own), words


def _printed(made: PageContext, text: str) -> bool:
    """Whether close letters come from words that a document or a person wrote, not from a pattern of ours."""
    target = {t.value_text for t in made.index.ledger.targets}
    spoken = {r.summary for r in made.index.ledger.reports}
    return any(words in text for words in (*target, *spoken))


@pytest.mark.parametrize("ledger", LEDGERS)
def test_nothing_is_needed_of_what_is_decided(ledger: str) -> None:
    """A target that is reached, missed or ended has no arithmetic of what is left."""
    made = context(ledger)
    for indicator in made.index.indicators:
        chain = made.promises.chain(indicator)
        if chain.main and chain.main.state in (State.REACHED, State.MISSED, State.ENDED):
            assert arithmetic(made, chain) is None


# -- tasks


@pytest.mark.parametrize(
    ("ledger", "task", "sentence"),
    [
        ("real", "employment", "由区人力社保局牵头；2 个目标，1 个有完成情况；2017 年有进展 1 条，说的事还在推进。"),
        (
            "real",
            "gdp-growth",
            "由区发展改革委牵头；1 个目标，文件没有给出完成情况；2017 年有进展 1 条，说的事未达预期。",
        ),
        (
            "real",
            "advanced-manufacturing",
            "由区工业和信息化委牵头；2 个目标，文件都没有给出完成情况；2017 年有进展 1 条，说的事未达预期。",
        ),
        (
            "district",
            "old-market",
            "由区城市建设局牵头，1 个单位配合；没有可以衡量的目标；2023 年第三季度有进展 1 条，说的事还在推进。",
        ),
        ("two-plans", "night-market", "由区商务委牵头；已取消，不再继续。"),
        ("two-plans", "2024-digital", "由区工信局牵头，1 个单位配合；1 个目标，文件没有给出完成情况；没有文字进展。"),
    ],
)
def test_a_task_begins_with_who_and_how_far(ledger: str, task: str, sentence: str) -> None:
    """Who leads, how many targets have a figure, what documents said last."""
    made = context(ledger)
    assert task_lead(made, made.promises.task_chain(task)) == sentence


def test_milestones_and_reports_stand_in_the_order_of_time() -> None:
    """From the plan to the deadline; what a document calls missed is marked on its step."""
    made = context("district")
    steps = task_steps(made, made.promises.task_chain("old-market"))
    assert [(step.label, step.value, step.kind) for step in steps] == [
        ("重点工作", "文字要求", ""),
        ("2023 年 4 月底前", "腾空市场", ""),
        ("2023 年 5 月底前", "改造开工", "admitted"),
        ("2023 年第三季度进展", "推进中", ""),
        ("2023 年 10 月底前", "主体完工", ""),
        ("到期", "2023 年 12 月底前", ""),
    ]


@pytest.mark.parametrize("ledger", LEDGERS)
def test_sentences_of_all_tasks_read_well(ledger: str) -> None:
    """Every task has a sentence and at least a beginning and an end; only tasks of five-year plans say 五年."""
    made = context(ledger)
    for task in made.index.tasks:
        chain = made.promises.task_chain(task)
        sentence, steps = task_lead(made, chain), task_steps(made, chain)
        assert sentence.endswith("。") and len(steps) >= 2
        assert not re.search(r"  |[，；。、：][，；。、]|\{|\}|None", sentence), sentence
        assert all(step.label and step.value for step in steps)
        assert ("五年" in steps[0].label) == chain.five_years


@pytest.mark.parametrize(
    ("end", "asked", "sentence", "row"),
    [
        (2018, "6", "2018 年的目标是 6 万株，高于还要的 5 万株。", None),
        (2018, "5", "2018 年的目标是 5 万株，等于还要的 5 万株。", None),
        (2019, "3", "2018 年的目标是 3 万株，高于其余 2 年平均每年还要的 2.5 万株。", "5 − 3 ＝ 2 万株"),
    ],
)
def test_of_one_year_that_is_left_there_is_no_mean(
    end: int, asked: str, sentence: str, row: str | None, tmp_path: Path
) -> None:
    """It needs what is left, or what is left behind the target of another year."""
    goal = f"{GOAL}, value: {asked}, value_text: {asked}万株"
    target = "    value: 10\n"
    index = index_of(
        tmp_path,
        (DISCLOSURE, "targets:\n", f"targets:\n  - {{{goal}}}\n"),
        ("indicators/five/01-industry.yml", target, f"{target}    start_year: 2016\n    end_year: {end}\n"),
    )
    own = PageContext(index)
    chain = own.promises.chain("planting")
    assert lead_sentence(own, chain).endswith(f"；{sentence}")
    found = arithmetic(own, chain)
    assert found and [r.formula for r in found.rows if "年度目标" in r.words] == [row] * (row is not None)
    assert not any("1 年平均" in r.words for r in found.rows)
