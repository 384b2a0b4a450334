"""What was published is not changed by a slip: unusual changes are told, stop the publication, and may be answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main as cli
from generator.history.change_guard import PublishedState, unusual_changes
from generator.publish.build import build_site
from generator.publish.site_content import BuildOptions
from generator.publish.site_writer import BuildStopped
from tests.conftest import project
from tests.helpers import ledger
from tests.helpers.git import PERSON, commit_all
from tests.helpers.ledger import Edit
from tests.helpers.sites import edit

RESULTS, INDICATORS = "disclosures/doc-2018.yml", "indicators/five/01-industry.yml"
TASKS = "tasks/five/01-industry.yml"
EARLIER = (
    "observations:\n  - {indicator: output, period: 2016, value: 1, value_text: 1亿元, basis: 时点, status: 实际, "
    "source: {locator: 二-9}}\n"
)
OUTPUT = "    value: 410.5\n    value_text: 410.5亿元"
PLANTED = ledger.LEDGER[RESULTS][ledger.LEDGER[RESULTS].index("  - indicator: planting\n    period") :].split(
    "reports:"
)[0]


def changed(folder: Path, *edits: Edit, before: tuple[Edit, ...] = ()) -> list[str]:
    """What is told of some edits of the published ledger: code, record and value."""
    rows = []
    for name, some in (("old", before), ("new", (*before, *edits))):
        (folder / name).mkdir()
        rows.append(ledger.tables_of(ledger.write(folder / name, ledger.edited(*some)[0])).rows)
    found = unusual_changes(PublishedState("data-v1.0.0", rows[0]), rows[1], ledger.contract())
    return [f"{doubt.code} {doubt.values['record']} {doubt.values['value']}" for doubt in found]


CASES: dict[str, tuple[list[Edit], list[str]]] = {
        "nothing": ([], []),
        "a corrected figure": ([(RESULTS, OUTPUT, OUTPUT.replace("410", "411"))], []),
        "nine times as much": ([(RESULTS, OUTPUT, OUTPUT.replace("410.5", "3690"))], []),
        "ten times as much": (
            [(RESULTS, OUTPUT, OUTPUT.replace("410.5", "4105"))],
            ["change-size output-2017 4105"],
        ),
        "a tenth": ([(INDICATORS, "    value: 500\n", "    value: 50\n")], ["change-size output-2016-2020 50"]),
        "another sign": (
            [(RESULTS, OUTPUT, OUTPUT.replace("410.5", "-410.5"))],
            ["change-sign output-2017 -410.5"],
        ),
        "a figure that is gone": ([(RESULTS, PLANTED, "")], ["change-gone planting-2017-since-2016-forecast 5"]),
        "a number that is no more": (
            [(RESULTS, "    value: 5\n    value_text: 5万株", "    value_text: 约5万株")],
            ["change-gone planting-2017-since-2016-forecast 5"],
        ),
        "another unit": (
            [(INDICATORS, "  name: 植树\n  nature: 约束性\n  measure: 规划期累计\n  unit: 万株",
              "  name: 植树\n  nature: 约束性\n  measure: 规划期累计\n  unit: 株")],
            ["change-meaning planting 株"],
        ),
        "another measure": (
            [(INDICATORS, "measure: 规划期累计", "measure: 每年")],
            ["change-meaning planting 每年"],
        ),
        "no direction": (
            [(INDICATORS, "  unit: 万株\n  direction: 越高越好\n", "  unit: 万株\n")],
            ["change-meaning planting 空"],
        ),
        "an id that is another": (
            [("projects/five/01.yml", "id: ring-road", "id: ring"), (TASKS, "- id: parks", "- id: park")],
            ["change-id parks parks"],
        ),
        "what belongs to it is not told of": (
            [(INDICATORS, "- id: planting\n", "- id: trees\n")],
            ["change-id planting planting"],
        ),
        "a forecast that is final now": ([(RESULTS, "status: 预计", "status: 实际")], []),
        "a new record": (
            [(RESULTS, "observations:\n", EARLIER)],
            [],
        ),
    }  # fmt: skip
"""What is done to the published ledger, and what is told of it."""


@pytest.mark.parametrize(("edits", "told"), [pytest.param(*value, id=key) for key, value in CASES.items()])
def test_what_hardly_happens_on_purpose(tmp_path: Path, edits: list[Edit], told: list[str]) -> None:
    """Each kind is told once, at what was changed; what offices change every day is not."""
    assert changed(tmp_path, *edits) == told


def many(count: int, value: int) -> str:
    """Results of the years since 1900, from a document that is no round's."""
    return "observations:\n" + "".join(
        f"  - {{indicator: output, period: {1900 + n}, value: {value + n}, value_text: {value + n}亿元, basis: 时点, "
        "status: 实际, source: {locator: 二-9}}\n" for n in range(count)
    )  # fmt: skip


@pytest.mark.parametrize(("document", "told"), [("doc-five", ["change-many data data-v1.0.0"]), ("doc-2018", [])])
def test_many_at_once(tmp_path: Path, document: str, told: list[str]) -> None:
    """More than one in twenty, and at least five: a column that slipped. A round may answer for all anew."""
    file = f"disclosures/{document}.yml"
    if document == "doc-2018":
        before: Edit = (file, "observations:\n", many(90, 100))
        edits: Edit = (file, many(6, 100), many(6, 101))
    else:
        before, edits = (file, many(90, 100)), (file, many(6, 100), many(6, 101))
    assert changed(tmp_path, edits, before=(before,)) == told
    (tmp_path / "fewer").mkdir()
    assert changed(tmp_path / "fewer", (file, many(4, 100), many(4, 101)), before=(before,)) == []


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small ledger in a repository, with its first release."""
    (tmp_path / "office").mkdir()
    folder = project(tmp_path / "office", ledger.write(tmp_path, ledger.LEDGER))
    for name, value in PERSON.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(folder)
    (folder / ".gitignore").write_text("site\nbuild\n", encoding="utf-8")
    commit_all(folder, "begin")
    assert cli.main(["release"]) == 0
    return folder


def test_a_slip_is_not_published_until_somebody_answers(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """check tells of it with the line for the answer; build and release stop; with the answer they go on."""
    quick = BuildOptions(search=False, further=False)
    edit(office / "data" / RESULTS, "- indicator: planting\n    period: 2017\n    since_year: 2016\n    value: 5\n",
         "- indicator: planting\n    period: 2017\n    since_year: 2016\n    value: 0.5\n")  # fmt: skip
    edit(office / "data" / RESULTS, "value_text: 5万株", "value_text: 0.5万株")
    capsys.readouterr()
    assert cli.main(["check"]) == 0
    said = capsys.readouterr().out
    assert "已经公开的数是 5（data-v0.1.0），现在是 0.5，相差十倍以上" in said
    answer = "{code: change-size, record: planting-2017-since-2016-forecast, value: 0.5, reason: 理由, on: 日期}"
    assert answer in said
    with pytest.raises(BuildStopped, match="疑点"):
        build_site(office / "mkdocs.yml", office / "site", quick)
    assert cli.main(["release", "--check"]) == 1
    line = answer.replace("理由", "文件更正").replace("日期", "2018-12-01").replace("value: 0.5", "value: '0.5'")
    (office / "data/acknowledged.yml").write_text(f"- {line}\n", encoding="utf-8")
    assert build_site(office / "mkdocs.yml", office / "site", quick).pages
