"""How to cite a page or a download: GB/T 7714 and BibTeX."""

from __future__ import annotations

from typing import NamedTuple

from generator.analysis.record_dates import RecordDates
from generator.language import page_words
from generator.ledger.reading.site_settings import SiteSettings


class Citation(NamedTuple):
    """The same reference in two forms, ready to be copied."""

    gbt7714: str
    """GB/T 7714-2015 for data that stands online; the day of access is the reader's to fill in."""
    bibtex: str


def cite(site: SiteSettings, title: str, path: str, dates: RecordDates) -> Citation:
    """A reference to a page and its data, with the day on which the data last changed; what is not known is left out.

    The day of the newest source document stands in the note, beside the day of the change.
    """
    author = site.publisher or site.name
    whole = f"{site.name}：{title}" if site.publisher else title
    address, day = f"{site.url}{path}" if site.url else "", dates.modified
    note = f"{site.licence.name}，v{site.version}"
    if dates.changed and dates.document:
        note += page_words.CITE_DOCUMENT.format(day=dates.document)
    dated = f"({day})" if day else ""
    where = f" {address}." if address else ""
    plain = f"{author}. {whole}[DS/OL]. {dated}[{page_words.CITE_ACCESS}].{where}"
    fields = {"author": f"{{{author}}}", "title": whole, "year": day[:4], "url": address, "note": note}
    lines = [f"  {name} = {{{_tex(value)}}}," for name, value in fields.items() if value]
    key = path.strip("/").rpartition("/")[2] or site.package
    return Citation(plain, "\n".join((f"@misc{{{key},", *lines, "}")))


def _tex(text: str) -> str:
    """A text as TeX takes it. Braces, which keep an author's name whole, stay."""
    return "".join(f"\\{sign}" if sign in "&%$#_" else sign for sign in text)
