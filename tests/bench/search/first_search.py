"""The search in Chromium: what the first search transfers, how long a reader then waits, and how many queries have an
expected page among the first three results.

``python -m tests.bench.search.first_search DATA SITE`` is a process of its own, since it reads the ledger; it prints
JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.builds import build
from tests.bench.measure import ROOT, Failed, python, run
from tests.bench.projects import DISTRICT, BenchFolder, Sample
from tests.bench.table import Row

QUERIES = ROOT / "tests" / "publish" / "queries.tsv"
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
    const loaded = performance.getEntriesByType("resource").filter((e) => e.startTime >= began && e.responseEnd <= at);
    const last = Math.max(...loaded.map((e) => e.responseEnd));
    const bytes = loaded.reduce((sum, e) => sum + e.transferSize, 0);
    return { bytes, requests: loaded.length, wait: at - last, whole: at - began };
  });
})()"""
"""Set before the box has the focus; uses nothing of the page but what it shows and what it loaded."""

FIRST_THREE = """async (queries) => {
  const { open } = await import(new URL("assets/find.js", location.href));
  const search = await open(new URL(".", location.href));
  const results = [];
  for (const query of queries) {
    const pages = await (await search(query)).next();
    results.push(pages.slice(0, 3).map((page) => [page.kind, page.title]));
  }
  return results;
}"""
"""Kind and title of the first three pages of each query, from the modules that the box uses."""


def search_site(data: Path | None, site: Path) -> dict[str, Any]:
    """Search a site for queries taken from its ledger or, without ``data``, those of the file."""
    from generator.ledger.load import load  # noqa: PLC0415 needed for queries of a ledger alone
    from tests.bench.search.queries import queries_of_file, sample_queries  # noqa: PLC0415
    from tests.helpers.browsing import hosted, launched  # noqa: PLC0415

    queries = sample_queries(load(data, ROOT / "datapackage.json").ledger) if data else queries_of_file(QUERIES)
    with hosted(site) as host, launched() as browser:
        step = len(queries) // TIMED
        timed = [_first_search(browser, host, query.text) for query in queries[::step][:TIMED]]
        page = browser.new_page()
        page.goto(host)
        results: list[list[tuple[str, str]]] = page.evaluate(FIRST_THREE, [query.text for query in queries])
    missed = [
        query.text
        for query, pages in zip(queries, results, strict=True)
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
    timing: dict[str, float] = page.evaluate("window.displayed")
    context.close()
    return timing


def rows(folder: BenchFolder, _: int) -> Iterator[Row]:
    """The largest simulated ledger with queries taken from it, and the project's own with those of the file."""
    largest = folder.samples[-1]
    for sample, data in ((largest, str(largest.data)), (DISTRICT, "")):
        try:
            project = folder.project(sample)
            build(project, "--only-csv-json")
            command = python("-m", "tests.bench.search.first_search", data, str(project / "site"))
            yield from _rows(sample, json.loads(run(command).output.splitlines()[-1]))
        except Failed as failed:
            end = str(failed)[-120:].replace("\n", " ")
            yield Row(f"search/{sample.name}/failed", f"{sample.name}: search", note=end)


def _rows(sample: Sample, results: dict[str, Any]) -> Iterator[Row]:
    timed, missed = results["timed"], results["missed"]
    worst = {key: max(one[key] for one in timed) for key in ("bytes", "requests", "wait", "whole")}
    usual = {key: median(one[key] for one in timed) for key in worst}
    size, wait, right = worst["bytes"] / 1000, worst["wait"], results["queries"] - len(missed)

    def row(key: str, what: str, value: float, note: str) -> Row:
        return Row(f"search/{sample.name}/{key}", f"{sample.name}: {what}", sample.size, note=note, value=value)

    requests = f"in {worst['requests']:.0f} requests, the largest of {len(timed)} first searches"
    note = f"{size:.0f} KB {requests}; median {usual['bytes'] / 1000:.0f} KB"
    yield row("bytes", "first search, transferred", size, note)
    medians = f"median {usual['wait']:.0f} ms, {usual['whole']:.0f} ms since the box was opened"
    yield row(
        "wait", "first search, last response to displayed results", wait, f"{wait:.0f} ms, the longest; {medians}"
    )
    note = f"{right} of {results['queries']}" + (f"; not: {'、'.join(missed)}" if missed else "")
    yield row("right", "expected page among the first three", right, note)


if __name__ == "__main__":
    print(json.dumps(search_site(Path(sys.argv[1]) if sys.argv[1] else None, Path(sys.argv[2]))))
