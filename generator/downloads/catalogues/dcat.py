"""DCAT-AP 3: the catalogue of the site's data as JSON-LD, for portals that gather such catalogues."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.analysis.record_dates import RecordDates, site_dates, table_dates
from generator.downloads.dataset import Dataset
from generator.language import download_words
from generator.language.download_words import Format
from generator.ledger.contract import TableSpec
from generator.ledger.reading.site_settings import SiteSettings

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
LANGUAGE = "http://publications.europa.eu/resource/authority/language/ZHO"
IRREGULAR = "http://publications.europa.eu/resource/authority/frequency/IRREG"
"""The ledger changes when a document comes out, not on fixed days."""
MEDIA = "https://www.iana.org/assignments/media-types/"


def dcat(dataset: Dataset, formats: Iterable[Format]) -> dict[str, Any]:
    """The catalogue; addresses are absolute where the site's own is known, else relative to the catalogue's file."""
    site = dataset.site
    base = f"{site.url}data/" if site.url else ""
    return {
        "@context": CONTEXT,
        "@id": f"{base}catalog.jsonld#catalog",
        "@type": "dcat:Catalog",
        "dct:title": _zh(site.name),
        "dct:description": _zh(site.description),
        "dct:publisher": _publisher(site),
        "dct:license": _iri(site.licence.path, "dct:LicenseDocument"),
        "dct:language": _iri(LANGUAGE, "dct:LinguisticSystem"),
        "dct:spatial": _place(site),
        "foaf:homepage": _iri(site.url or "../", "foaf:Document"),
        **_dates(site_dates(dataset.index)),
        "dcat:dataset": [_dataset(dataset, spec, formats, base) for spec in dataset.contract.tables.values()],
    }


def _dataset(dataset: Dataset, spec: TableSpec, formats: Iterable[Format], base: str) -> dict[str, Any]:
    """A table as a dataset with its files."""
    site, years = dataset.site, _years(dataset)
    return {
        "@id": f"{base}catalog.jsonld#{spec.name}",
        "@type": "dcat:Dataset",
        "dct:identifier": f"{site.package}/{spec.name}",
        "dct:title": _zh(spec.title),
        "dct:description": _zh(spec.description),
        "dct:publisher": _publisher(site),
        "dct:language": _iri(LANGUAGE, "dct:LinguisticSystem"),
        "dct:accrualPeriodicity": _iri(IRREGULAR, "dct:Frequency"),
        "dct:spatial": _place(site),
        **({"dct:temporal": years} if years else {}),
        **({"dcat:keyword": [_zh(word) for word in site.keywords]} if site.keywords else {}),
        **_dates(table_dates(dataset.index, spec.name)),
        "dcat:landingPage": _iri(f"{base or './'}#{spec.name}", "foaf:Document"),
        "dcat:distribution": [_distribution(site, spec, form, base) for form in formats],
    }


def _distribution(site: SiteSettings, spec: TableSpec, form: Format, base: str) -> dict[str, Any]:
    address = f"{base}{form.file(spec.name)}"
    return {
        "@type": "dcat:Distribution",
        "dct:title": _zh(f"{spec.title} {form.title}"),
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": _iri(MEDIA + form.media_type, "dct:MediaType"),
        "dct:license": _iri(site.licence.path, "dct:LicenseDocument"),
    }


def _publisher(site: SiteSettings) -> dict[str, Any]:
    return {"@type": "foaf:Agent", "foaf:name": _zh(site.publisher or site.name)}


def _place(site: SiteSettings) -> dict[str, Any]:
    return {"@type": "dct:Location", "rdfs:label": _zh(site.place)}


def _dates(dates: RecordDates) -> dict[str, Any]:
    """The day of the last change, and beside it that of the newest document; where git does not say, only the latter,
    with a word about it.
    """
    if dates.changed:
        issued = {"dct:issued": _date(dates.document)} if dates.document else {}
        return {"dct:modified": _date(dates.changed), **issued}
    if dates.document:
        words = {"@type": "dct:ProvenanceStatement", "rdfs:label": _zh(download_words.MODIFIED_BY_DOCUMENT)}
        return {"dct:modified": _date(dates.document), "dct:provenance": words}
    return {}


def _years(dataset: Dataset) -> dict[str, Any] | None:
    """The time from the first to the last year of a plan."""
    years = [plan[column] for plan in dataset.rows("plans") for column in ("start_year", "end_year")]
    if not years:
        return None
    start, end = _date(f"{min(years)}-01-01"), _date(f"{max(years)}-12-31")
    return {"@type": "dct:PeriodOfTime", "dcat:startDate": start, "dcat:endDate": end}


def _iri(address: str, kind: str) -> dict[str, str]:
    return {"@id": address, "@type": kind}


def _zh(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "zh"}


def _date(day: str) -> dict[str, str]:
    return {"@value": day, "@type": "xsd:date"}
