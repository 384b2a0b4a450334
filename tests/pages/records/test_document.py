"""The page of a document: every source link lands on its clause, which leads back to the record."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.analysis.documents import parts
from generator.analysis.documents.clauses import document_clauses
from generator.analysis.documents.parts import document_parts
from generator.language.formatting import full_width
from generator.language.official_text import clause_anchor, read_documents
from generator.ledger.records import Task
from generator.pages.components.references import document_pages, source_of
from generator.pages.context import PageContext
from generator.publish.site_content import SiteInputs, load_content
from generator.support.stopwatch import Stopwatch
from tests.conftest import DISTRICT_TEXTS, SOURCES
from tests.helpers import ledger, templates
from tests.helpers.pages import CONTRACT, context_of, specs_of

HEAVIEST = 350_000
"""Bytes of the article of a page, so that with what is around it, it stays below 400 KB."""


def clause_links(site: Path) -> dict[str, set[str]]:
    """Pages of a built site → the clauses that all its pages link to there."""
    found: dict[str, set[str]] = {}
    for page in site.rglob("index.html"):
        base = page.relative_to(site).as_posix()
        for node in LexborHTMLParser(page.read_text(encoding="utf-8")).css("article a[href*='#c-']"):
            target, _, anchor = urljoin(base, str(node.attributes["href"])).partition("#")
            found.setdefault(target if target.endswith("html") else f"{target}index.html", set()).add(unquote(anchor))
    return found


def ids(page: Path) -> list[str]:
    """The addresses on a page, in its order."""
    return [str(node.attributes["id"]) for node in LexborHTMLParser(page.read_text(encoding="utf-8")).css("[id]")]


@pytest.mark.parametrize("name", ["real_site", "district_site", "worded_site"])
def test_every_source_link_lands_on_its_clause(name: str, request: pytest.FixtureRequest) -> None:
    """With official texts and without, each link to a clause has its target, and each address stands once."""
    site: Path = request.getfixturevalue(name)
    links = clause_links(site)
    assert links
    for page, wanted in links.items():
        there = ids(site / page)
        assert page.startswith("documents/") and wanted <= set(there), (page, wanted - set(there))
        assert len(there) == len(set(there)), page


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the official texts are not beside the project")
def test_the_real_texts_are_read_clause_by_clause(real_project: Path) -> None:
    """With the official texts every clause has its address once, and no page is heavier than a phone can bear."""
    content = load_content(
        SiteInputs(real_project / "data", CONTRACT, SOURCES, bytecode=templates.compiled_pages()), Stopwatch()
    )
    specs = {spec.path: spec for spec in content.specs}
    for id_ in content.index.documents:
        body = specs[f"documents/{id_}/"].make().body
        clauses = document_pages(content.context, id_).parts[0].clauses
        assert all(body.count(f' id="{clause.anchor}"') == 1 for clause in clauses)
        assert body.count("pl-clause__words") >= len(clauses)
        assert len(body.encode()) < HEAVIEST


def test_every_record_of_a_page_shows_its_clause(real_site: Path) -> None:
    """An indicator's, a task's and a year's sources are links to clauses, never to the top of a document."""
    for path in ("indicators/new-jobs", "tasks/market-entities", "years/2017"):
        article = LexborHTMLParser((real_site / path / "index.html").read_text(encoding="utf-8")).css_first("article")
        assert article is not None and article.css("a[href*='/#c-']"), path


def test_a_clause_leads_back_to_its_records(real_site: Path) -> None:
    """The clause of a task links to the task, to who leads it, and to its indicators."""
    page = LexborHTMLParser((real_site / "documents/xiqing-135-task-assignment-2016/index.html").read_text("utf-8"))
    clause = page.css_first("#c-2-2-5")
    assert clause is not None
    links = {str(a.attributes["href"]).removeprefix("../../") for a in clause.css("a[href^='../../']")}
    assert {"indicators/new-jobs/", "indicators/registered-unemployment-rate/"} <= links
    assert any(link.startswith("tasks/") for link in links) and any(link.startswith("departments/") for link in links)
    assert "二（二）-5" in clause.text()


@pytest.mark.parametrize(
    ("locator", "anchor"),
    [
        ("二(二)-5", "c-2-2-5"),
        ("二（二）-5", "c-2-2-5"),
        ("三(十一)2-1", "c-3-11-2-1"),
        ("二10(1)", "c-2-10-1"),
        ("表 3 第12行", "c-表-3-第-12-行"),
        ("A-1", "c-a-1"),
    ],
)
def test_the_address_of_a_clause_is_made_of_its_locator(locator: str, anchor: str) -> None:
    """It does not change when other records come or go."""
    assert clause_anchor(locator) == anchor


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("二(二)-5", "二（二）-5"),
        ("到2020年,达到1,000家;其中(一)12:30", "到2020年，达到1,000家；其中（一）12:30"),
        ("PM2.5", "PM2.5"),
    ],
)
def test_punctuation_is_shown_in_full_width(text: str, shown: str) -> None:
    """As Chinese prints it; what stands inside figures stays."""
    assert full_width(text) == shown


def test_a_document_of_many_clauses_has_a_page_for_each_chapter(
    district_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each clause stands on one page, sources link to that page, and the document's page lists them all."""
    monkeypatch.setattr(parts, "LIMIT", 5)
    context = context_of(district_project / "data")
    id_ = "chengxi-145-task-assignment-2021"
    pages = document_pages(context, id_)
    assert len(pages.parts) > 1 and all(len(part.clauses) <= 5 for part in pages.parts)
    names = [part.name for part in pages.parts]
    assert len(names) == len(set(names)) and all(names)
    specs = {spec.path: spec for spec in specs_of(context)}
    listed = specs[f"documents/{id_}/"].make().body
    for part in pages.parts:
        body = specs[f"documents/{id_}/{part.name}/"].make().body
        assert f'href="../../documents/{id_}/{part.name}/"' in listed
        assert all(f'id="{clause.anchor}"' in body for clause in part.clauses)
    for task in context.index.tasks_of_document[id_]:
        path, _, anchor = source_of(context, task).clause.path.partition("#")
        assert f'id="{anchor}"' in specs[path].make().body


def test_locators_that_read_alike_have_addresses_of_their_own(tmp_path: Path) -> None:
    """Two places whose locators differ in signs alone are told apart."""
    context = _with_locators(tmp_path, "三10(1)", "三10-1")
    document = next(iter(context.index.documents))
    anchors = [clause.anchor for clause in document_clauses(context.index, document)]
    assert len(anchors) == len(set(anchors)) and "c-3-10-1" in anchors


def test_runs_of_clauses_without_headings_are_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Clauses under no heading are cut into runs, none longer than a page may be."""
    monkeypatch.setattr(parts, "LIMIT", 1)
    context = _with_locators(tmp_path, "附表甲", "附表乙")
    document = next(iter(context.index.documents))
    clauses = document_clauses(context.index, document)
    cut = document_parts(context.index, [clause._replace(section=None) for clause in clauses])
    assert [len(part.clauses) for part in cut] == [1] * len(clauses)
    assert [part.name for part in cut] == [f"rows_{number}" for number in range(1, len(clauses) + 1)]


def _with_locators(folder: Path, *locators: str) -> PageContext:
    """The small ledger, in which the first tasks have these locators."""
    context = context_of(ledger.write(folder, ledger.LEDGER))
    tasks = [record for record in context.index.ledger.tasks if isinstance(record, Task)]
    for task, locator in zip(tasks, locators, strict=False):
        object.__setattr__(task, "locator", locator)
    return context


@pytest.mark.parametrize("id_", ["chengxi-145-task-assignment-2021", "chengxi-annual-plan-2023"])
def test_the_whole_text_is_shown_in_its_order(worded_site: Path, id_: str) -> None:
    """Where the text was given, the page shows every character of it, once and in its order."""
    page = LexborHTMLParser((worded_site / "documents" / id_ / "index.html").read_text(encoding="utf-8"))
    for node in page.css(".pl-clause__mark, .pl-clause__margin, .pl-contents, .pl-clause__text > p:not([class])"):
        node.decompose()
    shown = "".join(
        node.text() for node in page.css("article details:not(.pl-contents) p, .pl-reader > *") if node.text()
    )
    text = read_documents(DISTRICT_TEXTS, [id_])[id_]
    shown = "".join(shown.split())
    assert [sign for sign in shown if sign not in "。"] == [sign for sign in full_width(text) if sign not in "。"]


def test_a_clause_shows_its_words_with_title_and_figures_marked(worded_site: Path) -> None:
    """The title leads to the task, a figure to its indicator; who is responsible stands beside."""
    path = worded_site / "documents/chengxi-145-task-assignment-2021/index.html"
    clause = LexborHTMLParser(path.read_text(encoding="utf-8")).css_first("#c-3-1-1-1")
    assert clause is not None
    title, marked = clause.css_first("p.pl-clause__words a.pl-clause__title"), clause.css("a.pl-mark--target")
    assert title is not None and (title.text(), title.attributes["href"]) == (
        "分片治理河道",
        "../../tasks/river-treatment/",
    )
    assert [(a.text(), a.attributes["href"]) for a in marked] == [
        ("120公里", "../../indicators/river-length/"),
        ("60公里", "../../indicators/river-length/"),
    ]
    margin = clause.css_first(".pl-clause__margin")
    assert margin is not None and "区水务局牵头" in margin.text() and "进度正常" in margin.text()


def test_without_a_text_a_clause_shows_our_own_words(district_site: Path) -> None:
    """The same clauses with title, summary, figures and states, and not a word of the text."""
    path = district_site / "documents/chengxi-145-task-assignment-2021/index.html"
    page = LexborHTMLParser(path.read_text(encoding="utf-8"))
    clause = page.css_first("#c-3-1-1-1")
    assert clause is not None and not page.css(".pl-clause__words")
    assert "分片治理河道" in clause.text() and "进度正常" in clause.text() and "120" in clause.text()
    assert "不是原文" in page.css_first("article").text()  # type: ignore[union-attr]  # every page has an article
