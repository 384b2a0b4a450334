"""A workbook as new rows of a ledger, with everything that must be said of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Final

from generator.language.office import import_words
from generator.ledger.enums import PlaceLevel, PlanKind, Validity
from generator.ledger.reading.rows import Tables
from generator.ledger.reading.site_settings import SiteSettings
from generator.office.importing.context import ImportContext, Key
from generator.office.importing.findings import ImportFinding, ImportRefused
from generator.office.importing.plans import Plan, day_of, issuer_of, plan_of, titles_of, years_in, years_of
from generator.office.importing.sections import Sections
from generator.office.importing.tables.breakdown_tables import read_breakdown
from generator.office.importing.tables.found_tables import Table, find_tables
from generator.office.importing.tables.indicator_tables import read_indicators
from generator.office.importing.tables.project_tables import read_projects
from generator.office.importing.tables.task_tables import Clause, read_tasks
from generator.office.importing.tables.year_columns import Years
from generator.office.new_rows import NewRow
from generator.office.record_ids import propose_id
from generator.office.splitting.units import level_of
from generator.office.workbooks.sheets import Sheet, letters

ORDER: Final = ("tasks", "indicators", "breakdown", "projects")
"""In which order tables are read: a break-down is of the plan of the tasks."""
LEFT_OUT: Final = ("contact", "progress")
IDS: Final = ("documents", "plans", "organizations", "sections", "tasks", "indicators", "projects")


@dataclass(slots=True)
class ReadLedger:
    """What a workbook says."""

    document: str
    title: str
    rows: dict[str, list[NewRow]]
    keys: dict[tuple[str, str], Key]
    findings: list[ImportFinding]
    level: PlaceLevel
    """Of the place whose office keeps the workbook."""
    sheets: int
    clauses: list[Clause] = field(default_factory=list)
    figures: list[dict[str, object]] = field(default_factory=list)

    def as_json(self) -> dict[str, object]:
        """Clauses, figures and units, as ``--json`` writes them."""
        units = [{"name": row.cells["name"], "kind": row.cells["kind"]} for row in self.rows.get("organizations", ())]
        clauses = [asdict(clause) for clause in self.clauses]
        figures = [*(f for clause in clauses for f in clause.pop("figures")), *self.figures]
        return {"clauses": clauses, "figures": figures, "units": units}


def read_ledger(
    sheets: Sequence[Sheet],
    file: str,
    *,
    names: Mapping[str, str] | None = None,
    known: Tables | None = None,
    site: SiteSettings | None = None,
    fixed_ids: Mapping[tuple[str, Key], str] | None = None,
    document: str = "",
) -> ReadLedger:
    """Read the tables of a workbook.

    Args:
        sheets: the sheets of the workbook.
        file: the name of the file in findings, without its folder.
        names: names of columns that a person gave → their kinds.
        known: the ledger that is there already.
        site: the settings of the site; they say who publishes it where a workbook does not say who made it.
        fixed_ids: ids that an earlier reading gave.
        document: the id of the document, of an earlier reading.

    Raises:
        ImportRefused: there is no table, no row, or no year.
    """
    findings: list[ImportFinding] = []
    tables = [table for sheet in sheets for table in _tables(sheet, names or {}, findings)]
    if not tables:
        raise ImportRefused(ImportFinding("no-table", file), *findings)
    if not any(table.rows for table in tables):
        raise ImportRefused(ImportFinding("no-rows", file), *findings)
    title = next(iter(titles_of(tables)), "") or file.rpartition(".")[0]
    taken = {table: ({row["id"] for row in known.rows[table]} if known else set()) for table in IDS}
    if document:
        for table, id_ in [("documents", document), *((t, i) for (t, _), i in (fixed_ids or {}).items())]:
            taken[table].discard(id_)
    id_ = document or propose_id(title, taken["documents"])
    known_names = known.names if known else {}
    level = site.level if site and site.level else level_of(issuer_of(tables), _unit_words(tables))
    context = ImportContext(id_, known_names, taken, level, fixed_ids or {}, findings=findings)
    _add_document(context, tables, title, file, site)
    sheets_read = len({table.sheet.name for table in tables})
    ledger = ReadLedger(id_, title, context.rows, context.keys, findings, level, sheets_read)
    _read_tables(context, ledger, tables, file)
    context.add_units()
    return ledger


def _unit_words(tables: Iterable[Table]) -> list[str]:
    """The cells of units, whose first signs tell the level of the place."""
    return [text for table in tables for row in table.rows for _, text in table.texts(row.row, "lead", "responsible")]


def _tables(sheet: Sheet, names: Mapping[str, str], findings: list[ImportFinding]) -> list[Table]:
    """The tables of a sheet, and what of it is left out."""
    if not sheet.texts:
        return []
    if sheet.hidden:
        findings.append(ImportFinding("sheet-hidden", sheet.name))
        return []
    tables = find_tables(sheet, names)
    if not tables:
        findings.append(ImportFinding("sheet-unknown", sheet.name))
        return []
    rows = [row for row in sorted(sheet.hidden_rows) if any(r == row for r, _ in sheet.texts)]
    if rows:
        words = {"rows": import_words.LIST_JOINED.join(map(str, rows[:20]))}
        findings.append(ImportFinding("rows-hidden", sheet.name, words))
    columns = [c for c in sorted(sheet.hidden_columns) if any(column == c for _, column in sheet.texts)]
    if columns:
        words = {"columns": import_words.LIST_JOINED.join(map(letters, columns))}
        findings.append(ImportFinding("columns-hidden", sheet.name, words))
    for table in tables:
        for column in table.head.columns:
            is_filled = any(sheet.text(row.row, column.index) for row in table.rows)
            if column.kind in ("", *LEFT_OUT) or (column.kind == "note" and is_filled):
                code = "column-left-out" if column.kind else "column-unknown"
                place = f"{sheet.name}!{letters(column.index)}{table.row}"
                findings.append(ImportFinding(code, place, {"name": column.name}))
    return tables


def _add_document(
    context: ImportContext, tables: list[Table], title: str, file: str, site: SiteSettings | None
) -> None:
    issuer = issuer_of(tables)
    publisher, place = (site.publisher, site.place) if site else ("", import_words.NOBODY)
    doubts = []
    if not issuer and publisher:
        context.say("issuer-site", file, issuer=publisher)
    elif not issuer:
        doubts = [context.say("no-issuer", file, issuer=place)]
    context.taken["documents"].add(context.document)
    cells = {"id": context.document, "title": title, "issuer": issuer or publisher or place}
    cells["signed_on"] = day_of(tables)
    context.add("documents", {**cells, "validity": Validity.NOT_SAID.value}, doubts)


def _read_tables(context: ImportContext, ledger: ReadLedger, tables: list[Table], file: str) -> None:
    """Read all tables, each into its plan."""
    plans: dict[Years, tuple[str, PlanKind]] = {}
    sections = Sections(context)
    default = _default_years(tables, file)
    for table in sorted(tables, key=lambda table: ORDER.index(table.head.kind)):
        if not table.rows:
            continue
        years = years_of(table, default)
        if years is None:
            raise ImportRefused(ImportFinding("no-year", f"{table.sheet.name}!{table.row}"))
        default = default or years
        plan, kind = _plan(context, plans, plan_of(table, years))
        if table.head.kind == "tasks":
            ledger.clauses += read_tasks(context, table, plan, years, sections)
        elif table.head.kind == "indicators":
            ledger.figures += read_indicators(context, table, (plan, kind), years, sections)
        elif table.head.kind == "breakdown":
            ledger.figures += read_breakdown(context, table, plan, years, sections)
        else:
            read_projects(context, table, plan, years)


def _default_years(tables: Iterable[Table], file: str) -> Years | None:
    """The years of tables that name none: those of the tasks, else those of the file's name."""
    found = [years_of(table, None) for table in tables if table.head.kind != "indicators" and table.rows]
    return next((years for years in found if years), None) or years_in(file)


def _plan(context: ImportContext, plans: dict[Years, tuple[str, PlanKind]], plan: Plan) -> tuple[str, PlanKind]:
    """The id and the kind of a plan; tables of the same years are of one plan."""
    if plan.years not in plans:
        first, last = plan.years
        name = f"plan-{first}" if first == last else f"plan-{first}-{last}"
        id_ = context.id_of("plans", ("", first, str(last)), name)
        plans[plan.years] = id_, plan.kind
        cells = {"id": id_, "title": plan.title, "kind": plan.kind.value, "start_year": str(first)}
        context.add("plans", {**cells, "end_year": str(last), "document": context.document})
    return plans[plan.years]
