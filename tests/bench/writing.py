"""Rendering and writing alone: from what each page shows to every page in its file; and with what comes before.

``python -m tests.bench.writing PROJECT`` is the process that is measured; it prints user CPU seconds. The engine runs
as in any build, with its lists, home page and sitemap. What it would read is handed to it; it exports nothing, looks at
no link and makes no index and no file in a further format. The views (what each page shows, a tuple of texts and lists,
as a page of Markdown is to other generators) are made before the clock starts; with ``--derive`` they are made while it
runs, from the records.
"""

from __future__ import annotations

import gc
import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from tests.bench.measure import Cost, cost, middle, python
from tests.bench.projects import Workshop
from tests.bench.report import Row
from tests.bench.stages import user_seconds

OUTPUT = "pages-alone"
DERIVE = "--derive"


def run(project: Path, *, derive: bool) -> float:
    """User CPU seconds of writing the pages of a project into a new folder."""
    from generator.ledger.load import load  # noqa: PLC0415
    from generator.pages import registry  # noqa: PLC0415
    from generator.pages.page import PageContext, PageSpec  # noqa: PLC0415
    from generator.publish import engine, site_content  # noqa: PLC0415 their import is no part of what is measured
    from generator.publish.site_writer import SiteWriter  # noqa: PLC0415

    checked = load(project / "data", project / "datapackage.json")
    page_specs = registry.page_specs

    def with_content(context: PageContext, bytecode: Path | None = None) -> list[PageSpec]:
        specs = [(spec, spec.content()) for spec in page_specs(context, bytecode)]
        return [replace(spec, content=lambda content=content: content) for spec, content in specs]  # type: ignore[misc]

    gc.disable()  # as the command does
    with (
        patch.object(registry, "page_specs", page_specs if derive else with_content),
        patch.object(site_content, "load", lambda *_, **__: checked),
        patch("generator.publish.mkdocs_plugin.downloads", lambda _: []),
    ):
        start = user_seconds()
        engine.build(project / "mkdocs.yml", SiteWriter(project / OUTPUT), engine.BuildOptions(search=False))
        return user_seconds() - start


def rows(workshop: Workshop, times: int) -> Iterator[Row]:
    """Two rows for each size."""
    for ledger in workshop.ledgers:
        project = workshop.project(ledger, f"{ledger.name}-written")
        size = (ledger.pages, ledger.observations)
        alone = middle(times, lambda project=project: _once(project)).cpu  # type: ignore[misc]  # bound now
        yield Row(f"writing/{ledger.name}", f"{ledger.name}: rendering and writing alone", *size, alone)
        whole = middle(times, lambda project=project: _once(project, DERIVE)).cpu  # type: ignore[misc]  # as above
        yield Row(f"deriving/{ledger.name}", f"{ledger.name}: deriving views, rendering and writing", *size, whole)
        shutil.rmtree(project)


def _once(project: Path, *options: str) -> Cost:
    for left in ("build", OUTPUT):
        shutil.rmtree(project / left, ignore_errors=True)
    whole = cost(python("-m", "tests.bench.writing", str(project), *options))
    return Cost(json.loads(whole.said.splitlines()[-1]), whole.wall, whole.peak)


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]), derive=DERIVE in sys.argv)))
