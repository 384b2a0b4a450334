"""DCAT-AP 3: the catalogue of the site's data as JSON-LD, for portals that gather such catalogues."""

from __future__ import annotations

from typing import Any

from generator.ledger.contract import TableSpec
from generator.ledger.load import CheckedLedger

PATH = "data/catalog.jsonld"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
LANGUAGE = "http://publications.europa.eu/resource/authority/language/ZHO"
IRREGULAR = "http://publications.europa.eu/resource/authority/frequency/IRREG"
"""The ledger is written anew when a document comes out, not on fixed days."""
MEDIA = "https://www.iana.org/assignments/media-types/"
FORMATS = {"csv": ("CSV", "text/csv"), "json": ("JSON", "application/json")}


def catalogue(checked: CheckedLedger, as_of: str) -> dict[str, Any]:
    """The catalogue; addresses are absolute where the site's own is known, else relative to the catalogue's file."""
    site = checked.site
    base = f"{site.url}data/" if site.url else ""
    about = _About(checked, as_of, base)
    tables = checked.contract.tables.values()
    return {
        "@context": CONTEXT,
        "@id": f"{base}catalog.jsonld#catalog",
        "@type": "dcat:Catalog",
        "dct:title": _zh(site.name),
        "dct:description": _zh(site.description),
        "dct:publisher": about.publisher,
        "dct:license": _iri(site.licence.path, "dct:LicenseDocument"),
        "dct:language": _iri(LANGUAGE, "dct:LinguisticSystem"),
        "dct:spatial": about.place,
        "foaf:homepage": _iri(site.url or "../", "foaf:Document"),
        **about.modified,
        "dcat:dataset": [about.dataset(spec) for spec in tables],
    }


class _About:
    """What all datasets of a catalogue say alike, and what each says of itself."""

    def __init__(self, checked: CheckedLedger, as_of: str, base: str) -> None:
        site, plans = checked.site, checked.tables.rows["plans"]
        self._site, self._base = site, base
        self.publisher = {"@type": "foaf:Agent", "foaf:name": _zh(site.publisher or site.name)}
        self.place = {"@type": "dct:Location", "rdfs:label": _zh(site.place)}
        self.modified = {"dct:modified": _date(as_of)} if as_of else {}
        years = [plan[name] for plan in plans for name in ("start_year", "end_year")]
        start, end = (_date(f"{min(years)}-01-01"), _date(f"{max(years)}-12-31")) if years else ({}, {})
        self._time = {"@type": "dct:PeriodOfTime", "dcat:startDate": start, "dcat:endDate": end} if years else None

    def dataset(self, spec: TableSpec) -> dict[str, Any]:
        """A table as a dataset with its files."""
        return {
            "@id": f"{self._base}catalog.jsonld#{spec.name}",
            "@type": "dcat:Dataset",
            "dct:identifier": f"{self._site.package}/{spec.name}",
            "dct:title": _zh(spec.title),
            "dct:description": _zh(spec.description),
            "dct:publisher": self.publisher,
            "dct:language": _iri(LANGUAGE, "dct:LinguisticSystem"),
            "dct:accrualPeriodicity": _iri(IRREGULAR, "dct:Frequency"),
            "dct:spatial": self.place,
            **({"dct:temporal": self._time} if self._time else {}),
            **({"dcat:keyword": [_zh(word) for word in self._site.keywords]} if self._site.keywords else {}),
            **self.modified,
            "dcat:landingPage": _iri(f"{self._base or './'}#{spec.name}", "foaf:Document"),
            "dcat:distribution": [self._distribution(spec, suffix) for suffix in FORMATS],
        }

    def _distribution(self, spec: TableSpec, suffix: str) -> dict[str, Any]:
        name, media = FORMATS[suffix]
        file = f"{self._base}{spec.name}.{suffix}"
        return {
            "@type": "dcat:Distribution",
            "dct:title": _zh(f"{spec.title} {name}"),
            "dcat:accessURL": {"@id": file},
            "dcat:downloadURL": {"@id": file},
            "dcat:mediaType": _iri(MEDIA + media, "dct:MediaType"),
            "dct:license": _iri(self._site.licence.path, "dct:LicenseDocument"),
        }


def _iri(address: str, kind: str) -> dict[str, str]:
    return {"@id": address, "@type": kind}


def _zh(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "zh"}


def _date(day: str) -> dict[str, str]:
    return {"@value": day, "@type": "xsd:date"}
