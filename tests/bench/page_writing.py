"""Rendering and writing alone: from what each page shows to every page in its file, as other generators get it.

``python -m tests.bench.page_writing PROJECT`` is the process that is measured; it prints user CPU seconds. The engine
runs as in any build, with its lists, home page and sitemap. The ledger is read and the views (what each page shows) are
made before the clock starts. There are no downloads and no index, and no link is checked at the end.
"""

from __future__ import annotations

import gc
import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar
from unittest.mock import patch

from tests.bench.measure import Cost, median_cost, python, run
from tests.bench.projects import BenchFolder
from tests.bench.stages import user_seconds
from tests.bench.table import Row

T = TypeVar("T")
OUTPUT = "pages-alone"


def write_pages(project: Path) -> float:
    """User CPU seconds of writing the pages of a project into a new folder."""
    from generator.publish import mkdocs_plugin, site_content  # noqa: PLC0415
    from generator.publish.engine.project import Project  # noqa: PLC0415
    from generator.publish.site_content import SiteInputs, load_content  # noqa: PLC0415
    from generator.publish.site_writer import SiteWriter  # noqa: PLC0415
    from generator.support.stopwatch import Stopwatch  # noqa: PLC0415 its import is no part of what is measured

    content = load_content(SiteInputs(project / "data", project / "datapackage.json", formats=()), Stopwatch())
    views = [spec.content() for spec in content.specs]
    ready = (replace(spec, content=partial(_same, view)) for spec, view in zip(content.specs, views, strict=True))
    content = replace(content, specs=tuple(ready))
    gc.disable()  # as the command does
    with (
        patch.object(mkdocs_plugin, "load_content", lambda *_: content),
        patch.object(mkdocs_plugin, "downloads", lambda _: ()),
    ):
        start = user_seconds()
        options = site_content.BuildOptions(search=False)
        Project(project / "mkdocs.yml", options).build(SiteWriter(project / OUTPUT))
        return user_seconds() - start


def _same(content: T) -> T:
    return content


def rows(folder: BenchFolder, times: int) -> Iterator[Row]:
    """A row for each size."""
    for sample in folder.samples:
        project = folder.project(sample, f"{sample.name}-pages")
        cost = median_cost(times, lambda project=project: _once(project))  # type: ignore[misc]  # bound now
        yield Row(f"pages/{sample.name}", f"{sample.name}: rendering and writing alone", sample.size, cost.cpu)
        shutil.rmtree(project)


def _once(project: Path) -> Cost:
    for name in ("build", OUTPUT):
        shutil.rmtree(project / name, ignore_errors=True)
    whole = run(python("-m", "tests.bench.page_writing", str(project)))
    return Cost(json.loads(whole.output.splitlines()[-1]), whole.wall, whole.memory)


if __name__ == "__main__":
    print(json.dumps(write_pages(Path(sys.argv[1]))))
