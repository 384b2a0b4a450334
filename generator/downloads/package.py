"""The data package: every table as CSV and JSON, the published descriptor, and one zip of these.

Everything is made of the checked text rows, so that what is published is what was checked, digit by digit.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from generator.downloads.dataset import Dataset
from generator.downloads.formats.json import to_description
from generator.downloads.output import OutputFile
from generator.downloads.readme import NAME, readme_of_data
from generator.downloads.registry import format_outputs
from generator.language.download_words import FORMATS
from generator.ledger.contract import Contract
from generator.ledger.reading.site_settings import SiteSettings
from generator.support.zip_files import to_zip

DESCRIPTOR = "datapackage.json"


def package_outputs(dataset: Dataset) -> list[OutputFile]:
    """The files of the package. The content of a table is made once, for its own file, the descriptor and the zip."""
    tables = [
        OutputFile(output.path, cache(output.make))
        for form in FORMATS
        if form.always
        for output in format_outputs(dataset, form)
    ]

    @cache
    def descriptor() -> bytes:
        return to_description(_descriptor(dataset, tables))

    def archive() -> bytes:
        readme = (NAME, readme_of_data(dataset))
        return to_zip(sorted([*((table.path, table.make()) for table in tables), (DESCRIPTOR, descriptor()), readme]))

    package = dataset.site.package
    return [*tables, OutputFile(DESCRIPTOR, descriptor), OutputFile(f"data/{package}.zip", archive)]


def _descriptor(dataset: Dataset, tables: Iterable[OutputFile]) -> dict[str, Any]:
    """The contract's schemas and the site's words, with sizes and hashes of the files."""
    checked, makers = dataset.checked, {table.path: table.make for table in tables}
    published = copy.deepcopy(checked.contract.descriptor)
    resources = published.pop("resources")
    published |= _site_properties(checked.site, checked.contract, dataset.index.as_of)
    published["sources"] = [{"title": d.title, **({"path": d.url} if d.url else {})} for d in checked.ledger.documents]
    for resource in resources:
        resource["path"] = resource["path"].removeprefix("site/")
        content = makers[resource["path"]]()
        resource |= {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
    return {**published, "resources": resources}


def _site_properties(site: SiteSettings, contract: Contract, as_of: date | None) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "name": site.package,
        "title": f"{site.name}:{contract.descriptor['title']}",
        "description": site.description,
        "version": site.version,
        "licenses": [{"name": site.licence.name, "title": site.licence.title, "path": site.licence.path}],
    }
    if as_of:
        properties["created"] = f"{as_of.isoformat()}T00:00:00Z"
    if site.url:
        properties |= {"id": f"{site.url}datapackage.json", "homepage": site.url}
    if site.publisher:
        properties["contributors"] = [{"title": site.publisher, "roles": ["publisher"]}]
    if site.keywords:
        properties["keywords"] = list(site.keywords)
    return properties
