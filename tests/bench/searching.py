"""The search in Chromium over the largest site: what the first search transfers, how long a reader then waits, and
how many queries have an expected page among the first three results.

``python -m tests.bench.searching DATA SITE`` is a process of its own, since it reads the ledger; it prints JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.builds import build
from tests.bench.measure import ROOT, Failed, cost, python
from tests.bench.projects import DISTRICT, Ledger, Workshop
from tests.bench.report import Row

QUERIES = ROOT / "tests" / "queries.tsv"
TIMED = 8
"""Queries of which each is the first on a freshly loaded page."""

WATCH = """(() => {
  const began = performance.now();
  window.displayed = new Promise((resolve) => {
    new MutationObserver((_, watcher) => {
      if (!document.querySelector("[role=option]")) return;
      watcher.disconnect();
      requestAnimationFrame(() => resolve(performance.now()));
    }).observe(document.documentElement, { childList: true, subtree: true });
  }).then((at) => {
    const asked = performance.getEntriesByType("resource").filter((e) => e.startTime >= began && e.responseEnd <= at);
    const last = Math.max(...asked.map((e) => e.responseEnd));
    const bytes = asked.reduce((sum, e) => sum + e.transferSize, 0);
    return { bytes, requests: asked.length, wait: at - last, whole: at - began };
  });
})()"""
"""Set before the box has the focus: asks nothing of the page but what it shows and what it loaded."""

FIRST_THREE = """async (queries) => {
  const { open } = await import(new URL("assets/find.js", location.href));
  const search = await open(new URL(".", location.href));
  const found = [];
  for (const query of queries) {
    const pages = await (await search(query)).next();
    found.push(pages.slice(0, 3).map((page) => [page.kind, page.title]));
  }
  return found;
}"""
"""Kind and title of the first three pages of each query, from the modules that the box uses."""


def run(data: Path | None, site: Path) -> dict[str, Any]:
    """Search a site, with queries drawn from its ledger or those of the file; says what was transferred and found."""
    from generator.ledger.load import load  # noqa: PLC0415 needed for drawn queries alone
    from tests.bench.draws import asked, drawn  # noqa: PLC0415
    from tests.helpers.browsing import hosted, launched  # noqa: PLC0415

    queries = drawn(load(data, ROOT / "datapackage.json").ledger) if data else asked(QUERIES)
    with hosted(site) as host, launched() as browser:
        step = len(queries) // TIMED
        timed = [_first_search(browser, host, query.text) for query in queries[::step][:TIMED]]
        page = browser.new_page()
        page.goto(host)
        found: list[list[tuple[str, str]]] = page.evaluate(FIRST_THREE, [query.text for query in queries])
    missed = [
        query.text
        for query, pages in zip(queries, found, strict=True)
        if not any(query.answered(*page) for page in pages)
    ]
    return {"timed": timed, "queries": len(queries), "missed": missed}


def _first_search(browser: Any, host: str, query: str) -> dict[str, float]:
    """The first search of a reader who comes with an empty cache, from a page of text."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(host + "about/")
    page.evaluate(WATCH)
    page.keyboard.press("/")
    page.keyboard.insert_text(query)
    found: dict[str, float] = page.evaluate("window.displayed")
    context.close()
    return found


def rows(workshop: Workshop, _: int) -> Iterator[Row]:
    """The largest simulated ledger with drawn queries, and the project's own with those of the file."""
    largest = workshop.ledgers[-1]
    for ledger, data in ((largest, largest.data), (DISTRICT, None)):
        try:
            yield from _rows(ledger, _run(workshop, ledger, data))
        except Failed as failed:
            yield Row(
                f"search/{ledger.name}/failed", f"{ledger.name}: search", note=str(failed)[-120:].replace("\n", " ")
            )


def _run(workshop: Workshop, ledger: Ledger, data: Path | None) -> dict[str, Any]:
    project = workshop.project(ledger)
    build(project)
    said = cost(python("-m", "tests.bench.searching", str(data or ""), str(project / "site"))).said
    found: dict[str, Any] = json.loads(said.splitlines()[-1])
    return found


def _rows(ledger: Ledger, found: dict[str, Any]) -> Iterator[Row]:
    size = (ledger.pages, ledger.observations)
    worst = {key: max(one[key] for one in found["timed"]) for key in ("bytes", "requests", "wait", "whole")}
    usual = {key: median(one[key] for one in found["timed"]) for key in worst}
    right = found["queries"] - len(found["missed"])
    bytes_, wait = worst["bytes"] / 1000, worst["wait"]
    of = f"in {worst['requests']:.0f} requests, the largest of {len(found['timed'])} first searches"
    note = f"{bytes_:.0f} KB {of}; median {usual['bytes'] / 1000:.0f} KB"
    yield Row(
        f"search/{ledger.name}/bytes", f"{ledger.name}: first search, transferred", *size, note=note, value=bytes_
    )
    note = (
        f"{wait:.0f} ms, the longest; median {usual['wait']:.0f} ms, {usual['whole']:.0f} ms since the box was opened"
    )
    what = f"{ledger.name}: first search, last response to displayed results"
    yield Row(f"search/{ledger.name}/wait", what, *size, note=note, value=wait)
    note = f"{right} of {found['queries']}" + (f"; not: {'、'.join(found['missed'])}" if found["missed"] else "")
    what = f"{ledger.name}: expected page among the first three"
    yield Row(f"search/{ledger.name}/right", what, *size, note=note, value=right)


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]) if sys.argv[1] else None, Path(sys.argv[2]))))
