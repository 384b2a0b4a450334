"""Where a file comes from: whose data it is, as of when, under which licence, from which documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.language import download_words, formatting, page_words, setting_words
from generator.ledger.load import CheckedLedger
from generator.ledger.reading.site_settings import SiteSettings


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a file says about itself."""

    site: SiteSettings
    as_of: date | None
    documents: tuple[tuple[str, str], ...]
    """Title and address of each source document; an address may be empty."""

    def lines(self) -> tuple[tuple[str, str], ...]:
        """Labels and values for workbook and database. What is not known is left out; a label stands once for each
        of its values.
        """
        site, licence = self.site, self.site.licence
        own = {
            "name": site.name,
            "notice": site.notice if site.demonstration else "",
            "description": site.description,
            "publisher": site.publisher,
            "contact": site.contact,
            "url": site.url,
            "version": site.version,
        }
        lines = [(setting_words.SITE_TITLES[key], value) for key, value in own.items()]
        lines.append((page_words.AS_OF, self.as_of.isoformat() if self.as_of else ""))
        lines += [(title, getattr(licence, key)) for key, title in setting_words.LICENCE_TITLES.items()]
        lines += [(page_words.SOURCE_DOCUMENT, f"{title} {url}".strip()) for title, url in self.documents]
        return tuple((label, value) for label, value in lines if value)

    def foot(self) -> tuple[str, str]:
        """The two lines at the foot of a picture: as of when, and the licence with the attribution."""
        licence = self.site.licence
        as_of = download_words.PICTURE_AS_OF.format(day=formatting.day(self.as_of)) if self.as_of else ""
        named = f"{licence.title}（{licence.name}）"
        return as_of, download_words.PICTURE_LICENCE.format(licence=named, attribution=licence.attribution)


def provenance_of(checked: CheckedLedger, as_of: date | None) -> Provenance:
    """What is known of a ledger."""
    documents = tuple((document.title, document.url or "") for document in checked.ledger.documents)
    return Provenance(checked.site, as_of, documents)
