"""The search: what its index holds, and what a reader gets who types into the box, in a real browser."""

from __future__ import annotations

import csv
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator import search, terms
from tests.chromium import CHROMIUM, Browser, first_three, served
from tests.conftest import ROOT, built
from tests.support_sites import LISTS

QUERIES = ROOT / "tests" / "queries.tsv"
MISSES = 2
"""How many of the queries may not have their page among the first three results."""

SHOWN = """new Promise(resolve => {
  const look = () => {
    const items = [...document.querySelectorAll("[role=option]")];
    if (%s) resolve(items.map(i => [i.querySelector(".pl-search__kind").textContent, i.textContent, i.id]));
    else setTimeout(look, 20);
  };
  look();
})"""
"""Results in the list, as soon as a condition holds."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as found:
        yield found


@pytest.fixture(scope="module")
def host(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real site in a folder of a server: no address may be counted from the server's root."""
    with served(real_site, tmp_path_factory.mktemp("server")) as address:
        yield address


def in_browser(test: Any) -> Any:
    """Marks a test that needs Chromium: skipped where it is missing, never in CI."""
    skip = pytest.mark.skipif(CHROMIUM is None and not os.environ.get("CI"), reason="Chromium is not installed")
    return pytest.mark.browser(skip(test))


def searched(browser: Browser, host: str, query: str, page: str = "about/") -> list[list[str]]:
    """Open a page, then the box, type, and wait for the results."""
    browser.go(host + page)
    browser.press("/")
    browser.type(query)
    found: list[list[str]] = browser.value(SHOWN % "items.length")
    return found


# -- the index


def test_two_builds_write_the_same_index(district_project: Path, tmp_path: Path) -> None:
    """The same commit gives the same bytes, the search included."""
    again = tmp_path / "again"
    shutil.copytree(district_project, again, ignore=shutil.ignore_patterns("site"))
    one, two = (
        {p.relative_to(folder): p.read_bytes() for p in sorted((folder / "pagefind").rglob("*")) if p.is_file()}
        for folder in (district_project / "site", built(again))
    )
    assert one == two


def test_only_files_that_the_site_loads_are_published(district_site: Path) -> None:
    """No interface of Pagefind's own, no worker, no playground."""
    names = {p.name for p in (district_site / "pagefind").iterdir() if p.is_file() and p.suffix != ".pf_meta"}
    assert names == {"pagefind.js", "pagefind-entry.json", "wasm.unknown.pagefind"}


def test_every_page_of_a_record_is_an_entry_of_its_kind(district_site: Path) -> None:
    """Pages of records carry their kind, names and text; lists only their titles; home and 404 nothing."""
    entries = {e.path: e for path, article in search.built(district_site) for e in search.entries(path, article)}
    kinds = {
        "indicators": terms.INDICATOR,
        "tasks": terms.TASK,
        "departments": terms.UNIT,
        "towns": terms.TERRITORY,
        "sections": terms.SECTION,
        "documents": terms.DOCUMENT,
        "plans": terms.PLAN,
        "evaluations": terms.EVALUATION,
    }
    for folder, kind in kinds.items():
        assert entries[f"{folder}/"].text == entries[f"{folder}/"].title
        paths = {f"{folder}/{p.parent.name}/" for p in (district_site / folder).glob("*/index.html")}
        found = {path: entries[path] for path in paths - {f"indicators/{name}/" for name in LISTS}}
        assert {e.kind for e in found.values()} == {kind}
        assert all(e.text.strip() and e.about for e in found.values())
    assert entries["about/"].kind == terms.EXPLANATION
    assert "" not in entries
    assert not any(path.startswith("404") for path in entries)


def test_the_box_is_unseen_until_a_script_takes_it_out(district_site: Path) -> None:
    """Without JavaScript there is no dead box: its parts stand in a hidden element alone."""
    page = LexborHTMLParser((district_site / "index.html").read_text(encoding="utf-8"))
    assert page.css("div#pl-search[hidden]")
    for node in page.css("[hidden]"):
        node.decompose()
    assert not page.css(".md-search, [for=__search]:not(.md-overlay)")


# -- in the browser


@in_browser
def test_the_expected_page_is_among_the_first_three(browser: Browser, host: str) -> None:
    """Of the queries that readers would try, all but a few have the expected page among the first three results."""
    with QUERIES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    browser.go(host)
    missed = {}
    for row, found in zip(rows, first_three(browser, [r["query"] for r in rows]), strict=True):
        kinds = {row["kind"], terms.TERRITORY} if row["kind"] == terms.UNIT else {row["kind"]}  # a town is a unit, too
        if not any(kind in kinds and row["title contains"] in title for kind, title in found):
            missed[row["query"]] = found
    assert len(missed) <= MISSES, missed


@in_browser
def test_spellings_and_parts_of_words_are_found(browser: Browser, host: str) -> None:
    """Full-width figures, blanks, a part inside a longer word, a figure of a page."""
    browser.go(host)
    wide, blank, part, figure = first_three(browser, ["１４．６", "新增 就业", "木绿", "14.6"])
    assert wide == figure
    assert "新增就业" in {title for _, title in figure}
    assert blank[0] == ["指标", "新增就业"]
    assert any("林木绿化" in title for _, title in part)


@in_browser
def test_words_around_the_article_find_nothing(browser: Browser, host: str) -> None:
    """Header, tabs and footer are on every page: they would find all of them."""
    browser.go(host)
    assert first_three(browser, ["切换到深色", "跳转至"]) == [[], []]


@in_browser
def test_excerpts_read_as_they_were_written(browser: Browser, host: str) -> None:
    """What Python writes for Pagefind, the browser reads back: letters, figures, signs, single and rare characters."""
    texts = ["全年新增就业 14.6 万人，GDP≥8.5%；A股（县）", "一", "绿化 化学，化", "Wi-Fi 与5G网", "〇㐀鿿"]
    browser.go(host)
    script = '(async () => { const m = await import("/sub/assets/find.js"); return %s.map(m.decode); })()'
    # Pagefind joins words by one blank
    coded = [" ".join(search.encode(text).split()) for text in texts]
    assert browser.value(script % json.dumps(coded)) == texts


@in_browser
def test_nothing_of_the_search_is_loaded_before_its_first_use(browser: Browser, host: str) -> None:
    """A page brings the small script alone; opening the box brings the rest, all of it from the site."""
    asked = "performance.getEntriesByType('resource').map(e => e.name)"
    browser.go(host + "about/")
    before = browser.value(asked)
    assert [u for u in before if "pagefind" in u or "find.js" in u] == []
    assert [u for u in before if u.endswith("assets/search.js")]
    searched(browser, host, "就业")
    after = browser.value(asked)
    assert [u for u in after if u.endswith("pagefind/pagefind.js")]
    assert {urlsplit(u).netloc for u in after} == {urlsplit(host).netloc}


@in_browser
@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_opens_the_box(browser: Browser, host: str, key: str) -> None:
    """Each of the theme's keys opens the box, puts the cursor there, and is not typed into it."""
    browser.go(host + "about/")
    browser.press(key)
    state = "[document.activeElement.role, document.activeElement.value, document.getElementById('__search').checked]"
    assert browser.value(state) == ["combobox", "", True]


@in_browser
def test_the_keyboard_goes_through_the_results(browser: Browser, host: str) -> None:
    """Arrows move and come round, Escape closes, Enter opens the result that is marked."""
    found = searched(browser, host, "绿化", "indicators/")
    marked = "document.querySelector('.md-search__input').getAttribute('aria-activedescendant')"
    seen = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"):
        browser.press(key)
        seen.append(browser.value(marked))
    assert seen == [found[i][2] for i in (0, 1, 0, -1)]
    assert browser.value("document.querySelectorAll('[role=option][aria-selected=true]').length") == 1
    browser.press("Escape")
    assert browser.value("document.getElementById('__search').checked") is False
    browser.press("s")
    browser.press("ArrowDown")
    goal = browser.value("document.querySelector('[aria-selected=true] a').href")
    browser.press("Enter")
    while browser._message().get("method") != "Page.loadEventFired":
        pass
    assert browser.value("location.href") == goal
    assert goal.startswith(host)


@in_browser
def test_a_reader_is_told_how_many_there_are(browser: Browser, host: str) -> None:
    """The live region tells the number, or that there is none; the list says whether it is open."""
    said = "document.querySelector('.pl-search [role=status]').textContent"
    opened = "document.querySelector('[role=combobox]').getAttribute('aria-expanded')"
    found = searched(browser, host, "失业率")
    assert browser.value(said) == f"找到 {len(found)} 条结果"
    assert browser.value(opened) == "true"
    browser.value("document.querySelector('.md-search__input').select()")
    browser.type("魑魅魍魉")
    browser.value(SHOWN % "!items.length")
    assert browser.value(said) == "没有找到“魑魅魍魉”，换一个词试试"
    assert browser.value(opened) == "false"


@in_browser
def test_one_kind_alone_can_be_shown(browser: Browser, host: str) -> None:
    """A chip leaves only results of its kind, and says that it is pressed."""
    searched(browser, host, "养老")
    browser.value("document.querySelector('.pl-search__kinds [value=任务]').click()")
    only = "items.length && items.every(i => i.querySelector('.pl-search__kind').textContent === '任务')"
    assert {kind for kind, *_ in browser.value(SHOWN % only)} == {"任务"}
    assert browser.value("document.querySelector('.pl-search__kinds [aria-pressed=true]').textContent") == "任务"


@in_browser
def test_further_results_come_when_asked_for(browser: Browser, host: str) -> None:
    """A query with many answers shows some; a button brings the next."""
    some = searched(browser, host, "发展")
    browser.value("document.querySelector('.pl-search__more').click()")
    more = browser.value(SHOWN % f"items.length > {len(some)}")
    assert more[: len(some)] == some
    assert len({i for *_, i in more}) == len(more)


@in_browser
def test_the_open_box_fits_a_phone(browser: Browser, host: str) -> None:
    """At 390 pixels the box takes the whole width and nothing sticks out."""
    browser.call("Emulation.setDeviceMetricsOverride", width=390, height=800, deviceScaleFactor=1, mobile=True)
    searched(browser, host, "环境")
    browser.value("Promise.all(document.getAnimations().map(a => a.finished)).then(() => 0)")
    parts = "[...document.querySelectorAll('.md-search__inner :not(mark)')]"
    wide = f"{parts}.map(e => e.getBoundingClientRect()).filter(r => r.right > 391 || r.left < -1).length"
    assert browser.value(wide) == 0
    assert browser.value("document.documentElement.scrollWidth") <= 390
    browser.call("Emulation.clearDeviceMetricsOverride")


@in_browser
def test_without_scripts_there_is_no_box(browser: Browser, host: str) -> None:
    """Where scripts do not run, nothing that cannot work is shown."""
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.go(host)
    top = browser.call("DOM.getDocument")["root"]["nodeId"]
    found = browser.call(
        "DOM.querySelectorAll", nodeId=top, selector=".md-search:not([hidden] *), .md-header [for=__search]"
    )
    browser.call("Emulation.setScriptExecutionDisabled", value=False)
    assert found["nodeIds"] == []
