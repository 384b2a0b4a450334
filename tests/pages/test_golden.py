"""Pages as readers get them: one golden page per kind, and what every page must have."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.analysis.documents import parts
from generator.cli.main import main
from generator.pages.findings_page import findings_page
from generator.pages.page import PageSpec
from generator.pages.registry import page_kinds
from generator.publish.site_content import SiteInputs, load_content
from generator.support.stopwatch import Stopwatch
from tests.conftest import DISTRICT_TEXTS, ROOT, SOURCES
from tests.helpers import ledger, templates
from tests.helpers.git import PERSON, commit_all, git
from tests.helpers.golden import GOLDEN, article, compare, normalised
from tests.helpers.pages import CONTRACT
from tests.helpers.sites import DISTRICT, LISTS, edit

Specs = dict[str, PageSpec]
"""Address → page."""

WITHOUT_TEXTS = {
    "home": "",
    "indicators": "indicators/",
    "undisclosed": "indicators/undisclosed/",
    "binding": "indicators/binding/",
    "clues": "indicators/clues/",
    "missed": "indicators/missed/",
    "overdue": "indicators/overdue/",
    "expected": "indicators/expected/",
    "tasks": "tasks/",
    "departments": "departments/",
    "towns": "towns/",
    "sections": "sections/",
    "years": "years/",
    "year": "years/2023/",
    "plans": "plans/",
    "matrix": "matrix/",
    "documents": "documents/",
    "evaluations": "evaluations/",
    "monitoring": "monitoring/",
    "midterm": "midterm/",
    "final_evaluation": "final-evaluation/",
    "compare": "compare/",
    "gaps": "gaps/",
    "supervision": "supervision/",
    "quality": "quality/",
    "requests": "requests/",
    "questions": "questions/",
    "rounds": "rounds/",
    "round": "rounds/2023-h1/",
    "appraisals": "appraisal/",
    "appraisal": "appraisal/2023/",
    "request": "requests/industrial-park/",
    "data": "data/",
    "api": "api/",
    "search": "search/",
    "feedback": "feedback/",
    "sitemap": "sitemap/",
}
"""Golden pages of the made-up district: name → address."""

WITH_TEXTS = {
    "indicator": "indicators/river-length/",
    "task": "tasks/industrial-park/",
    "department": "departments/water/",
    "town": "towns/luting/",
    "section": "sections/s2021-3-1-1/",
    "section_above": "sections/s2021-3-1/",
    "document": "documents/chengxi-annual-plan-2023/",
    "plan": "plans/plan-2021-2025/",
    "evaluation": "evaluations/2023-midterm/",
}
"""Those that quote the texts of its documents."""

FOLDERS = ("indicators", "tasks", "departments", "towns", "sections", "documents", "plans")
"""Folders of pages of records that every ledger has."""

ELSEWHERE = {"overviews/lists/projects.html"}
"""Templates of pages that the made-up district has not; their golden pages are those of tests/samples."""

IN_PARTS = {"document_part": "documents/chengxi-145-task-assignment-2021/s2021-3/"}
"""Those of a document that is too long for one page."""

WITH_HISTORY = {"changes": "changes/", "releases": "releases/", "release": "releases/1.2.1/"} | {
    "former": "evaluations/2023-midterm/"
}
"""Those that tell how its ledger changed."""


def specs(folder: Path, sources: Path | None = None) -> Specs:
    """The pages of a project's ledger, none of them made yet."""
    content = load_content(
        SiteInputs(folder / "data", folder / CONTRACT.name, sources, bytecode=templates.compiled_pages()), Stopwatch()
    )
    return {spec.path: spec for spec in content.specs}


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the made-up district outside of this repository, whose history is not its own."""
    folder = tmp_path_factory.mktemp("district")
    shutil.copytree(DISTRICT, folder / "data")
    shutil.copy(CONTRACT, folder)
    return folder


@pytest.fixture(scope="module")
def without_texts(district: Path) -> Specs:
    return specs(district)


@pytest.fixture(scope="module")
def with_texts(district: Path) -> Specs:
    return specs(district, DISTRICT_TEXTS)


@pytest.fixture
def in_parts(district: Path, monkeypatch: pytest.MonkeyPatch) -> Specs:
    """The pages of its ledger where a page may show few clauses."""
    monkeypatch.setattr(parts, "LIMIT", 5)
    return specs(district, DISTRICT_TEXTS)


@pytest.fixture(scope="module")
def changed(district: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same in a repository of its own: a release, a corrected name, another release, another id."""
    folder = shutil.copytree(district, tmp_path_factory.mktemp("changed") / "project")
    release = ["--data", str(folder / "data"), "--contract", str(folder / CONTRACT.name), "release", "--message"]
    with pytest.MonkeyPatch.context() as environment:
        for name, value in PERSON.items():
            environment.setenv(name, value)
        commit_all(folder, "建立台账")
        assert main([*release, "第一版"]) == 0
        edit(folder / "data/indicators/plan-2021-2025/01-main-targets.yml", "name: 新增就业", "name: 城镇新增就业")
        edit(folder / "data/site.yml", "version: 1.2.0", "version: 1.2.1")
        commit_all(folder, "改用全称 <b>")
        assert main([*release, "更正一个名称"]) == 0
        edit(folder / "data/disclosures/chengxi-145-midterm-review-2023.yml", "id: 2023-midterm", "id: midterm-2023")
        commit_all(folder, "评估的标识先写类别")
    return folder


@pytest.fixture(scope="module")
def with_history(changed: Path) -> Specs:
    return specs(changed)


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.mark.parametrize("name", WITHOUT_TEXTS)
def test_lists_are_as_they_were(without_texts: Specs, name: str, update: bool) -> None:
    """The index pages of the made-up district equal their golden pages."""
    compare(name, normalised(without_texts[WITHOUT_TEXTS[name]].make().body), update)


@pytest.mark.parametrize("name", WITH_TEXTS)
def test_pages_of_records_are_as_they_were(with_texts: Specs, name: str, update: bool) -> None:
    """A page of each kind of record, with the official wording, equals its golden page."""
    compare(name, normalised(with_texts[WITH_TEXTS[name]].make().body), update)


@pytest.mark.parametrize("name", IN_PARTS)
def test_a_part_of_a_long_document_is_as_it_was(in_parts: Specs, name: str, update: bool) -> None:
    """A chapter of a document that has too many clauses for one page equals its golden page."""
    compare(name, normalised(in_parts[IN_PARTS[name]].make().body), update)


@pytest.mark.parametrize("name", WITH_HISTORY)
def test_the_history_is_as_it_was(with_history: Specs, changed: Path, name: str, update: bool) -> None:
    """What was changed and released is told as on the golden pages; commits go by their place there."""
    body = with_history[WITH_HISTORY[name]].make().body
    for place, commit in enumerate(git(changed, "rev-list", "--reverse", "HEAD").split()):
        body = re.sub(rf"{commit}|{commit[:7]}\w*", f"commit-{place}", body)
    compare(name, normalised(re.sub(r"\b[0-9a-f]{64}\b", "sha-256", body)), update)


def test_the_page_of_findings_is_as_it_was(tmp_path: Path, update: bool) -> None:
    """What is wrong, where, and what to do stand on the page of a preview whose ledger has faults."""
    files, _ = ledger.edited(
        ("documents.yml", "validity: 有效", "validity: «有笑"), ("plans.yml", "kind: 五年规划", "kind: «五年归化")
    )
    page = findings_page(ledger.findings_of(ledger.write(tmp_path, files)))
    compare("findings", normalised(page.body), update)


def test_every_template_has_a_golden_page(
    without_texts: Specs, with_texts: Specs, in_parts: Specs, with_history: Specs
) -> None:
    """Nobody changes what a kind of page shows without seeing it; and no golden page is left over."""
    golden = (
        *((without_texts, WITHOUT_TEXTS), (with_texts, WITH_TEXTS)),
        *((in_parts, IN_PARTS), (with_history, WITH_HISTORY)),
    )
    shown = {pages[path].template for pages, names in golden for path in names.values()}
    assert {kind.template for kind in page_kinds()} - shown == ELSEWHERE
    names = {name for _, own in golden for name in own} | {"findings"}
    assert {file.stem for file in GOLDEN.glob("*.html")} == names


def test_every_record_has_its_page(real_site: Path) -> None:
    """Every indicator, task, section, document and organisation of the ledger has a page."""
    counts = {k: len(list((real_site / k).glob("*/index.html"))) for k in FOLDERS}
    assert counts == {
        "indicators": 239 + len(LISTS),
        "tasks": 177,
        "departments": 68,
        "towns": 10,
        "sections": 76,
        "documents": 2,
        "plans": 3,
    }


def test_another_district_needs_other_data_only(district_site: Path) -> None:
    """No word of the first site's place is anywhere in the output of the made-up district."""
    words = [w.encode() for w in ("西青", "天津", "杨柳青", "xiqing", "Xiqing", "滨海", "津")]
    found = [
        (p.relative_to(district_site).as_posix(), w.decode())
        for p in sorted(district_site.rglob("*"))
        if p.is_file() and p.suffix not in (".gz", ".zip", ".png") and "assets/javascripts" not in p.as_posix()
        for w in words
        if w in p.read_bytes()
    ]
    assert found == []


def test_every_page_says_where_it_is_and_names_its_record(real_site: Path) -> None:
    """A page of a record has one h1, breadcrumbs back to home, and a link to the file of its record that exists."""
    for folder in FOLDERS:
        for path in (real_site / folder).glob("*/index.html"):
            tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
            assert len(tree.css("h1")) == 1, path
            assert tree.css_first("nav.pl-trail a") is not None, path
            if path.parent.name not in LISTS:
                link = tree.css_first("p.pl-record a")
                assert link is not None, path
                assert (path.parent / str(link.attributes["href"])).resolve().is_file(), path


def test_what_is_missing_is_not_printed_as_none(district_site: Path) -> None:
    """A heading without a number, a project without a cost: no page shows the program's word for it."""
    assert [p for p in district_site.rglob("*.html") if "None" in article(p)] == []


def test_a_record_is_edited_where_it_is_kept(district_site: Path) -> None:
    """Where the settings name the place, the page of a record leads to its file there, and no other page does."""
    edited = {}
    for path in district_site.rglob("index.html"):
        if link := LexborHTMLParser(path.read_text(encoding="utf-8")).css_first("article a[rel=edit]"):
            edited[path.parent] = str(link.attributes["href"])
    place = "https://git.example/chengxi/ledger/edit/main/data/"
    assert edited[district_site / "tasks/industrial-park"] == f"{place}tasks/plan-2021-2025/02-key-tasks.yml"
    assert all(address.startswith(place) for address in edited.values())
    assert {page.parent.name for page in edited} == {*FOLDERS, "evaluations"}


def test_the_demonstration_is_marked_on_every_page(real_site: Path, district_site: Path) -> None:
    """The notice stands in the banner of every page of a demonstration, and on no page of an official site."""
    pages = sorted(real_site.rglob("index.html"))
    assert pages and all("示例站，非政府官方网站" in p.read_text(encoding="utf-8") for p in pages)
    assert not any("示例站" in p.read_text(encoding="utf-8") for p in district_site.rglob("index.html"))


def test_the_official_wording_is_shown_only_where_its_text_was_given(district_site: Path, worded_site: Path) -> None:
    """Without SOURCES no page quotes; with it task and indicator pages do."""
    assert not any('class="pl-words"' in p.read_text(encoding="utf-8") for p in district_site.rglob("*.html"))
    quoting = {p.parent.parent.name for p in worded_site.rglob("*.html") if 'class="pl-words"' in p.read_text("utf-8")}
    assert {"tasks", "indicators"} <= quoting


def test_what_is_not_known_is_said(real_site: Path) -> None:
    """A document's blank date, a missing figure, a plan without text and an unnamed unit are named as such."""
    document = article(real_site / "documents/xiqing-annual-plan-2018/index.html")
    assert "文件没有给出" in document and "失效" in document and "阶段性工作已结束" in document
    assert "暂无数据" in article(real_site / "indicators/patent-applications/index.html")
    assert "没有收到这份计划的文本" in article(real_site / "index.html")
    assert "文件没有写明责任单位" in article(real_site / "tasks/2018-culture/index.html")


def test_a_figure_of_another_definition_stands_beside_with_its_reason(real_site: Path) -> None:
    """The patents of technology firms are told on the page of the district's patents, and count for nothing there."""
    page = article(real_site / "indicators/patent-applications/index.html")
    assert "2017-patent-applications" in page and "口径不同" in page and "9000 件" in page
    assert "○</span> 暂无数据" in page


def test_a_town_is_reached_through_a_collective(real_site: Path) -> None:
    """A town's page lists tasks that name only all towns, and by which name they reach it."""
    page = article(real_site / "towns/zhongbei/index.html")
    assert "经统称涉及" in page and "各镇人民政府" in page


def test_home_tells_how_much_is_disclosed(real_site: Path) -> None:
    """The front page counts units and towns at its doors, and says how many targets are told of, each count a link."""
    tree = LexborHTMLParser((real_site / "index.html").read_text(encoding="utf-8"))
    doors = [n.text() for n in tree.css(".pl-doors a .pl-doors__about")]
    assert [door.partition("：")[0] for door in doors] == ["10 个街镇", "59 个单位", "239 个指标", "2 份文件"]
    ways = {" ".join(n.text().split()): n.attributes["href"] for n in tree.css(".pl-story__go")}
    assert ways["全部目标 187"] == "indicators/" and ways["有完成情况的 6"] == "indicators/#told"
    assert ways["还缺什么 181"] == "indicators/undisclosed/" and ways["文件自认没达到 4"] == "indicators/missed/"


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the official texts are not beside the project: ../shared/sources")
def test_the_real_site_can_show_the_official_wording() -> None:
    """With the official texts the task of employment quotes its clause."""
    page = specs(ROOT, SOURCES)["tasks/employment/"].make()
    assert "新增就业14.6万人" in page.body.rpartition('class="pl-words"')[2]


def test_every_page_can_be_reached_from_home(real_site: Path) -> None:
    """Following links from home leads to every page of the site but the page of an error."""
    pages = {p.relative_to(real_site).as_posix(): p for p in real_site.rglob("index.html")}
    seen, waiting = {"index.html"}, ["index.html"]
    while waiting:
        page = waiting.pop()
        nodes = LexborHTMLParser(pages[page].read_text(encoding="utf-8")).css("a[href]")
        for link in {str(node.attributes["href"]).partition("#")[0] for node in nodes}:
            if "://" in link or not (link == "." or link.endswith(("/", ".."))):
                continue
            name = normpath(join(dirname(page), link, "index.html"))
            if name not in seen:
                seen.add(name)
                waiting.append(name)
    assert pages.keys() - seen == set()
