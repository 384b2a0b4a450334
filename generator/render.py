"""Views and templates become pages: HTML bodies with their titles, headings and breadcrumbs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import terms
from generator.contract import Contract
from generator.derive import Book
from generator.maker import Maker
from generator.site import Site
from generator.views import Ref

TEMPLATES = Path(__file__).parent / "templates"
HEADING = re.compile(r'<h([23])[^>]* id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
BLANK_LINES = re.compile(r"\n\s*\n")
"""A blank line ends a block of HTML in Markdown."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page for its table of contents."""

    level: int
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page: address from the site's root (empty for home), kind, title, description, body."""

    path: str
    kind: str
    title: str
    description: str
    body: str
    headings: tuple[Heading, ...]
    record: str | None
    nav_title: str | None = None
    """Title in the navigation; None for a leaf page, which does not stand there."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is needed to render one page."""

    path: str
    kind: str
    template: str
    title: str
    description: str
    view: Any
    trail: tuple[Ref, ...] = ()
    record: str | None = None
    nav_title: str | None = None


def pages(book: Book, site: Site, contract: Contract, texts: dict[str, str]) -> Iterator[Page]:
    """Every generated page, the ones of the navigation first and in its order."""
    maker = Maker(book, texts)
    environment = _environment(site, book)
    for make in PAGES:
        for plan in make(maker, contract):
            yield _render(environment, plan)


def _environment(site: Site, book: Book) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    as_of = terms.day(book.as_of) if book.as_of else ""
    environment.globals.update(site=site, as_of=as_of, day=terms.day)
    return environment


def _render(environment: Environment, plan: _Plan) -> Page:
    root = "../" * plan.path.count("/")
    template = environment.get_template(plan.template)
    body = template.render(
        view=plan.view, title=plan.title, trail=plan.trail, root=root, path=plan.path, record=plan.record
    )
    headings = tuple(Heading(int(m[1]), m[2], unescape(TAG.sub("", m[3]).strip())) for m in HEADING.finditer(body))
    return Page(
        plan.path, plan.kind, plan.title, plan.description, body, headings, plan.record, nav_title=plan.nav_title
    )


# -- one function per kind of page


def _home(maker: Maker, _contract: Contract) -> Iterator[_Plan]:
    yield _Plan("", terms.HOME, "home.html", "", "", maker.home_view(), nav_title=terms.HOME)


def _indexes(maker: Maker, contract: Contract) -> Iterator[_Plan]:
    views: dict[str, Callable[[], Any]] = {
        "indicators": maker.indicator_groups,
        "tasks": maker.task_groups,
        "departments": lambda: maker.unit_groups(territories=False),
        "towns": lambda: maker.unit_groups(territories=True),
        "sections": maker.plan_trees,
        "documents": lambda: tuple(maker.document_view(d) for d in maker.book.ledger.documents),
        "data": lambda: tuple(maker.table_line(spec) for spec in contract.tables.values()),
    }
    for name, view in views.items():
        title, description = terms.INDEXES[name]
        yield _Plan(f"{name}/", terms.INDEX, f"{name}.html", title, description, view(), nav_title=title)


def _undisclosed(maker: Maker, _contract: Contract) -> Iterator[_Plan]:
    title, description = terms.INDEXES["undisclosed"]
    trail = (index_ref("indicators"),)
    yield _Plan(
        "indicators/undisclosed/",
        terms.INDEX,
        "undisclosed.html",
        title,
        description,
        maker.undisclosed_groups(),
        trail,
    )


def _indicators(maker: Maker, _contract: Contract) -> Iterator[_Plan]:
    for record in maker.book.ledger.indicators:
        view = maker.indicator_view(record)
        trail = (index_ref("indicators"), *(maker.section(s) for s in maker.book.trail(record.section)))
        description = terms.DESCRIPTIONS["indicator"].format(name=record.name, plan=view.plan.title)
        path = f"indicators/{record.id}/"
        yield _Plan(path, terms.INDICATOR, "indicator.html", record.name, description, view, trail, record.file)


def _tasks(maker: Maker, _contract: Contract) -> Iterator[_Plan]:
    for record in maker.book.ledger.tasks:
        trail = (index_ref("tasks"), *(maker.section(s) for s in maker.book.trail(record.section)))
        path = f"tasks/{record.id}/"
        yield _Plan(
            path, terms.TASK, "task.html", record.title, record.summary, maker.task_view(record), trail, record.file
        )


def _units(maker: Maker, _contract: Contract) -> Iterator[_Plan]:
    for record in maker.book.ledger.organizations:
        view = maker.unit_view(record)
        territory = maker.book.is_territory(record)
        kind, index = (terms.TERRITORY, "towns") if territory else (terms.UNIT, "departments")
        ref = maker.organization(record.id)
        counts = {"leads": len(view.leads), "supports": len(view.supports)}
        description = terms.DESCRIPTIONS["unit"].format(name=record.name, **counts)
        yield _Plan(ref.path, kind, "unit.html", record.name, description, view, (index_ref(index),), record.file)


def _sections(maker: Maker, _contract: Contract) -> Iterator[_Plan]:
    for record in maker.book.ledger.sections:
        above = maker.book.trail(record.parent)
        trail = (index_ref("sections"), *(maker.section(s) for s in above))
        view = maker.section_view(record)
        title = f"{record.number}{record.title}"
        description = terms.DESCRIPTIONS["section"].format(name=record.title, plan=view.plan.title)
        path = f"sections/{record.id}/"
        yield _Plan(path, terms.SECTION, "section.html", title, description, view, trail, record.file)


def _documents(maker: Maker, _contract: Contract) -> Iterator[_Plan]:
    for record in maker.book.ledger.documents:
        path = f"documents/{record.id}/"
        view = maker.document_view(record)
        trail = (index_ref("documents"),)
        yield _Plan(path, terms.DOCUMENT, "document.html", record.title, record.title, view, trail, record.file)


def index_ref(name: str) -> Ref:
    """The index page of a kind."""
    return Ref(terms.INDEXES[name][0], f"{name}/")


PAGES = (_home, _indexes, _undisclosed, _indicators, _tasks, _units, _sections, _documents)
"""Which pages there are; a new kind is a new function."""


# -- pages as files


def source_path(path: str) -> str:
    """The Markdown file that stands for an address."""
    return f"{path.rstrip('/')}.md" if path else "index.md"


def to_markdown(page: Page, site: Site) -> bytes:
    """A page as a Markdown file: front matter and the HTML body, which Markdown leaves alone."""
    matter = {"title": page.title or site.name, "description": page.description or site.description}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in matter.items()]
    body = BLANK_LINES.sub("\n", page.body).strip()
    return "\n".join(("---", *lines, "---", "", f'<div class="pl-page">\n{body}\n</div>', "")).encode()
