"""What readers asked, with answers: on a page of its own, at the record, and linked to the change that followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.history.log_reader import read_log
from generator.ledger.load import load
from generator.pages.page import PageSpec
from generator.support.cache_store import CacheStore
from tests.helpers.git import Writer, git
from tests.helpers.ledger import LEDGER, ROOT, write
from tests.helpers.pages import context_of, specs_of

CONTRACT = ROOT / "datapackage.json"
ANSWERED = """\
- id: question-1
  record: output-2017
  asked_on: 2018-04-01
  question: 产值是不是少写了一亿元
  answered_on: 2018-04-03
  answer: 是，照文件改了
  commit: {commit}
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PageSpec]:
    """The pages of a ledger in which a figure was mended because somebody asked."""
    writer = Writer(tmp_path_factory.mktemp("asked") / "ledger")
    writer.commit("建立", {f"data/{name}": text for name, text in LEDGER.items()})
    disclosed = "disclosures/doc-2018.yml"
    writer.commit("改正产值", {f"data/{disclosed}": LEDGER[disclosed].replace("410.5", "411.5")})
    folder = writer.write()
    answer = ANSWERED.format(commit=git(folder, "rev-parse", "HEAD"))
    (folder / "data/feedback.yml").write_text(answer, encoding="utf-8")
    checked = load(folder / "data", CONTRACT)
    log = read_log(folder / "data", checked.contract, CacheStore(None))
    return {spec.path: spec for spec in specs_of(context_of(LedgerIndex(checked, log)))}


def test_an_answer_leads_to_the_change_that_it_brought(pages: dict[str, PageSpec]) -> None:
    """The link stands in the register and at the indicator whose figure it is, and its target is there."""
    link = 'href="../changes/#c-'
    register = pages["questions/"].make().body
    assert "台账因此改正 1 处" in register and link in register
    anchor = register.partition(link)[2][:8]
    assert f'id="c-{anchor}"' in pages["changes/"].make().body
    at_indicator = pages["indicators/output/"].make().body
    assert "产值是不是少写了一亿元" in at_indicator and f"changes/#c-{anchor}" in at_indicator


def test_other_records_show_nothing_of_it(pages: dict[str, PageSpec]) -> None:
    """Where nobody asked, there is no heading without an entry."""
    assert "公众反馈" not in pages["indicators/planting/"].make().body.partition("<footer")[0]


def test_a_change_that_is_not_at_hand_is_said_and_not_linked(tmp_path: Path) -> None:
    """Without the history the answer still says that the ledger was corrected."""
    data = write(tmp_path, {**LEDGER, "feedback.yml": ANSWERED.format(commit="0" * 40)})
    page = next(spec for spec in specs_of(context_of(data)) if spec.path == "questions/").make().body
    assert "（台账因此改正）" in page and "#c-" not in page
