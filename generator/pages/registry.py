"""Which pages there are, and pages as files."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from generator.analysis.ledger_index import LedgerIndex
from generator.language import history_words, page_words
from generator.language.download_words import OPTIONAL, formats_of
from generator.ledger.contract import Contract
from generator.ledger.enums import Nature
from generator.ledger.reading.nodes import Finding
from generator.ledger.reading.site_settings import SiteSettings
from generator.pages.components.builder import ComponentBuilder, organization_ref
from generator.pages.components.filters import Facets
from generator.pages.components.structured_data import dataset
from generator.pages.components.views import DataView, FormatLine, MapView, Ref
from generator.pages.environment import bare_environment
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
    environment_of,
    index_ref,
)

BLANK_LINES = re.compile(r"\n\s*\n")
"""A blank line ends a block of HTML in Markdown."""


def plans(
    components: ComponentBuilder,
    site: SiteSettings,
    contract: Contract,
    bytecode: Path | None = None,
    formats: Sequence[str] = OPTIONAL,
) -> list[PageSpec]:
    """Every generated page, the ones of the navigation first and in its order; none is made yet.

    ``formats`` are those of the downloads beside CSV and JSON, ``bytecode`` is a folder for compiled templates.
    """
    environments = tuple(environment_of(depth, site, components, tuple(formats), bytecode) for depth in range(3))
    renderer = PageRenderer(components, site, contract, environments, tuple(formats))
    return [plan for make in PAGES for plan in make(renderer)]


def pages(index: LedgerIndex, site: SiteSettings, contract: Contract, texts: dict[str, str]) -> Iterator[Page]:
    """Every generated page, made one after the other."""
    return (plan.make() for plan in plans(ComponentBuilder(index, texts), site, contract))


def findings_page(findings: list[Finding]) -> Page:
    """The page of a preview whose ledger is faulty."""
    title = page_words.FAULTY_TITLE.format(count=len(findings))
    body = bare_environment().get_template("findings.html").render(view=findings, title=title)
    return Page("", page_words.HOME, title, title, body, ())


# -- one function per kind of page


def _home(renderer: PageRenderer) -> Iterator[PageSpec]:
    def draft() -> PageContent:
        return PageContent("", page_words.HOME, "home.html", "", "", renderer.lists.home_view())

    yield renderer.plan("", page_words.HOME, draft, nav_title=page_words.HOME)


def _indexes(renderer: PageRenderer) -> Iterator[PageSpec]:
    lists, facets = renderer.lists, Facets(renderer.components)
    views: dict[str, Callable[[], Any]] = {
        "indicators": lambda: facets.listed(lists.indicator_groups()),
        "tasks": lambda: facets.listed(lists.task_groups()),
        "departments": lambda: facets.units(lists.unit_groups(territories=False)),
        "towns": lambda: facets.units(lists.unit_groups(territories=True)),
        "sections": lists.plan_trees,
        "years": Years(renderer.components).every_year,
        "documents": lambda: tuple(renderer.index.ledger.documents),
        "data": lambda: _data(renderer),
    }
    for name, view in views.items():
        draft = partial(_index, name, view)
        yield renderer.plan(f"{name}/", page_words.INDEX, draft, nav_title=page_words.INDEXES[name][0])


def _data(renderer: PageRenderer) -> DataView:
    tables = renderer.contract.tables
    years = [year for plan in renderer.index.ledger.plans for year in (plan.start_year, plan.end_year)]
    described = dataset(renderer.site, tables, years, renderer.index.as_of, renderer.formats)
    lines = tuple(renderer.lists.table_line(spec) for spec in tables.values())
    formats = tuple(
        FormatLine(
            form.title,
            form.file(renderer.site.package) if form.one_file else "",
            form.name,
            Markup(form.description_beside(renderer.formats)),
        )
        for form in formats_of(renderer.formats)
    )
    return DataView(lines, described, formats)


def _index(name: str, view: Callable[[], Any], trail: tuple[Ref, ...] = ()) -> PageContent:
    return PageContent(f"{name}/", page_words.INDEX, f"{name}.html", *page_words.INDEXES[name], view(), trail)


def _undisclosed(renderer: PageRenderer) -> Iterator[PageSpec]:
    path = "indicators/undisclosed/"

    def draft() -> PageContent:
        titles = page_words.INDEXES["undisclosed"]
        view = Facets(renderer.components).listed(renderer.lists.undisclosed_groups())
        return PageContent(path, page_words.INDEX, "undisclosed.html", *titles, view, (index_ref("indicators"),))

    yield renderer.plan(path, page_words.INDEX, draft)


def _natures(renderer: PageRenderer) -> Iterator[PageSpec]:
    natures = Natures(renderer.components)
    for nature, name in PAGES_OF_NATURES.items():
        if ref := natures.ref(nature):
            draft = partial(_nature, natures, nature, ref.path, name)
            yield renderer.plan(ref.path, page_words.INDEX, draft)


def _nature(natures: Natures, nature: Nature, path: str, name: str) -> PageContent:
    trail = (index_ref("indicators"),)
    return PageContent(path, page_words.INDEX, "nature.html", *page_words.INDEXES[name], natures.view(nature), trail)


def _years(renderer: PageRenderer) -> Iterator[PageSpec]:
    for year in years_told(renderer.index):
        yield renderer.plan(f"years/{year}/", page_words.INDEX, partial(_year, renderer, year))


def _year(renderer: PageRenderer, year: int) -> PageContent:
    view = Years(renderer.components).view(year)
    counts = {"targets": len(view.targets), "results": view.results, "reports": view.reports, "tasks": len(view.tasks)}
    description = page_words.DESCRIPTIONS["year"].format(year=view.title, **counts)
    return PageContent(
        f"years/{year}/", page_words.INDEX, "year.html", view.title, description, view, (index_ref("years"),)
    )


def _source(renderer: PageRenderer, document: str | None) -> tuple[tuple[str, str], ...]:
    """Tags of a page whose facts come from a document: who issued it and the day, where the document tells it."""
    record = renderer.index.documents.get(document or "")
    if record is None:
        return (("ContentSource", renderer.site.publisher),) if renderer.site.publisher else ()
    issuer = ("ContentSource", record.issuer)
    return (("PubDate", record.published_on.isoformat()), issuer) if record.published_on else (issuer,)


def _indicators(renderer: PageRenderer) -> Iterator[PageSpec]:
    for id_ in renderer.index.indicators:
        yield renderer.plan(f"indicators/{id_}/", page_words.INDICATOR, partial(_indicator, renderer, id_))


def _indicator(renderer: PageRenderer, id_: str) -> PageContent:
    record = renderer.index.indicators[id_]
    view = renderer.maker.indicator_view(record)
    trail = (index_ref("indicators"), *map(renderer.components.section, renderer.index.trail(record.section)))
    description = page_words.DESCRIPTIONS["indicator"].format(name=record.name, plan=view.plan.title)
    figures = renderer.components.targets_of(id_) or renderer.index.observations_of.get(id_, [])
    tags = _source(renderer, figures[0].document if figures else view.plan.document)
    path = f"indicators/{id_}/"
    return PageContent(
        path, page_words.INDICATOR, "indicator.html", record.name, description, view, trail, record.file, tags
    )


def _tasks(renderer: PageRenderer) -> Iterator[PageSpec]:
    for id_ in renderer.index.tasks:
        yield renderer.plan(f"tasks/{id_}/", page_words.TASK, partial(_task, renderer, id_))


def _task(renderer: PageRenderer, id_: str) -> PageContent:
    record = renderer.index.tasks[id_]
    trail = (index_ref("tasks"), *map(renderer.components.section, renderer.index.trail(record.section)))
    view = renderer.maker.task_view(record)
    path, tags = f"tasks/{id_}/", _source(renderer, record.document)
    return PageContent(path, page_words.TASK, "task.html", record.title, record.summary, view, trail, record.file, tags)


def _units(renderer: PageRenderer) -> Iterator[PageSpec]:
    for record in renderer.index.ledger.organizations:
        kind = page_words.TERRITORY if renderer.index.is_territory(record) else page_words.UNIT
        yield renderer.plan(organization_ref(record).path, kind, partial(_unit, renderer, kind, record.id))


def _unit(renderer: PageRenderer, kind: str, id_: str) -> PageContent:
    record = renderer.index.organizations[id_]
    view = renderer.maker.unit_view(record)
    trail = (index_ref("towns" if kind == page_words.TERRITORY else "departments"),)
    counts = {"leads": len(view.leads), "supports": len(view.supports)}
    description = page_words.DESCRIPTIONS["unit"].format(name=record.name, **counts)
    path = organization_ref(record).path
    tags = _source(renderer, None)
    return PageContent(path, kind, "unit.html", record.name, description, view, trail, record.file, tags)


def _sections(renderer: PageRenderer) -> Iterator[PageSpec]:
    for id_ in renderer.index.sections:
        yield renderer.plan(f"sections/{id_}/", page_words.SECTION, partial(_section, renderer, id_))


def _section(renderer: PageRenderer, id_: str) -> PageContent:
    record = renderer.index.sections[id_]
    trail = (index_ref("sections"), *map(renderer.components.section, renderer.index.trail(record.parent)))
    view = renderer.maker.section_view(record)
    description = page_words.DESCRIPTIONS["section"].format(name=record.title, plan=view.plan.title)
    title, path, tags = f"{record.number}{record.title}", f"sections/{id_}/", _source(renderer, view.plan.document)
    return PageContent(path, page_words.SECTION, "section.html", title, description, view, trail, record.file, tags)


def _documents(renderer: PageRenderer) -> Iterator[PageSpec]:
    for id_ in renderer.index.documents:
        yield renderer.plan(f"documents/{id_}/", page_words.DOCUMENT, partial(_document, renderer, id_))


def _document(renderer: PageRenderer, id_: str) -> PageContent:
    record = renderer.index.documents[id_]
    view = renderer.maker.document_view(record)
    path, trail = f"documents/{id_}/", (index_ref("documents"),)
    tags = _source(renderer, id_)
    return PageContent(
        path, page_words.DOCUMENT, "document.html", record.title, record.title, view, trail, record.file, tags
    )


def _unlisted(renderer: PageRenderer) -> Iterator[PageSpec]:
    """Lists that are reached from other lists: the navigation has no room for them."""
    views: dict[str, Callable[[], Any]] = {
        "plans": PlanPages(renderer.components).entries,
        "matrix": lambda: matrices(renderer.components),
        "search": lambda: search_view(renderer.index),
    }
    for name, view in views.items():
        yield renderer.plan(f"{name}/", page_words.INDEX, partial(_index, name, view))


def _plans(renderer: PageRenderer) -> Iterator[PageSpec]:
    for id_ in renderer.index.plans:
        yield renderer.plan(f"plans/{id_}/", page_words.PLAN, partial(_plan, renderer, id_))


def _plan(renderer: PageRenderer, id_: str) -> PageContent:
    record = renderer.index.plans[id_]
    view = PlanPages(renderer.components).view(record)
    description = page_words.DESCRIPTIONS["plan"].format(name=record.title)
    path, trail, tags = f"plans/{id_}/", (index_ref("plans"),), _source(renderer, record.document)
    return PageContent(path, page_words.PLAN, "plan.html", record.title, description, view, trail, record.file, tags)


def _open(renderer: PageRenderer) -> Iterator[PageSpec]:
    """What is missing, what was evaluated, whom to tell, what changed."""
    quality = Quality(renderer.components, renderer.contract.tables["documents"])
    views: dict[str, tuple[Callable[[], Any], tuple[Ref, ...]]] = {
        "quality": (quality.view, (index_ref("data"),)),
        "evaluations": (Evaluations(renderer.components).groups, (index_ref("documents"),)),
        "feedback": (lambda: renderer.channel("feedback/", page_words.INDEXES["feedback"][0]), ()),
        "sitemap": (lambda: _map(renderer), ()),
        "supervision": (Supervision(renderer.components).view, (index_ref("data"),)),
        "changes": (Changes(renderer.index).view, (index_ref("data"),)),
        "releases": (Versions(renderer.index).lines, (index_ref("data"),)),
    }
    if "records" in renderer.formats:
        views["api"] = (Examples(renderer.components, renderer.site).view, (index_ref("data"),))
    for name, (view, trail) in views.items():
        yield renderer.plan(f"{name}/", page_words.INDEX, partial(_index, name, view, trail))


def _releases(renderer: PageRenderer) -> Iterator[PageSpec]:
    for release in renderer.index.releases:
        yield renderer.plan(
            f"releases/{release.version}/", page_words.INDEX, partial(_release, renderer, release.version)
        )


def _release(renderer: PageRenderer, version: str) -> PageContent:
    view = Versions(renderer.index).view(version)
    path, title = view.line.ref.path, history_words.RELEASE.format(version=version)
    return PageContent(
        path, page_words.INDEX, "release.html", title, title, view, (index_ref("data"), index_ref("releases"))
    )


UNMAPPED = ("binding", "expected", "undisclosed", "sitemap", "search")
"""Lists that the map names elsewhere, itself, and the search, which stands on every page."""


def _map(renderer: PageRenderer) -> MapView:
    """Every page that lists others, and those that explain."""
    without = UNMAPPED if "records" in renderer.formats else (*UNMAPPED, "api")
    known = [name for name in page_words.INDEXES if name not in without]
    undisclosed = Ref(page_words.INDEXES["undisclosed"][0], "indicators/undisclosed/")
    return MapView(
        columns=tuple((index_ref(name), page_words.INDEXES[name][1]) for name in known),
        indicators=(*Natures(renderer.components).refs(), undisclosed),
        years=tuple(line.ref for line in Years(renderer.components).every_year() if line.ref),
        plans=tuple(Ref(p.title, f"plans/{p.id}/") for p in renderer.index.ledger.plans),
        explanations=tuple(Ref(title, f"{name}/") for name, title in page_words.EXPLANATIONS.items()),
    )


def _evaluations(renderer: PageRenderer) -> Iterator[PageSpec]:
    for id_ in renderer.index.evaluations:
        yield renderer.plan(f"evaluations/{id_}/", page_words.EVALUATION, partial(_evaluation, renderer, id_))


def _evaluation(renderer: PageRenderer, id_: str) -> PageContent:
    record = renderer.index.evaluations[id_]
    view = Evaluations(renderer.components).view(record)
    name, trail = view.line.ref.title, (index_ref("evaluations"),)
    description = page_words.DESCRIPTIONS["evaluation"].format(
        name=name, plan=view.plan.title, evaluator=record.evaluator
    )
    path, tags = f"evaluations/{id_}/", _source(renderer, record.document)
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
