"""Sites that several tests only read, built once a run, and the browser that visits them."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from generator.publish.build import build_site
from generator.publish.site_content import BuildOptions
from tests.helpers import kinds, templates
from tests.helpers.browsing import launched
from tests.helpers.endurance import examples
from tests.helpers.nginx import strictly_hosted

if TYPE_CHECKING:
    from tests.helpers.runs import Once  # pytest imports its plugin by itself

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT.parent / "shared" / "sources"
DISTRICT_DATA = ROOT / "tests" / "district" / "data"
DISTRICT_TEXTS = DISTRICT_DATA.with_name("sources")

pytest_plugins = ("tests.helpers.runs",)

settings.register_profile("plain", examples(30))
settings.load_profile("plain")


def project(folder: Path, data: Path) -> Path:
    """A project with its own data: the engine's settings, contract and pages of this one. Returns the folder."""
    for name in ("mkdocs.yml", "datapackage.json"):
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copytree(data, folder / "data")
    return folder


def built(folder: Path, sources: str = "", *, trust: bool = False, further: bool = True) -> Path:
    """Build the project in a folder, with all formats or with CSV and JSON alone; returns its site."""
    options = BuildOptions(sources=Path(sources) if sources else None, trust=trust, further=further)
    build_site(folder / "mkdocs.yml", folder / "site", options)
    return folder / "site"


@pytest.fixture(scope="session", autouse=True)
def _no_sources() -> None:
    """A folder of texts in the environment of whoever runs the tests must not change what they see."""
    os.environ.pop("SOURCES", None)


@pytest.fixture(scope="session", autouse=True)
def _shared_templates(once: Once) -> Iterator[None]:
    """The first build compiles the templates for all others."""
    with templates.shared(once("templates", lambda _: None)):
        yield


def _project_and_site(data: Path, sources: str = "") -> Callable[[Path], object]:
    return lambda folder: built(project(folder, data), sources)


@pytest.fixture(scope="session")
def district_project(once: Once) -> Path:
    """The made-up district's project, built without texts. Only to be read."""
    return once("district", _project_and_site(DISTRICT_DATA))


@pytest.fixture(scope="session")
def district_site(district_project: Path) -> Path:
    """The made-up district's site. Only to be read."""
    return district_project / "site"


@pytest.fixture(scope="session")
def worded_site(once: Once) -> Path:
    """The made-up district's site, built with the texts of its documents. Only to be read."""
    return once("worded", _project_and_site(DISTRICT_DATA, str(DISTRICT_TEXTS))) / "site"


@pytest.fixture(scope="session")
def real_project(once: Once) -> Path:
    """This project's own ledger, built without texts. Only to be read."""
    return once("real", _project_and_site(ROOT / "data"))


@pytest.fixture(scope="session")
def real_site(real_project: Path) -> Path:
    """The site of this project's own ledger. Only to be read."""
    return real_project / "site"


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    """The browser of all tests that visit a site."""
    with launched() as browser:
        yield browser


@pytest.fixture(scope="session")
def real_host(real_site: Path) -> Iterator[str]:
    """The address of this project's own site, below a folder of a server."""
    with strictly_hosted(real_site) as address:
        yield address


@pytest.fixture(scope="session")
def district_host(district_site: Path) -> Iterator[str]:
    """The address of the made-up district's site, below a folder of a server."""
    with strictly_hosted(district_site) as address:
        yield address


def _kinds(once: Once, name: str, data: Path, site: Path) -> kinds.Kinds:
    """The kinds of pages of a site, found out once a run."""
    folder = once(name, lambda new: (new / "kinds.json").write_text(json.dumps(kinds.listed(data, site))))
    return kinds.Kinds(*json.loads((folder / "kinds.json").read_text()))


@pytest.fixture(scope="session")
def real_kinds(once: Once, real_site: Path) -> Iterator[dict[str, str]]:
    """By kind the address of one page of this project's own site."""
    with kinds.shown(_kinds(once, "real kinds", ROOT / "data", real_site), real_site) as addresses:
        yield addresses


@pytest.fixture(scope="session")
def district_kinds(once: Once, worded_site: Path) -> Iterator[dict[str, str]]:
    """By kind the address of one page of the made-up district's site, which has every kind; with texts."""
    with kinds.shown(_kinds(once, "worded kinds", DISTRICT_DATA, worded_site), worded_site) as addresses:
        yield addresses


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-golden`` writes the golden pages anew, to be looked at line by line before they are committed."""
    parser.addoption("--update-golden", action="store_true", help="write the golden pages anew")
