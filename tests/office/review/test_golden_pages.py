"""The pages of a review as a browser gets them: the list, each kind of draft, and what goes with a rejected one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.ledger.contract import load_contract
from generator.office.importing.again.last_reading import as_text
from generator.office.review.decisions import Review
from generator.office.review.session import Session
from generator.office.workbooks.sheets import Sheet
from tests.conftest import ROOT
from tests.helpers.drafts import DRAFTS, write_drafts
from tests.helpers.golden import compare

ROWS = {(row, column): f"{row}行{column}列" for row in range(1, 25) for column in range(1, 6)}
SHEET = Sheet("任务", {**ROWS, (15, 6): "完成情况"}, ((14, 2, 14, 3),), frozenset({13}), frozenset({4}))
FROM_WORKBOOK = """\
- id: works
  title: 台账
  issuer: 区政府办
  validity: 未标注
"""
TASK = """
# 疑点：分值“若干”不是一个数，没有写（来处：任务!F15）
- id: market
  draft: true
  section: s1-1
  title: 办市集
  title_source: 原文
  summary: 每月办一次市集，摊位向周边农户免费开放，常年有人管，收摊以后打扫干净，并且每年评一次最受欢迎的摊位
  kind: 重点任务
  lead_mode: 单独牵头
  lead: [{name: 区文化局, printed_role: 负责, scope: 摊位}]
  weight: 7.5
  milestones:
    - {due: 2018-06, text: 开市}
  source: {document: works, locator: '任务!B14'}
"""
COLLECTIVE = """
# 疑点：统称没有写明包括哪些单位（来处：原文第 5 行）
- id: all
  draft: true
  name: 各镇
  kind: 统称
"""


@pytest.fixture(name="review")
def _review(tmp_path: Path) -> Review:
    """A review of the small ledger with a task from a workbook and a collective."""
    files = dict(DRAFTS)
    files["documents.yml"] += f"\n{FROM_WORKBOOK}"
    files["tasks/five/01-industry.yml"] += TASK
    files["organizations/departments.yml"] += COLLECTIVE
    folder = write_drafts(tmp_path, files)
    (folder / "imports").mkdir()
    state = as_text("works", "台账", [SHEET], {("tasks", "market"): ("任务", 14, "task")}, {})
    (folder / "imports" / "works.yml").write_text(state, encoding="utf-8")
    return Review(Session(folder, load_contract(ROOT / "datapackage.json")))


def page(review: Review, path: str, **query: str) -> str:
    """A page without empty lines, its digests replaced by the ids of their records."""
    html = review.get(path, {name: [text] for name, text in query.items()}).content.decode()
    return without_digests(review, html)


def without_digests(review: Review, html: str) -> str:
    """The same whatever the lines of the drafts are."""
    for record in review.session.state().records:
        html = html.replace(record.key, f"key-of-{record.table}-{record.row['id'] or record.row['number']}")
    return re.sub(r"\n\s*\n+", "\n", html)


def key(review: Review, id_: str) -> str:
    """The key of a draft."""
    return next(one.key for one in review.session.state().records if one.row["id"] == id_)


@pytest.mark.parametrize("id_", ["grow", "market", "all", "traffic", "bridge"])
def test_the_page_of_a_draft(id_: str, review: Review, pytestconfig: pytest.Config) -> None:
    """Its form, the document or the rows of the sheet beside it, and the ways to the ones before and behind it."""
    text = page(review, f"/item/{key(review, id_)}", show="doubts" if id_ == "market" else "all")
    compare(f"review/{id_}", text, pytestconfig.getoption("--update-golden"))


def test_the_list_of_drafts(review: Review, pytestconfig: pytest.Config) -> None:
    """All of them, and those that may be accepted together."""
    text = page(review, "/list") + page(review, "/list", show="first", table="tasks")
    compare("review/list", text, pytestconfig.getoption("--update-golden"))


def test_what_goes_with_a_draft(review: Review, pytestconfig: pytest.Config) -> None:
    """Nothing is taken out before a person has seen it."""
    form = {"verdict": ["reject"], "key.0": [key(review, "grow")], "key.1": [key(review, "output")]}
    answer = review.post(f"/item/{form['key.0'][0]}", form)
    text = without_digests(review, answer.content.decode())
    compare("review/reject", text, pytestconfig.getoption("--update-golden"))
