"""What a file that is taken along says of itself: whose it is, as of when, under which licence, from what."""

from __future__ import annotations

from datetime import date

from generator.language import page_words, setting_words
from generator.ledger.load import CheckedLedger

Imprint = tuple[tuple[str, str], ...]
"""Labels and values; a label stands once for each of its values."""


def imprint(checked: CheckedLedger, as_of: date | None) -> Imprint:
    """What is known of a ledger; a setting that is not given is left out."""
    site, licence = checked.site, checked.site.licence
    own = {
        "name": site.name,
        "notice": site.notice if site.demonstration else "",
        "description": site.description,
        "publisher": site.publisher,
        "contact": site.contact,
        "url": site.url,
        "version": site.version,
    }
    told = [(setting_words.SITE_TITLES[key], value) for key, value in own.items()]
    told.append((page_words.AS_OF, as_of.isoformat() if as_of else ""))
    told += [(title, getattr(licence, key)) for key, title in setting_words.LICENCE_TITLES.items()]
    told += [(page_words.SOURCE_DOCUMENT, " ".join(filter(None, (d.title, d.url)))) for d in checked.ledger.documents]
    return tuple((label, value) for label, value in told if value)
