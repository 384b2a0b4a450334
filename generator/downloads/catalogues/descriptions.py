"""The descriptions of the whole data that other systems read, and ``robots.txt``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from generator.downloads.catalogues.csvw import csvw_of_all, csvw_of_table
from generator.downloads.catalogues.dcat import dcat
from generator.downloads.catalogues.government_inventory import inventory
from generator.downloads.catalogues.openapi import openapi
from generator.downloads.dataset import Dataset
from generator.downloads.formats.json import to_description
from generator.downloads.output import OutputFile
from generator.language.download_words import Format, formats_of


def description_outputs(dataset: Dataset, optional: Iterable[str]) -> Iterator[OutputFile]:
    """The files; ``optional`` are the optional formats of the site."""
    formats = [form for form in formats_of(optional) if form.catalogued and not form.one_file]
    yield OutputFile("data/catalog.jsonld", partial(_dcat, dataset, formats))
    yield OutputFile("data/resource-catalogue.csv", partial(inventory, dataset, formats))
    yield OutputFile("api/openapi.json", partial(_openapi, dataset, formats))
    yield OutputFile("data/csvw.json", partial(_csvw_of_all, dataset))
    yield OutputFile("robots.txt", partial(robots, dataset.site.url, dataset.site.noindex))
    for table in dataset.contract.tables:
        yield OutputFile(f"data/{table}.csv-metadata.json", partial(_csvw_of_table, dataset, table))


def _dcat(dataset: Dataset, formats: list[Format]) -> bytes:
    return to_description(dcat(dataset, formats))


def _openapi(dataset: Dataset, formats: list[Format]) -> bytes:
    return to_description(openapi(dataset.contract, dataset.site, formats))


def _csvw_of_all(dataset: Dataset) -> bytes:
    return to_description(csvw_of_all(dataset))


def _csvw_of_table(dataset: Dataset, table: str) -> bytes:
    return to_description(csvw_of_table(dataset, table))


def robots(url: str, noindex: bool) -> bytes:
    """Everything may be read by robots. Below a path of a portal it has no effect: the portal's own may copy it.

    Pages that ask not to be indexed must be read, too, or nobody sees that they ask; then there is no map to name.
    """
    has_map = url and not noindex
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {url}sitemap.xml"] if has_map else [])]
    return ("\n".join(lines) + "\n").encode()
