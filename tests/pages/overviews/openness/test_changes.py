"""The history on pages: what changed is told, and only pages that tell of it are made anew."""

from __future__ import annotations

import csv
import json
import re
import shutil
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.analysis.ledger_index import LedgerIndex
from generator.cli.main import main
from generator.history.change_index import DatedChange
from generator.history.change_log import LogEntry
from generator.history.diff import Change, Value
from generator.history.log_reader import read_log
from generator.ledger.contract import load_contract
from generator.ledger.enums import Edit
from generator.ledger.load import load
from generator.pages.components.changes import change_parts
from generator.pages.components.changes.change_parts import parts_of
from generator.pages.components.changes.recent_changes import recent_changes
from generator.pages.overviews.openness import changes
from generator.pages.overviews.openness.changes import changes_view
from generator.pages.overviews.site.home_changes import changed_days
from generator.publish.build import build_site
from generator.publish.site_content import BuildOptions
from generator.support.cache_store import CacheStore
from tests.conftest import ROOT, project
from tests.helpers.git import commit_all, git
from tests.helpers.sites import DISTRICT, different, edit, snapshot, unsearched

FIVE = "plan-2021-2025"
TARGETS = f"data/indicators/{FIVE}/01-main-targets.yml"
JOBS = "name: 新增就业"


def build(folder: Path, *, further: bool = False) -> list[str]:
    """Build a project, with CSV and JSON alone or with all formats; returns the files that are not as they were."""
    return build_site(folder / "mkdocs.yml", folder / "site", BuildOptions(further=further)).written


def pages(written: list[str]) -> set[str]:
    return {name for name in written if name.endswith(".html")}


def text(path: Path) -> str:
    """The words of an article, blanks together."""
    node = LexborHTMLParser(path.read_text(encoding="utf-8")).css_first("article")
    assert node is not None
    return re.sub(r"\s+", " ", node.text())


def section(path: Path) -> str:
    """What a page of a record says of its changes."""
    return text(path).partition(" 更新 ")[2]


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up district's project in a repository: begun, one name changed, one unit's note, a figure gone."""
    folder = tmp_path_factory.mktemp("works")
    unsearched(project(folder, DISTRICT))
    (folder / ".gitignore").write_text("site/\nbuild/\n.site-*\n", encoding="utf-8")
    commit_all(folder, "建立台账")
    edit(folder / TARGETS, JOBS, "name: 城镇新增就业")
    commit_all(folder, "改用全称 <b>")
    build(folder, further=True)
    return folder


def jobs(folder: Path) -> str:
    """The id of the indicator whose name was changed."""
    found = re.search(r"- id: (\S+)\n(?:  .*\n)*?  name: 城镇新增就业", (folder / TARGETS).read_text(encoding="utf-8"))
    assert found
    return found[1]


def test_the_page_of_changes_tells_commit_record_field_and_values(works: Path) -> None:
    """Newest first: date, words as they are, the record with its page, the field's title, old and new value."""
    page = works / "site/changes/index.html"
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    assert [n.text() for n in tree.css("h3")] == ["2017-07-14 改用全称 <b>", "2017-07-14 建立台账"]
    cells = [n.text().strip() for n in tree.css("section:first-of-type tbody tr > *")]
    assert cells == ["城镇新增就业", "新增就业", "城镇新增就业"]
    assert tree.css_first("section summary").text() == "指标：名称改动 1 处"  # type: ignore[union-attr]  # it is there
    link = tree.css_first("section tbody th a")
    assert link is not None and link.attributes["href"] == f"../indicators/{jobs(works)}/"
    assert "改动 1 个值" in text(page) and "台账从这里开始：文件 " in text(page)


def test_what_was_done_alike_to_many_records_is_one_block(works: Path) -> None:
    """Three indicators that are renamed in one commit stand below one heading, old and new name side by side."""
    log = read_log(works / "data", load_contract(ROOT / "datapackage.json"), CacheStore(None))
    entry = log.entries[1]
    many = type(log)((log.entries[0], entry._replace(changes=entry.changes * 3)), "")
    view = changes_view(LedgerIndex(load(works / "data", ROOT / "datapackage.json"), many))
    ((group,),) = [commit.groups for month in view.months for commit in month.commits if commit.groups]
    assert (group.table, group.field, group.edit, len(group.records)) == ("指标", "名称", "改动", 3)
    assert {(r.old, r.new) for r in group.records} == {("新增就业", "城镇新增就业")}


def test_a_link_of_two_records_is_told_in_words(works: Path) -> None:
    """A report that names an indicator: no id of the report, no empty cell, and no number of a commit on the page."""
    log = read_log(works / "data", load_contract(ROOT / "datapackage.json"), CacheStore(None))
    link = Change("report_indicators", ("r-1", "i"), Edit.ADDED, "新增就业", "r-1", ("indicators/i",), (), "")
    linked = type(log)((log.entries[0], log.entries[1]._replace(changes=(link,))), "")
    index = LedgerIndex(load(works / "data", ROOT / "datapackage.json"), linked)
    told = recent_changes(index, "indicators/i", [DatedChange((0, 0), log.entries[1], link)])
    assert told is not None
    row = told.changes[0].change
    assert (row.link, row.title, row.part) == ("进展说到的指标", "新增就业", "")
    (group,) = changes_view(index).months[0].commits[0].groups
    assert not group.worded and "编号 " not in text(works / "site/changes/index.html")


def test_a_day_of_several_commits_is_told_by_its_counts(works: Path) -> None:
    """The note of one of them would stand for all of the day; a day of one commit says its note."""
    log = read_log(works / "data", load_contract(ROOT / "datapackage.json"), CacheStore(None))
    entry = log.entries[1]._replace(note="改用全称")
    ledger = load(works / "data", ROOT / "datapackage.json")
    (both,) = changed_days(LedgerIndex(ledger, type(log)((log.entries[0], entry, entry), "")))
    alone, _ = changed_days(
        LedgerIndex(ledger, type(log)((log.entries[0], entry._replace(date="2017-07-15T10:40:00+08:00")), ""))
    )
    assert both.words == () and both.counts == "改动 2 个值"
    assert alone.words == ("改用全称",)


def test_the_downloads_hold_every_value(works: Path) -> None:
    """CSV and JSON have the same rows: commit, date, words, table, key, field, old and new."""
    with (works / "site/changes/changes.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0] | {"commit": ""} == {
        "commit": "",
        "date": "2017-07-14T10:40:00+08:00",
        "subject": "改用全称 <b>",
        "edit": "改动",
        "table": "indicators",
        "key": jobs(works),
        "record": "城镇新增就业",
        "part": "",
        "column": "name",
        "title": "名称",
        "old": "新增就业",
        "new": "城镇新增就业",
    }
    assert rows[0]["commit"] == git(works, "rev-parse", "HEAD")
    assert {row["edit"] for row in rows[1:]} == {"建立"}
    told = json.loads((works / "site/changes/changes.json").read_text(encoding="utf-8"))
    assert [{k: v or "" for k, v in row.items()} for row in told] == rows


def test_pages_of_records_tell_their_last_changes(works: Path) -> None:
    """The changed indicator and the unit that leads its task tell it; another says that nothing changed since."""
    own = section(works / f"site/indicators/{jobs(works)}/index.html")
    assert own.startswith("数据更新于 2017-07-14。") and "指标：名称 新增就业 → 城镇新增就业" in own
    units = [p for p in (works / "site/departments").glob("*/index.html") if "城镇新增就业 指标" in section(p)]
    leads = LexborHTMLParser((works / f"site/indicators/{jobs(works)}/index.html").read_text(encoding="utf-8"))
    named = {str(n.attributes["href"]).split("/")[-2] for n in leads.css("#duty ~ dl dd:first-of-type a")}
    assert {p.parent.name for p in units} == named != set()
    others = [p for p in (works / "site/indicators").glob("*/index.html") if p.parent.name != jobs(works)]
    quiet = [p for p in others if 'class="pl-record"' in p.read_text(encoding="utf-8")]
    assert len(quiet) > 5
    assert all("数据更新于 2017-07-14，建立台账以后没有改动" in section(p) for p in quiet)


def test_a_commit_rewrites_only_pages_that_show_it(works: Path, tmp_path: Path) -> None:
    """A commit of what was built before touches home, the changes and pages of its records; a clean build agrees."""
    folder = tmp_path / "project"
    shutil.copytree(works, folder, symlinks=True)
    build(folder)
    path = folder / "data/organizations/towns.yml"
    path.write_text(f"# 注\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    commit_all(folder, "没有改值")
    assert pages(build(folder)) == {"changes/index.html"}
    edit(folder / TARGETS, "name: 城镇新增就业", "name: 城镇新增就业人数")
    edited = pages(build(folder))
    assert f"indicators/{jobs_named(folder)}/index.html" in edited
    assert "还没有登记的改动" in text(folder / "site/changes/index.html")
    commit_all(folder, "再改")
    committed = pages(build(folder))
    assert f"indicators/{jobs_named(folder)}/index.html" in committed and "changes/index.html" in committed
    assert {n.split("/")[0] for n in committed} <= {"index.html", "changes", "indicators", "departments", "towns"}
    assert {n for n in committed if n.startswith("indicators/")} == {f"indicators/{jobs_named(folder)}/index.html"}
    assert build(folder) == []
    kept = snapshot(folder / "site")
    shutil.rmtree(folder / "site")
    shutil.rmtree(folder / "build")
    build(folder)
    assert different(snapshot(folder / "site"), kept) == []


def jobs_named(folder: Path) -> str:
    found = re.search(r"- id: (\S+)\n(?:  .*\n)*?  name: 城镇新增就业人数", (folder / TARGETS).read_text("utf-8"))
    assert found
    return found[1]


def test_without_git_nothing_is_told_but_why(district_site: Path) -> None:
    """The page of changes gives the reason, without the name of a program; no other page, no feed and no download
    speaks of changes."""
    changes = text(district_site / "changes/index.html")
    assert "没有更新记录：生成这个网站时没有读到台账的修改历史。" in changes and "git" not in changes
    assert not list(district_site.rglob("feed.xml")) and not (district_site / "changes/changes.csv").exists()
    speaking = [p for p in district_site.rglob("index.html") if 'id="changes"' in p.read_text(encoding="utf-8")]
    assert speaking == []


def test_a_site_that_gets_its_history_later_is_made_anew(tmp_path: Path) -> None:
    """A project that becomes a repository, and one that loses it: each build is what a clean one would be."""
    folder = tmp_path
    unsearched(project(folder, DISTRICT))
    build(folder)
    (folder / ".gitignore").write_text("site/\nbuild/\n.site-*\n", encoding="utf-8")
    commit_all(folder, "建立台账")
    build(folder)
    assert all("数据更新于" in section(p) for p in (folder / "site/towns").glob("*/index.html"))
    (folder / ".git").rename(folder / "gone")
    build(folder)
    assert not list((folder / "site").rglob("feed.xml"))
    assert not any("数据更新于" in text(p) for p in (folder / "site/towns").glob("*/index.html"))


def test_a_page_has_room_for_so_much_and_says_what_is_left(works: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Values of one commit beyond the limit are counted, and are in the download."""
    checked = load(works / "data", works / "datapackage.json")
    log = read_log(works / "data", checked.contract, CacheStore(None))
    entry = log.entries[1]
    many = type(log)((log.entries[0], entry._replace(changes=entry.changes * 3)), "")
    monkeypatch.setattr(changes, "PAGE", 2)
    commit = changes_view(LedgerIndex(checked, many)).months[0].commits[0]
    assert (sum(len(g.records) for g in commit.groups), commit.more, commit.values) == (2, 1, 3)


def at(entry: LogEntry, number: int, day: str) -> LogEntry:
    """The same changes in another commit."""
    return entry._replace(id=f"{number:040}", date=f"{day}T09:00:00+08:00")


def test_older_months_have_pages_of_their_own_that_stay(works: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest stands on the first page; a month with too much has parts, counted from its start; none is lost."""
    log = read_log(works / "data", load_contract(ROOT / "datapackage.json"), CacheStore(None))
    monkeypatch.setattr(change_parts, "PAGE", 2 * change_parts.LIST * 3)
    days = ["2017-08-01", "2017-08-02", "2017-08-03", "2017-09-01", "2017-09-02", "2017-09-03"]
    entries = tuple(at(log.entries[1], number, day) for number, day in enumerate(days))

    def told(count: int) -> list[tuple[str, list[str]]]:
        first, older = parts_of(type(log)(entries[:count], ""))
        pages = [("changes/", [e.day[5:] for part in first for e in part.entries])]
        return pages + [(part.ref.path, [e.day[5:] for e in part.entries]) for part in older]

    assert told(2) == [("changes/", ["08-02", "08-01"])]
    assert told(3) == [("changes/", ["08-03"]), ("changes/2017-08/", ["08-02", "08-01"])]
    assert told(6) == [
        ("changes/", ["09-03"]),
        ("changes/2017-09/", ["09-02", "09-01"]),
        ("changes/2017-08-2/", ["08-03"]),
        ("changes/2017-08/", ["08-02", "08-01"]),
    ]


def test_a_commit_speaks_to_readers_in_chinese(works: Path, tmp_path: Path) -> None:
    """A note takes the place of the subject; a subject that is not Chinese gives way to what was changed, in words."""
    folder = tmp_path / "project"
    git(tmp_path, "clone", "--quiet", f"file://{works}", "project")
    edit(folder / TARGETS, "name: 城镇新增就业", "name: 城镇新增就业人数")
    commit_all(folder, "Rename the indicator\n\nWhy it was.\n\nNote: 名称照文件写全\nCo-authored-by: A <a@b.example>")
    edit(folder / TARGETS, "name: 城镇新增就业人数", "name: 新增就业")
    commit_all(folder, "Back again")
    build(folder)
    tree = LexborHTMLParser((folder / "site/changes/index.html").read_text(encoding="utf-8"))
    heads = [n.text() for n in tree.css("h3")]
    assert heads[:2] == ["2017-07-14 改动 1 个值", "2017-07-14 名称照文件写全"]
    page = text(folder / "site/changes/index.html")
    assert "Rename" not in page and "Back again" not in page
    feed = (folder / "site/changes/feed.xml").read_text(encoding="utf-8")
    assert "名称照文件写全" in feed and "Rename" not in feed
    assert "Rename the indicator" in (folder / "site/changes/changes.csv").read_text(encoding="utf-8")


def test_edits_of_wording_are_one_line(works: Path) -> None:
    """A comma that was changed is not among what changed; the line says how many there are, and opens."""
    log = read_log(works / "data", load_contract(ROOT / "datapackage.json"), CacheStore(None))
    entry = log.entries[1]
    comma = Value("note", "甲,乙", "甲，乙", "甲,乙", "甲，乙")
    worded = entry.changes[0]._replace(values=(comma,))
    many = type(log)((log.entries[0], entry._replace(changes=(*entry.changes, *[worded] * 70))), "")
    index = LedgerIndex(load(works / "data", ROOT / "datapackage.json"), many)
    ((commit, _),) = [month.commits for month in changes_view(index).months]
    assert (commit.counts, [g.field for g in commit.groups]) == ("改动 1 个值", ["名称"])
    assert (commit.wordings, len(commit.worded), commit.worded[0].field) == (
        70,
        change_parts.FEW_WORDINGS,
        "存疑与说明",
    )


def test_a_shallow_copy_and_an_unreadable_commit_are_told(works: Path, tmp_path: Path) -> None:
    """The page says from when on the history is known, and which files of which commit could not be read."""
    folder = tmp_path / "project"
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{works}", "project")
    path = folder / TARGETS
    good = path.read_text(encoding="utf-8")
    path.write_text("- [\n", encoding="utf-8")
    commit_all(folder, "坏了")
    path.write_text(good, encoding="utf-8")
    commit_all(folder, "修好")
    build(folder)
    page = text(folder / "site/changes/index.html")
    assert "只有 2017-07-14 以来的历史；以前的改动不在其中" in page
    assert f"这一次的台账无法读取：{TARGETS.removeprefix('data/')}" in page
    assert "2017-07-14 以来没有改动；更早的记录不在" in section(folder / f"site/indicators/{jobs(folder)}/index.html")


# -- the command


def told(works: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["--data", str(works / "data"), "--contract", str(works / "datapackage.json"), "diff", *arguments])
    return status, *capsys.readouterr()


def test_diff_prints_text(works: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What changed, in words."""
    status, out, _ = told(works, capsys, "HEAD~1", "HEAD")
    assert status == 0
    assert out == (
        f"从 HEAD~1 到 HEAD：改动 1 个值\n\n改动 指标“城镇新增就业”  indicators/{jobs(works)}\n"
        "    名称：新增就业 → 城镇新增就业\n"
    )


def test_diff_prints_markdown(works: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A table for a merge request, whichever way round."""
    status, out, _ = told(works, capsys, "HEAD", "HEAD~1", "--format", "markdown")
    assert status == 0
    assert out == (
        "从 HEAD 到 HEAD~1：改动 1 个值\n\n### 指标\n\n| 记录 | 字段 | 原来 | 现在 |\n|---|---|---|---|\n"
        f"| 改动 新增就业 `{jobs(works)}` | 名称 | 城镇新增就业 | 新增就业 |\n\n检查：没有问题\n"
    )


def test_markdown_tells_what_the_checks_say(works: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever approves reads the findings below the changes."""
    git(tmp_path, "clone", "--quiet", f"file://{works}", "copy")
    path = tmp_path / "copy" / TARGETS
    path.write_text(path.read_text(encoding="utf-8").replace("nature: ", "nature: 不", 1), encoding="utf-8")
    _, out, _ = told(tmp_path / "copy", capsys, "HEAD", "--format", "markdown")
    assert f"### 检查的结果\n\n- 问题：`{TARGETS}:" in out


def test_diff_prints_json(works: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The columns of the download, but for those of a commit."""
    status, out, _ = told(works, capsys, "HEAD~1", "--format", "json")
    (row,) = json.loads(out)
    assert status == 0
    assert (row["table"], row["column"], row["old"], row["new"]) == ("indicators", "name", "新增就业", "城镇新增就业")


def test_diff_without_a_change_says_so(works: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing changed between a commit and itself, or the files as they are."""
    assert told(works, capsys, "HEAD")[:2] == (0, "从 HEAD 到 工作目录：没有值的改动\n")


def test_diff_of_an_unknown_revision_says_what_to_do(works: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2 and a way on, in Chinese."""
    status, out, err = told(works, capsys, "nichts")
    assert (status, out) == (2, "") and err.startswith("没有版本“nichts”；用 git log 查提交号")


def test_diff_outside_a_repository_says_so(district_project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, and why."""
    status, _, err = told(district_project, capsys, "HEAD")
    assert status == 2 and "台账不在 git 仓库里" in err


def test_diff_of_a_faulty_ledger_tells_its_findings(
    works: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 1, file and line."""
    git(tmp_path, "clone", "--quiet", f"file://{works}", "copy")
    (tmp_path / "copy" / TARGETS).write_text("- [\n", encoding="utf-8")
    status, _, err = told(tmp_path / "copy", capsys, "HEAD")
    assert status == 1 and f"{TARGETS}:" in err and "没有比较" in err


def test_every_table_of_the_contract_can_be_told() -> None:
    """A new table needs words for its records."""
    from generator.history.diff import PRESENTATIONS  # noqa: PLC0415 used here alone

    tables = load_contract(ROOT / "datapackage.json").tables
    assert list(PRESENTATIONS) == list(tables)
    for table, about in PRESENTATIONS.items():
        columns = {*about.part, *(column for _, column in about.owners), *([about.words] if about.words else [])}
        assert columns <= set(tables[table].columns)
