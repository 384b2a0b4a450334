"""The small ledger's site, built once a run for all tests that begin with one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import built, project
from tests.helpers import ledger
from tests.helpers.runs import Once
from tests.helpers.sites import unsearched


@pytest.fixture
def copied(once: Once) -> Callable[[Path], Path]:
    """Copies a project with the small ledger and its site, which has no search, to a new folder."""

    def build(folder: Path) -> None:
        (folder / "project").mkdir()
        built(unsearched(project(folder / "project", ledger.write(folder, ledger.LEDGER))))

    whole = once("small", build) / "project"
    return lambda folder: Path(shutil.copytree(whole, folder))
