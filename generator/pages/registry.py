"""Which pages there are, and pages as files."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from generator.analysis.ledger_index import LedgerIndex
from generator.downloads.tabular import FURTHER
from generator.language import page_words
from generator.ledger.contract import Contract
from generator.ledger.enums import Nature
from generator.ledger.reading.nodes import Finding
from generator.ledger.reading.site_settings import SiteSettings
from generator.pages.components.builder import ComponentBuilder, organization_ref
from generator.pages.components.filters import Facets
from generator.pages.components.structured_data import dataset
from generator.pages.components.views import DataView, MapView, Ref
from generator.pages.overviews.api_examples import Examples
from generator.pages.overviews.changes import Changes
from generator.pages.overviews.data_quality import Quality
from generator.pages.overviews.natures import PAGES as PAGES_OF_NATURES
from generator.pages.overviews.natures import Natures
from generator.pages.overviews.releases import Versions
from generator.pages.overviews.reporting_gaps import Supervision
from generator.pages.overviews.responsibility_matrix import matrices
from generator.pages.overviews.search import search_view
from generator.pages.overviews.years import Years, years_told
from generator.pages.records.evaluation import Evaluations
from generator.pages.records.plan import PlanPages
from generator.pages.renderer import (
    Page,
    PageContent,
    PageRenderer,
    PageSpec,
    bare_environment,
    environment_of,
    index_ref,
)
from generator.pages.templating import Compiled

BLANK_LINES = re.compile(r"\n\s*\n")
"""A blank line ends a block of HTML in Markdown."""


def plans(
    book: LedgerIndex,
    site: SiteSettings,
    contract: Contract,
    texts: dict[str, str],
    compiled: Compiled | None = None,
    formats: Sequence[str] = FURTHER,
) -> list[PageSpec]:
    """Every generated page, the ones of the navigation first and in its order; none is made yet.

    ``formats`` are those of the downloads beside CSV and JSON.
    """
    lines = ComponentBuilder(book, texts)
    environments = tuple(environment_of(depth, site, lines, tuple(formats)) for depth in range(3))
    for environment in environments:
        environment.bytecode_cache = compiled
    press = PageRenderer(lines, site, contract, environments, tuple(formats))
    return [plan for make in PAGES for plan in make(press)]


def pages(book: LedgerIndex, site: SiteSettings, contract: Contract, texts: dict[str, str]) -> Iterator[Page]:
    """Every generated page, made one after the other."""
    return (plan.make() for plan in plans(book, site, contract, texts))


def findings_page(findings: list[Finding]) -> Page:
    """The page of a preview whose ledger is faulty."""
    title = page_words.FAULTY_TITLE.format(count=len(findings))
    body = bare_environment().get_template("findings.html").render(view=findings, title=title)
    return Page("", page_words.HOME, title, title, body, ())


# -- one function per kind of page


def _home(press: PageRenderer) -> Iterator[PageSpec]:
    def draft() -> PageContent:
        return PageContent("", page_words.HOME, "home.html", "", "", press.lists.home_view())

    yield press.plan("", page_words.HOME, draft, nav_title=page_words.HOME)


def _indexes(press: PageRenderer) -> Iterator[PageSpec]:
    lists, facets = press.lists, Facets(press.lines)
    views: dict[str, Callable[[], Any]] = {
        "indicators": lambda: facets.listed(lists.indicator_groups()),
        "tasks": lambda: facets.listed(lists.task_groups()),
        "departments": lambda: facets.units(lists.unit_groups(territories=False)),
        "towns": lambda: facets.units(lists.unit_groups(territories=True)),
        "sections": lists.plan_trees,
        "years": Years(press.lines).index,
        "documents": lambda: tuple(press.book.tables["documents"]),
        "data": lambda: _data(press),
    }
    for name, view in views.items():
        draft = partial(_index, name, view)
        yield press.plan(f"{name}/", page_words.INDEX, draft, nav_title=page_words.INDEXES[name][0])


def _data(press: PageRenderer) -> DataView:
    tables = press.contract.tables
    years = [year for plan in press.book.tables["plans"] for year in (plan.start_year, plan.end_year)]
    described = dataset(press.site, tables, years, press.book.as_of, press.formats)
    return DataView(tuple(press.lists.table_line(spec) for spec in tables.values()), described, press.formats)


def _index(name: str, view: Callable[[], Any], trail: tuple[Ref, ...] = ()) -> PageContent:
    return PageContent(f"{name}/", page_words.INDEX, f"{name}.html", *page_words.INDEXES[name], view(), trail)


def _undisclosed(press: PageRenderer) -> Iterator[PageSpec]:
    path = "indicators/undisclosed/"

    def draft() -> PageContent:
        titles = page_words.INDEXES["undisclosed"]
        view = Facets(press.lines).listed(press.lists.undisclosed_groups())
        return PageContent(path, page_words.INDEX, "undisclosed.html", *titles, view, (index_ref("indicators"),))

    yield press.plan(path, page_words.INDEX, draft)


def _natures(press: PageRenderer) -> Iterator[PageSpec]:
    natures = Natures(press.lines)
    for nature, name in PAGES_OF_NATURES.items():
        if ref := natures.ref(nature):
            draft = partial(_nature, natures, nature, ref.path, name)
            yield press.plan(ref.path, page_words.INDEX, draft)


def _nature(natures: Natures, nature: Nature, path: str, name: str) -> PageContent:
    trail = (index_ref("indicators"),)
    return PageContent(path, page_words.INDEX, "nature.html", *page_words.INDEXES[name], natures.view(nature), trail)


def _years(press: PageRenderer) -> Iterator[PageSpec]:
    for year in years_told(press.book):
        yield press.plan(f"years/{year}/", page_words.INDEX, partial(_year, press, year))


def _year(press: PageRenderer, year: int) -> PageContent:
    view = Years(press.lines).view(year)
    counts = {"targets": len(view.targets), "results": view.results, "reports": view.reports, "tasks": len(view.tasks)}
    description = page_words.DESCRIPTIONS["year"].format(year=view.title, **counts)
    return PageContent(
        f"years/{year}/", page_words.INDEX, "year.html", view.title, description, view, (index_ref("years"),)
    )


def _source(press: PageRenderer, document: str | None) -> tuple[tuple[str, str], ...]:
    """Tags of a page whose facts come from a document: who issued it and the day, where the document tells it."""
    record = press.book.documents.find(document)
    if record is None:
        return (("ContentSource", press.site.publisher),) if press.site.publisher else ()
    issuer = ("ContentSource", record.issuer)
    return (("PubDate", record.published_on.isoformat()), issuer) if record.published_on else (issuer,)


def _indicators(press: PageRenderer) -> Iterator[PageSpec]:
    for id_ in press.book.tables["indicators"].column("id"):
        yield press.plan(f"indicators/{id_}/", page_words.INDICATOR, partial(_indicator, press, id_))


def _indicator(press: PageRenderer, id_: str) -> PageContent:
    record = press.book.indicators[id_]
    view = press.maker.indicator_view(record)
    trail = (index_ref("indicators"), *map(press.lines.section, press.book.trail(record.section)))
    description = page_words.DESCRIPTIONS["indicator"].format(name=record.name, plan=view.plan.title)
    figures = press.lines.targets_of(id_) or press.book.observations_of.get(id_)
    tags = _source(press, figures[0].document if figures else view.plan.document)
    path = f"indicators/{id_}/"
    return PageContent(
        path, page_words.INDICATOR, "indicator.html", record.name, description, view, trail, record.file, tags
    )


def _tasks(press: PageRenderer) -> Iterator[PageSpec]:
    for id_ in press.book.tables["tasks"].column("id"):
        yield press.plan(f"tasks/{id_}/", page_words.TASK, partial(_task, press, id_))


def _task(press: PageRenderer, id_: str) -> PageContent:
    record = press.book.tasks[id_]
    trail = (index_ref("tasks"), *map(press.lines.section, press.book.trail(record.section)))
    view = press.maker.task_view(record)
    path, tags = f"tasks/{id_}/", _source(press, record.document)
    return PageContent(path, page_words.TASK, "task.html", record.title, record.summary, view, trail, record.file, tags)


def _units(press: PageRenderer) -> Iterator[PageSpec]:
    for record in press.book.tables["organizations"].records:
        kind = page_words.TERRITORY if press.book.is_territory(record) else page_words.UNIT
        yield press.plan(organization_ref(record).path, kind, partial(_unit, press, kind, record.id))


def _unit(press: PageRenderer, kind: str, id_: str) -> PageContent:
    record = press.book.organizations[id_]
    view = press.maker.unit_view(record)
    trail = (index_ref("towns" if kind == page_words.TERRITORY else "departments"),)
    counts = {"leads": len(view.leads), "supports": len(view.supports)}
    description = page_words.DESCRIPTIONS["unit"].format(name=record.name, **counts)
    path = organization_ref(record).path
    tags = _source(press, None)
    return PageContent(path, kind, "unit.html", record.name, description, view, trail, record.file, tags)


def _sections(press: PageRenderer) -> Iterator[PageSpec]:
    for id_ in press.book.tables["sections"].column("id"):
        yield press.plan(f"sections/{id_}/", page_words.SECTION, partial(_section, press, id_))


def _section(press: PageRenderer, id_: str) -> PageContent:
    record = press.book.sections[id_]
    trail = (index_ref("sections"), *map(press.lines.section, press.book.trail(record.parent)))
    view = press.maker.section_view(record)
    description = page_words.DESCRIPTIONS["section"].format(name=record.title, plan=view.plan.title)
    title, path, tags = f"{record.number}{record.title}", f"sections/{id_}/", _source(press, view.plan.document)
    return PageContent(path, page_words.SECTION, "section.html", title, description, view, trail, record.file, tags)


def _documents(press: PageRenderer) -> Iterator[PageSpec]:
    for id_ in press.book.tables["documents"].column("id"):
        yield press.plan(f"documents/{id_}/", page_words.DOCUMENT, partial(_document, press, id_))


def _document(press: PageRenderer, id_: str) -> PageContent:
    record = press.book.documents[id_]
    view = press.maker.document_view(record)
    path, trail = f"documents/{id_}/", (index_ref("documents"),)
    tags = _source(press, id_)
    return PageContent(
        path, page_words.DOCUMENT, "document.html", record.title, record.title, view, trail, record.file, tags
    )


def _unlisted(press: PageRenderer) -> Iterator[PageSpec]:
    """Lists that are reached from other lists: the navigation has no room for them."""
    views: dict[str, Callable[[], Any]] = {
        "plans": PlanPages(press.lines).entries,
        "matrix": lambda: matrices(press.lines),
        "search": lambda: search_view(press.book),
    }
    for name, view in views.items():
        yield press.plan(f"{name}/", page_words.INDEX, partial(_index, name, view))


def _plans(press: PageRenderer) -> Iterator[PageSpec]:
    for id_ in press.book.tables["plans"].column("id"):
        yield press.plan(f"plans/{id_}/", page_words.PLAN, partial(_plan, press, id_))


def _plan(press: PageRenderer, id_: str) -> PageContent:
    record = press.book.plans[id_]
    view = PlanPages(press.lines).view(record)
    description = page_words.DESCRIPTIONS["plan"].format(name=record.title)
    path, trail, tags = f"plans/{id_}/", (index_ref("plans"),), _source(press, record.document)
    return PageContent(path, page_words.PLAN, "plan.html", record.title, description, view, trail, record.file, tags)


def _open(press: PageRenderer) -> Iterator[PageSpec]:
    """What is missing, what was evaluated, whom to tell, what changed."""
    quality = Quality(press.lines, press.contract.tables["documents"])
    views: dict[str, tuple[Callable[[], Any], tuple[Ref, ...]]] = {
        "quality": (quality.view, (index_ref("data"),)),
        "evaluations": (Evaluations(press.lines).groups, (index_ref("documents"),)),
        "feedback": (lambda: press.channel("feedback/", page_words.INDEXES["feedback"][0]), ()),
        "sitemap": (lambda: _map(press), ()),
        "supervision": (Supervision(press.lines).view, (index_ref("data"),)),
        "changes": (Changes(press.book).view, (index_ref("data"),)),
        "releases": (Versions(press.book).lines, (index_ref("data"),)),
    }
    if "records" in press.formats:
        views["api"] = (Examples(press.lines, press.site).view, (index_ref("data"),))
    for name, (view, trail) in views.items():
        yield press.plan(f"{name}/", page_words.INDEX, partial(_index, name, view, trail))


def _releases(press: PageRenderer) -> Iterator[PageSpec]:
    for release in press.book.releases:
        yield press.plan(f"releases/{release.version}/", page_words.INDEX, partial(_release, press, release.version))


def _release(press: PageRenderer, version: str) -> PageContent:
    view = Versions(press.book).view(version)
    path, title = view.line.ref.path, page_words.RELEASE.format(version=version)
    return PageContent(
        path, page_words.INDEX, "release.html", title, title, view, (index_ref("data"), index_ref("releases"))
    )


UNMAPPED = ("binding", "expected", "undisclosed", "sitemap", "search")
"""Lists that the map names elsewhere, itself, and the search, which stands on every page."""


def _map(press: PageRenderer) -> MapView:
    """Every page that lists others, and those that explain."""
    without = UNMAPPED if "records" in press.formats else (*UNMAPPED, "api")
    known = [name for name in page_words.INDEXES if name not in without]
    undisclosed = Ref(page_words.INDEXES["undisclosed"][0], "indicators/undisclosed/")
    return MapView(
        columns=tuple((index_ref(name), page_words.INDEXES[name][1]) for name in known),
        indicators=(*Natures(press.lines).refs(), undisclosed),
        years=tuple(line.ref for line in Years(press.lines).index() if line.ref),
        plans=tuple(Ref(p.title, f"plans/{p.id}/") for p in press.book.tables["plans"]),
        explanations=tuple(Ref(title, f"{name}/") for name, title in page_words.EXPLANATIONS.items()),
    )


def _evaluations(press: PageRenderer) -> Iterator[PageSpec]:
    for id_ in press.book.tables["evaluations"].column("id"):
        yield press.plan(f"evaluations/{id_}/", page_words.EVALUATION, partial(_evaluation, press, id_))


def _evaluation(press: PageRenderer, id_: str) -> PageContent:
    record = press.book.evaluations[id_]
    view = Evaluations(press.lines).view(record)
    name, trail = view.line.ref.title, (index_ref("evaluations"),)
    description = page_words.DESCRIPTIONS["evaluation"].format(
        name=name, plan=view.plan.title, evaluator=record.evaluator
    )
    path, tags = f"evaluations/{id_}/", _source(press, record.document)
    return PageContent(
        path, page_words.EVALUATION, "evaluation.html", name, description, view, trail, record.file, tags
    )


PAGES = (
    _home,
    _indexes,
    _undisclosed,
    _natures,
    _years,
    _unlisted,
    _open,
    _plans,
    _indicators,
    _tasks,
    _units,
    _sections,
    _documents,
    _evaluations,
    _releases,
)
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
