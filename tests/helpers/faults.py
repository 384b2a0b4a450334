"""Faults that are planted in a complete little plan, in memory: one small change, and exactly what must be found.

The plan is the small ledger with every column of the contract filled once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Final

from generator.ledger.load import ReadLedger, read_files
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.ledger_files import FileContent, LedgerFiles
from tests.helpers.ledger import HERE, LEDGER, Edit, contract

LABEL: Final = "data"

FILLED: Final[tuple[Edit, ...]] = (
    (
        "documents.yml",
        "  signed_on: 2016-05-20\n",
        "  index_number: 11120111000184016K/2016-00007\n  topic: 规划\n  drafted_on: 2016-05-18\n"
        "  signed_on: 2016-05-20\n  published_on: 2016-05-25\n  disclosure: 主动公开\n  assigns: 按括注\n"
        "  repeal_basis: 云政办发〔2021〕3号\n"
        f"  text_sha256: {'0123456789abcdef' * 4}\n",
    ),
    ("documents.yml", "  validity: 有效\n", "  validity: 废止\n"),
    (
        "plans.yml",
        "  start_year: 2016\n",
        "  previous: four\n  start_year: 2016\n",
    ),
    (
        "plans.yml",
        "- id: year-2018\n",
        "- id: four\n  title: 云澜区上一个五年规划\n  kind: 五年规划\n"
        "  start_year: 2011\n  end_year: 2015\n\n- id: year-2018\n",
    ),
    (
        "organizations/departments.yml",
        "- id: culture-tourism\n  name: 区文旅局\n",
        "- id: culture-tourism\n  name: 区文旅局\n  full_name: 云澜区文化和旅游局\n  parent: 区发展局\n"
        "  phone: 022-12345678\n  url: https://office.example/culture\n  note: 2018年组建\n",
    ),
    (
        "tasks/five/01-industry.yml",
        "  lead_mode: 单独牵头\n",
        "  lead_mode: 单独牵头\n  due_text: 2020年底前\n  recurrence: 限期\n"
        "  weight: 5\n  evaluation_kinds: 年度监测\n",
    ),
    (
        "tasks/five/01-industry.yml",
        "    - due: 2017-06\n      text: 完成选址\n",
        "    - id: parks-site\n      due: 2017-06\n      text: 完成选址\n      state: 完成\n"
        "      source: {locator: 一(一)-2, passage: 210-220, fingerprint: 0123456789abcdef}\n",
    ),
    (
        "tasks/five/01-industry.yml",
        "  places: [听雨镇]\n",
        "  participate: [{name: 区文旅局, printed_role: 参与单位, post: 分管副局长, scope: 园区招商}]\n"
        "  ended_on: 2018-01-31\n  end_reason: 并入\n  replaced_by: grow\n  places: [听雨镇]\n",
    ),
    (
        "indicators/five/01-industry.yml",
        "- id: output\n  task: grow\n  name: 产值\n",
        "- id: output\n  task: grow\n  name: 产值\n  aliases: 总产值\n  definition: 按当年价格\n  note: 快报数\n"
        "  weight: 2\n",
    ),
    (
        "indicators/five/01-industry.yml",
        "lead: [{name: 区发展局, printed_role: 责任单位}]",
        "replaced_by: output\n  lead: [{name: 区发展局, printed_role: 责任单位, post: 局长, scope: 全区}]",
    ),
    (
        "indicators/five/01-industry.yml",
        "    value: 10\n    value_text: 10万株\n",
        "    value: 10\n    value_max: 12\n    value_text: 10万—12万株\n    due: 2020-12\n    qualifier: 力争\n"
        "    tier: 基本\n    set_by: 本级\n    replaced_by: planting-new\n    note: 有上下限\n",
    ),
    (
        "disclosures/doc-2018.yml",
        "targets:\n",
        "targets:\n  - id: planting-new\n    indicator: planting\n    start_year: 2016\n    end_year: 2020\n"
        "    comparator: =\n    value: 11\n    value_text: 11万株\n    source: {locator: 二-1}\n",
    ),
    (
        "disclosures/doc-2018.yml",
        "    status: 实际\n    source: {locator: 二-1, passage: 400-410,",
        "    status: 实际\n    id: output-2017\n    as_of_on: 2017-12-31\n    reported_by: 区发展局\n"
        "    reported_on: 2018-01-10\n"
        "    qualifier: 约\n    revises: output-flash\n    note: 已更正\n    source: {locator: 二-1, passage: 400-410,",
    ),
    (
        "disclosures/doc-2018.yml",
        "observations:\n",
        "observations:\n  - id: output-flash\n    indicator: output\n    period: 2017\n    value: 409\n"
        "    value_text: 409亿元\n    basis: 时点\n    status: 快报\n    source: {locator: 二-1}\n"
        "  - id: rain-trees\n    indicator: planting\n    organization: 听雨镇\n    period: 2017\n"
        "    since_year: 2016\n"
        "    value: 2\n    value_text: 2万株\n    basis: 累计\n    status: 实际\n    source: {locator: 二-2}\n",
    ),
    (
        "disclosures/doc-2018.yml",
        "    summary: 产业继续扩大\n    tasks: [grow]\n",
        "    summary: 产业继续扩大\n    reason: 市场好转\n    progress: 60\n    evidence: 统计月报\n    tasks: [grow]\n"
        "    indicators: [{indicator: output, verdict: 达到序时进度}]\n",
    ),
    ("projects/five/01.yml", "  source: {locator: 附表-1}\n", "  note: 一期\n  source: {locator: 附表-1}\n"),
    ("submissions/round-2018.yml", "  state: 齐\n", f"  state: 齐\n  file_sha256: {'fedcba9876543210' * 4}\n"),
    (
        "remarks/observations.yml",
        "- id: output-question\n  observation: output-2017\n  organization: 区发展局\n  on: 2018-03-02\n  state: 已答\n"
        "  text: 是否含农业\n  answer: 不含\n",
    ),
    ("remarks/tasks.yml", "  text: 园区名单以文件为准\n", "  text: 园区名单以文件为准\n  answer: 已核对\n"),
    (
        "acknowledged.yml",
        "- code: magnitude\n  record: sapling\n  value: 900\n  reason: 原文如此\n  on: 2018-05-02\n",
    ),
    (
        "disclosures/doc-five.yml",
        "observations:\n  - id: sapling\n    indicator: planting\n    period: 2016\n    value: 900\n"
        "    value_text: 900万株\n    basis: 当年\n    status: 实际\n    source: {locator: 五}\n",
    ),
    (
        "feedback.yml",
        "  question: 产值按什么价格计算\n",
        "  question: 产值按什么价格计算\n  answered_on: 2018-04-09\n  answer: 按当年价格\n"
        f"  commit: {'0123456789abcdef0123' * 2}\n",
    ),
)
"""What the small ledger lacks of the contract."""


@cache
def plan() -> Mapping[str, str]:
    """File name below data/ → its text: the small ledger with every column filled. It passes every check."""
    return spoilt(LEDGER, FILLED)[0]


@dataclass(frozen=True, slots=True)
class Fault:
    """A small change of the plan, and the findings that it must lead to: code and place (``data/file:line``)."""

    edits: tuple[Edit, ...]
    expected: tuple[tuple[str, str], ...]


def spoilt(files: Mapping[str, str], edits: Iterable[Edit]) -> tuple[dict[str, str], list[str]]:
    """The files after some edits, and the places of the signs ``«`` in the order of the files that are edited."""
    edits = tuple(edits)
    spoilt_files = dict(files)
    for name, *words in edits:
        if len(words) == 1:
            spoilt_files[name] = words[0]
        else:
            old, new = words
            assert spoilt_files[name].count(old) == 1, f"{old!r} must stand exactly once in {name}"
            spoilt_files[name] = spoilt_files[name].replace(old, new)
    places: list[str] = []
    for name in dict.fromkeys(edit[0] for edit in edits):
        while (at := spoilt_files[name].find(HERE)) >= 0:
            text = spoilt_files[name]
            places.append(f"{LABEL}/{name}:{text.count(chr(10), 0, at) + 1}")
            spoilt_files[name] = text[:at] + text[at + 1 :]
    return spoilt_files, places


def fault(codes: str, *edits: Edit) -> Fault:
    """A fault of the plan.

    Args:
        codes: the findings, divided by spaces; each stands at the next ``«``, or ``code@file:line`` where it says.
        edits: of :func:`plan`.
    """
    places = iter(spoilt(plan(), edits)[1])
    expected = []
    for code in codes.split():
        name, _, at = code.partition("@")
        expected.append((name, f"{LABEL}/{at}" if at else next(places)))
    assert next(places, None) is None, "a place without a finding"
    return Fault(edits, tuple(sorted(expected)))


def read_in_memory(files: Mapping[str, str]) -> ReadLedger:
    """A ledger that is on no disk; bytes that are no UTF-8 are given as Python's surrogate escapes."""
    contents = {
        name: FileContent(files[name].encode(errors="surrogateescape"), PurePosixPath(name).suffix)
        for name in sorted(files)
    }
    return read_files(LedgerFiles(LABEL, contents), contract(), Path(LABEL))


def findings_in_memory(files: Mapping[str, str]) -> list[Finding]:
    """All findings of a ledger that is on no disk."""
    return read_in_memory(files).findings()


def places_of(findings: Iterable[Finding]) -> tuple[tuple[str, str], ...]:
    """Code and place of each finding, in order."""
    return tuple(sorted((f.code, f"{f.mark.file}:{f.mark.line}") for f in findings))
