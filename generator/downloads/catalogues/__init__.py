"""The small static interface of the site: downloads of single records, and descriptions that other systems read."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

from generator.downloads.catalogues import csvw, dcat, government_inventory, openapi
from generator.downloads.output import OutputFile
from generator.downloads.records.assignment_tables import Duties, duty_outputs
from generator.downloads.records.due_calendars import Calendars
from generator.downloads.records.record_metadata import About
from generator.downloads.tabular import to_description
from generator.ledger.contract import TableSpec
from generator.ledger.load import CheckedLedger
from generator.support.cache_store import digest, program


def catalogue_outputs(checked: CheckedLedger, as_of: date | None) -> list[OutputFile]:
    """Downloads and descriptions of tasks and units, descriptions of indicators, and those of the whole."""
    duties = Duties(checked)
    calendars = Calendars(checked, duties, as_of).outputs()
    descriptions = _descriptions(checked, str(as_of or ""))
    return [*duty_outputs(duties), *About(checked, duties).outputs(), *calendars, *descriptions]


def _descriptions(checked: CheckedLedger, as_of: str) -> list[OutputFile]:
    contract, site = checked.contract, checked.site
    tables = tuple(contract.tables.values())
    makers: dict[str, Callable[[], bytes]] = {
        dcat.PATH: lambda: to_description(dcat.catalogue(checked, as_of)),
        government_inventory.PATH: lambda: government_inventory.inventory(tables, site, as_of),
        openapi.PATH: lambda: to_description(openapi.openapi(contract, site)),
        "data/csvw.json": lambda: to_description(csvw.group(contract, site)),
        "robots.txt": lambda: _robots(site.url),
    }
    makers |= {f"data/{spec.name}.csv-metadata.json": _alone(spec, checked) for spec in tables}
    plans = [row.digest for row in checked.tables.rows["plans"]]
    key = digest(program(), json.dumps(contract.descriptor), repr(site), as_of, *plans)
    return [OutputFile(path, digest(key, path), make) for path, make in makers.items()]


def _alone(spec: TableSpec, checked: CheckedLedger) -> Callable[[], bytes]:
    return lambda: to_description(csvw.alone(spec, checked.site))


def _robots(url: str) -> bytes:
    """Everything may be read by robots. Below a path of a portal nobody asks for it: the portal's own may copy it."""
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {url}sitemap.xml"] if url else [])]
    return ("\n".join(lines) + "\n").encode()
