"""Rendering and writing alone: from a checked ledger in memory to every page in its file.

``python -m tests.bench.writing PROJECT`` is the process that is measured; it prints user CPU seconds. The engine runs
as in any build, with its lists, home page and sitemap. What it would read is handed to it; it exports nothing, looks at
no link and makes no index.
"""

from __future__ import annotations

import gc
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from tests.bench.measure import Cost, cost, middle, python
from tests.bench.projects import Workshop
from tests.bench.report import Row
from tests.bench.stages import user_seconds

OUTPUT = "pages-alone"


def run(project: Path) -> float:
    """User CPU seconds of writing the pages of a project into a new folder."""
    from generator import plugin  # noqa: PLC0415 its import is no part of what is measured
    from generator.carry import Carrier  # noqa: PLC0415
    from generator.pipeline import load  # noqa: PLC0415
    from generator.store import Store  # noqa: PLC0415

    checked = load(project / "data", project / "datapackage.json", store=Store(project / "build" / "cache"))
    with (
        patch.object(plugin, "load", lambda *_, **__: checked),
        patch("generator.export.outputs", lambda *_, **__: []),
        patch("generator.plugin.Reader", lambda *_, **__: None),
    ):
        gc.disable()  # as the command does
        start = user_seconds()
        plugin.build(project / "mkdocs.yml", Carrier(project / OUTPUT), search=False)
        return user_seconds() - start


def rows(workshop: Workshop, times: int) -> Iterator[Row]:
    """A row for each size."""
    for ledger in workshop.ledgers:
        project = workshop.project(ledger, f"{ledger.name}-written")

        def once(project: Path = project) -> Cost:
            for left in ("build", OUTPUT):
                shutil.rmtree(project / left, ignore_errors=True)
            whole = cost(python("-m", "tests.bench.writing", str(project)))
            return Cost(json.loads(whole.said.splitlines()[-1]), whole.wall, whole.peak)

        cpu = middle(times, once).cpu
        shutil.rmtree(project)
        what = f"{ledger.name}: rendering and writing alone"
        yield Row(f"writing/{ledger.name}", what, ledger.pages, ledger.observations, cpu)


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]))))
