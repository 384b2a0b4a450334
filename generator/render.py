"""Views and templates become pages: HTML bodies with their titles, headings and breadcrumbs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator import terms
from generator.contract import Contract
from generator.derive import Book
from generator.lines import Lines, organization_ref
from generator.lists import Lists
from generator.maker import Maker
from generator.site import Site
from generator.source import Finding
from generator.templating import Compiled, Direct, PlainCode
from generator.views import Ref

TEMPLATES = Path(__file__).parent / "templates"
HEADING = re.compile(r'<h([23])[^>]* id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
BLANK_LINES = re.compile(r"\n\s*\n")
"""A blank line ends a block of HTML in Markdown."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page for its table of contents; ``title`` is text, not HTML."""

    level: int
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page: address from the site's root (empty for home), kind, title, description, body as HTML."""

    path: str
    kind: str
    title: str
    description: str
    body: str
    headings: tuple[Heading, ...]
    edit_url: str = ""
    """Where the file of the page's record can be edited; empty when the site names no such place."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A page that can be made: its address, kind, and title in the navigation (None for a leaf page)."""

    path: str
    kind: str
    nav_title: str | None
    make: Callable[[], Page]


@dataclass(frozen=True, slots=True)
class _Draft:
    """What is needed to render one page."""

    path: str
    kind: str
    template: str
    title: str
    description: str
    view: Any
    trail: tuple[Ref, ...] = ()
    record: str | None = None


class Kept:
    """Rows of lists as HTML: one stands on the pages of its task, its units, its sections and the indexes."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, int], tuple[Markup, object]] = {}

    def __call__(self, row: Direct, line: object) -> Markup:
        """What the macro makes of a line."""
        key = (row.name, id(line))
        found = self._rows.get(key)
        if found is None:  # the line is kept, too: as long as it lives its identity is nobody else's
            found = self._rows[key] = (row(line).strip(), line)
        return found[0]


@dataclass(frozen=True)
class Press:
    """Makes pages of one book."""

    lines: Lines
    site: Site
    contract: Contract
    environments: tuple[Environment, ...]
    """By the depth of a page: root, the way to the site's root, stands in all links."""

    @property
    def book(self) -> Book:
        return self.lines.book

    @property
    def maker(self) -> Maker:
        return Maker(self.lines)

    @property
    def lists(self) -> Lists:
        return Lists(self.lines)

    def plan(self, path: str, kind: str, draft: Callable[[], _Draft], nav_title: str | None = None) -> Plan:
        """A plan whose page is made when it is asked for."""
        return Plan(path, kind, nav_title, lambda: self._render(draft()))

    def _render(self, draft: _Draft) -> Page:
        template = self.environments[draft.path.count("/")].get_template(draft.template)
        body = template.render(view=draft.view, title=draft.title, trail=draft.trail, record=draft.record)
        found = HEADING.finditer(body)
        headings = tuple(Heading(int(m[1]), m[2], unescape(TAG.sub("", m[3]).strip())) for m in found)
        edit_url = f"{self.site.edit_url}{draft.record}" if self.site.edit_url and draft.record else ""
        title, description = draft.title or self.site.name, draft.description or self.site.description
        return Page(draft.path, draft.kind, title, description, body, headings, edit_url)


def plans(
    book: Book, site: Site, contract: Contract, texts: dict[str, str], compiled: Compiled | None = None
) -> list[Plan]:
    """Every generated page, the ones of the navigation first and in its order; none is made yet."""
    environments = tuple(_environment("../" * depth, site, book) for depth in range(3))
    for environment in environments:
        environment.bytecode_cache = compiled
    press = Press(Lines(book, texts), site, contract, environments)
    return [plan for make in PAGES for plan in make(press)]


def pages(book: Book, site: Site, contract: Contract, texts: dict[str, str]) -> Iterator[Page]:
    """Every generated page, made one after the other."""
    return (plan.make() for plan in plans(book, site, contract, texts))


def findings_page(findings: list[Finding]) -> Page:
    """The page of a preview whose ledger is faulty."""
    title = terms.FAULTY_TITLE.format(count=len(findings))
    body = _bare_environment().get_template("findings.html").render(view=findings, title=title)
    return Page("", terms.HOME, title, title, body, ())


def _environment(root: str, site: Site, book: Book) -> Environment:
    environment = _bare_environment()
    as_of = terms.day(book.as_of) if book.as_of else ""
    environment.globals.update(root=Markup(root), site=site, as_of=as_of, day=terms.day, kept=Kept())
    return environment


def _bare_environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.code_generator_class = PlainCode
    return environment


# -- one function per kind of page


def _home(press: Press) -> Iterator[Plan]:
    def draft() -> _Draft:
        return _Draft("", terms.HOME, "home.html", "", "", press.lists.home_view())

    yield press.plan("", terms.HOME, draft, nav_title=terms.HOME)


def _indexes(press: Press) -> Iterator[Plan]:
    lists = press.lists
    views: dict[str, Callable[[], Any]] = {
        "indicators": lists.indicator_groups,
        "tasks": lists.task_groups,
        "departments": lambda: lists.unit_groups(territories=False),
        "towns": lambda: lists.unit_groups(territories=True),
        "sections": lists.plan_trees,
        "documents": lambda: tuple(press.book.tables["documents"]),
        "data": lambda: tuple(lists.table_line(spec) for spec in press.contract.tables.values()),
    }
    for name, view in views.items():
        draft = partial(_index, name, view)
        yield press.plan(f"{name}/", terms.INDEX, draft, nav_title=terms.INDEXES[name][0])


def _index(name: str, view: Callable[[], Any]) -> _Draft:
    return _Draft(f"{name}/", terms.INDEX, f"{name}.html", *terms.INDEXES[name], view())


def _undisclosed(press: Press) -> Iterator[Plan]:
    path = "indicators/undisclosed/"

    def draft() -> _Draft:
        titles, view = terms.INDEXES["undisclosed"], press.lists.undisclosed_groups()
        return _Draft(path, terms.INDEX, "undisclosed.html", *titles, view, (index_ref("indicators"),))

    yield press.plan(path, terms.INDEX, draft)


def _indicators(press: Press) -> Iterator[Plan]:
    for id_ in press.book.tables["indicators"].column("id"):
        yield press.plan(f"indicators/{id_}/", terms.INDICATOR, partial(_indicator, press, id_))


def _indicator(press: Press, id_: str) -> _Draft:
    record = press.book.indicators[id_]
    view = press.maker.indicator_view(record)
    trail = (index_ref("indicators"), *map(press.lines.section, press.book.trail(record.section)))
    description = terms.DESCRIPTIONS["indicator"].format(name=record.name, plan=view.plan.title)
    path = f"indicators/{id_}/"
    return _Draft(path, terms.INDICATOR, "indicator.html", record.name, description, view, trail, record.file)


def _tasks(press: Press) -> Iterator[Plan]:
    for id_ in press.book.tables["tasks"].column("id"):
        yield press.plan(f"tasks/{id_}/", terms.TASK, partial(_task, press, id_))


def _task(press: Press, id_: str) -> _Draft:
    record = press.book.tasks[id_]
    trail = (index_ref("tasks"), *map(press.lines.section, press.book.trail(record.section)))
    view = press.maker.task_view(record)
    return _Draft(f"tasks/{id_}/", terms.TASK, "task.html", record.title, record.summary, view, trail, record.file)


def _units(press: Press) -> Iterator[Plan]:
    for record in press.book.tables["organizations"].records:
        kind = terms.TERRITORY if press.book.is_territory(record) else terms.UNIT
        yield press.plan(organization_ref(record).path, kind, partial(_unit, press, kind, record.id))


def _unit(press: Press, kind: str, id_: str) -> _Draft:
    record = press.book.organizations[id_]
    view = press.maker.unit_view(record)
    trail = (index_ref("towns" if kind == terms.TERRITORY else "departments"),)
    counts = {"leads": len(view.leads), "supports": len(view.supports)}
    description = terms.DESCRIPTIONS["unit"].format(name=record.name, **counts)
    path = organization_ref(record).path
    return _Draft(path, kind, "unit.html", record.name, description, view, trail, record.file)


def _sections(press: Press) -> Iterator[Plan]:
    for id_ in press.book.tables["sections"].column("id"):
        yield press.plan(f"sections/{id_}/", terms.SECTION, partial(_section, press, id_))


def _section(press: Press, id_: str) -> _Draft:
    record = press.book.sections[id_]
    trail = (index_ref("sections"), *map(press.lines.section, press.book.trail(record.parent)))
    view = press.maker.section_view(record)
    description = terms.DESCRIPTIONS["section"].format(name=record.title, plan=view.plan.title)
    title = f"{record.number}{record.title}"
    return _Draft(f"sections/{id_}/", terms.SECTION, "section.html", title, description, view, trail, record.file)


def _documents(press: Press) -> Iterator[Plan]:
    for id_ in press.book.tables["documents"].column("id"):
        yield press.plan(f"documents/{id_}/", terms.DOCUMENT, partial(_document, press, id_))


def _document(press: Press, id_: str) -> _Draft:
    record = press.book.documents[id_]
    view = press.maker.document_view(record)
    path, trail = f"documents/{id_}/", (index_ref("documents"),)
    return _Draft(path, terms.DOCUMENT, "document.html", record.title, record.title, view, trail, record.file)


def index_ref(name: str) -> Ref:
    """The index page of a kind."""
    return Ref(terms.INDEXES[name][0], f"{name}/")


PAGES = (_home, _indexes, _undisclosed, _indicators, _tasks, _units, _sections, _documents)
"""Which pages there are; a new kind is a new function."""


# -- pages as files


def source_path(path: str) -> str:
    """The Markdown file that stands for an address."""
    return f"{path.rstrip('/')}.md" if path else "index.md"


def to_markdown(page: Page) -> bytes:
    """A page as a Markdown file: front matter and the HTML body, which Markdown leaves alone."""
    matter = {"title": page.title, "description": page.description}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in matter.items()]
    body = BLANK_LINES.sub("\n", page.body).strip()
    return "\n".join(("---", *lines, "---", "", f'<div class="pl-page">\n{body}\n</div>', "")).encode()
