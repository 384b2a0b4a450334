"""The comparison with the official texts finds what is wrong in a record, and is silent where nothing is.

The invented district is compared wherever the tests run, the ledger under data/ where its texts are at hand. Both are
then broken in memory, one record at a time.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from generator.language import finding_words
from generator.language.official_text import digest, fingerprint, normalise
from generator.ledger.checks.run import check
from generator.ledger.reading.findings import worst_first
from generator.ledger.reading.rows import Exclusion
from generator.ledger.reading.site_settings import read_site
from generator.ledger.verify import PartCoverage, Verification, verify
from tests.helpers import ledger
from tests.helpers.endurance import some
from tests.helpers.ledger import Case, case, contract, edited, write
from tests.helpers.verify import (
    BREAKS,
    DISTRICT,
    REAL_TEXTS,
    Break,
    Sample,
    copy_of,
    district,
    needs_real_texts,
    params,
    read,
    real,
    silent,
)
from tests.ledger.verify import test_clauses

NOTICE: Final = "chengxi-145-task-assignment-2021"
ANNUAL: Final = "chengxi-annual-plan-2023"
REVIEW: Final = "chengxi-145-midterm-review-2023"
KEY_WORK: Final = "chengxi-key-work-2023"
PROGRESS: Final = "chengxi-progress-2023-q3"
EARLIER: Final = "chengxi-135-task-assignment-2016"
"""The notice of the plan before, whose text is not at hand."""


# -- nothing wrong, nothing found


def test_district_passes_the_checks() -> None:
    """The rows of the invented district fit the contract and the rules, and its settings are complete."""
    tables = district().tables
    assert [str(f) for f in check(tables, contract())] == []
    site, findings = read_site(tables.site)
    assert findings == []
    assert site is not None
    assert not site.demonstration
    assert all((site.url, site.publisher, site.contact, site.site_code, site.icp, site.police, site.keywords))


def test_district_feeds_every_table_and_every_word_of_the_contract() -> None:
    """Each table has rows; each value of an enum stands in one."""
    rows = district().tables.rows
    assert [name for name, found in rows.items() if not found] == []
    missing = {
        (name, f.name, value)
        for name, spec in contract().tables.items()
        for f in spec.fields
        for value in set(f.enum) - {r[f.name] for r in rows[name]}
    }
    assert missing == set()


def test_district_agrees_with_its_texts() -> None:
    """Every passage has its fingerprint, every parenthesis its task, every number a record or a reason."""
    result = verify(district().tables, district().texts)
    assert [str(f) for f in result.findings] == []
    assert (result.fingerprints, result.mismatches) == (237, 0)
    assert (result.parentheses, result.matched) == (22, 22)
    assert result.without_text == [EARLIER]


def test_district_coverage_by_part() -> None:
    """Numbers are counted for each part of a document, between its highest headings: all, used, excluded."""
    found = [(p.document, p.part, p.numbers, p.used, p.excluded) for p in _parts(district())]
    assert found == [
        (REVIEW, "文首", 8, 0, 8),
        (REVIEW, "二", 7, 6, 1),
        (REVIEW, "三", 17, 17, 0),
        (REVIEW, "四", 3, 0, 3),
        (NOTICE, "文首", 19, 0, 19),
        (NOTICE, "一", 0, 0, 0),
        (NOTICE, "二", 9, 8, 1),
        (NOTICE, "三", 14, 12, 2),
        (NOTICE, "四", 2, 0, 2),
        (NOTICE, "五", 4, 0, 4),
        (ANNUAL, "文首", 13, 0, 13),
        (ANNUAL, "一", 14, 13, 1),
        (ANNUAL, "二", 8, 7, 1),
        (KEY_WORK, "文首", 4, 0, 4),
        (KEY_WORK, "一", 27, 12, 15),
        (KEY_WORK, "二", 18, 13, 5),
        (KEY_WORK, "三", 21, 12, 9),
        (PROGRESS, "文首", 30, 10, 20),
        (PROGRESS, "水系连通专项规划", 0, 0, 0),
        (PROGRESS, "清水行动计划", 4, 0, 4),
    ]


def _parts(sample: Sample) -> list[PartCoverage]:
    return verify(sample.tables, sample.texts).parts


def test_a_lost_number_lowers_the_coverage_of_its_part_alone() -> None:
    """What a part lacks is the difference of its numbers and of those that are used or excluded."""
    broken = district().copy()
    broken.tables.rows["observations"].remove(broken.row("observations", "accident-deaths-2022"))
    lacking = {(p.document, p.part): p.numbers - p.used - p.excluded for p in _parts(broken)}
    assert {part: count for part, count in lacking.items() if count} == {(ANNUAL, "一"): 1}


@pytest.mark.parametrize("path", sorted((DISTRICT / "sources").glob("*.txt")), ids=lambda p: str(p.stem))
def test_the_texts_of_the_district_need_their_normal_form(path: Path) -> None:
    """Full-width characters and white space stand in the files, so neither step of the normal form can be left out."""
    raw = path.read_text(encoding="utf-8-sig")
    assert normalise(raw) != "".join(raw.split())
    assert len(normalise(raw)) < len(raw.replace("\n", ""))
    assert district().row("documents", path.stem)["text_sha256"] == digest(normalise(raw))


def test_documents_without_text_are_named_and_not_judged() -> None:
    """Where no text is at hand nothing is found, and the document is named as such."""
    tables, texts = district().tables, dict(district().texts)
    assert verify(tables, {}) == Verification(without_text=[NOTICE, ANNUAL, REVIEW, KEY_WORK, PROGRESS, EARLIER])
    del texts[REVIEW]
    rest = verify(tables, texts)
    assert (rest.findings, rest.without_text) == ([], [REVIEW, EARLIER])
    assert {p.document for p in rest.parts} == {NOTICE, ANNUAL, KEY_WORK, PROGRESS}


@needs_real_texts
def test_the_real_ledger_agrees_with_its_texts() -> None:
    """All 141 responsibility parentheses have their task, no fingerprint is wrong, and no number is left over."""
    result = verify(real().tables, real().texts)
    assert [str(f) for f in result.findings] == []
    assert (result.parentheses, result.matched, result.mismatches) == (141, 141, 0)
    assert result.without_text == []
    assert [p for p in result.parts if p.numbers != p.used + p.excluded] == []


# -- one record wrong, and it is found


@pytest.mark.sampled
@pytest.mark.parametrize("test_break", params(BREAKS))
def test_a_break_of_the_district_is_noticed(test_break: Break) -> None:
    """Whatever record of the district is broken in this way, the rule notices and leads to it."""
    count = test_break.count(district())
    assert count, "no record to which this could be done"
    assert silent(district(), test_break, some(range(count), most=2)) == []


def real_breaks() -> list[Break]:
    """The breaks for which the real ledger has a record; all of them where its texts are not at hand."""
    return [b for b in BREAKS if not REAL_TEXTS.is_dir() or b.count(real())]


@needs_real_texts
def test_the_real_ledger_is_broken_in_many_ways() -> None:
    """At least thirty ways to break a record apply to the real ledger."""
    assert len(real_breaks()) >= 30


@needs_real_texts
@pytest.mark.sampled
@pytest.mark.parametrize("test_break", params(real_breaks()))
def test_a_break_of_the_real_ledger_is_noticed(test_break: Break) -> None:
    """A record of the real ledger that is broken in this way is noticed; in make endurance each of them."""
    assert silent(real(), test_break, some(range(test_break.count(real())), most=1)) == []


# -- the words of each finding, with file, line and column

KEY_TASKS: Final = "tasks/plan-2021-2025/02-key-tasks.yml"
MAIN_TARGETS: Final = "indicators/plan-2021-2025/01-main-targets.yml"
DISCLOSED: Final = f"disclosures/{ANNUAL}.yml"
EXCLUDED: Final = f"exclusions/{NOTICE}.yml"
SHARED_OUT: Final = f"disclosures/{NOTICE}.yml"
FIRST_SECTIONS: Final = "sections/plan-2021-2025.yml"

FIRST_EXCLUSION: Final = "- {number: 十四, passage: 33-35, fingerprint: 29473899eff56892, reason: 名称}\n"

SECOND_SHARE: Final = """\
  - indicator: river-length
    organization: 松坞镇
    start_year: 2021
    end_year: 2025
    comparator: '='
    value: 60
    value_text: 60公里
    source: {locator: 三(一)1-1, passage: 595-610, fingerprint: 896c31ebe8c15f38}
"""

SECOND_TASK: Final = """\
- id: riverside-trail-again
  section: s2021-3-1-1
  title: 修建滨河步道
  title_source: 原文
  summary: 同一句话又录了一次
  kind: 重点任务
  lead_mode: 单独牵头
  lead: [区水务局]
  support: [澄溪城投公司]
  source: {locator: 三(一)1-2, passage: 647-697, fingerprint: d2eb9dddf3165c88}
"""

CASES: Final[dict[str, Case]] = {
    "verify-text": case(
        ("documents.yml", "text_sha256: 30f1", "text_sha256: «40f1"),
        expect="{0}: 文本校验值与所给文本不同，给的可能不是“chengxi-annual-plan-2023”。请核对文本文件；确实换了文本的，"
        f"把 text_sha256 改为 {digest(district().texts[ANNUAL])}，再用 relocate 命令找回各处区间。",
    ),
    "verify-header": case(
        ("documents.yml", "doc_number: 澄政办发〔2021〕6号", "doc_number: «澄政办发〔2021〕7号"),
        ("documents.yml", "published_on: 2021-03-15", "published_on: «2021-03-16"),
        expect=(
            "{0}: 著录项 doc_number 的“澄政办发〔2021〕7号”不在文件文本里。请按文件改正。",
            "{1}: 著录项 published_on 的“2021-03-16”不在文件文本里。请按文件改正。",
        ),
    ),
    "verify-range": case(
        (f"disclosures/{REVIEW}.yml", "passage: 448-459", "passage: «448-9459"),
        expect="{0}: 原文区间 448-9459 超出文本长度 482。请用 locate 命令重新取得。",
    ),
    "verify-fingerprint": case(
        (DISCLOSED, "fingerprint: c66a", "fingerprint: «066a"),
        expect="{0}: 原文区间 347-358 的指纹与文本不符。请核对区间，用 locate 命令重新取得。",
    ),
    "verify-fingerprint, of another passage": case(
        (DISCLOSED, "passage: 347-358, fingerprint: ", "passage: 347-357, fingerprint: «"),
        expect="{0}: 原文区间 347-357 的指纹与文本不符。请核对区间，用 locate 命令重新取得。",
    ),
    "verify-parenthesis, without a task": case(
        ("documents.yml", f"id: {NOTICE}", f"id: «{NOTICE}"),
        (KEY_TASKS, ", passage: 647-697, fingerprint: d2eb9dddf3165c88", ""),
        expect="{0}: 责任括注 680-697 应当恰好是一个任务的结尾，现在有 0 个任务。请补录任务，或改正原文区间。",
    ),
    "verify-parenthesis, without a task in a plan that is not the first": case(
        ("documents.yml", f"id: {ANNUAL}", f"id: «{ANNUAL}"),
        ("tasks/plan-2023/01-main-tasks.yml", ", passage: 578-613, fingerprint: 6e2b7c28f065d60d", ""),
        expect="{0}: 责任括注 601-613 应当恰好是一个任务的结尾，现在有 0 个任务。请补录任务，或改正原文区间。",
    ),
    "verify-parenthesis, with two tasks": case(
        (KEY_TASKS, "passage: 647-697", "passage: «647-697"),
        (KEY_TASKS, "- id: connected-waterways\n", f"{SECOND_TASK}- id: connected-waterways\n"),
        expect="{0}: 责任括注 680-697 应当恰好是一个任务的结尾，现在有 2 个任务。请补录任务，或改正原文区间。",
    ),
    "verify-assignment, of another role": case(
        (KEY_TASKS, "title: 修建滨河步道", "title: «修建滨河步道"),
        (KEY_TASKS, "lead: [区水务局]\n  support: [澄溪城投公司]", "lead: [区水务局, 澄溪城投公司]"),
        expect="{0}: 任务 riverside-trail 的分工与责任括注不同，括注是：区水务局(牵头)、澄溪城投公司(配合)。"
        "请按括注的次序和角色改正。",
    ),
    "verify-assignment, in another order": case(
        (KEY_TASKS, "title: 连通城乡水系", "title: «连通城乡水系"),
        (KEY_TASKS, "lead: [区水务局, 各镇人民政府]", "lead: [各镇人民政府, 区水务局]"),
        expect="{0}: 任务 connected-waterways 的分工与责任括注不同，括注是："
        "区水务局(牵头)、各镇人民政府(牵头)、桐汀街道(配合)。请按括注的次序和角色改正。",
    ),
    "verify-mode": case(
        (KEY_TASKS, "lead_mode: 分别牵头", "lead_mode: «按职责分工牵头"),
        expect="{0}: 牵头方式“按职责分工牵头”与责任括注不符。请改为“分别牵头”。",
    ),
    "verify-organization": case(
        ("tasks/plan-2021-2025/03-safeguards.yml", "[各镇人民政府, 桐汀街道]", "[各镇人民政府, «团区委]"),
        expect="{0}: “团区委”不在任务 report-progress 的原文里。请按印发件的写法改正。",
    ),
    "verify-scope": case(
        (KEY_TASKS, "scope: 北河片", "scope: «东河片"),
        expect="{0}: 任务 river-treatment 的原文没有写这个单位负责“东河片”。请按印发件的写法改正，或删去。",
    ),
    "verify-member": case(
        ("organizations/others.yml", "member: 松坞镇", "member: «桐汀街道"),
        expect="{0}: 成员“桐汀街道”的名称不在原文区间 356-363 里。请改正成员或区间。",
    ),
    "verify-title, of a task": case(
        (KEY_TASKS, "title: 修建滨河步道", "title: «修好滨河步道"),
        expect="{0}: 题名“修好滨河步道”标为原文，而原文里没有。请按原文改正，或标为 自拟。",
    ),
    "verify-title, of a heading": case(
        ("sections/plan-2022.yml", "title: 民生水平提高", "title: «民生水平下降"),
        expect="{0}: 题名“民生水平下降”标为原文，而原文里没有。请按原文改正，或标为 自拟。",
    ),
    "verify-number-of-section": case(
        (FIRST_SECTIONS, "number: (二)\n      title: 壮大", "number: «(三)\n      title: 壮大"),
        expect="{0}: 标题编号“(三)”与原文不符。请按原文改正。",
    ),
    "verify-value": case(
        (DISCLOSED, "value_text: 780亿元", "value_text: «780.0亿元"),
        ("documents.yml", f"id: {ANNUAL}", f"id: «{ANNUAL}"),
        expect=(
            "{0}: 原文表述“780.0亿元”不在原文区间 299-313 里。请按原文改正表述或区间。",
            "{1}: 数字“780”（308-311，“上工业总产值780亿元,增长9”）没有记录使用，也没有列入不计入的数字。"
            "请收录它，或在 exclusions/ 写明理由。",
        ),
    ),
    "verify-unit": case(
        (MAIN_TARGETS, "unit: 人\n", "unit: «户\n"),
        expect=(
            "{0}: 计量单位“户”不在原文表述“4人”里。请按原文改正单位。",
            "{0}: 计量单位“户”不在原文表述“控制在5人以内”里。请按原文改正单位。",
        ),
    ),
    "verify-unit, without its ten thousand": case(
        (MAIN_TARGETS, "unit: 万人\n", "unit: «人\n"),
        expect=(
            "{0}: 计量单位“人”不在原文表述“0.3万人”里。请按原文改正单位。",
            "{0}: 计量单位“人”不在原文表述“0.52万人”里。请按原文改正单位。",
            "{0}: 计量单位“人”不在原文表述“2.4万人”里。请按原文改正单位。",
        ),
    ),
    "verify-part": case(
        (f"disclosures/{REVIEW}.yml", "organization: 松坞镇", "organization: «桐汀街道"),
        expect="{0}: “桐汀街道”的名称不在原文区间 279-285 里或前后。请改正单位或区间。",
    ),
    "verify-comparator": case(
        (MAIN_TARGETS, "comparator: '='", "comparator: «'≥'"),
        expect="{0}: 比较符“≥”在原文区间 426-435 里没有相应的词。请按原文改正；只有数字时用 =。",
    ),
    "verify-qualifier": case(
        (DISCLOSED, "qualifier: 预计", "qualifier: «力争"),
        expect="{0}: 限定词“力争”不在原文区间 284-298 里。请按原文改正，或删去。",
    ),
    "verify-name": case(
        (MAIN_TARGETS, "name: 森林覆盖率", "name: «森林蓄积率"),
        expect="{0}: 指标名称“森林蓄积率”里的“蓄积”不是原文的字词。请用原文的字词命名。",
    ),
    "value-text, negative": case(
        (DISCLOSED, "value: 780", "value: «-780"),
        expect="{0}: 数值“-780”与原文表述“780亿元”里的数不同。请核对原文，改正其中一项。",
    ),
    "value-text": case(
        (DISCLOSED, "value: 780", "value: «870"),
        expect="{0}: 数值“870”与原文表述“780亿元”里的数不同。请核对原文，改正其中一项。",
    ),
    "verify-number, of a record": case(
        ("documents.yml", f"id: {ANNUAL}", f"id: «{ANNUAL}"),
        (DISCLOSED, ", passage: 402-412, fingerprint: 43cedcc48be37790", ""),
        expect="{0}: 数字“4”（410-411，“安全事故死亡4人。全年治理”）没有记录使用，也没有列入不计入的数字。"
        "请收录它，或在 exclusions/ 写明理由。",
    ),
    "verify-number, of two equal figures": case(
        ("documents.yml", f"id: {NOTICE}", f"id: «{NOTICE}"),
        (SHARED_OUT, SECOND_SHARE, ""),
        expect="{0}: 数字“60”（606-608，“公里,松坞镇60公里;鹭汀镇”）没有记录使用，也没有列入不计入的数字。"
        "请收录它，或在 exclusions/ 写明理由。",
    ),
    "verify-number, of an exclusion": case(
        ("documents.yml", f"id: {NOTICE}", f"id: «{NOTICE}"),
        (EXCLUDED, FIRST_EXCLUSION, ""),
        expect="{0}: 数字“十四”（33-35，“和社会发展第十四个五年规划纲”）没有记录使用，也没有列入不计入的数字。"
        "请收录它，或在 exclusions/ 写明理由。",
    ),
    "verify-exclusion": case(
        (EXCLUDED, "number: 0102021006", "number: «0102021007"),
        expect="{0}: 不计入的数字“0102021007”与区间 60-70 的原文或指纹不符。请改正区间、指纹或数字。",
    ),
    "verify-exclusion, without a passage": case(
        (EXCLUDED, "number: 0102021006, passage: 60-70", "number: «0102021006"),
        ("documents.yml", f"id: {NOTICE}", f"id: «{NOTICE}"),
        expect=(
            "{0}: 数字“0102021006”（60-70，“索引号:CX0102021006发布机构:云”）没有记录使用，也没有列入不计入的数字。"
            "请收录它，或在 exclusions/ 写明理由。",
            "{1}: 不计入的数字“0102021006”与区间  的原文或指纹不符。请改正区间、指纹或数字。",
        ),
    ),
    "verify-exclusion, with a passage from its end": case(
        (EXCLUDED, "number: 0102021006, passage: 60-70", "number: «0102021006, passage: 70-60"),
        ("documents.yml", f"id: {NOTICE}", f"id: «{NOTICE}"),
        expect=(
            "{0}: 数字“0102021006”（60-70，“索引号:CX0102021006发布机构:云”）没有记录使用，也没有列入不计入的数字。"
            "请收录它，或在 exclusions/ 写明理由。",
            "{1}: 不计入的数字“0102021006”与区间 70-60 的原文或指纹不符。请改正区间、指纹或数字。",
        ),
    ),
    "verify-exclusion-twice": case(
        (EXCLUDED, FIRST_EXCLUSION, f"{FIRST_EXCLUSION}{FIRST_EXCLUSION.replace('33-35', '«33-35')}"),
        expect="{0}: 区间 33-35 的数字列了不止一次。请只留一条。",
    ),
    "verify-exclusion-needless": case(
        (
            EXCLUDED,
            FIRST_EXCLUSION,
            f"{FIRST_EXCLUSION}- {{number: 2.4, passage: «430-433, fingerprint: 0814305f8cfb2f14, reason: 期限}}\n",
        ),
        expect="{0}: 区间 430-433 的数字“2.4”已经有记录使用。请删去这一条。",
    ),
    "verify-exclusion-part": case(
        (
            EXCLUDED,
            FIRST_EXCLUSION,
            f"{FIRST_EXCLUSION}- {{number: 各镇, passage: «200-202, fingerprint: 687afe606697507e, reason: 名称}}\n",
        ),
        expect="{0}: 区间 200-202 的“各镇”不是文本里一个完整的数字。请改正区间，或删去这一条。",
    ),
    "exclusion-unit": case(
        (EXCLUDED, "reason: 量词非指标, note: 次数是工作要求", "reason: «序号"),
        expect="{0}: “一”后面带有单位“次”，不能按“序号”排除。请改为收录，或改用其他理由。",
    ),
}
"""Rule → edits of the district's files and the findings of the comparison, word by word."""


def reworded(old: str, new: str, document: str = NOTICE) -> Sample:
    """The district with other words of the same length in a text, so that every passage stays where it is."""
    sample = district().copy()
    text = sample.texts[document]
    assert len(old) == len(new)
    assert text.count(old) == 1, f"{old!r} must stand exactly once"
    return Sample(sample.tables, {**sample.texts, document: text.replace(old, new)})


@pytest.mark.parametrize("value", ledger.params(CASES))
def test_a_finding_says_what_is_wrong_and_where(value: Case, tmp_path: Path) -> None:
    """Each finding stands at the cell it concerns and says in Chinese what is wrong and what to do."""
    data = DISTRICT / "data"
    own = {path.relative_to(data).as_posix(): path.read_text(encoding="utf-8") for path in sorted(data.rglob("*.yml"))}
    files, places = edited(*own.items(), *value.edits)
    sample = read(write(tmp_path, {name: files[name] for name in own}), DISTRICT / "sources")
    assert sample.tables.findings == []
    found = worst_first(verify(sample.tables, sample.texts).findings)
    assert [str(f) for f in found] == [words.format(*places) for words in value.expected]


def test_every_finding_of_the_comparison_has_a_case() -> None:
    """No rule of the comparison is without a case above."""
    rules = {code for code in finding_words.FINDINGS if code.startswith("verify-")} | {"exclusion-unit"}
    assert rules <= {name.partition(",")[0] for name in (*CASES, *test_clauses.CASES)}


# -- figures


def test_a_made_up_scope_is_told_in_words() -> None:
    """The finding names the scope and the task, and says what to do."""
    broken = district().copy()
    next(r for r in broken.tables.rows["assignments"] if r["scope"] == "北河片").cells["scope"] = "东河片"
    (found,) = verify(broken.tables, broken.texts).findings
    assert (found.problem, found.remedy) == (
        "任务 river-treatment 的原文没有写这个单位负责“东河片”",
        "按印发件的写法改正，或删去",
    )


def test_a_year_and_the_sum_up_to_it_stand_side_by_side() -> None:
    """One document may tell of the same period what the year gave and what all years since the first gave."""
    rows = [r for r in district().tables.rows["observations"] if r["document"] == REVIEW and r["period"] == "2023"]
    own = [(r["basis"], r["value"], r["since_year"]) for r in rows if r["indicator"] == "river-length"]
    assert own == [("累计", "76", "2021"), ("当年", "31", "")]
    assert district().findings("") == []


def test_a_zero_in_words_needs_no_unit() -> None:
    """动态为零 is 0 of whatever the indicator counts, so its other figures may have a unit."""
    sample = district().copy()
    sample.row("indicators", "2023-black-water").cells["unit"] = "条"
    assert [str(f) for f in sample.findings("")] == []


@pytest.mark.parametrize(
    ("printed", "comparator", "expected"),
    [
        ("全年控制5人以内", "≤", []),
        ("全年控制5人以内", "=", []),
        ("全年控制5人以内", "<", ["verify-comparator"]),
        ("每年大约会有5人", "≤", ["verify-comparator"]),
        ("全市平均达到5人", "≥", []),
        ("全市每年达标5人", "≥", ["verify-comparator"]),
        ("全年要发展到5人", "≥", []),
        ("全年一定少于5人", "≥", ["verify-comparator"]),
        ("全年就不超过5人", "≤", []),
        ("全年一定少于5人", "<", []),
        ("全年总数要超5人", ">", []),
        ("发达地区里有5人", "≥", ["verify-comparator"]),
        ("全年就不超过5人", ">", ["verify-comparator"]),
        ("全年就不高于5人", ">", ["verify-comparator"]),
        ("全年就不低于5人", "<", ["verify-comparator"]),
    ],
)
def test_a_comparator_has_its_word(printed: str, comparator: str, expected: list[str]) -> None:
    """The word may stand outside the printed value, but it must stand in the passage.

    = needs none, and a word beside it is no contradiction: it may belong to another figure of the passage.
    """
    sample = reworded("数控制在5人以内", printed)
    target = sample.row("targets", "accident-deaths-2021-2025")
    target.cells.update(value_text="5人", comparator=comparator, passage="530-539")
    codes = {f.code for f in verify(sample.tables, sample.texts).findings} - {"verify-text", "verify-fingerprint"}
    assert sorted(codes) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [("养老床位盏600", []), ("养老床位间600", ["verify-unit"]), ("养老床位盏600间", ["verify-unit"])],
)
def test_a_unit_stands_before_a_number_in_a_table(row: str, expected: list[str]) -> None:
    """It has a cell of its own there; a number with another unit behind it has that."""
    sample = district().copy()
    text = sample.texts[NOTICE]
    at = text.index("数控制在5人以内") - 1
    sample = Sample(sample.tables, {NOTICE: text[:at] + row.ljust(12, "。") + text[at + 12 :]})
    target = sample.row("targets", "accident-deaths-2021-2025")
    target.cells.update(value_text="600", value="600", comparator="=", passage=f"{at + 5}-{at + 8}")
    sample.row("indicators", target["indicator"]).cells["unit"] = "盏"
    found = {f.code for f in verify(sample.tables, sample.texts).findings if f.mark.file == target.mark.file}
    assert sorted(found & {"value-text", "verify-value", "verify-unit"}) == expected


@pytest.mark.parametrize(
    ("printed", "cells", "unit", "expected"),
    [
        ("网络零售占比达三成", {"value_text": "达三成", "value": "30", "comparator": "≥"}, "%", []),
        ("网络零售占比达三成", {"value_text": "达三成", "value": "3", "comparator": "≥"}, "%", ["verify-unit"]),
        ("产值比上年翻了翻番", {"value_text": "翻番", "value": "2", "comparator": "="}, "倍", []),
        ("二期工程如今已过半", {"value_text": "过半", "value": "50", "comparator": ">"}, "%", []),
        ("二期工程如今已过半", {"value_text": "过半", "value": "50", "comparator": "≤"}, "%", ["verify-comparator"]),
        ("新增就业[5.4]人", {"value_text": "[5.4]人", "value": "5.4", "comparator": "="}, "人", []),
        ("再培育企业8—10家", {"value_text": "8—10家", "value": "8", "value_max": "10", "comparator": "="}, "家", []),
        (
            "再培育企业8—10家",
            {"value_text": "8—10家", "value": "8", "value_max": "12", "comparator": "="},
            "家",
            ["value-text"],
        ),
        ("利用系数达到0.55", {"value_text": "达到0.55", "value": "0.55", "comparator": "≥"}, "无量纲", []),
        ("民宿床位600张左右", {"value_text": "600张左右", "value": "600", "comparator": "≈"}, "张", []),
        ("民宿床位一共600张", {"value_text": "600张", "value": "600", "comparator": "≈"}, "张", ["verify-comparator"]),
    ],
)
def test_values_in_words_and_ranges(printed: str, cells: dict[str, str], unit: str, expected: list[str]) -> None:
    """Tenths, doublings, halves, totals in brackets, ranges, and figures that are only about so great."""
    sample = district().copy()
    text = sample.texts[NOTICE]
    at = text.index("数控制在5人以内") - 1
    sample = Sample(sample.tables, {NOTICE: text[:at] + printed.ljust(12, "。") + text[at + 12 :]})
    target = sample.row("targets", "accident-deaths-2021-2025")
    target.cells.update(**cells, passage=f"{at}-{at + 12}")
    sample.row("indicators", target["indicator"]).cells["unit"] = unit
    found = {f.code for f in verify(sample.tables, sample.texts).findings if f.mark.file == target.mark.file}
    ours = {"value-text", "verify-value", "verify-unit", "verify-comparator", "verify-qualifier"}
    assert sorted(found & ours) == expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("595-602", "603-610"),
        ("595-610", "595-610"),
        ("595-602", "595-610"),
        ("595-610", "603-610"),
        ("595-610", "595-602"),
    ],
)
def test_two_equal_figures_are_told_apart(first: str, second: str) -> None:
    """Two records account for two equal figures, as long as each has a place of its own in its passage."""
    sample = district().copy()
    shares = [r for r in sample.tables.rows["targets"] if r["value"] == "60"]
    for row, passage in zip(shares, (first, second), strict=True):
        row.cells["passage"] = passage
    assert sample.findings("verify-number") == []


# -- headings


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("五、工作要求", "四、工作要求"),
        ("(二)壮大产业集群", "(三)壮大产业集群"),
        ("三、任务分工", "四、任务分工"),
        ("。一、分工原则", "十一、分工原则"),
        (")2.办好民生实事", "12.办好民生实事"),
    ],
)
def test_the_number_of_a_heading_is_whole(old: str, new: str) -> None:
    """A heading with another number in the text is found, with a longer one too."""
    assert len(reworded(old, new).findings("verify-number-of-section")) == 1


def test_a_heading_may_stand_behind_a_figure() -> None:
    """White space is no part of the text: what ends with a figure stands right before the number of a heading."""
    assert reworded("局配合)四、保障措施", "3.10四、保障措施").findings("verify-number-of-section") == []


# -- exclusions


def test_an_exclusion_is_of_a_number() -> None:
    """What is no number needs no reason for being left out: 五 of 五年 is one, 各镇 is none."""
    sample = district().copy()
    own = next(e.row for e in sample.tables.exclusions if e.document == NOTICE)
    start = sample.texts[NOTICE].index("各镇")
    new = copy_of(own, number="各镇", passage=f"{start}-{start + 2}", fingerprint=fingerprint("各镇"))
    sample.tables.exclusions.append(Exclusion(NOTICE, new))
    assert sample.findings("") != []
